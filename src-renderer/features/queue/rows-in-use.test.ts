/** A list in use stands still; a list that is let go shows what is so. */
import { describe, expect, it } from 'vitest'
import type { QueueItem } from '../../../shared/domain/cases.ts'
import { freeRows, heldRows, neighbourOf } from './rows-in-use.ts'

const item = (id: string, change: Partial<QueueItem> = {}): QueueItem => ({
  id,
  number: 'AM-1',
  queue: 'absences',
  name: id,
  clientNumber: 1,
  openedAt: '2026-11-23T08:00:00.000Z',
  dueAt: '2026-11-23T10:00:00.000Z',
  facets: [],
  addressedTo: null,
  claim: null,
  version: 1,
  facts: { queue: 'contact-requests', kind: 'contact-request', subject: 'other', excerpt: '' },
  ...change,
})
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => item(id)) as [QueueItem, QueueItem, QueueItem, QueueItem, QueueItem]
const ids = (held: { rows: readonly { item: QueueItem; gone: boolean }[] }) =>
  held.rows.map((row) => (row.gone ? `(${row.item.id})` : row.item.id)).join(' ')

describe('rows in use', () => {
  it('lets new rows wait that would push others down', () => {
    const held = heldRows(freeRows([b, c]).rows, [a, b, c])
    expect(ids(held)).toBe('b c')
    expect(held.waiting).toBe(1)
    expect(ids(freeRows([a, b, c]))).toBe('a b c')
  })

  it('keeps the place of a row that left, and changes a row where it stands', () => {
    const held = heldRows(freeRows([a, b, c]).rows, [a, { ...c, version: 2 }])
    expect(ids(held)).toBe('a (b) c')
    expect(held.rows[2]?.item.version).toBe(2)
    expect(held.waiting).toBe(0)
  })

  it('adds a next page at the end', () => {
    const held = heldRows(freeRows([b, c]).rows, [b, c, d, e])
    expect(ids(held)).toBe('b c d e')
    expect(held.waiting).toBe(0)
  })

  it('shows a row again that came back', () => {
    const gone = heldRows(freeRows([a, b]).rows, [a])
    expect(ids(heldRows(gone.rows, [a, b]))).toBe('a b')
  })

  it('finds the row that takes the place of one that leaves', () => {
    const rows = heldRows(freeRows([a, b, c]).rows, [a, b]).rows
    expect(neighbourOf(rows, 'a', 0)?.id).toBe('b')
    expect(neighbourOf(rows, 'b', 1)?.id).toBe('a')
    expect(neighbourOf(freeRows([]).rows, 'x', 0)).toBeNull()
  })

  it('finds it too when the list already let the row go', () => {
    expect(neighbourOf(freeRows([a, c]).rows, 'b', 1)?.id).toBe('c')
    expect(neighbourOf(freeRows([a, b]).rows, 'c', 2)?.id).toBe('b')
  })
})

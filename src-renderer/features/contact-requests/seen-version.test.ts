/** A reply never goes to a question that was not seen as it is. */
import { describe, expect, it } from 'vitest'
import type { ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { unseenChange } from './seen-version.ts'

const subject = (version: number, message: string, previousMessage: string | null = null) => ({
  previousMessage,
  request: {
    id: '0190a000-0000-7000-8000-000000000001',
    subject: 'planning',
    message,
    status: 'open',
    submittedAt: '2026-11-23T08:00:00.000Z',
    changedAt: null,
    closedAt: null,
    reply: null,
    repliedBy: null,
    version,
  } satisfies ContactSubjectOfCase['request'],
})

describe('the change of a question', () => {
  it('is unseen when the version moved on and the words differ', () => {
    const unseen = unseenChange({ version: 1, message: 'Kan het dinsdag?' }, subject(2, 'Kan het donderdag?'))
    expect(unseen?.count).toBe(1)
  })

  it('is none for the version seen, or the same words', () => {
    expect(unseenChange({ version: 2, message: 'x' }, subject(2, 'y'))).toBeNull()
    expect(unseenChange({ version: 1, message: 'x' }, subject(2, 'x'))).toBeNull()
  })

  it('falls back on the wording before the last change, for a draft from before', () => {
    const unseen = unseenChange({ version: 1, message: '' }, subject(2, 'Kan het donderdag?', 'Kan het dinsdag?'))
    expect(unseen?.parts[1]).toEqual({ kind: 'removed', text: 'dinsdag' })
  })
})

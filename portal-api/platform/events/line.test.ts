/** The newest events of a provider in memory: nothing twice, no gap unseen, one text for each role. */
import { describe, expect, it } from 'vitest'
import type { DesktopEvent } from '../../../shared/api/events.ts'
import { frameOf, makeLine } from './line.ts'

function event(id: number, queue: DesktopEvent['queue'] = null): DesktopEvent {
  const type = queue === null ? 'planning.changed' : 'case.opened'
  return { id, type, queue, caseId: null, subjectId: null, version: null, staffId: null, at: '2026-11-23T08:00:00.000Z' }
}
const events = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => event(first + index))

describe('a line of events', () => {
  it('takes what follows, and leaves out what it knows', () => {
    const line = makeLine(4)
    expect(line.take(events(3, 4))).toBeNull()
    const batch = line.take(events(3, 6))
    expect(batch).toMatchObject({ from: 4, to: 6 })
    expect(batch !== 'gap' && batch?.events.map((one) => one.id)).toEqual([5, 6])
    expect(line.position()).toBe(6)
    expect(line.take([])).toBeNull()
  })

  it('takes nothing beyond a gap', () => {
    const line = makeLine(4)
    expect(line.take([event(6)])).toBe('gap')
    expect(line.position()).toBe(4)
    expect(line.take(events(5, 6))).toMatchObject({ from: 4, to: 6 })
  })

  it('remembers the newest of them, and knows how far back that is', () => {
    const line = makeLine(10)
    line.take(events(11, 610))
    expect(line.after(609)?.map((one) => one.id)).toEqual([610])
    expect(line.after(110)).toHaveLength(500)
    expect(line.after(109)).toBeNull()
    expect(line.after(700)).toEqual([])
    expect(makeLine(10).after(10)).toEqual([])
    expect(makeLine(10).after(9)).toBeNull()
  })

  it('makes the text of a role once, of what that role hears', () => {
    const line = makeLine(0)
    const batch = line.take([event(1), event(2, 'accounts'), event(3, 'absences')])
    if (batch === null || batch === 'gap') throw new Error('Nothing was taken.')
    expect(batch.textFor('planner')).toBe(frameOf(event(1)) + frameOf(event(3, 'absences')))
    expect(batch.textFor('helpdesk')).toBe(frameOf(event(2, 'accounts')))
    expect(batch.textFor('planner')).toBe(batch.textFor('planner'))
  })
})

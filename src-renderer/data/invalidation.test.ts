/** Each event makes stale what it touches, and leaves the rest alone. */
import { describe, expect, it } from 'vitest'
import type { EventType } from '../../shared/api/events.ts'
import { isStaleKey, staleBy } from './invalidation.ts'
import { deskKey } from './keys.ts'

const CASE = '0190a000-0000-7000-8000-000000000001'
const ME = '0190a000-0000-7000-8000-000000000009'
const OTHER = '0190a000-0000-7000-8000-000000000002'
const absences = deskKey('portal:cases.list', { params: { queue: 'absences' }, query: {} })
const questions = deskKey('portal:cases.list', { params: { queue: 'contact-requests' }, query: { sort: 'due' } })
const counters = deskKey('portal:cases.counters', {})
const thisCase = deskKey('portal:cases.open', { params: { id: CASE } })
const otherCase = deskKey('portal:cases.open', { params: { id: OTHER } })
const account = deskKey('portal:accounts.open', { params: { id: CASE } })
const settings = deskKey('settings.read', {})
const keys = { absences, questions, counters, thisCase, otherCase, account, settings }

const hit = (type: EventType, ids: { queue?: 'absences'; caseId?: string; subjectId?: string; staffId?: string }) => {
  const stale = staleBy(
    {
      type,
      queue: ids.queue ?? null,
      caseId: ids.caseId ?? null,
      subjectId: ids.subjectId ?? null,
      staffId: ids.staffId ?? null,
    },
    ME,
  )
  return Object.entries(keys)
    .filter(([, key]) => isStaleKey(stale, key))
    .map(([name]) => name)
}

describe('what an event makes stale', () => {
  it('a case: its queue, the counters and itself', () => {
    expect(hit('case.changed', { queue: 'absences', caseId: CASE })).toEqual(['absences', 'counters', 'thisCase'])
    expect(hit('case.claimed', { queue: 'absences', caseId: CASE })).toEqual(['absences', 'counters', 'thisCase'])
  })

  it('an own claim: the list, not one more look at the client', () => {
    expect(hit('case.claimed', { queue: 'absences', caseId: CASE, staffId: ME })).toEqual(['absences', 'counters'])
  })

  it('the planning: every open case, no list', () => {
    expect(hit('planning.changed', { subjectId: OTHER })).toEqual(['thisCase', 'otherCase'])
  })

  it('an account: that account, and what waits beside the queue', () => {
    expect(hit('account.changed', { subjectId: CASE })).toEqual(['counters', 'account'])
    expect(hit('account.changed', { subjectId: OTHER })).toEqual(['counters'])
  })

  it('a search for places: that one and the list of them; the planning: who is away and what they leave', () => {
    const batch = deskKey('portal:rescheduling.batch', { params: { id: CASE } })
    const other = deskKey('portal:rescheduling.batch', { params: { id: OTHER } })
    const list = deskKey('portal:rescheduling.batches', {})
    const away = deskKey('portal:rescheduling.absences', {})
    const ids = { queue: null, caseId: null, subjectId: CASE, staffId: null }
    const changed = staleBy({ type: 'batch.changed', ...ids }, ME)
    expect([batch, other, list, away].map((key) => isStaleKey(changed, key))).toEqual([true, false, true, false])
    const planned = staleBy({ type: 'planning.changed', ...ids }, ME)
    expect([batch, away].map((key) => isStaleKey(planned, key))).toEqual([false, true])
  })

  it('never the workstation itself', () => {
    for (const type of ['case.opened', 'case.closed', 'planning.changed', 'client.changed'] as const) {
      expect(hit(type, { queue: 'absences', caseId: CASE })).not.toContain('settings')
    }
  })
})

/** What planners decide is held to the rules: hard ones refused with figures, warnings for a reason that is kept, and what moved is said. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BrokenRules } from '../../shared/api/rescheduling.ts'
import type { VisitChange } from '../../shared/domain/planning.ts'
import { cancel, daysOff, makeAway, move } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asStaff,
  type CaregiverRow,
  makeCaregiver,
  makeClient,
  makeProvider,
  makeStaff,
  makeVisit,
  type VisitRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf } from '../../tests/support/traces.ts'
import { absenceDecisions, unwantedPairings, visits } from '../db/schema/index.ts'

let app: TestApp
let planner: Caller
let danny: CaregiverRow
let samira: CaregiverRow

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner'))
})
beforeEach(async () => {
  danny = await makeCaregiver(app, 'cordaan', { fromMinute: 420, toMinute: 1380 })
  samira = await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk', fromMinute: 420, toMinute: 1380 })
})
afterAll(() => app.stop())

const change = async (changes: VisitChange[], planning?: number) => {
  const answer = await callApi(planner, 'planning.change-visits', {
    body: { changes, ...(planning === undefined ? {} : { planning }) },
  })
  if (answer.ok) return { code: 'ok', status: answer.status, rules: [] as string[], current: null, why: '' }
  const { code, status, fields, current, params } = answer.problem
  const rules = (fields ?? []).map((field) => `${field.field} ${field.rule}`)
  return { code, status, rules, current: (current ?? null) as BrokenRules | null, why: String(params['why'] ?? '') }
}
const to = (
  visit: Pick<VisitRow, 'id' | 'version'>,
  date: string,
  startTime: string,
  by: readonly CaregiverRow[],
  reason?: string,
): VisitChange => ({
  action: 'move',
  visitId: visit.id,
  visitVersion: visit.version,
  to: { date, startTime, caregiverIds: by.map((one) => one.id) },
  ...(reason === undefined ? {} : { override: { reason } }),
})
const stored = async (id: string) => (await app.db.select().from(visits).where(eq(visits.id, id)))[0]
const planned = async (date: string, time: string, by = [danny], given = {}) =>
  makeVisit(app, await makeClient(app, 'cordaan'), by, date, time, given)

describe('a hard rule', () => {
  it('is refused with the rule and its figures, and nothing changes', async () => {
    const visit = await planned('2026-12-02', '09:00')
    const anton = await makeCaregiver(app, 'cordaan', { name: 'Anton Smit', qualifications: ['HV 9'] })
    expect(await change([to(visit, '2026-12-03', '09:00', [anton])])).toMatchObject({
      code: 'rule-broken',
      status: 409,
      rules: ['changes.0 not-qualified'],
      why: 'Anton Smit voert HV 1 niet uit',
      current: { breaches: [{ rule: 'not-qualified', severity: 'hard', visitId: visit.id }], changed: [], absences: [] },
    })
    expect((await change([to(visit, '2026-12-25', '09:00', [danny])])).rules).toEqual(['changes.0 closed-day'])
    expect((await change([to(visit, '2026-12-03', '06:00', [danny])])).rules).toEqual(['changes.0 not-available'])
    expect((await change([to(visit, '2028-12-04', '09:00', [danny])])).rules).toEqual(['changes.0 out-of-horizon'])
    await app.db.insert(unwantedPairings).values({
      provider: 'cordaan',
      clientId: visit.clientId ?? '',
      caregiverId: samira.id,
      since: app.clock.now(),
    })
    expect((await change([to(visit, '2026-12-03', '09:00', [samira])])).rules).toEqual(['changes.0 unwanted-pairing'])
    const reason = 'het moet toch'
    expect((await change([to(visit, '2026-12-03', '09:00', [samira], reason)])).code).toBe('rule-broken')
    expect(await stored(visit.id)).toEqual(visit)
    expect((await auditOf(app, { object: 'planning' })).at(-1)).toMatchObject({
      outcome: 'refused',
      problem: 'rule-broken',
      details: { broken: ['unwanted-pairing'] },
    })
  })

  it('keeps visits off a caregiver who is reported ill, until that is ended', async () => {
    const visit = await planned('2026-12-02', '09:00', [danny])
    const absence = await mustCall(planner, 'rescheduling.report-absent', {
      params: { id: samira.id },
      body: { from: '2026-12-01', to: '2026-12-04', kind: 'ill' },
    })
    expect(absence.visits).toEqual([])
    expect((await change([to(visit, '2026-12-03', '09:00', [samira])])).rules).toEqual(['changes.0 caregiver-absent'])
    const { options } = await mustCall(planner, 'planning.caregivers', {
      params: { visitId: visit.id },
      query: { date: '2026-12-03', startTime: '09:00' },
    })
    expect(options.find((one) => one.id === samira.id)).toMatchObject({ free: false, why: 'absent' })
    await mustCall(planner, 'rescheduling.end-absence', { params: { id: absence.id } })
    expect((await change([to(visit, '2026-12-03', '09:00', [samira])])).code).toBe('ok')
  })

  it('says nothing of what a visit broke already where it stands', async () => {
    const late = await planned('2026-12-02', '22:30', [danny])
    const swap: VisitChange = { action: 'caregivers', visitId: late.id, visitVersion: 1, caregiverIds: [danny.id, samira.id] }
    // Danny stays where he was; Samira is the one who cannot.
    expect((await change([swap])).current?.breaches.map((one) => [one.rule, one.caregiverId])).toEqual([
      ['not-available', samira.id],
    ])
  })
})

describe('a warning', () => {
  it('takes a reason, which is kept in the audit log', async () => {
    await planned('2026-12-03', '07:00', [danny])
    const visit = await planned('2026-12-01', '09:00', [danny])
    const asked = await change([to(visit, '2026-12-02', '20:00', [danny])])
    expect(asked).toMatchObject({
      code: 'reason-needed',
      status: 409,
      rules: ['changes.0 rest-between-days'],
      why: 'Danny de Boer: rust 9 u 30, norm 11 u',
      current: { breaches: [{ severity: 'warning', figures: { is: 570, norm: 660 } }] },
    })
    expect(await stored(visit.id)).toEqual(visit)
    expect((await change([to(visit, '2026-12-02', '20:00', [danny], 'op verzoek van Danny')])).code).toBe('ok')
    expect((await auditOf(app, { object: 'planning' })).at(-1)?.details).toMatchObject({
      overridden: [{ visitId: visit.id, reason: 'op verzoek van Danny', rules: ['rest-between-days'] }],
    })
  })

  it('of one visit is not silenced by the reason of another', async () => {
    const [a, b] = [
      await planned('2026-12-01', '09:00', [danny], { pinned: true }),
      await planned('2026-12-01', '11:00', [samira], { pinned: true }),
    ]
    const answer = await change([to(a, '2026-12-02', '09:00', [danny], 'gebeld'), to(b, '2026-12-02', '11:00', [samira])])
    expect(answer).toMatchObject({ code: 'reason-needed', rules: ['changes.1 pinned'] })
  })

  it('is kept with the decision on a notice', async () => {
    const {
      noticeId,
      caseId,
      visits: hit,
    } = await makeAway(app, 'cordaan', daysOff('2026-11-30', '2026-12-01'), ['2026-11-30 09:00', '2026-12-01 09:00'], [danny])
    const [a, b] = hit
    if (!a || !b) throw new Error('Two visits were planned.')
    await planned('2026-12-08', '07:00', [danny])
    const late = move(a, '2026-12-07 20:00', danny)
    const decide = (decision: typeof late) =>
      callApi(planner, 'absences.decide', { params: { id: noticeId }, basedOn: 1, body: { decisions: [decision, cancel(b)] } })
    const asked = await decide(late)
    expect(asked.ok ? null : asked.problem).toMatchObject({
      code: 'reason-needed',
      fields: [{ field: 'decisions.0', rule: 'rest-between-days' }],
    })
    if (late.action !== 'move') throw new Error('It moves.')
    const answer = await decide({ ...late, override: { reason: 'kan niet anders' } })
    const kept = { reason: 'kan niet anders', rules: [{ rule: 'rest-between-days' }] }
    expect(answer).toMatchObject({
      ok: true,
      value: { subject: { decided: [{ visitId: a.id, override: kept }, { visitId: b.id }] } },
    })
    const rows = await app.db.select().from(absenceDecisions).where(eq(absenceDecisions.absenceId, noticeId))
    expect(rows.map((row) => row.override?.reason ?? null).sort()).toEqual(['kan niet anders', null])
    expect((await auditOf(app, { caseId, object: 'absence-decision' })).at(-1)?.details).toMatchObject({
      overridden: [{ visitId: a.id, reason: 'kan niet anders' }],
    })
  })
})

describe('a visit by two caregivers', () => {
  it('is moved by a decision to both of them', async () => {
    const bo = await makeCaregiver(app, 'cordaan', { name: 'Bo Berg', firstName: 'Bo' })
    const { noticeId, visits: hit } = await makeAway(
      app,
      'cordaan',
      daysOff('2026-11-30', '2026-12-01'),
      ['2026-11-30 09:00'],
      [danny],
    )
    const [visit] = hit
    if (!visit) throw new Error('A visit was planned.')
    const decisions = (target: object) => ({
      decisions: [
        {
          action: 'move' as const,
          visitId: visit.id,
          visitVersion: 1,
          to: { date: '2026-12-07', startTime: '10:00', ...target },
        },
      ],
    })
    const decide = (target: object) =>
      callApi(planner, 'absences.decide', { params: { id: noticeId }, basedOn: 1, body: decisions(target) })
    for (const wrong of [
      {},
      { caregiverId: danny.id, caregiverIds: [bo.id] },
      { caregiverIds: [] },
      { caregiverIds: [bo.id, bo.id] },
    ])
      expect((await decide(wrong)).status).toBe(422)
    const answer = await decide({ caregiverIds: [samira.id, bo.id] })
    expect(answer).toMatchObject({
      ok: true,
      value: { subject: { affected: [{ caregivers: [{ name: 'Bo Berg' }, { name: 'Samira Öztürk' }] }] } },
    })
  })
})

describe('a planning that moved on under a proposal', () => {
  it('is refused with the difference: which visit stands where now, and where it came from', async () => {
    const visit = await planned('2026-12-02', '09:00', [danny])
    const other = await planned('2026-12-03', '14:00', [samira])
    const { planning, proposals } = await mustCall(planner, 'rescheduling.explain', {
      body: { visitId: visit.id, reason: 'other', caregiverId: samira.id, date: '2026-12-03', startTime: '09:00' },
    }).then(({ planning, best }) => ({ planning, proposals: best }))
    expect(proposals).not.toBeNull()
    expect((await change([to(other, '2026-12-03', '09:30', [samira])])).code).toBe('ok')
    const answer = await change([to(visit, '2026-12-03', '09:00', [samira])], planning)
    expect(answer).toMatchObject({
      code: 'planning-moved-on',
      status: 412,
      rules: ['changes.0 double-booking'],
      why: 'Samira Öztürk heeft dan al een dienst: 03-12-2026 09:30–11:00',
      current: {
        changed: [
          {
            client: 'Mevr. C. Test',
            visit: { id: other.id, startTime: '09:30', previous: { date: '2026-12-03', startTime: '14:00' } },
          },
        ],
      },
    })
    // Without a version nobody can say what moved: a plain double booking, as before.
    expect((await change([to(visit, '2026-12-03', '09:00', [samira])])).code).toBe('double-booking')
    // What moved elsewhere stands in nobody's way.
    expect((await change([to(visit, '2026-12-03', '13:00', [samira])], planning)).code).toBe('ok')
  })

  it('names an absence that was reported since', async () => {
    const visit = await planned('2026-12-02', '09:00', [danny])
    const { planning } = await mustCall(planner, 'rescheduling.proposals', { body: { visitId: visit.id, reason: 'other' } })
    await mustCall(planner, 'rescheduling.report-absent', {
      params: { id: samira.id },
      body: { from: '2026-12-03', to: '2026-12-03', kind: 'ill' },
    })
    const answer = await change([to(visit, '2026-12-03', '09:00', [samira])], planning)
    expect(answer).toMatchObject({
      code: 'planning-moved-on',
      rules: ['changes.0 caregiver-absent'],
      current: { changed: [], absences: [{ caregiver: { id: samira.id }, from: '2026-12-03' }] },
    })
  })
})

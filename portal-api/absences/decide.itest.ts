/** Deciding on a notice over HTTP: what changes when it goes well, and each way in which it does not. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { VisitDecision } from '../../shared/domain/absences.ts'
import { cancel, daysOff, keep, makeAway, move } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asStaff,
  type CaregiverRow,
  makeCaregiver,
  makeProvider,
  makeStaff,
  makeVisit,
  type StaffFixture,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { absences, cases, visits } from '../db/schema/index.ts'

let app: TestApp
let noor: StaffFixture
let planner: Caller
let danny: CaregiverRow
let samira: CaregiverRow

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'laurens']) await makeProvider(app, id)
  noor = await makeStaff(app, 'cordaan', 'planner', 'Noor Willemsen')
  planner = await asStaff(app, 'cordaan', noor)
})
beforeEach(async () => {
  danny = await makeCaregiver(app, 'cordaan', { name: 'Danny de Boer' })
  samira = await makeCaregiver(app, 'cordaan', { name: 'Samira Öztürk' })
})
afterAll(() => app.stop())

const week = daysOff('2026-11-30', '2026-12-04')
const away = (places: readonly string[] = ['2026-11-30 09:00', '2026-12-02 09:00', '2026-12-04 09:00']) =>
  makeAway(app, 'cordaan', week, places, [danny])
const decide = (id: string, decisions: readonly VisitDecision[], basedOn = 1, requestId?: string) =>
  callApi(planner, 'absences.decide', { params: { id }, basedOn, body: { decisions: [...decisions] }, requestId })
const visitNow = async (id: string) => (await app.db.select().from(visits).where(eq(visits.id, id)))[0]

describe('a decision', () => {
  it('moves, cancels and keeps, closes the notice and tells the client, all at once', async () => {
    const { noticeId, caseId, visits: planned, caller, user, client } = await away()
    const [a, b, c] = planned
    if (!a || !b || !c) throw new Error('Three visits were planned.')
    await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {} })
    const answer = await decide(noticeId, [move(a, '2026-12-07 10:30', samira), cancel(b), keep(c)])
    expect(answer).toMatchObject({
      status: 200,
      value: {
        id: caseId,
        status: 'closed',
        version: 2,
        claim: null,
        closedBy: 'Noor Willemsen',
        subject: {
          notice: { status: 'processed', version: 2 },
          decided: [
            { visitId: a.id, action: 'move' },
            { visitId: b.id, action: 'cancel' },
            { visitId: c.id, action: 'keep' },
          ],
        },
      },
    })

    const month = await mustCall(caller, 'planning.month', { query: { month: '2026-12' } })
    expect(month.rows).toMatchObject([
      { id: b.id, date: '2026-12-02', startTime: '09:00', status: 'cancelled', changed: false },
      { id: c.id, date: '2026-12-04', status: 'planned', changed: false },
      {
        id: a.id,
        date: '2026-12-07',
        startTime: '10:30',
        endTime: '12:00',
        caregiver: 'Samira',
        status: 'planned',
        changed: true,
      },
    ])
    expect((await mustCall(caller, 'planning.month', { query: { month: '2026-11' } })).rows).toEqual([])
    expect(await visitNow(a.id)).toMatchObject({
      previousDate: '2026-11-30',
      previousStartMinute: 540,
      version: 2,
      changedAt: app.clock.now(),
    })
    expect(await visitNow(c.id)).toMatchObject({ version: 1, changedAt: null })

    const told = (await eventsOf(app, { caseId })).slice(2)
    expect(told.map((event) => [event.type, event.subjectId, event.version, event.staffId])).toEqual([
      ['planning.changed', a.id, 2, noor.id],
      ['planning.changed', b.id, 2, noor.id],
      ['case.closed', noticeId, 2, noor.id],
    ])
    const [mail, ...others] = await deliveriesOf(app, { to: user.email ?? '' })
    expect(others).toEqual([])
    expect(mail).toMatchObject({ channel: 'email', subject: 'Uw planning is gewijzigd', template: 'absence.decided' })
    expect(mail?.body).toContain(
      'maandag 30 november 2026 om 09:00 uur is verplaatst naar maandag 7 december 2026 om 10:30 uur. Samira komt',
    )
    expect(mail?.body).toContain('woensdag 2 december 2026 om 09:00 uur gaat niet door')
    expect((await auditOf(app, { caseId, object: 'absence-decision' })).at(-1)).toMatchObject({
      action: 'execute',
      outcome: 'ok',
      objectId: noticeId,
      clientId: client.id,
      actorId: noor.id,
      details: { decided: 3, moved: [a.id], cancelled: [b.id], kept: [c.id] },
    })
  })

  it('sent twice under one request id decides once', async () => {
    const { noticeId, visits: planned, caseId } = await away(['2026-11-30 09:00'])
    const requestId = randomUUID()
    const decisions = planned.map(cancel)
    const [first, second] = await Promise.all([
      decide(noticeId, decisions, 1, requestId),
      decide(noticeId, decisions, 1, requestId),
    ])
    expect(first).toMatchObject({ status: 200 })
    expect(second.ok && first.ok && second.value).toEqual(first.ok && first.value)
    expect((await eventsOf(app, { caseId })).filter((event) => event.type === 'case.closed')).toHaveLength(1)
    expect(await decide(noticeId, planned.map(keep), 1, requestId)).toMatchObject({
      status: 422,
      problem: { code: 'request-id-reused' },
    })
  })

  it('on a notice that hits nothing just closes it', async () => {
    const { noticeId, user } = await away([])
    expect(await decide(noticeId, [])).toMatchObject({ status: 200, value: { subject: { affected: [] } } })
    expect(await deliveriesOf(app, { to: user.email ?? '' })).toMatchObject([{ subject: 'Uw afwezigheid is verwerkt' }])
  })

  it('brings the client’s other open notices up to date', async () => {
    const { noticeId, caller, visits: planned } = await away(['2026-12-01 09:00', '2026-12-07 09:00'])
    const other = await mustCall(caller, 'absences.create', { body: daysOff('2026-12-01', '2026-12-08') })
    const caseOfOther = async () => (await app.db.select().from(cases).where(eq(cases.subjectId, other.id)))[0]
    expect((await caseOfOther())?.facts).toMatchObject({ visitCount: 2 })
    await decide(noticeId, planned.slice(0, 1).map(cancel))
    expect(await caseOfOther()).toMatchObject({
      subjectVersion: 1,
      facts: { visitCount: 1, firstVisit: { date: '2026-12-07', startTime: '09:00' } },
      dueAt: new Date('2026-12-07T08:00:00Z'),
    })
    expect((await eventsOf(app, { subjectId: other.id })).map((event) => event.type)).toEqual(['case.opened', 'case.changed'])
  })
})

describe('a decision is refused', () => {
  it('for an old version of the notice, with the case as it is now', async () => {
    const { noticeId, caller, visits: planned, caseId } = await away()
    await mustCall(caller, 'absences.change', { params: { id: noticeId }, basedOn: 1, body: daysOff('2026-11-30', '2026-12-01') })
    expect(await decide(noticeId, planned.map(cancel))).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { id: caseId, version: 2, subject: { before: { endDate: '2026-12-04' } } } },
    })
  })

  it('once it was decided, naming who did', async () => {
    const { noticeId, visits: planned } = await away()
    await decide(noticeId, planned.map(keep))
    expect(await decide(noticeId, planned.map(cancel))).toMatchObject({
      status: 409,
      problem: { code: 'already-closed', params: { by: 'Noor Willemsen' }, current: { status: 'closed' } },
    })
    expect(await visitNow(planned[0]?.id ?? '')).toMatchObject({ status: 'planned' })
  })

  it('when a visit was forgotten', async () => {
    const { noticeId, visits: planned } = await away()
    expect(await decide(noticeId, planned.slice(0, 1).map(cancel))).toMatchObject({
      status: 422,
      problem: { code: 'decision-incomplete', params: { count: 2 } },
    })
    expect(await visitNow(planned[0]?.id ?? '')).toMatchObject({ status: 'planned', version: 1 })
  })

  it('when a visit changed or began in the meantime, naming which', async () => {
    const { noticeId, visits: planned, caseId } = await away()
    const [a, b, c] = planned
    if (!a || !b || !c) throw new Error('Three visits were planned.')
    await app.db.update(visits).set({ startMinute: 600, version: 2 }).where(eq(visits.id, b.id))
    expect(await decide(noticeId, planned.map(cancel))).toMatchObject({
      status: 412,
      problem: {
        code: 'planning-changed',
        fields: [{ field: 'decisions.1', rule: 'planning-changed' }],
        current: { id: caseId, subject: { affected: [{}, { id: b.id, startTime: '10:00', version: 2 }, {}] } },
      },
    })
    await app.db.update(visits).set({ status: 'cancelled' }).where(eq(visits.id, b.id))
    expect(await decide(noticeId, [cancel(a), cancel({ ...b, version: 2 }), cancel(c)])).toMatchObject({
      problem: { code: 'planning-changed', fields: [{ field: 'decisions.1' }] },
    })
  })

  it('for a visit of somebody else, of another provider, or one decided twice', async () => {
    const { noticeId, visits: planned } = await away(['2026-11-30 09:00'])
    const other = await makeAway(app, 'cordaan', week, ['2026-11-30 13:00'], [samira])
    const foreign = await makeAway(app, 'axxicom', week, ['2026-11-30 09:00'], [])
    for (const strange of [other, foreign]) {
      expect(await decide(noticeId, [...planned, ...strange.visits].map(cancel))).toMatchObject({
        status: 404,
        problem: { code: 'not-found', fields: [{ field: 'decisions.1' }] },
      })
    }
    expect(await decide(noticeId, [...planned, ...planned].map(keep))).toMatchObject({
      status: 422,
      problem: { code: 'invalid-input', fields: [{ field: 'decisions.1.visitId', rule: 'visit-decided-twice' }] },
    })
  })

  it('for a place in the past, or in a time at which the client is away', async () => {
    const { noticeId, visits: planned, caller } = await away(['2026-11-30 09:00'])
    const [a] = planned
    if (!a) throw new Error('One visit was planned.')
    const to = (place: string) => decide(noticeId, [move(a, place, samira)])
    expect(await to('2026-11-23 09:00')).toMatchObject({
      status: 422,
      problem: { code: 'moved-into-past', params: { slot: '23-11-2026 09:00–10:30' } },
    })
    expect(await to('2026-12-04 23:00')).toMatchObject({
      status: 422,
      problem: { code: 'moved-into-absence', fields: [{ field: 'decisions.0' }], params: { slot: '04-12-2026 23:00–00:30' } },
    })
    expect(await to('2026-11-29 23:30')).toMatchObject({ problem: { code: 'moved-into-absence' } })
    await mustCall(caller, 'absences.create', { body: daysOff('2026-12-07', '2026-12-07') })
    expect(await to('2026-12-07 09:00')).toMatchObject({ problem: { code: 'moved-into-absence' } })
    expect(await to('2026-12-05 00:00')).toMatchObject({ status: 200 })
  })

  it('for a caregiver of another provider, or one who left', async () => {
    const { noticeId, visits: planned } = await away(['2026-11-30 09:00'])
    const foreign = await makeCaregiver(app, 'axxicom')
    const gone = await makeCaregiver(app, 'cordaan', { active: false })
    for (const caregiver of [foreign, gone, { id: randomUUID() }]) {
      expect(
        await decide(
          noticeId,
          planned.map((visit) => move(visit, '2026-12-07 09:00', caregiver)),
        ),
      ).toMatchObject({
        status: 404,
        problem: { code: 'not-found', fields: [{ field: 'decisions.0' }] },
      })
    }
  })

  it('to other roles, other providers and portals without absences', async () => {
    const { noticeId, visits: planned, caller } = await away(['2026-11-30 09:00'])
    const call = (who: Caller) =>
      callApi(who, 'absences.decide', { params: { id: noticeId }, basedOn: 1, body: { decisions: planned.map(keep) } })
    for (const role of ['care-manager', 'helpdesk'] as const) {
      const person = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', role))
      expect(await call(person)).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
    }
    expect(await call(caller)).toMatchObject({ status: 403 })
    expect(await call(await asStaff(app, 'axxicom', await makeStaff(app, 'axxicom', 'planner')))).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
    expect(await call(await asStaff(app, 'laurens', await makeStaff(app, 'laurens', 'planner')))).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
    expect(await app.db.select().from(absences).where(eq(absences.id, noticeId))).toMatchObject([{ status: 'open', version: 1 }])
  })

  it('for a double booking, naming caregiver and slot', async () => {
    const { noticeId, visits: planned } = await away(['2026-11-30 09:00', '2026-12-01 09:00'])
    const other = await makeAway(app, 'cordaan', daysOff('2027-01-01', '2027-01-01'), [], [])
    await makeVisit(app, other.client, [samira], '2026-12-07', '09:30')
    const [a, b] = planned
    if (!a || !b) throw new Error('Two visits were planned.')
    expect(await decide(noticeId, [cancel(a), move(b, '2026-12-07 10:59', samira)])).toMatchObject({
      status: 409,
      problem: {
        code: 'double-booking',
        params: { caregiver: 'Samira Öztürk', slot: '07-12-2026 09:30–11:00' },
        fields: [{ field: 'decisions.1', rule: 'double-booking' }],
      },
    })
    expect(await visitNow(a.id)).toMatchObject({ status: 'planned', version: 1 })
    expect(await decide(noticeId, [cancel(a), move(b, '2026-12-07 11:00', samira)])).toMatchObject({ status: 200 })
  })
})

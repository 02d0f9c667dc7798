/** Proposals, explanations and checks over HTTP: on the planning as it stands in PostgreSQL, with rules and figures that can be said. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { ruleSentence } from '../../shared/rescheduling/rules/catalogue.ts'
import { daysOff } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeCaregiver,
  makeClient,
  makeOrganisation,
  makePortalUser,
  makeProject,
  makeProjectVisit,
  makeProvider,
  makeStaff,
  makeVisit,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf } from '../../tests/support/traces.ts'
import { clientTimes, unwantedPairings, visits } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

let providers = 0
/** A provider of its own, so that nobody else's caregivers are proposed. */
async function desk() {
  const id = ['cordaan', 'axxicom', 'zuyderland', 'laurens', 'careflex'][providers]
  providers += 1
  if (id === undefined) throw new Error('There are no more profiles: share one.')
  await makeProvider(app, id)
  return { id, planner: await asStaff(app, id, await makeStaff(app, id, 'planner')) }
}

type Asked = CallOf<Api['rescheduling.proposals']>['body']
const propose = (caller: Caller, body: Omit<Asked, 'reason'>) =>
  mustCall(caller, 'rescheduling.proposals', { body: { reason: 'client-asked', ...body } })

describe('proposals', () => {
  let planner: Caller
  let provider: string
  beforeAll(async () => {
    const made = await desk()
    planner = made.planner
    provider = made.id
  })

  it('gives places whose parts add up to the score, none of which breaks a hard rule', async () => {
    const danny = await makeCaregiver(app, provider, { weekdays: [1, 2, 3, 4, 5], fromMinute: 420, toMinute: 1020 })
    await makeCaregiver(app, provider, { name: 'Samira Öztürk', weekdays: [1, 3], fromMinute: 420, toMinute: 1020 })
    const unable = await makeCaregiver(app, provider, { name: 'Anton Smit', qualifications: ['HV 9'] })
    const client = await makeClient(app, provider, { usualCaregiverId: danny.id, lat: 52.37, lon: 4.9 })
    const other = await makeClient(app, provider, { lat: 52.39, lon: 4.92 })
    await makeVisit(app, other, [danny], '2026-12-01', '09:00')
    const visit = await makeVisit(app, client, [danny], '2026-12-02', '09:00')
    await app.db.insert(clientTimes).values({
      id: newId(),
      provider,
      clientId: client.id,
      kind: 'impossible',
      weekday: 3,
      fromMinute: 0,
      toMinute: 720,
    })
    const value = await propose(planner, { visitId: visit.id })
    expect(value).toMatchObject({ visitVersion: 1, from: '2026-11-23', to: '2026-12-20', stoppedBy: [] })
    expect(value.proposals).toHaveLength(10)
    for (const one of value.proposals) {
      expect(one.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(one.score)
      for (const part of one.parts)
        for (const lang of ['nl', 'en'] as const) expect(ruleSentence(part.rule, part.figures, lang)).not.toContain('{')
      const [spot] = one.spots
      expect(spot?.caregiverId).not.toBe(unable.id)
      // Wednesday is the day on which the client cannot in the morning.
      if (spot && new Date(spot.date).getUTCDay() === 3) expect(spot.startTime >= '12:00').toBe(true)
    }
    expect(value.proposals[0]?.spots[0]).toMatchObject({ caregiver: 'Danny de Boer' })
    expect((await auditOf(app, { object: 'planning-proposals' })).at(-1)).toMatchObject({
      objectId: visit.id,
      clientId: client.id,
      outcome: 'ok',
    })
  })

  it('reckons with what is decided beside it and not stored yet', async () => {
    const lotte = await makeCaregiver(app, provider, {
      name: 'Lotte Pas',
      qualifications: ['HV 7'],
      weekdays: [2],
      fromMinute: 540,
      toMinute: 630,
    })
    const client = await makeClient(app, provider)
    const first = await makeVisit(app, client, [lotte], '2026-12-08', '09:00', { serviceCode: 'HV 7' })
    const second = await makeVisit(app, client, [], '2026-12-07', '09:00', { serviceCode: 'HV 7' })
    const days = (answer: Awaited<ReturnType<typeof propose>>) => answer.proposals.map((one) => one.spots[0]?.date)
    expect(days(await propose(planner, { visitId: second.id }))).not.toContain('2026-12-08')
    const free = await propose(planner, { visitId: second.id, beside: { cancelled: [first.id] } })
    expect(days(free)).toContain('2026-12-08')
    const spot = { caregiverId: lotte.id, date: '2026-12-15', startTime: '09:00' }
    const moved = await propose(planner, { visitId: second.id, beside: { placed: [{ visitId: first.id, spots: [spot] }] } })
    expect(days(moved)).toContain('2026-12-08')
    expect(days(moved)).not.toContain('2026-12-15')
  })

  it('proposes nothing while the client is away, and nothing on a closed day', async () => {
    const client = await makeClient(app, provider)
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    const helper = await makeCaregiver(app, provider, { name: 'Kees Vos', qualifications: ['HV 8'] })
    const visit = await makeVisit(app, client, [helper], '2026-12-24', '09:00', { serviceCode: 'HV 8' })
    await mustCall(caller, 'absences.create', { body: daysOff('2026-12-21', '2026-12-24') })
    const value = await propose(planner, { visitId: visit.id, top: 50 })
    const dates = value.proposals.map((one) => one.spots[0]?.date ?? '')
    expect(dates.length).toBeGreaterThan(5)
    for (const date of ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26'])
      expect(dates).not.toContain(date)
  })

  it('answers honestly that there is no place, with the rule that stopped most', async () => {
    const client = await makeClient(app, provider)
    const visit = await makeVisit(app, client, [], '2026-12-02', '09:00', { serviceCode: 'HV 404' })
    const value = await propose(planner, { visitId: visit.id })
    expect(value.proposals).toEqual([])
    expect(value.stoppedBy[0]).toMatchObject({ rule: 'unknown-service' })
  })

  it('keeps a caregiver away who is not wanted, and says so when asked', async () => {
    const unwanted = await makeCaregiver(app, provider, { name: 'Bram Bos', qualifications: ['HV 6'] })
    const other = await makeCaregiver(app, provider, { name: 'Mia Mol', qualifications: ['HV 6'] })
    const client = await makeClient(app, provider, { name: 'Dhr. A. Alders' })
    await app.db
      .insert(unwantedPairings)
      .values({ provider, clientId: client.id, caregiverId: unwanted.id, since: app.clock.now() })
    const visit = await makeVisit(app, client, [other], '2026-12-02', '09:00', { serviceCode: 'HV 6' })
    const value = await propose(planner, { visitId: visit.id, top: 50 })
    expect(new Set(value.proposals.map((one) => one.spots[0]?.caregiverId))).toEqual(new Set([other.id]))
    const body = { visitId: visit.id, reason: 'other', caregiverId: unwanted.id } as const
    const why = await mustCall(planner, 'rescheduling.explain', { body })
    expect(why.breaches.map((one) => [one.rule, one.severity])).toEqual([['unwanted-pairing', 'hard']])
    const [breach] = why.breaches
    expect(breach && ruleSentence(breach.rule, breach.figures, 'nl')).toBe('Bram Bos komt niet bij Dhr. A. Alders')
    expect(why.best).toBeNull()
    const better = await mustCall(planner, 'rescheduling.explain', { body: { ...body, caregiverId: other.id } })
    expect(better).toMatchObject({
      breaches: [],
      spot: { date: '2026-12-02', startTime: '09:00' },
      caregiver: { name: 'Mia Mol' },
    })
    expect(better.cost?.score).toBe(better.cost?.parts.reduce((sum, part) => sum + part.minutes, 0))
    expect(better.best?.spots).toHaveLength(1)
  })

  it('places a visit by two caregivers together, and one far ahead', async () => {
    const pair = await Promise.all(
      ['An A', 'Bo B', 'Cas C'].map((name) => makeCaregiver(app, provider, { name, qualifications: ['HV 5'] })),
    )
    const [an, bo] = pair
    if (!an || !bo) throw new Error('Nobody was made.')
    const client = await makeClient(app, provider)
    const visit = await makeVisit(app, client, [an, bo], '2027-03-02', '09:00', { serviceCode: 'HV 5' })
    const value = await propose(planner, { visitId: visit.id })
    expect(value).toMatchObject({ from: '2027-02-16', to: '2027-03-15' })
    const [best] = value.proposals
    expect(best?.spots).toHaveLength(2)
    expect(best?.spots[0]?.startTime).toBe(best?.spots[1]?.startTime)
    expect(best?.spots[0]?.caregiverId).not.toBe(best?.spots[1]?.caregiverId)
  })

  it('refuses what cannot be placed: cancelled, begun, three caregivers, unknown', async () => {
    const client = await makeClient(app, provider)
    const three = await Promise.all(['A', 'B', 'C'].map((name) => makeCaregiver(app, provider, { name })))
    const refused = async (visitId: string) => {
      const answer = await callApi(planner, 'rescheduling.proposals', { body: { visitId, reason: 'other' } })
      return answer.ok ? null : [answer.problem.code, answer.problem.params['why']]
    }
    const made = async (date: string, given = {}, by = three.slice(0, 1)) =>
      (await makeVisit(app, client, by, date, '09:00', given)).id
    expect(await refused(await made('2026-12-02', { status: 'cancelled' }))).toEqual(['visit-not-placeable', 'cancelled'])
    expect(await refused(await made('2026-11-20'))).toEqual(['visit-not-placeable', 'begun'])
    expect(await refused(await made('2026-12-03', {}, three))).toEqual(['visit-not-placeable', 'many-caregivers'])
    expect(await refused(newId())).toEqual(['not-found', undefined])
  })

  it('names a caregiver who left by nothing, and still takes over from them', async () => {
    const gone = await makeCaregiver(app, provider, { name: 'Gijs Weg', qualifications: ['HV 4'], active: false })
    const here = await makeCaregiver(app, provider, { name: 'Hans Hier', qualifications: ['HV 4'] })
    const visit = await makeVisit(app, await makeClient(app, provider), [gone], '2026-12-02', '09:00', { serviceCode: 'HV 4' })
    const value = await propose(planner, { visitId: visit.id })
    expect(new Set(value.proposals.map((one) => one.spots[0]?.caregiverId))).toEqual(new Set([here.id]))
  })
})

describe('a visit of a project', () => {
  it('is placed like one of a client', async () => {
    const { id, planner } = await desk()
    const helper = await makeCaregiver(app, id)
    const project = await makeProject(app, id, await makeOrganisation(app, id), 'Stadshart')
    const visit = await makeProjectVisit(app, project, [helper], '2026-12-02', '09:00')
    const value = await propose(planner, { visitId: visit.id })
    expect(value.proposals).toHaveLength(10)
  })
})

describe('a check', () => {
  it('says which rules a change breaks, with figures, and stores nothing', async () => {
    const { id, planner } = await desk()
    const danny = await makeCaregiver(app, id, { weekdays: [1, 2, 3, 4, 5], fromMinute: 420, toMinute: 1380 })
    const [here, there] = [
      await makeClient(app, id, { lat: 52.37, lon: 4.9 }),
      await makeClient(app, id, { lat: 52.5, lon: 4.95 }),
    ]
    await makeVisit(app, here, [danny], '2026-12-02', '09:00')
    await makeVisit(app, here, [danny], '2026-12-03', '07:00')
    const visit = await makeVisit(app, there, [danny], '2026-12-04', '09:00', { pinned: true })
    const check = (date: string, startTime: string) =>
      mustCall(planner, 'rescheduling.check', {
        body: { moves: [{ visitId: visit.id, spots: [{ caregiverId: danny.id, date, startTime }] }] },
      })
    const rules = async (date: string, startTime: string) => (await check(date, startTime)).breaches.map((one) => one.rule)
    expect(await rules('2026-12-02', '09:30')).toEqual(['double-booking', 'pinned'])
    expect(await rules('2026-12-02', '10:30')).toEqual(['no-travel-time', 'pinned'])
    expect(await rules('2026-12-02', '20:00')).toEqual(['pinned', 'rest-between-days'])
    expect(await rules('2026-12-05', '09:00')).toEqual(['not-available', 'pinned'])
    expect(await rules('2026-12-02', '13:00')).toEqual(['pinned'])
    expect(await rules('2027-11-01', '09:00')).toContain('out-of-horizon')
    const rest = (await check('2026-12-02', '20:00')).breaches.find((one) => one.rule === 'rest-between-days')
    expect(rest && ruleSentence(rest.rule, rest.figures, 'nl')).toBe('Danny de Boer: rust 9 u 30, norm 11 u')
    const [stored] = await app.db.select().from(visits).where(eq(visits.id, visit.id))
    expect(stored).toEqual(visit)
    const twice = { visitId: visit.id, spots: [{ caregiverId: danny.id, date: '2026-12-02', startTime: '13:00' }] }
    const refused = await callApi(planner, 'rescheduling.check', { body: { moves: [twice, twice] } })
    expect(refused.ok ? null : refused.problem.fields?.[0]).toMatchObject({ field: 'moves', rule: 'visit-changed-twice' })
  })
})

/** Claims over HTTP: one winner, visible, renewed, taken over, given back. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_SECONDS } from '../../shared/domain/cases.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
  type StaffFixture,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, eventsOf } from '../../tests/support/traces.ts'
import { cases } from '../db/schema/index.ts'

let app: TestApp
let noor: StaffFixture
let planner: Caller
let rik: StaffFixture
let otherPlanner: Caller
let manager: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  noor = await makeStaff(app, 'cordaan', 'planner', 'Noor Willemsen')
  rik = await makeStaff(app, 'cordaan', 'planner', 'Rik Jansma')
  planner = await asStaff(app, 'cordaan', noor)
  otherPlanner = await asStaff(app, 'cordaan', rik)
  manager = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'care-manager', 'Eline Brouwer'))
})
afterAll(() => app.stop())

/** A question, sent over HTTP. */
async function asked() {
  const caller = await asPortalUser(app, await makePortalUser(app, await makeClient(app, 'cordaan')))
  const request = await mustCall(caller, 'contact-requests.create', { body: { subject: 'portal', message: 'Hoe werkt dit?' } })
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, request.id))
  if (!row) throw new Error('No case was opened.')
  return { caller, request, caseId: row.id }
}

describe('a claim', () => {
  it('of twenty at once has one winner', async () => {
    const { caseId } = await asked()
    const staffAtOnce = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner', `Planner Nummer${index}`)),
      ),
    )
    const answers = await Promise.all(
      staffAtOnce.map((caller) => callApi(caller, 'cases.claim', { params: { id: caseId }, body: {} })),
    )
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    const winner = answers.find((one) => one.ok)
    const by = winner?.ok ? winner.value.claim.by.name : ''
    for (const answer of answers)
      if (!answer.ok) expect(answer.problem).toMatchObject({ code: 'claimed-by-other', params: { by } })
    const told = (await eventsOf(app, { caseId })).filter((one) => one.type === 'case.claimed')
    expect(told).toHaveLength(1)
  })

  it('is seen in the list, renewed by its holder and over when its time is', async () => {
    const { caseId } = await asked()
    const first = await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {} })
    expect(first.claim).toEqual({
      by: { id: noor.id, name: 'Noor Willemsen', initials: 'NW' },
      since: app.clock.now().toISOString(),
      expiresAt: new Date(app.clock.now().getTime() + CLAIM_SECONDS * 1000).toISOString(),
    })
    app.clock.pass(CLAIM_SECONDS - 1)
    const renewed = await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {} })
    expect(renewed.claim.since).toBe(first.claim.since)
    expect(await callApi(otherPlanner, 'cases.claim', { params: { id: caseId }, body: {} })).toMatchObject({
      status: 409,
      problem: { code: 'claimed-by-other', params: { by: 'Noor Willemsen' } },
    })
    app.clock.pass(CLAIM_SECONDS)
    const taken = await mustCall(otherPlanner, 'cases.claim', { params: { id: caseId }, body: {} })
    expect(taken.claim.by.id).toBe(rik.id)
    const told = (await eventsOf(app, { caseId })).map((one) => one.type)
    expect(told).toEqual(['case.opened', 'case.claimed', 'case.claimed'])
    const detail = await mustCall(planner, 'cases.open', { params: { id: caseId } })
    expect(detail).toMatchObject({ version: 1, claim: { by: { id: rik.id } } })
  })

  it('can be taken over, which the log shows with who lost it', async () => {
    const { caseId } = await asked()
    await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {} })
    const taken = await mustCall(otherPlanner, 'cases.claim', { params: { id: caseId }, body: { takeOver: true } })
    expect(taken.claim.by.id).toBe(rik.id)
    const lines = await auditOf(app, { caseId, object: 'claim' })
    expect(lines.at(-1)).toMatchObject({ actorId: rik.id, details: { takeOver: true, takenFrom: noor.id } })
  })

  it('is given back by its holder only', async () => {
    const { caseId } = await asked()
    await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {} })
    expect(await mustCall(otherPlanner, 'cases.release', { params: { id: caseId } })).toEqual({ ok: true })
    expect((await mustCall(planner, 'cases.open', { params: { id: caseId } })).claim).not.toBeNull()
    await mustCall(planner, 'cases.release', { params: { id: caseId } })
    expect((await mustCall(planner, 'cases.open', { params: { id: caseId } })).claim).toBeNull()
    const told = (await eventsOf(app, { caseId })).map((one) => one.type)
    expect(told).toEqual(['case.opened', 'case.claimed', 'case.released'])
  })

  it('on a closed case says who closed it', async () => {
    const { caseId, request, caller } = await asked()
    await mustCall(manager, 'contact-requests.reply', { params: { id: request.id }, basedOn: 1, body: { text: 'Zo werkt het.' } })
    expect(await callApi(planner, 'cases.claim', { params: { id: caseId }, body: {} })).toMatchObject({
      status: 409,
      problem: { code: 'already-closed', params: { by: 'Eline Brouwer' } },
    })
    const withdrawn = await mustCall(caller, 'contact-requests.create', { body: { subject: 'other', message: 'Laat maar.' } })
    await mustCall(caller, 'contact-requests.withdraw', { params: { id: withdrawn.id }, basedOn: 1 })
    const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, withdrawn.id))
    expect(await callApi(planner, 'cases.claim', { params: { id: row?.id ?? '' }, body: { takeOver: true } })).toMatchObject({
      problem: { code: 'already-closed', params: { by: 'de cliënt' } },
    })
  })

  it('repeated under the same request id gets the first answer', async () => {
    const { caseId } = await asked()
    const requestId = randomUUID()
    const first = await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {}, requestId })
    app.clock.pass(30)
    expect(await mustCall(planner, 'cases.claim', { params: { id: caseId }, body: {}, requestId })).toEqual(first)
    expect(await callApi(planner, 'cases.claim', { params: { id: caseId }, body: { takeOver: true }, requestId })).toMatchObject({
      status: 422,
      problem: { code: 'request-id-reused' },
    })
  })
})

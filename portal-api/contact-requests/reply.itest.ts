/** Replies over HTTP: what a reply does, one of many at once, and who will read it. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
  type PortalUserRow,
  type StaffFixture,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { cases, contactRequests } from '../db/schema/index.ts'

const SECRET = 'Ik heb hoge bloeddruk en wil dat niet in een mail.'

let app: TestApp
let eline: StaffFixture
let manager: Caller
let second: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'laurens', 'zuyderland']) await makeProvider(app, id)
  eline = await makeStaff(app, 'cordaan', 'care-manager', 'Eline Brouwer')
  manager = await asStaff(app, 'cordaan', eline)
  second = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'planner', 'Rik Jansma'))
})
afterAll(() => app.stop())

async function someone(provider = 'cordaan'): Promise<{ user: PortalUserRow; caller: Caller }> {
  const user = await makePortalUser(app, await makeClient(app, provider))
  return { user, caller: await asPortalUser(app, user) }
}
async function asked(provider = 'cordaan') {
  const { user, caller } = await someone(provider)
  const request = await mustCall(caller, 'contact-requests.create', { body: { subject: 'portal', message: SECRET } })
  return { user, caller, id: request.id, request, caseId: (await caseOf(request.id)).id }
}
async function caseOf(requestId: string) {
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, requestId))
  if (!row) throw new Error('No case was opened.')
  return row
}
const reply = (who: Caller, id: string, text = 'Dat kan bij Mijn gegevens.', basedOn = 1, requestId?: string) =>
  callApi(who, 'contact-requests.reply', { params: { id }, basedOn, body: { text }, requestId })

describe('a reply', () => {
  it('closes the question, ends the claim and tells the asker without saying what', async () => {
    const { caller, user, id, caseId } = await asked()
    await mustCall(manager, 'cases.claim', { params: { id: caseId }, body: {} })
    expect(await reply(manager, id)).toMatchObject({
      status: 200,
      value: {
        id: caseId,
        status: 'closed',
        closedBy: 'Eline Brouwer',
        claim: null,
        version: 2,
        subject: { request: { status: 'closed' } },
      },
    })
    expect((await mustCall(caller, 'contact-requests.list', { query: {} })).rows[0]).toMatchObject({
      status: 'closed',
      reply: 'Dat kan bij Mijn gegevens.',
      repliedBy: 'Eline Brouwer',
      closedAt: app.clock.now().toISOString(),
    })
    expect((await eventsOf(app, { caseId })).at(-1)).toMatchObject({
      type: 'case.closed',
      subjectId: id,
      version: 2,
      staffId: eline.id,
    })
    const [mail, ...more] = await deliveriesOf(app, { to: user.email ?? '' })
    expect(more).toEqual([])
    expect(mail).toMatchObject({ subject: 'Er staat een antwoord voor u klaar', template: 'contact-request.replied' })
    expect(mail?.body).toContain('https://portaal.cordaan.example')
    expect(mail?.body).not.toContain('Mijn gegevens')
    expect(mail?.body).not.toContain('bloeddruk')
    const lines = await auditOf(app, { caseId, object: 'contact-request-reply' })
    expect(lines).toMatchObject([{ outcome: 'ok', action: 'execute', objectId: id, actorId: eline.id }])
    expect(JSON.stringify(lines)).not.toContain('Mijn gegevens')
  })

  it('ASVS 15.4.2: of twenty at once is one', async () => {
    const { id, user, caseId } = await asked()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => reply(index % 2 === 0 ? manager : second, id, `Antwoord ${index}`)),
    )
    const won = answers.findIndex((answer) => answer.ok)
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers) {
      if (answer.ok) continue
      expect(answer.problem).toMatchObject({
        code: 'already-closed',
        params: { by: won % 2 === 0 ? 'Eline Brouwer' : 'Rik Jansma' },
        current: { subject: { request: { reply: `Antwoord ${won}` } } },
      })
    }
    expect(await app.db.select().from(contactRequests).where(eq(contactRequests.id, id))).toMatchObject([
      { reply: `Antwoord ${won}`, version: 2 },
    ])
    expect(await deliveriesOf(app, { to: user.email ?? '' })).toHaveLength(1)
    expect((await eventsOf(app, { caseId })).filter((event) => event.type === 'case.closed')).toHaveLength(1)
  })

  it('to an old version is refused with the question as it is now, which is logged', async () => {
    const { caller, id, caseId } = await asked()
    await mustCall(caller, 'contact-requests.change', {
      params: { id },
      basedOn: 1,
      body: { subject: 'portal', message: 'Anders.' },
    })
    expect(await reply(manager, id)).toMatchObject({
      status: 412,
      problem: {
        code: 'stale-version',
        current: { id: caseId, version: 2, subject: { request: { message: 'Anders.' }, previousMessage: SECRET } },
      },
    })
    expect((await auditOf(app, { caseId, object: 'contact-request-reply' })).at(-1)).toMatchObject({
      outcome: 'refused',
      problem: 'stale-version',
      actorId: eline.id,
    })
    expect(await reply(manager, id, 'Goed.', 2)).toMatchObject({ status: 200 })
  })

  it('repeated under one request id is one reply; with another text it is refused', async () => {
    const { id, user } = await asked()
    const requestId = randomUUID()
    const first = await reply(manager, id, 'Eén keer.', 1, requestId)
    app.clock.pass(5)
    const again = await reply(manager, id, 'Eén keer.', 1, requestId)
    expect(again.ok && again.value).toEqual(first.ok && first.value)
    expect(await reply(manager, id, 'Twee keer.', 1, requestId)).toMatchObject({
      status: 422,
      problem: { code: 'request-id-reused' },
    })
    expect(await deliveriesOf(app, { to: user.email ?? '' })).toHaveLength(1)
  })

  it('needs the role, the provider, and a portal with questions', async () => {
    const { id, caller } = await asked()
    expect(await reply(await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'helpdesk')), id)).toMatchObject({
      status: 403,
    })
    expect(await reply(caller, id)).toMatchObject({ status: 403 })
    expect(await reply(await asStaff(app, 'axxicom', await makeStaff(app, 'axxicom', 'care-manager')), id)).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
    expect(await reply({ url: app.url }, id)).toMatchObject({ status: 401, problem: { code: 'signed-out' } })
    const noVersion = await fetch(`${app.url}/v1/contact-requests/${id}/reply`, {
      method: 'POST',
      headers: { authorization: `Bearer ${manager.token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ text: 'Antwoord' }),
    })
    expect(await noVersion.json()).toMatchObject({ status: 428, code: 'version-missing' })
  })
})

describe('the readers of a reply', () => {
  it('are those who may log in and see messages', async () => {
    const client = await makeClient(app, 'cordaan')
    const asker = await makePortalUser(app, client, { kind: 'representative', name: 'Ingrid Verbeek', relation: 'dochter' })
    await makePortalUser(app, client, { name: 'Mevr. C. Test' })
    await makePortalUser(app, client, { kind: 'contact', name: 'Ruud van Dalen', relation: 'zoon', rights: ['messages'] })
    await makePortalUser(app, client, { kind: 'contact', name: 'Zonder recht', relation: 'buur', rights: ['details'] })
    await makePortalUser(app, client, {
      kind: 'contact',
      name: 'Niet aanvaard',
      rights: ['messages'],
      invitedAt: app.clock.now(),
    })
    await makePortalUser(app, client, { kind: 'representative', name: 'Vertrokken', endedAt: app.clock.now() })
    const request = await mustCall(await asPortalUser(app, asker), 'contact-requests.create', {
      body: { subject: 'portal', message: 'Vraag' },
    })
    const detail = await mustCall(manager, 'cases.open', { params: { id: (await caseOf(request.id)).id } })
    expect(detail.reportedBy).toEqual({ name: 'Ingrid Verbeek', relation: 'dochter' })
    expect(detail.subject).toMatchObject({
      readers: [
        { name: 'Ingrid Verbeek', relation: 'dochter' },
        { name: 'Mevr. C. Test', relation: 'zelf' },
        { name: 'Ruud van Dalen', relation: 'zoon' },
      ],
    })
  })
})

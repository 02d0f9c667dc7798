/** Questions over HTTP: asking, changing, withdrawing. */
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
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, eventsOf } from '../../tests/support/traces.ts'
import { cases } from '../db/schema/index.ts'

const SECRET = 'Ik heb hoge bloeddruk en wil dat niet in een mail.'

let app: TestApp
let manager: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'laurens', 'zuyderland']) await makeProvider(app, id)
  manager = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'care-manager', 'Eline Brouwer'))
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

describe('asking', () => {
  it('opens a case that is due at the end of the second working day', async () => {
    const { request, caseId, user } = await asked()
    expect(request).toMatchObject({
      status: 'open',
      subject: 'portal',
      message: SECRET,
      reply: null,
      repliedBy: null,
      changedAt: null,
      version: 1,
    })
    expect(await caseOf(request.id)).toMatchObject({
      number: expect.stringMatching(/^CV-\d+$/),
      portalUserId: user.id,
      dueAt: new Date('2026-11-25T16:00:00Z'),
      facts: { kind: 'contact-request', subject: 'portal', excerpt: SECRET },
    })
    expect(await eventsOf(app, { caseId })).toMatchObject([{ type: 'case.opened', queue: 'contact-requests', version: 1 }])
    expect(JSON.stringify(await auditOf(app, { caseId }))).not.toContain('bloeddruk')
  })

  it('about a subject that the portal does not offer names the field', async () => {
    const { caller } = await someone()
    expect(await callApi(caller, 'contact-requests.create', { body: { subject: 'project', message: 'Vraag' } })).toMatchObject({
      status: 422,
      problem: {
        code: 'invalid-input',
        fields: [{ field: 'subject', rule: 'subject-not-offered', message: 'Dit onderwerp heeft het portaal niet.' }],
      },
    })
    expect(await callApi(caller, 'contact-requests.create', { body: { subject: 'portal', message: '  ' } })).toMatchObject({
      problem: { fields: [{ field: 'message', rule: 'text-empty' }] },
    })
  })

  it('keeps characters of every plane, and refuses what cannot be stored', async () => {
    const { caller } = await someone()
    const message = 'Groetjes 👩‍👧 – Ömer'
    expect((await mustCall(caller, 'contact-requests.create', { body: { subject: 'other', message } })).message).toBe(message)
    for (const broken of ['half \ud83d', 'nul \u0000']) {
      expect(await callApi(caller, 'contact-requests.create', { body: { subject: 'other', message: broken } })).toMatchObject({
        status: 422,
        problem: { fields: [{ field: 'message', rule: 'text-nul' }] },
      })
    }
  })

  it('is not there in a portal without it', async () => {
    for (const provider of ['laurens', 'zuyderland']) {
      const { caller } = await someone(provider)
      expect(await callApi(caller, 'contact-requests.create', { body: { subject: 'portal', message: 'Vraag' } })).toMatchObject({
        status: 404,
        problem: { code: 'panel-not-available' },
      })
    }
  })

  it('repeated under one request id asks once', async () => {
    const { caller } = await someone()
    const requestId = randomUUID()
    const body = { subject: 'portal', message: 'Vraag' } as const
    const first = await mustCall(caller, 'contact-requests.create', { body, requestId })
    expect(await mustCall(caller, 'contact-requests.create', { body, requestId })).toEqual(first)
    expect((await mustCall(caller, 'contact-requests.list', { query: {} })).rows).toHaveLength(1)
    expect(await callApi(caller, 'contact-requests.create', { body: { ...body, message: 'Anders' }, requestId })).toMatchObject({
      problem: { code: 'request-id-reused' },
    })
  })
})

describe('the own list', () => {
  it('is newest first, with more to load', async () => {
    const { caller } = await someone()
    await asked()
    const sent: string[] = []
    for (const message of ['een', 'twee', 'drie']) {
      app.clock.pass(5)
      sent.unshift((await mustCall(caller, 'contact-requests.create', { body: { subject: 'other', message } })).id)
    }
    const first = await mustCall(caller, 'contact-requests.list', { query: { limit: 2 } })
    const more = await mustCall(caller, 'contact-requests.list', { query: { limit: 2, cursor: first.next ?? '' } })
    expect([...first.rows, ...more.rows].map((row) => row.id)).toEqual(sent)
    expect(more.next).toBeNull()
  })
})

describe('changing and withdrawing', () => {
  it('keeps what was asked before, and leaves the due', async () => {
    const { caller, id, caseId } = await asked()
    const before = await caseOf(id)
    const changed = await mustCall(caller, 'contact-requests.change', {
      params: { id },
      basedOn: 1,
      body: { subject: 'planning', message: 'Toch iets anders.' },
    })
    expect(changed).toMatchObject({ version: 2, subject: 'planning', changedAt: app.clock.now().toISOString() })
    const row = await caseOf(id)
    expect(row).toMatchObject({ subjectVersion: 2, facets: ['changed'], dueAt: before.dueAt, facts: { subject: 'planning' } })
    const detail = await mustCall(manager, 'cases.open', { params: { id: caseId } })
    expect(detail.subject).toMatchObject({ previousMessage: SECRET, request: { message: 'Toch iets anders.' } })
  })

  it('is refused on an old version, to a stranger, and once it is over', async () => {
    const { caller, id } = await asked()
    const body = { subject: 'portal', message: 'Nieuw' } as const
    await mustCall(caller, 'contact-requests.change', { params: { id }, basedOn: 1, body })
    expect(await callApi(caller, 'contact-requests.withdraw', { params: { id }, basedOn: 1 })).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { id, version: 2, message: 'Nieuw' } },
    })
    for (const stranger of [await someone(), await someone('axxicom')]) {
      expect(await callApi(stranger.caller, 'contact-requests.change', { params: { id }, basedOn: 2, body })).toMatchObject({
        status: 404,
      })
      expect(await callApi(stranger.caller, 'contact-requests.withdraw', { params: { id }, basedOn: 2 })).toMatchObject({
        status: 404,
      })
    }
    expect(await mustCall(caller, 'contact-requests.withdraw', { params: { id }, basedOn: 2 })).toMatchObject({
      status: 'withdrawn',
      version: 3,
    })
    expect(await callApi(caller, 'contact-requests.change', { params: { id }, basedOn: 3, body })).toMatchObject({
      status: 409,
      problem: { code: 'not-open' },
    })
    expect(await reply(manager, id, 'Antwoord', 3)).toMatchObject({
      status: 409,
      problem: { code: 'withdrawn', current: { status: 'closed', subject: { request: { status: 'withdrawn' } } } },
    })
  })
})

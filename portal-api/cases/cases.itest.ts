/** Queues and cases over HTTP: pages, filters, counters, opening, claiming. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_SECONDS, OVERDUE_CAP } from '../../shared/domain/cases.ts'
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
import { auditOf } from '../../tests/support/traces.ts'
import { cases } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
let noor: StaffFixture
let planner: Caller
let helpdesk: Caller
let manager: Caller
let lead: Caller

const HOUR = 3_600_000

/** Puts open cases in a queue without their subjects, for what only reads the rows. */
async function fillQueue(provider: string, names: readonly string[], firstNumber = 900): Promise<string[]> {
  const now = app.clock.now().getTime()
  const ids = names.map(() => newId())
  await app.db.insert(cases).values(
    names.map((name, index) => ({
      id: ids[index] ?? '',
      provider,
      queue: 'contact-requests' as const,
      number: `CV-${firstNumber + index}`,
      subjectId: newId(),
      name,
      sortName: name,
      facets: index % 2 === 0 ? (['changed'] as const).slice() : [],
      facts: { queue: 'contact-requests', kind: 'contact-request', subject: 'portal', excerpt: '' } as const,
      openedAt: new Date(now - index * HOUR),
      // Two share a due, so that the id decides.
      dueAt: new Date(now + Math.floor(index / 2) * HOUR + 1000),
    })),
  )
  return ids
}

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'laurens']) await makeProvider(app, id)
  noor = await makeStaff(app, 'cordaan', 'planner', 'Noor Willemsen')
  planner = await asStaff(app, 'cordaan', noor)
  helpdesk = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'helpdesk', 'Jesse Aalbers'))
  manager = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'care-manager', 'Eline Brouwer'))
  lead = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'team-lead', 'Sanne Bos'))
})
afterAll(() => app.stop())

/** A client with a question, sent over HTTP. */
async function asked(provider: string, name = 'Mevr. C. Test') {
  const client = await makeClient(app, provider, { name })
  const user = await makePortalUser(app, client)
  const caller = await asPortalUser(app, user)
  const request = await mustCall(caller, 'contact-requests.create', { body: { subject: 'portal', message: 'Hoe werkt dit?' } })
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, request.id))
  if (!row) throw new Error('No case was opened.')
  return { client, user, caller, request, caseId: row.id }
}

describe('a page of a queue', () => {
  const names = ['Aalders, A.', 'Bakker, B.', 'Cohen, C.', 'Dijk, D.', 'Evers, E.', '100%_zeker']

  beforeAll(async () => {
    await fillQueue('axxicom', names)
  })

  async function reader(): Promise<Caller> {
    return asStaff(app, 'axxicom', await makeStaff(app, 'axxicom', 'planner', 'Thijs van Veen'))
  }

  it.each([
    ['due', 'ascending'],
    ['due', 'descending'],
    ['opened', 'ascending'],
    ['opened', 'descending'],
    ['name', 'ascending'],
    ['name', 'descending'],
  ] as const)('goes through every row once, by %s %s', async (sort, direction) => {
    const caller = await reader()
    const call = (cursor?: string, limit = 2) =>
      mustCall(caller, 'cases.list', { params: { queue: 'contact-requests' }, query: { sort, direction, limit, cursor } })
    const whole = await call(undefined, 100)
    const key = (row: (typeof whole.rows)[number]) => `${sort === 'due' ? row.dueAt : sort === 'opened' ? row.openedAt : ''}`
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await call(cursor)
      expect(page.rows.length).toBeLessThanOrEqual(2)
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(whole.rows.map((row) => row.id))
    expect(new Set(seen).size).toBe(names.length)
    const keys = whole.rows.map(key)
    expect(keys).toEqual([...keys].sort((a, b) => (direction === 'ascending' ? 1 : -1) * a.localeCompare(b)))
  })

  it('misses and repeats nothing that stayed, while cases close, come and are claimed between two pages', async () => {
    const provider = 'careflex'
    await makeProvider(app, provider)
    const planner = await asStaff(app, provider, await makeStaff(app, provider, 'team-lead', 'Lot Vermeer'))
    const ids = await fillQueue(provider, ['A', 'B', 'C', 'D', 'E', 'F', 'G'], 100)
    const page = (cursor?: string) =>
      mustCall(planner, 'cases.list', { params: { queue: 'contact-requests' }, query: { limit: 3, cursor } })
    const first = await page()
    expect(first.rows.map((row) => row.id)).toEqual(ids.slice(0, 3))
    const closed = { status: 'closed', closedAt: app.clock.now() } as const
    for (const id of [ids[0], ids[4]])
      await app.db
        .update(cases)
        .set(closed)
        .where(eq(cases.id, id ?? ''))
    await mustCall(planner, 'cases.claim', { params: { id: ids[5] ?? '' }, body: {} })
    // Due before what was shown: it belongs to the page that is gone.
    const [early] = await fillQueue(provider, ['Early'], 200)
    const second = await page(first.next ?? '')
    const third = second.next === null ? { rows: [] } : await page(second.next)
    const rest = [...second.rows, ...third.rows].map((row) => row.id)
    expect(rest).toEqual([ids[3], ids[5], ids[6]])
    expect((await page()).rows.map((row) => row.id)).toContain(early)
  })

  it('refuses a cursor of another order', async () => {
    const caller = await reader()
    const page = await mustCall(caller, 'cases.list', { params: { queue: 'contact-requests' }, query: { limit: 2 } })
    const answer = await callApi(caller, 'cases.list', {
      params: { queue: 'contact-requests' },
      query: { sort: 'name', cursor: page.next ?? '' },
    })
    expect(answer).toMatchObject({
      ok: false,
      status: 422,
      problem: { code: 'invalid-input', fields: [{ field: 'query.cursor', rule: 'cursor-invalid' }] },
    })
  })

  it('finds part of a name, a case number and a client number; signs mean themselves', async () => {
    const caller = await reader()
    const found = async (q: string) =>
      (await mustCall(caller, 'cases.list', { params: { queue: 'contact-requests' }, query: { q } })).rows.map((row) => row.name)
    expect(await found('bAkK')).toEqual(['Bakker, B.'])
    expect(await found('CV-901')).toEqual(['Bakker, B.'])
    expect(await found('cv-901')).toEqual(['Bakker, B.'])
    expect(await found('cv-90')).toHaveLength(names.length)
    expect(await found('902')).toEqual(['Cohen, C.'])
    const client = await makeClient(app, 'axxicom')
    await app.db.update(cases).set({ clientId: client.id, clientNumber: client.number }).where(eq(cases.sortName, 'Dijk, D.'))
    expect(await found(`${String(client.number).slice(0, 3)} ${String(client.number).slice(3)}`)).toEqual(['Dijk, D.'])
    expect(await found('0%_z')).toEqual(['100%_zeker'])
    expect(await found('%')).toEqual(['100%_zeker'])
    expect(await found('99999999999999')).toEqual([])
    expect(await found('\u0000')).toEqual([])
    expect(await found('   ')).toHaveLength(names.length)
  })

  it('narrows by facet and by claim', async () => {
    const person = await makeStaff(app, 'axxicom', 'planner', 'Bas Hoogland')
    const caller = await asStaff(app, 'axxicom', person)
    const list = (query: object) =>
      mustCall(caller, 'cases.list', { params: { queue: 'contact-requests' }, query: query as { limit: number } })
    expect((await list({ facet: 'changed' })).rows).toHaveLength(3)
    const first = (await list({ limit: 1 })).rows[0]
    if (!first) throw new Error('The queue is empty.')
    await mustCall(caller, 'cases.claim', { params: { id: first.id }, body: {} })
    expect((await list({ claimed: 'mine' })).rows.map((row) => row.id)).toEqual([first.id])
    expect((await list({ claimed: 'nobody' })).rows).toHaveLength(names.length - 1)
    expect((await mustCall(caller, 'cases.counters', {})).mine).toBe(1)
    app.clock.pass(CLAIM_SECONDS)
    expect((await list({ claimed: 'mine' })).rows).toEqual([])
    expect((await list({ claimed: 'nobody' })).rows).toHaveLength(names.length)
    expect((await list({ claimed: 'anyone' })).rows.every((row) => row.claim === null)).toBe(true)
    expect((await mustCall(caller, 'cases.counters', {})).mine).toBe(0)
  })

  it('is logged with who was shown and by which filters, not with what was typed', async () => {
    const caller = await reader()
    await mustCall(caller, 'cases.list', { params: { queue: 'contact-requests' }, query: { q: 'Bakker', facet: 'changed' } })
    const lines = (await auditOf(app, { object: 'queue' })).filter((one) => one.details['route'] === 'cases.list')
    const line = lines.at(-1)
    expect(line?.details).toMatchObject({ queue: 'contact-requests', filters: ['facet', 'q'], count: 0 })
    expect(JSON.stringify(lines)).not.toContain('Bakker')
  })
})

describe('who may see a queue', () => {
  it('is refused another role’s queue, and a queue that the portal cannot fill', async () => {
    const list = (caller: Caller, queue: 'absences' | 'contact-requests' | 'accounts') =>
      callApi(caller, 'cases.list', { params: { queue }, query: {} })
    expect(await list(helpdesk, 'absences')).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
    expect(await list(planner, 'accounts')).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
    expect(await list(manager, 'absences')).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
    const laurens = await asStaff(app, 'laurens', await makeStaff(app, 'laurens', 'team-lead', 'Wies Prinsen'))
    expect(await list(laurens, 'absences')).toMatchObject({ status: 404, problem: { code: 'panel-not-available' } })
    expect(await list(laurens, 'accounts')).toMatchObject({ status: 200 })
    expect((await mustCall(laurens, 'cases.counters', {})).queues.map((one) => one.queue)).toEqual(['accounts'])
  })
})

describe('counters', () => {
  it('follow the cases, and count what is late up to the cap', async () => {
    const provider = 'zuyderland'
    await makeProvider(app, provider)
    const caller = await asStaff(app, provider, await makeStaff(app, provider, 'care-manager', 'Lotte de Groot'))
    const counter = async () => (await mustCall(caller, 'cases.counters', {})).queues
    expect(await counter()).toMatchObject([{ queue: 'contact-requests', open: 0, overdue: 0, facets: { changed: 0 } }])
    const ids = await fillQueue(
      provider,
      Array.from({ length: OVERDUE_CAP + 5 }, (_, index) => `Naam ${index}`),
    )
    expect(await counter()).toMatchObject([{ open: OVERDUE_CAP + 5, overdue: 0, facets: { changed: 53, message: 0 } }])
    app.clock.pass(60 * 3600)
    const later = await asStaff(app, provider, await makeStaff(app, provider, 'care-manager', 'Guus Peeters'))
    expect((await mustCall(later, 'cases.counters', {})).queues).toMatchObject([{ overdue: OVERDUE_CAP }])
    await app.db
      .update(cases)
      .set({ status: 'closed', closedAt: app.clock.now() })
      .where(eq(cases.id, ids[0] ?? ''))
    expect((await mustCall(later, 'cases.counters', {})).queues).toMatchObject([
      { open: OVERDUE_CAP + 4, facets: { changed: 52 } },
    ])
    app.clock.pass(-60 * 3600)
  })
})

describe('opening a case', () => {
  it('shows the question with its client and the readers of the reply', async () => {
    const { caseId, client, request } = await asked('cordaan')
    const detail = await mustCall(planner, 'cases.open', { params: { id: caseId } })
    expect(detail).toMatchObject({
      id: caseId,
      queue: 'contact-requests',
      status: 'open',
      closedBy: null,
      version: 1,
      claim: null,
      reportedBy: { name: 'Mevr. C. Test', relation: 'zelf' },
      client: { client: { id: client.id, number: client.number }, openCases: [], earlierQuestions: [] },
      subject: {
        queue: 'contact-requests',
        request: { id: request.id, message: 'Hoe werkt dit?' },
        readers: [{ name: 'Mevr. C. Test', relation: 'zelf' }],
      },
    })
    expect(await auditOf(app, { caseId, object: 'case' })).toMatchObject([
      { action: 'read', actorId: noor.id, clientId: client.id },
    ])
  })

  it('answers a foreign case as one that does not exist, and another role’s queue as forbidden', async () => {
    const { caseId } = await asked('axxicom')
    expect(await callApi(planner, 'cases.open', { params: { id: caseId } })).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
    expect(await callApi(planner, 'cases.open', { params: { id: randomUUID() } })).toMatchObject({ status: 404 })
    expect(await callApi(planner, 'cases.claim', { params: { id: caseId }, body: {} })).toMatchObject({ status: 404 })
    expect(await callApi(planner, 'cases.release', { params: { id: caseId } })).toMatchObject({ status: 404 })
    const own = await asked('cordaan')
    expect(await callApi(helpdesk, 'cases.open', { params: { id: own.caseId } })).toMatchObject({
      status: 403,
      problem: { code: 'forbidden' },
    })
    expect(await callApi(own.caller, 'cases.open', { params: { id: own.caseId } })).toMatchObject({ status: 403 })
  })

  it('shows the helpdesk no client, and others only the cases of their own queues', async () => {
    const { client, user, caseId } = await asked('cordaan')
    const accessCase = newId()
    await app.db.insert(cases).values({
      id: accessCase,
      provider: 'cordaan',
      queue: 'accounts',
      number: 'TA-900',
      subjectId: user.id,
      clientId: client.id,
      portalUserId: user.id,
      name: user.name,
      sortName: user.name,
      facets: [],
      facts: { queue: 'accounts', reason: 'call', userName: user.userName, portalUserId: user.id },
      openedAt: app.clock.now(),
      dueAt: app.clock.now(),
      reason: 'call',
      note: 'Belde om 09:00.',
    })
    expect(await mustCall(helpdesk, 'cases.open', { params: { id: accessCase } })).toMatchObject({
      client: null,
      reportedBy: { name: user.name },
      subject: { queue: 'accounts', portalUserId: user.id, reason: 'call', note: 'Belde om 09:00.' },
    })
    const seen = await mustCall(lead, 'cases.open', { params: { id: accessCase } })
    expect(seen.client?.openCases.map((one) => one.id)).toEqual([caseId])
    const forPlanner = await mustCall(planner, 'cases.open', { params: { id: caseId } })
    expect(forPlanner.client?.openCases).toEqual([])
    const forLead = await mustCall(lead, 'cases.open', { params: { id: caseId } })
    expect(forLead.client?.openCases.map((one) => one.id)).toEqual([accessCase])
  })
})

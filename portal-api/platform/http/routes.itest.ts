/** The order in which a request is checked: who you are, whether you may, whether the portal has it, then what you sent. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pathOf, type Route } from '../../../shared/api/route.ts'
import { API, routeNames } from '../../../shared/api/table.ts'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeClient,
  makePortalUser,
  makeProvider,
  type StaffFixture,
} from '../../../tests/support/fixtures.ts'
import { makeLoginStaff } from '../../../tests/support/log-in.ts'
import { auditEntries, sessions } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'

let app: TestApp
let people: { planner: StaffFixture; helpdesk: StaffFixture; lead: StaffFixture; atLaurens: StaffFixture }
let token: { planner: string; helpdesk: string; lead: string; atLaurens: string; client: string }

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  await makeProvider(app, 'laurens')
  people = {
    planner: await makeLoginStaff(app, [{ provider: 'cordaan', role: 'planner' }]),
    helpdesk: await makeLoginStaff(app, [{ provider: 'cordaan', role: 'helpdesk' }]),
    lead: await makeLoginStaff(app, [{ provider: 'cordaan', role: 'team-lead' }]),
    atLaurens: await makeLoginStaff(app, [{ provider: 'laurens', role: 'planner' }]),
  }
})
afterAll(() => app.stop())
beforeEach(async () => {
  const staffToken = async (provider: string, person: StaffFixture) => (await asStaff(app, provider, person)).token ?? ''
  const client = await makeClient(app, 'cordaan')
  token = {
    planner: await staffToken('cordaan', people.planner),
    helpdesk: await staffToken('cordaan', people.helpdesk),
    lead: await staffToken('cordaan', people.lead),
    atLaurens: await staffToken('laurens', people.atLaurens),
    client: (await asPortalUser(app, await makePortalUser(app, client))).token ?? '',
  }
})

interface Asked {
  readonly method?: string
  readonly token?: string
  readonly body?: unknown
  readonly raw?: string
  readonly headers?: Record<string, string>
}

async function ask(path: string, { method = 'GET', token: bearer, body, raw, headers = {} }: Asked = {}) {
  const text = raw ?? (body === undefined ? null : JSON.stringify(body))
  const response = await fetch(app.url + path, {
    method,
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(text === null ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text === null ? {} : { body: text }),
  })
  const answer = (await response.json()) as Record<string, unknown>
  return { status: response.status, headers: response.headers, code: answer['code'], answer }
}

const unblockPath = `/v1/portal-users/${newId()}/unblock`
const fullUnblock: Asked = {
  method: 'POST',
  body: { reason: 'x' },
  headers: { 'if-match': '"1"', 'idempotency-key': randomUUID() },
}

describe('the order of the checks', () => {
  it('first who you are: without, with a foreign or with a spoilt token nothing else is looked at', async () => {
    for (const bearer of [undefined, 'x.y.z', `${token.helpdesk}x`])
      expect((await ask(unblockPath, { method: 'POST', body: { wrong: 1 }, ...(bearer ? { token: bearer } : {}) })).code).toBe(
        'signed-out',
      )
    const basic = await ask('/v1/staff/me', { headers: { authorization: `Basic ${token.helpdesk}` } })
    expect(basic.code).toBe('signed-out')
  })

  it('then whether you may: kind and role, before what was sent', async () => {
    for (const bearer of [token.client, token.planner])
      expect((await ask(unblockPath, { method: 'POST', body: { wrong: 1 }, token: bearer })).code).toBe('forbidden')
    expect((await ask('/v1/me', { token: token.helpdesk })).code).toBe('forbidden')
  })

  it('then whether the portal has the part', async () => {
    const panelRoutes = routeNames.filter((name) => (API[name] as Route).panel === 'absences' && API[name].who.kind === 'staff')
    expect(panelRoutes.length).toBeGreaterThan(0)
    for (const name of panelRoutes) {
      const route: Route = API[name]
      const asked = await ask(pathOf(route, { id: newId() }), {
        method: route.method,
        token: token.atLaurens,
        ...(route.method === 'GET' ? {} : { body: {} }),
      })
      expect([name, asked.status, asked.code]).toEqual([name, 404, 'panel-not-available'])
      expect(asked.answer['title']).toContain('Laurens')
    }
  })

  it('then a fresh proof of identity, where the route asks it', async () => {
    await app.db
      .update(sessions)
      .set({ confirmedAt: new Date(0) })
      .where(eq(sessions.staffId, people.lead.id))
    const asked = await ask(`/v1/portal-users/${newId()}/reset-password`, {
      method: 'POST',
      token: token.lead,
      body: { wrong: 1 },
    })
    expect(asked.code).toBe('confirm-first')
  })

  it('then the path, the body, the version, the request id', async () => {
    const at = (more: Partial<Asked>, path = unblockPath) => ask(path, { ...fullUnblock, token: token.helpdesk, ...more })
    expect((await at({ body: { wrong: 1 } }, '/v1/portal-users/no-id/unblock')).code).toBe('not-found')
    const wrong = await at({ body: { reason: '', extra: true }, headers: {} })
    expect(wrong.answer).toMatchObject({
      code: 'invalid-input',
      status: 422,
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'reason', rule: 'text-empty', message: 'Vul dit veld in.' }),
        expect.objectContaining({ rule: 'unknown' }),
      ]),
    })
    expect((await at({ headers: {} })).code).toBe('version-missing')
    expect((await at({ headers: { 'if-match': 'banana', 'idempotency-key': randomUUID() } })).code).toBe('version-missing')
    expect((await at({ headers: { 'if-match': '"1"' } })).code).toBe('request-id-missing')
    expect((await at({ headers: { 'if-match': '"1"', 'idempotency-key': 'again' } })).code).toBe('request-id-missing')
    expect((await at({})).code).toBe('not-found')
  })

  it('a query that is wrong names the field in its part', async () => {
    const asked = await ask('/v1/portal-users?q=x&limit=0', { token: token.helpdesk })
    expect(asked.answer).toMatchObject({ fields: [{ field: 'query.q' }, { field: 'query.limit' }] })
  })
})

describe('what comes back', () => {
  it('a problem is problem+json with code, sentence in the language asked, and a trace', async () => {
    const asked = await ask('/v1/staff/me', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(asked.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(asked.headers.get('content-language')).toBe('en')
    expect(asked.answer).toMatchObject({
      type: '/problems/signed-out',
      status: 401,
      code: 'signed-out',
      title: 'You are not signed in, or your sign-in has ended. Sign in again.',
    })
    expect(asked.answer['trace']).toBe(asked.headers.get('x-request-id'))
    expect((await ask('/v1/staff/me')).answer['title']).toMatch(/^Je bent niet aangemeld/)
  })

  it('unknown paths, wrong methods, broken JSON and too much of it are said plainly', async () => {
    expect(await ask('/v1/nothing')).toMatchObject({ status: 404, code: 'not-found' })
    expect(await ask('/v1/staff/me', { method: 'DELETE' })).toMatchObject({ status: 405, code: 'method-not-allowed' })
    expect(await ask('/v1/staff/login', { method: 'POST', raw: '{"email":' })).toMatchObject({
      status: 400,
      code: 'malformed-request',
    })
    const large = await ask('/v1/staff/login', { method: 'POST', raw: JSON.stringify({ email: 'a'.repeat(300_000) }) })
    expect(large).toMatchObject({ status: 413, code: 'too-large' })
    expect(large.answer['title']).toContain('256 kB')
  })

  it('an answer is kept by no cache, and carries its version', async () => {
    const asked = await ask('/v1/queues', { token: token.lead })
    expect(asked.headers.get('cache-control')).toBe('no-store')
  })

  it('a refused call of somebody known stands in the log; of a stranger there is nobody to name', async () => {
    await ask(unblockPath, { method: 'POST', body: {}, token: token.planner })
    const lines = await app.db.select().from(auditEntries).where(eq(auditEntries.actorId, people.planner.id))
    expect(lines.at(-1)).toMatchObject({
      object: 'unblock',
      outcome: 'refused',
      problem: 'forbidden',
      role: 'planner',
      provider: 'cordaan',
    })
  })
})

describe('norm 10: every route of the table, to everybody', () => {
  it('answers strangers, clients and each role as its entry says', async () => {
    const callers = [
      { kind: 'public', role: null, bearer: undefined },
      { kind: 'client', role: null, bearer: token.client },
      { kind: 'staff', role: 'planner', bearer: token.planner },
      { kind: 'staff', role: 'helpdesk', bearer: token.helpdesk },
      { kind: 'staff', role: 'team-lead', bearer: token.lead },
    ] as const
    const wrong: string[] = []
    for (const name of routeNames) {
      const route: Route = API[name]
      if (route.who.kind === 'public') continue
      for (const caller of callers) {
        const may =
          caller.kind === route.who.kind &&
          (route.who.kind !== 'staff' || (caller.role !== null && route.who.roles.includes(caller.role)))
        const asked = await ask(pathOf(route, { id: newId(), queue: 'absences' }), {
          method: route.method,
          ...(caller.bearer ? { token: caller.bearer } : {}),
          ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: { nothing: 'fits' } }),
        })
        const stopped = caller.kind === 'public' ? asked.code === 'signed-out' : asked.code === 'forbidden'
        // A queue may refuse a role inside a route that any staff may call.
        const inside = may && asked.code === 'forbidden' && name.startsWith('cases.')
        if (stopped === may && !inside)
          wrong.push(`${name} as ${caller.role ?? caller.kind}: ${asked.status} ${String(asked.code)}`)
        if (asked.status >= 500) wrong.push(`${name} as ${caller.role ?? caller.kind}: ${asked.status}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

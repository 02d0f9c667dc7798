/**
 * The log of a server that every route was called on, well and badly: one line a request, each with its id, and nothing in it of what
 * people are called, where they are reached, what they wrote, or what opens their account.
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from '../../portal-api/platform/log.ts'
import { pathOf, type Route } from '../../shared/api/route.ts'
import { API, type RouteName, routeNames } from '../../shared/api/table.ts'
import { startTestApp } from '../support/app.ts'
import { codeNow, PASSWORD, signInStaff, WRONG_PASSWORD } from '../support/log-in.ts'
import { callAt, type Target, wardOf } from './support/knock.ts'
import { variantsOf } from './support/route-fixtures.ts'
import { callerOf, type Knocker, type World, worldOn } from './support/world.ts'

/** Things of people that nobody else has; none can stand in the log by chance. */
const PERSONAL = {
  name: 'Wilhelmina Kanariegeel',
  email: 'w.kanariegeel@post.example',
  phone: '06 18273645',
  bsn: '111222333',
  text: 'Mijn heup doet zeer sinds de val van dinsdag',
  password: 'Zwaluw#Nestkast91Dak',
  code: '739204',
  token: 'kanarie-token-4f8a2c',
} as const
const ALL = Object.values(PERSONAL).join(' / ')

interface LogLine {
  readonly level: number
  readonly reqId?: string
  readonly msg: string
  readonly status?: number
}

const lines: string[] = []
const answered: { readonly id: string; readonly status: number }[] = []
const secrets = new Set<string>()
let world: World

beforeAll(async () => {
  const log = makeLog('debug', { write: (line) => void lines.push(line) })
  world = await worldOn(await startTestApp({ log }))
})
afterAll(() => world.app.stop())

interface Raw {
  readonly method: string
  readonly path: string
  readonly token?: string | undefined
  readonly body?: string | undefined
  readonly version?: number
}

async function send({ method, path, token, body, version }: Raw): Promise<number> {
  const response = await fetch(world.app.url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'if-match': `"${version ?? 1}"`,
      'idempotency-key': crypto.randomUUID(),
      'x-workstation': PERSONAL.name,
      cookie: `device=${PERSONAL.token}`,
    },
    ...(body === undefined || method === 'GET' ? {} : { body }),
  })
  await response.arrayBuffer()
  answered.push({ id: response.headers.get('x-request-id') ?? '', status: response.status })
  return response.status
}

function mayCall(route: Route): Knocker | undefined {
  const { who } = route
  if (who.kind === 'public') return world.everyone[0]
  return world.everyone.find((one) =>
    who.kind === 'staff' ? one.side === 'staff' && who.roles.includes(one.role) : one.side === 'client',
  )
}

/** Every text in a body replaced by what must not be logged. */
function spoiltWith(value: unknown): unknown {
  if (typeof value === 'string') return ALL
  if (Array.isArray(value)) return value.map(spoiltWith)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoiltWith(one)]))
}

/** As it should be called, then with the personal in its path, its query and its body, and with half a body. */
async function callBadly(name: RouteName, sent: Target, token: string | undefined): Promise<void> {
  const route: Route = API[name]
  const { method } = route
  const path = pathOf(route, sent.params)
  const query = new URLSearchParams({ q: ALL, userName: PERSONAL.email, cursor: PERSONAL.token })
  const json = sent.body === undefined ? undefined : JSON.stringify(sent.body)
  await send({ method, path, token, body: json, version: sent.version })
  await send({ method, path: `${path}?${query}`, token: PERSONAL.token, body: json })
  await send({ method, path: `${path}?${query}`, token, body: json && JSON.stringify(spoiltWith(sent.body)) })
  const named = Object.fromEntries(Object.keys(sent.params).map((key) => [key, PERSONAL.name]))
  await send({ method, path: pathOf(route, named), token, body: `{"message":"${ALL}", ` })
}

const leaks = () => {
  const never = [...Object.values(PERSONAL), '+31618273645', '0618273645', PASSWORD, WRONG_PASSWORD, ...secrets]
  for (const one of world.everyone) {
    if (one.side === 'staff') never.push(one.person.name, one.person.email, one.person.totpSecret)
    if (one.side === 'client') never.push(one.user.userName, one.user.mobile ?? PERSONAL.phone)
  }
  never.push(world.own.client.name, world.own.client.street, world.neighbour.client.name)
  return lines.flatMap((line) => never.filter((text) => line.includes(text)).map((text) => [text, line]))
}

describe('the log', () => {
  it('ASVS 16.2.5: holds nothing of people and no secret, whatever is called and however badly', {
    timeout: 600_000,
  }, async () => {
    for (const name of routeNames) {
      const who = mayCall(API[name])
      const [variant] = variantsOf(name)
      if (!who || !variant) throw new Error(`${name}: nobody to call it.`)
      const { token } = await callerOf(world, who)
      if (token !== undefined) secrets.add(token)
      await callBadly(name, await callAt(world, name, variant, world.own, wardOf(world, who)), token)
    }
    expect(answered.length).toBe(routeNames.length * 4)
    expect(answered.filter(({ status }) => status < 300).length).toBeGreaterThan(routeNames.length / 2)
    expect(leaks()).toEqual([])
  })

  it('ASVS 16.2.5: holds no code, password or token of a sign-in that goes well or wrong', async () => {
    const { email, totpSecret } = world.colleague
    const code = codeNow(world.app, totpSecret)
    secrets.add(email).add(totpSecret)
    const tokens = await signInStaff(world.app, world.colleague)
    for (const value of Object.values(tokens)) if (typeof value === 'string' && value.length > 20) secrets.add(value)
    const attempt = (body: unknown) => send({ method: 'POST', path: API['session.staff-login'].path, body: JSON.stringify(body) })
    await attempt({ email, password: PERSONAL.password })
    await attempt({ email: PERSONAL.email, password: PERSONAL.password })
    expect(leaks()).toEqual([])
    // Six digits may be part of an id or a time: a code stands by itself.
    expect(lines.filter((line) => new RegExp(`\\b(${code}|${PERSONAL.code})\\b`).test(line))).toEqual([])
  })

  it('ASVS 16.2.5, 16.5.1: holds no value of a query that PostgreSQL refuses, and names what went wrong', async () => {
    await world.app.db.execute(sql`create function quote_it() returns trigger language plpgsql as $$
      begin raise exception 'no row for %', new.message using detail = new.message, hint = new.message; end $$`)
    await world.app.db.execute(
      sql`create trigger quote_it before insert on contact_requests for each row execute function quote_it()`,
    )
    const client = world.everyone.find((one) => one.side === 'client')
    if (!client) throw new Error('There is no client.')
    const before = lines.length
    const { token } = await callerOf(world, client)
    const body = JSON.stringify({ subject: 'planning', message: PERSONAL.text })
    expect(await send({ method: 'POST', path: '/v1/me/contact-requests', token, body })).toBe(500)
    const logged = lines.slice(before).map((line) => JSON.parse(line) as LogLine)
    const { id } = answered.at(-1) ?? {}
    const failed = logged.find((line) => line.level === 50)
    expect(failed).toMatchObject({ reqId: id, msg: 'a request failed' })
    // A statement that drizzle built says it one level down, one that was prepared at once.
    expect(JSON.stringify(failed)).toContain('"code":"P0001"')
    expect(leaks()).toEqual([])
    await world.app.db.execute(sql`drop trigger quote_it on contact_requests`)
  })

  it('has one line for each request, under the id that its caller was given', async () => {
    await world.app.settled()
    const parsed = lines.map((line) => JSON.parse(line) as LogLine)
    const ofRequests = parsed.filter((line) => line.msg === 'answered')
    for (const { id, status } of answered) {
      const own = ofRequests.filter((line) => line.reqId === id)
      expect([id, own.map((line) => line.status)]).toEqual([id, [status]])
    }
    for (const line of ofRequests) expect(line.reqId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

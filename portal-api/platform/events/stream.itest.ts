/** Live by a log (decision 6): resume after the last id seen, nothing missed, filtered by role, over several processes. */
import { and, eq, isNull, lt } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { EventType } from '../../../shared/api/events.ts'
import type { QueueId, StaffRole } from '../../../shared/domain/staff.ts'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makePortalUser, makeStaff, profileOf } from '../../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../../tests/support/http.ts'
import { type Following, follow } from '../../../tests/support/stream.ts'
import { type RunningApp, startApp } from '../../app.ts'
import { events, providers, sessions, staffMemberships } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'
import { appendEvents } from './write.ts'

let app: TestApp
let second: RunningApp
let provider: string
let lastProvider = 0
const open: Following[] = []

beforeAll(async () => {
  app = await startTestApp()
  second = await startApp({
    databaseUrl: app.databaseUrl,
    host: '127.0.0.1',
    port: 0,
    key: Buffer.alloc(32, 7),
    clock: app.clock,
    log: pino({ level: 'fatal' }),
    demo: false,
  })
})
afterAll(async () => {
  await second.stop()
  await app.stop()
})
afterEach(() => {
  for (const following of open.splice(0)) following.close()
})

/** A provider of its own, so that the numbers of one test start at 1. */
async function newProvider(): Promise<void> {
  lastProvider += 1
  provider = `p${lastProvider}`
  await app.db.insert(providers).values({ id: provider, name: provider, profile: { ...profileOf('cordaan'), id: provider } })
}

async function staffOf(role: StaffRole): Promise<Caller & { staffId: string }> {
  const person = await makeStaff(app, provider, role)
  return { ...(await asStaff(app, provider, person)), staffId: person.id }
}

async function listen(caller: Caller, options: Parameters<typeof follow>[1] = {}): Promise<Following> {
  const following = await follow(caller, options)
  open.push(following)
  return following
}

/** Writes events as a mutation does, on the first process or on another's connection. */
function write(count: number, type: EventType = 'client.changed', queue?: QueueId, db = app.db): Promise<void> {
  const added = Array.from({ length: count }, () => ({ type, subjectId: newId(), ...(queue ? { queue } : {}) }))
  return db.transaction((tx) => appendEvents(tx, provider, null, added, app.clock.now()))
}

/** Streams that are open at the first process. */
async function followersNow(): Promise<string | undefined> {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  return /^portal_event_followers (\d+)$/m.exec(text)?.[1]
}

const idsOf = async (following: Following, count: number) => (await following.next(count)).map((message) => message.id)
const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('the event stream', () => {
  it('says where it stands, then tells each change with its number', async () => {
    await newProvider()
    await write(3)
    const stream = await listen(await staffOf('planner'))
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
    expect(await stream.next()).toEqual([{ id: 3, type: 'hello', event: null }])
    await write(2)
    const [fourth, fifth] = await stream.next(2)
    expect(fourth).toMatchObject({ id: 4, type: 'change', event: { id: 4, type: 'client.changed', queue: null } })
    expect(fifth?.id).toBe(5)
  })

  it('resumes after the last number seen, by header and by query', async () => {
    await newProvider()
    const caller = await staffOf('planner')
    await write(5)
    for (const options of [{ lastEventId: '2' }, { after: '2' }]) {
      const stream = await listen(caller, options)
      expect((await stream.next()).map((message) => [message.id, message.type])).toEqual([[2, 'hello']])
      expect(await idsOf(stream, 3)).toEqual([3, 4, 5])
    }
    const fromStart = await listen(caller, { after: '0' })
    expect(await idsOf(fromStart, 6)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('tells to fetch everything again when what was missed is cleared away, or the number is of another life', async () => {
    await newProvider()
    const caller = await staffOf('planner')
    await write(10)
    await app.db.delete(events).where(and(eq(events.provider, provider), lt(events.seq, 6)))
    const cases = [
      ['3', 'resync', 10],
      ['99', 'resync', 10],
      ['5', 'hello', 5],
    ] as const
    for (const [lastEventId, type, id] of cases) {
      const stream = await listen(caller, { lastEventId })
      expect(await stream.next()).toEqual([{ id, type, event: null }])
      const listed = await callApi(caller, 'events.list', { query: { after: lastEventId } })
      expect(listed.ok ? 'hello' : listed.problem.code).toBe(type)
    }
    await app.db.delete(events).where(eq(events.provider, provider))
    const behind = await listen(caller, { lastEventId: '9' })
    expect(await behind.next()).toMatchObject([{ id: 10, type: 'resync' }])
    const level = await listen(caller, { lastEventId: '10' })
    expect(await level.next()).toMatchObject([{ id: 10, type: 'hello' }])
  })

  it('filters by role: events of a queue reach who works in it, the rest go by their kind', async () => {
    await newProvider()
    const roles = ['planner', 'care-manager', 'helpdesk', 'team-lead'] as const
    const streams = await Promise.all(roles.map(async (role) => [role, await listen(await staffOf(role))] as const))
    for (const [, stream] of streams) await stream.next()
    await write(1, 'case.opened', 'absences')
    await write(1, 'case.opened', 'contact-requests')
    await write(1, 'case.opened', 'accounts')
    await write(1, 'planning.changed')
    await write(1, 'account.changed')
    await write(1, 'client.changed')
    const heard = { planner: [1, 2, 4, 6], 'care-manager': [2, 4, 6], helpdesk: [3, 5], 'team-lead': [1, 2, 3, 4, 5, 6] }
    for (const [role, stream] of streams) expect([role, await idsOf(stream, heard[role].length)]).toEqual([role, heard[role]])
    const listed = await mustCall(await staffOf('helpdesk'), 'events.list', { query: { after: 0 } })
    expect(listed.events.map((event) => event.id)).toEqual([3, 5])
    expect(listed.last).toBe(6)
  })

  it("never tells another provider's events", async () => {
    await newProvider()
    const stream = await listen(await staffOf('team-lead'))
    const mine = provider
    await stream.next()
    await newProvider()
    await write(3)
    provider = mine
    await write(1)
    expect(await stream.next()).toMatchObject([{ id: 1, event: { id: 1 } }])
  })

  it('two processes on one database: what one writes is heard at the other, and nothing twice', async () => {
    await newProvider()
    const caller = await staffOf('planner')
    const here = await listen(caller)
    const there = await listen({ ...caller, url: second.url })
    await here.next()
    await there.next()
    await Promise.all([
      ...Array.from({ length: 20 }, () => write(3)),
      ...Array.from({ length: 20 }, () => write(2, 'client.changed', undefined, second.connection.db)),
    ])
    expect(await idsOf(here, 100)).toEqual(upTo(1, 100))
    expect(await idsOf(there, 100)).toEqual(upTo(1, 100))
  })

  it('a long way behind: every event in order, more than fit in one page', async () => {
    await newProvider()
    await write(1300)
    const stream = await listen(await staffOf('planner'), { after: '0' })
    expect(await idsOf(stream, 1301)).toEqual(upTo(0, 1300))
  })

  it('a broken connection to the database: followers hear what was written during the break', async () => {
    await newProvider()
    const stream = await listen(await staffOf('planner'))
    await stream.next()
    await app.db.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    )
    await write(2)
    expect(await idsOf(stream, 2)).toEqual([1, 2])
  })

  it('is closed once its session has ended, or the role has changed', async () => {
    await newProvider()
    const caller = await staffOf('planner')
    const [ended, promoted, stays] = [await staffOf('planner'), await staffOf('planner'), caller]
    // The rounds begin with the first follower: those of the tests before must have left.
    await vi.waitFor(() => expect(followersNow()).resolves.toBe('0'))
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const streams = [await listen(ended), await listen(promoted), await listen(stays)]
      for (const stream of streams) await stream.next()
      await app.db
        .update(sessions)
        .set({ endedAt: app.clock.now() })
        .where(and(eq(sessions.staffId, ended.staffId), isNull(sessions.endedAt)))
      await app.db.update(staffMemberships).set({ role: 'team-lead' }).where(eq(staffMemberships.staffId, promoted.staffId))
      vi.advanceTimersByTime(15_000)
      expect(await streams[0]?.next()).toMatchObject([{ type: 'ended' }])
      expect(await streams[1]?.next()).toMatchObject([{ type: 'ended' }])
      await streams[0]?.ended
      await streams[1]?.ended
      await write(1)
      expect(await streams[2]?.next()).toMatchObject([{ id: 1, type: 'change' }])
    } finally {
      vi.useRealTimers()
    }
  })

  it('refuses strangers, clients and numbers that are none', async () => {
    await newProvider()
    expect((await follow({ url: app.url })).status).toBe(401)
    const client = await makeClient(app, provider)
    expect((await follow(await asPortalUser(app, await makePortalUser(app, client)))).status).toBe(403)
    const caller = await staffOf('planner')
    for (const lastEventId of ['-1', 'abc', '1e9', '99999999999']) {
      const refused = await follow(caller, { lastEventId })
      expect(refused.status).toBe(400)
      expect(await refused.response.json()).toMatchObject({ code: 'malformed-request' })
    }
  })

  it('a server that stops ends its streams instead of waiting for them', async () => {
    await newProvider()
    const third = await startApp({
      databaseUrl: app.databaseUrl,
      host: '127.0.0.1',
      port: 0,
      key: Buffer.alloc(32, 7),
      clock: app.clock,
      log: pino({ level: 'fatal' }),
      demo: false,
    })
    const stream = await listen({ ...(await staffOf('planner')), url: third.url })
    await stream.next()
    await third.stop()
    await stream.ended
  })
})

/**
 * The event log with several API processes on one database, under restarts and broken connections: whoever follows it and resumes after
 * the last number it saw hears every number once and in order.
 */
import { and, eq, gt, lte } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENT_DAYS } from '../../../shared/api/events.ts'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { asStaff, makeProvider, makeStaff } from '../../../tests/support/fixtures.ts'
import type { Caller } from '../../../tests/support/http.ts'
import { follow, type StreamMessage } from '../../../tests/support/stream.ts'
import { type RunningApp, startApp } from '../../app.ts'
import { events } from '../../db/schema/index.ts'
import { newId } from '../ids.ts'
import { clearOld } from '../janitor.ts'
import { appendEvents } from './write.ts'

const PROVIDERS = ['cordaan', 'axxicom'] as const
const PROCESSES = 3

let app: TestApp
const processes: RunningApp[] = []

function startProcess(port = 0): Promise<RunningApp> {
  const log = pino({ level: 'silent' })
  const key = Buffer.alloc(32, 7)
  return startApp({ databaseUrl: app.databaseUrl, host: '127.0.0.1', port, key, clock: app.clock, log, demo: false })
}

beforeAll(async () => {
  app = await startTestApp()
  for (const provider of PROVIDERS) await makeProvider(app, provider)
  for (let n = 0; n < PROCESSES; n += 1) processes.push(await startProcess())
})
afterAll(async () => {
  for (const one of processes) await one.stop()
  await app.stop()
})

async function planner(provider: string): Promise<Caller> {
  return asStaff(app, provider, await makeStaff(app, provider, 'planner'))
}

/** What a workstation does: follows wherever it can, and after a break resumes elsewhere from the last number it saw. */
async function hearAll(caller: Caller, first: number, until: number): Promise<StreamMessage[]> {
  const heard: StreamMessage[] = []
  for (let turn = first; heard.length < until; turn += 1) {
    const { url = '' } = processes[turn % PROCESSES] ?? {}
    const stream = await follow({ ...caller, url }, { lastEventId: String(heard.at(-1)?.id ?? 0) }).catch(() => null)
    // Nobody listens there just now: the next one may.
    if (stream?.status !== 200) continue
    try {
      while (heard.length < until) {
        const [message] = await stream.next()
        if (message?.type === 'resync') throw new Error('It must not begin anew: nothing was cleared away.')
        if (message?.type !== 'change') continue
        heard.push(message)
        // Some leave by themselves, in the middle of it all.
        if (heard.length % 61 === 60) break
      }
    } catch (error) {
      if (!String(error).includes('The stream ended')) throw error
    }
    stream.close()
  }
  return heard
}

/** Several writers at once, each of them through a process of its own. */
async function write(provider: string, transactions: number, each: number): Promise<void> {
  for (let count = 0; count < transactions; count += 1) {
    const added = Array.from({ length: each }, () => ({ type: 'planning.changed', subjectId: newId() }) as const)
    await app.db.transaction((tx) => appendEvents(tx, provider, null, added, app.clock.now()))
  }
}

async function restart(n: number): Promise<void> {
  const former = processes[n]
  if (!former) throw new Error(`There is no process ${n}.`)
  await former.stop()
  processes[n] = await startProcess(Number(new URL(former.url).port))
}

/** Every connection to the database that listens for events is cut. */
async function cutListeners(): Promise<void> {
  await app.db.execute(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  )
}

describe('the event log over several processes', () => {
  it('no gap, nothing twice, in order, for each provider, through restarts and broken connections', async () => {
    const [transactions, each] = [40, 3]
    const total = transactions * each * 3
    const following = PROVIDERS.flatMap((provider) =>
      [0, 1, 2].map(async (first) => [provider, await hearAll(await planner(provider), first, total)] as const),
    )
    const chaos = async () => {
      for (let round = 0; round < PROCESSES; round += 1) {
        await cutListeners()
        await restart(round)
      }
    }
    const writing = PROVIDERS.flatMap((provider) => [0, 1, 2].map(() => write(provider, transactions, each)))
    await Promise.all([...writing, chaos()])
    for (const [provider, heard] of await Promise.all(following)) {
      const stored = await app.db.select().from(events).where(eq(events.provider, provider)).orderBy(events.seq)
      expect(heard.map((message) => message.id)).toEqual(Array.from({ length: total }, (_, index) => index + 1))
      // As it was announced, so it stands in the log.
      expect(heard.map(({ event }) => event)).toEqual(
        stored.map(({ seq, provider: _, at, ...rest }) => ({ id: seq, ...rest, at: at.toISOString() })),
      )
    }
  })

  it('events too many to announce together reach everybody all the same', async () => {
    const [provider] = PROVIDERS
    const caller = await planner(provider)
    const streams = await Promise.all(processes.map(({ url }) => follow({ ...caller, url })))
    const [hello] = await Promise.all(streams.map(async (stream) => (await stream.next())[0]))
    const last = hello?.id ?? 0
    await write(provider, 1, 200)
    await write(provider, 1, 1)
    for (const stream of streams) {
      const ids = (await stream.next(201)).map((message) => message.id)
      expect(ids).toEqual(Array.from({ length: 201 }, (_, index) => last + 1 + index))
      stream.close()
    }
  })

  it(`resumes after any number of the last ${EVENT_DAYS} days, and begins anew before that`, async () => {
    const provider = 'zuyderland'
    await makeProvider(app, provider)
    const start = app.clock.now()
    for (let day = 0; day < EVENT_DAYS + 3; day += 1) {
      await write(provider, 1, 2)
      app.clock.pass(86_400)
    }
    await clearOld(app.db, app.clock.now())
    const caller = await planner(provider)
    const last = (EVENT_DAYS + 3) * 2
    const since = new Date(app.clock.now().getTime() - EVENT_DAYS * 86_400_000)
    const kept = await app.db
      .select({ seq: events.seq })
      .from(events)
      .where(and(eq(events.provider, provider), gt(events.seq, 0), lte(events.at, app.clock.now())))
      .orderBy(events.seq)
    // Three days are gone, and not an event of the last seven.
    expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: EVENT_DAYS * 2 }, (_, index) => 7 + index))
    expect(start < since).toBe(true)
    for (let seen = 0; seen <= last; seen += 1) {
      const { url } = processes[seen % PROCESSES] ?? app
      const stream = await follow({ ...caller, url }, { lastEventId: String(seen) })
      const [first] = await stream.next()
      if (seen < 6) expect(first).toMatchObject({ type: 'resync', id: last })
      else {
        expect(first).toMatchObject({ type: 'hello', id: seen })
        const ids = (await stream.next(last - seen)).map((message) => message.id)
        expect(ids).toEqual(Array.from({ length: last - seen }, (_, index) => seen + 1 + index))
      }
      stream.close()
    }
  })
})

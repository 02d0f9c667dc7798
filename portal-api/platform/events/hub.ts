/**
 * One per process: hears from PostgreSQL what happened at a provider, and tells its followers. One connection listens for all of them.
 * What is announced carries the events themselves, so that two hundred followers cost no query at all; what was too large to announce,
 * or was missed during a break, is read once. The newest events are kept in memory for followers that are a little behind.
 */
import { eq } from 'drizzle-orm'
import pg from 'pg'
import type { Logger } from 'pino'
import type { DesktopEvent } from '../../../shared/api/events.ts'
import type { Database } from '../../db/database.ts'
import { providerSequences } from '../../db/schema/index.ts'
import { announcedIn, EVENT_CHANNEL } from './announcement.ts'
import { type Batch, type Line, makeLine } from './line.ts'
import { eventsAfter } from './read.ts'

const PAGE = 500
const RETRY_MS = 500

/** Hears every batch, in order; `gap` when events were lost to it, and it must begin anew. */
export type Listener = (batch: Batch | 'gap') => void

export interface EventHub {
  /** Tells `listener` what happens at the provider from now on; the function returned stops it. */
  follow(provider: string, listener: Listener): Promise<() => void>
  /** The last event told to the followers of a provider that has some. */
  position(provider: string): number
  /** Events after a number: from memory when it reaches back that far, else a page from the database. */
  after(provider: string, after: number): Promise<readonly DesktopEvent[]>
  /** Open streams. */
  followers(): number
  /** Does it hear from the database now? */
  listening(): boolean
  /** Per provider that is followed: the last event told to its followers. */
  positions(): ReadonlyMap<string, number>
  stop(): Promise<void>
}

/** A provider that somebody here follows. */
interface Followed {
  readonly listeners: Set<Listener>
  /** Null until the database has said where the log stands. */
  line: Line | null
  /** Resolves when it has. */
  begun: Promise<void>
  reading: boolean
  /** Something was announced that has to be read. */
  behind: boolean
}

/** Connects to `databaseUrl` to listen; keeps reconnecting, and reads what it missed after a break. */
export async function startEventHub(db: Database, databaseUrl: string, log: Logger): Promise<EventHub> {
  const all = new Map<string, Followed>()
  const retries = new Set<NodeJS.Timeout>()
  let stopped = false
  let client: pg.Client | null = null

  const later = (work: () => void) => {
    if (stopped) return
    const timer = setTimeout(() => {
      retries.delete(timer)
      work()
    }, RETRY_MS)
    retries.add(timer)
  }

  const tell = (followed: Followed, batch: Batch | 'gap' | null) => {
    if (batch !== null) for (const listener of followed.listeners) listener(batch)
  }

  /** Reads until it is level with the log; one at a time for each provider. */
  const read = async (provider: string, followed: Followed): Promise<void> => {
    followed.behind = true
    if (followed.reading || followed.line === null) return
    followed.reading = true
    try {
      while (followed.behind && !stopped) {
        followed.behind = false
        const page = await eventsAfter(db, provider, followed.line.position(), PAGE)
        const taken = followed.line.take(page)
        // What was cleared away during a long break is told to nobody: they begin anew, and the line after it.
        if (taken === 'gap') followed.line = makeLine((page[0]?.id ?? 1) - 1)
        if (taken === 'gap' || page.length === PAGE) followed.behind = true
        tell(followed, taken)
      }
    } catch (error) {
      log.warn({ err: error, provider }, 'new events could not be read')
      later(() => void read(provider, followed))
    } finally {
      followed.reading = false
    }
  }

  const hear = (payload: string) => {
    const { provider, events } = announcedIn(payload)
    const followed = all.get(provider)
    if (!followed) return
    const { line } = followed
    // While it reads, what it reads comes first.
    const taken = line === null || followed.reading || events.length === 0 ? 'gap' : line.take(events)
    if (taken === 'gap') void read(provider, followed)
    else tell(followed, taken)
  }

  const begin = async (provider: string, followed: Followed): Promise<void> => {
    const [row] = await db
      .select({ last: providerSequences.lastEvent })
      .from(providerSequences)
      .where(eq(providerSequences.provider, provider))
    followed.line = makeLine(row?.last ?? 0)
    if (followed.behind) void read(provider, followed)
  }

  const followedAt = (provider: string): Followed => {
    const known = all.get(provider)
    if (known) return known
    const followed: Followed = {
      listeners: new Set(),
      line: null,
      begun: Promise.resolve(),
      reading: false,
      behind: false,
    }
    // In the map before it asks: what is committed after the answer is announced, and heard.
    all.set(provider, followed)
    followed.begun = begin(provider, followed)
    return followed
  }

  const leave = (provider: string, followed: Followed, listener: Listener) => {
    followed.listeners.delete(listener)
    if (followed.listeners.size === 0 && all.get(provider) === followed) all.delete(provider)
  }

  const listen = async () => {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    next.on('notification', ({ payload }) => {
      if (payload) hear(payload)
    })
    const lost = () => {
      if (client !== next || stopped) return
      client = null
      later(() => void connectAgain())
    }
    next.on('error', lost)
    next.on('end', lost)
    await next.connect()
    await next.query(`listen ${EVENT_CHANNEL}`)
    client = next
  }

  const connectAgain = async () => {
    try {
      await listen()
      // What was announced during the break was not heard: look now.
      for (const [provider, followed] of all) void read(provider, followed)
    } catch (error) {
      log.warn({ err: error }, 'the event channel is not back yet')
      later(() => void connectAgain())
    }
  }

  await listen()

  const positions = () => new Map([...all].flatMap(([provider, { line }]) => (line ? [[provider, line.position()]] : [])))
  return {
    async follow(provider, listener) {
      const followed = followedAt(provider)
      followed.listeners.add(listener)
      try {
        await followed.begun
      } catch (error) {
        leave(provider, followed, listener)
        throw error
      }
      return () => leave(provider, followed, listener)
    },
    position: (provider) => all.get(provider)?.line?.position() ?? 0,
    after: async (provider, after) => all.get(provider)?.line?.after(after) ?? eventsAfter(db, provider, after, PAGE),
    followers: () => [...all.values()].reduce((sum, { listeners }) => sum + listeners.size, 0),
    listening: () => client !== null,
    positions,
    async stop() {
      stopped = true
      for (const timer of retries) clearTimeout(timer)
      await client?.end()
    },
  }
}

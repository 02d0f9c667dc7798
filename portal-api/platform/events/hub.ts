/**
 * One per process: hears from PostgreSQL that a provider has new events and wakes its followers. The
 * newest events are kept in memory, so that two hundred followers cost one query and not two hundred.
 */
import pg from 'pg'
import type { Logger } from 'pino'
import type { DesktopEvent } from '../../../shared/api/events.ts'
import type { Database } from '../../db/database.ts'
import { eventsAfter } from './read.ts'
import { EVENT_CHANNEL } from './write.ts'

const KEPT = 500
const PAGE = 500
const RECONNECT_MS = 500

interface Recent {
  events: DesktopEvent[]
  fetching: Promise<void> | null
  again: boolean
}

export interface EventHub {
  /** Calls `wake` when the provider may have new events; the function returned stops it. */
  follow(provider: string, wake: () => void): () => void
  /** Events after a number: from memory when it reaches back that far, else from the database. */
  after(provider: string, after: number): Promise<readonly DesktopEvent[]>
  /** Open streams. */
  followers(): number
  /** Does it hear from the database now? */
  listening(): boolean
  /** Per provider that is followed: the last event read for its followers. */
  positions(): ReadonlyMap<string, number>
  stop(): Promise<void>
}

/** Connects to `databaseUrl` to listen; keeps reconnecting, and wakes everybody after a break. */
export async function startEventHub(db: Database, databaseUrl: string, log: Logger): Promise<EventHub> {
  const followers = new Map<string, Set<() => void>>()
  const recent = new Map<string, Recent>()
  let stopped = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null

  const fetchNew = async (provider: string) => {
    const known = recent.get(provider)
    if (!known) return
    do {
      known.again = false
      const from = known.events.at(-1)?.id
      const page = from === undefined ? [] : await eventsAfter(db, provider, from, PAGE)
      known.events = [...known.events, ...page].slice(-KEPT)
      if (page.length === PAGE) known.again = true
    } while (known.again)
  }

  const wakeAll = async (provider: string) => {
    const known = recent.get(provider)
    if (known) {
      if (known.fetching) {
        known.again = true
        return
      }
      known.fetching = fetchNew(provider)
      try {
        await known.fetching
      } catch (error) {
        // Memory may now have a hole: drop it, followers read from the database.
        recent.delete(provider)
        log.warn({ err: error, provider }, 'new events could not be read ahead')
      } finally {
        known.fetching = null
      }
    }
    for (const wake of followers.get(provider) ?? []) wake()
  }

  const listen = async () => {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    next.on('notification', (message) => {
      if (message.payload) void wakeAll(message.payload)
    })
    const lost = () => {
      if (client !== next || stopped) return
      client = null
      retry = setTimeout(() => void connectAgain(), RECONNECT_MS)
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
      for (const provider of followers.keys()) void wakeAll(provider)
    } catch (error) {
      log.warn({ err: error }, 'the event channel is not back yet')
      if (!stopped) retry = setTimeout(() => void connectAgain(), RECONNECT_MS)
    }
  }

  await listen()

  return {
    follow(provider, wake) {
      const set = followers.get(provider) ?? new Set()
      set.add(wake)
      followers.set(provider, set)
      return () => {
        set.delete(wake)
        if (set.size === 0) {
          followers.delete(provider)
          recent.delete(provider)
        }
      }
    },
    async after(provider, after) {
      const known = recent.get(provider)
      const oldest = known?.events[0]?.id
      if (known && oldest !== undefined && after >= oldest - 1) return known.events.filter((event) => event.id > after)
      const page = await eventsAfter(db, provider, after, PAGE)
      if (!known && page.length > 0 && page.length < PAGE && followers.has(provider)) {
        recent.set(provider, { events: page.slice(-KEPT), fetching: null, again: false })
        // An event committed since that query was announced before this memory existed: look once more.
        void wakeAll(provider)
      }
      return page
    },
    followers: () => [...followers.values()].reduce((sum, set) => sum + set.size, 0),
    listening: () => client !== null,
    positions: () =>
      new Map([...recent].flatMap(([provider, { events }]) => (events.at(-1) ? [[provider, events.at(-1)?.id ?? 0]] : []))),
    async stop() {
      stopped = true
      if (retry) clearTimeout(retry)
      await client?.end()
    },
  }
}

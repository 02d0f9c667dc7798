/**
 * Sends what stands in the delivery table. Every channel has a few lanes, each with one message at a time, so that a slow or broken
 * one holds up no other. How a message survives a crash and what "once" means: attempt.ts and docs/decisions.md.
 */
import type { Logger } from 'pino'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../clock.ts'
import type { Box } from '../secrets/box.ts'
import { type OnFailed, settle, type Taken, takeNext } from './attempt.ts'
import type { Channels, DeliveryChannel, Failed, Outcome } from './channel.ts'
import { bodyOf } from './queue.ts'
import { MAX_ATTEMPTS } from './schedule.ts'

export interface WorkerParts {
  readonly db: Database
  readonly channels: Channels
  readonly clock: Clock
  readonly log: Logger
  readonly box: Box
  /** The name of a provider, as its clients know it. */
  readonly nameOf: (provider: string) => Promise<string>
  readonly onFailed: OnFailed
}

export interface Worker {
  /** Looks whether anything is due; returns at once. */
  poke(): void
  /** Looks, and resolves when nothing is due or under way any more. */
  drain(): Promise<void>
  /** Takes nothing more, and waits a while for what is under way; what does not end in time is taken up again later. */
  stop(): Promise<void>
}

type ChannelName = keyof Channels

/** Messages of one channel under way at the same time, per process. */
const LANES = 4
/** Less than a stopping server gets (main.ts). */
const STOP_WITHIN_MS = 7_000

const TOO_LATE: Failed = { kind: 'permanent', failure: 'too-late', error: '' }
const BROKEN: Failed = { kind: 'temporary', failure: 'unreachable', error: 'fault' }

export function makeWorker(parts: WorkerParts): Worker {
  const { db, clock, log } = parts
  const lanes = new Map<Promise<void>, ChannelName>()
  /** Attempts whose end could not be written down, because the database was away: they are written down before anything else is sent. */
  const unsettled: { readonly message: Taken; readonly outcome: Outcome }[] = []
  let stopping = false

  async function attempt(channel: DeliveryChannel, message: Taken): Promise<Outcome> {
    const now = clock.now()
    if (message.notAfter !== null && message.notAfter < now) return TOO_LATE
    // Whoever took it that often and never said how it ended, died of it.
    if (message.attempts > MAX_ATTEMPTS) return { ...BROKEN, kind: 'permanent' }
    try {
      const from = await parts.nameOf(message.provider)
      const { id, toAddress: to, subject } = message
      return await channel.send({ id, from, to, subject, body: bodyOf(message, parts.box) }, now)
    } catch (error) {
      log.error({ err: error, delivery: message.id }, 'a channel failed in an unexpected way')
      return BROKEN
    }
  }

  async function settleAll(): Promise<void> {
    for (let one = unsettled.shift(); one !== undefined; one = unsettled.shift()) {
      try {
        await settle(db, one.message, one.outcome, clock.now(), parts.onFailed)
      } catch (error) {
        unsettled.push(one)
        throw error
      }
      report(one.message, one.outcome)
    }
  }

  function report(message: Taken, outcome: Outcome): void {
    const line = { delivery: message.id, channel: message.channel, attempt: message.attempts }
    if (outcome.kind === 'sent' || outcome.kind === 'shown') log.debug(line, outcome.kind)
    else log.warn({ ...line, failure: outcome.failure, error: outcome.error }, `not delivered: ${outcome.kind}`)
  }

  async function lane(name: ChannelName, channel: DeliveryChannel): Promise<void> {
    try {
      while (!stopping) {
        await settleAll()
        const message = await takeNext(db, name, clock.now())
        if (message === null) return
        // There may be more: another lane looks while this one sends.
        open(name, channel)
        unsettled.push({ message, outcome: await attempt(channel, message) })
      }
      await settleAll()
    } catch (error) {
      log.error({ err: error }, 'messages could not be handed out')
    }
  }

  function open(name: ChannelName, channel: DeliveryChannel): void {
    if (stopping || [...lanes.values()].filter((one) => one === name).length >= LANES) return
    const running = lane(name, channel).finally(() => lanes.delete(running))
    lanes.set(running, name)
  }

  function poke(): void {
    if (parts.channels.email) open('email', parts.channels.email)
    if (parts.channels.sms) open('sms', parts.channels.sms)
  }

  async function settled(): Promise<void> {
    while (lanes.size > 0) await Promise.all(lanes.keys())
  }

  return {
    poke,
    async drain() {
      poke()
      await settled()
    },
    async stop() {
      stopping = true
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((done) => {
        timer = setTimeout(done, STOP_WITHIN_MS)
      })
      await Promise.race([settled(), enough])
      clearTimeout(timer)
      for (const channel of Object.values(parts.channels)) channel.close?.()
    },
  }
}

/** Runs a worker in the background until stopped. */
export function startDelivery(parts: WorkerParts, everyMs = 1000): Pick<Worker, 'poke' | 'stop'> {
  const worker = makeWorker(parts)
  const timer = setInterval(worker.poke, everyMs)
  timer.unref()
  return {
    poke: worker.poke,
    async stop() {
      clearInterval(timer)
      await worker.stop()
    },
  }
}

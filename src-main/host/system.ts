/** The ports that every host fills alike: the clock, ids, chance, and a log of one JSON line per fact on standard error. */
import { v7 } from 'uuid'
import type { Clock, Ids, LogFacts, Logger } from '../core/ports.ts'

export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

export const systemIds: Ids = { next: () => v7() }

/** Standard output belongs to the lines that a starting program reads. */
export function createJsonLogger(clock: Clock, write: (line: string) => void): Logger {
  const line = (level: 'info' | 'warn' | 'error', message: string, facts: LogFacts): void =>
    write(`${JSON.stringify({ level, at: clock.now().toISOString(), message, ...facts })}\n`)
  return {
    info: (message, facts = {}) => line('info', message, facts),
    warn: (message, facts = {}) => line('warn', message, facts),
    error(message, cause, facts = {}) {
      const stack = cause instanceof Error ? (cause.stack ?? cause.message) : null
      line('error', message, { ...facts, ...(stack ? { stack } : {}) })
    },
  }
}

/** Tells the program that started this one, in one JSON line on standard output. */
export function announce(event: Readonly<Record<string, string>> & { readonly event: string }): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

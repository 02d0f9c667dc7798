/** Tells a database that is away (stopped, starting, out of reach, out of connections) from a fault in what it was asked. */

/** A living database answers BEGIN at once, and takes a new connection in this time. */
export const ANSWERS_WITHIN_MS = 10_000

/** Of the system: nobody listens, or the way there is broken. */
const NO_WAY_THERE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** Of PostgreSQL: a connection that failed, a server that stops, starts, or takes no more connections. */
const NOT_NOW = /^(08...|57P0[1-3]|53300)$/
/** Of `pg`, which gives these no code. */
const BROKEN_OFF =
  /^(Connection terminated|timeout e|Query read timeout|There was no answer in time|Client (has encountered a connection error|was closed) and is not queryable)/

/** Also when it lies below an error that only says which query failed. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined && (NO_WAY_THERE.has(code) || NOT_NOW.test(code))) return true
  return BROKEN_OFF.test(error.message) || isDatabaseAway(error.cause)
}

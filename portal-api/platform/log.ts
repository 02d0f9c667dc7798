/**
 * The server's log: JSON lines on standard error (standard output carries the one line that says it is ready), without
 * personal data. Errors of the database name the values they met; those never reach the log.
 */
import pino, { type Logger } from 'pino'

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly stack: string
  readonly cause?: LoggedError
}

function text(error: object, name: 'code' | 'constraint' | 'table'): string | undefined {
  const value = (error as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}

/** A failed query carries its statement and its values in the message; PostgreSQL may quote a value in its own. */
function harmlessMessage(error: Error): string {
  if (error.message.startsWith('Failed query')) return 'Failed query'
  // JSON.parse quotes the text that it could not read.
  if (error instanceof SyntaxError) return 'a text could not be read'
  const fromPostgres = text(error, 'code') !== undefined && 'severity' in error
  return fromPostgres ? 'refused by PostgreSQL' : error.message
}

/** What of an error may be logged: its kind, where it arose, what it broke; no query, no values. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const [code, constraint, table] = [text(error, 'code'), text(error, 'constraint'), text(error, 'table')]
  return {
    type: error.name,
    message: harmlessMessage(error),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    stack: frames.map((line) => line.trim()).join('\n'),
    ...(error.cause instanceof Error ? { cause: loggedError(error.cause) } : {}),
  }
}

/** Written at once, so that the last line before a fall is there. */
export function makeLog(level: string, to: { write(line: string): void } = pino.destination({ dest: 2, sync: true })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: loggedError } }, to)
}

/** The log holds no personal data, even when a query fails on it. */
import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { loggedError, makeLog } from './log.ts'

const CANARY = 't.hofstra@post.example'

function databaseError(): Error {
  return Object.assign(new Error(`duplicate key: (${CANARY}) already exists`), {
    code: '23505',
    severity: 'ERROR',
    detail: `Key (lower(user_name))=(${CANARY}) already exists.`,
    constraint: 'portal_users_user_name',
    table: 'portal_users',
  })
}

describe('the log', () => {
  it('names what a failed query broke, and none of its values', () => {
    const error = new DrizzleQueryError('update portal_users set user_name = $1', [CANARY], databaseError())
    const logged = loggedError(error)
    expect(logged).toMatchObject({ message: 'Failed query', cause: { code: '23505', constraint: 'portal_users_user_name' } })
    expect(JSON.stringify(logged)).not.toContain(CANARY)
    expect(logged.stack).toContain('log.test.ts')
  })

  it('does not quote a text that is no JSON', () => {
    try {
      JSON.parse(`${CANARY} {`)
    } catch (error) {
      expect(loggedError(error)).toMatchObject({ type: 'SyntaxError', message: 'a text could not be read' })
    }
    expect.assertions(1)
  })

  it('keeps the message of our own errors', () => {
    expect(loggedError(new TypeError('no event sequence'))).toMatchObject({ type: 'TypeError', message: 'no event sequence' })
    expect(loggedError('thrown text')).toMatchObject({ type: 'string' })
  })

  it('writes one JSON line per event, through the same sieve', () => {
    const lines: string[] = []
    makeLog('info', { write: (line) => lines.push(line) }).error({ err: databaseError() }, 'a request failed')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'a request failed', err: { message: 'refused by PostgreSQL' } })
    expect(lines.join('')).not.toContain(CANARY)
  })
})

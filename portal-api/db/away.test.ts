import { DrizzleQueryError } from 'drizzle-orm/errors'
import { DatabaseError } from 'pg'
import { describe, expect, it } from 'vitest'
import { isDatabaseAway } from './away.ts'

function said(code: string): Error {
  return Object.assign(new DatabaseError('…', 1, 'error'), { code })
}

describe('a database that is away', () => {
  it.each([
    ['nobody listens', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['the server stops', said('57P01')],
    ['the server starts', said('57P03')],
    ['no connection is left at the server', said('53300')],
    ['the connection broke', new Error('Connection terminated unexpectedly')],
    ['no connection became free', new Error('timeout exceeded when trying to connect')],
    ['no answer came', new Error('Query read timeout')],
    ['below an error that says which query failed', new DrizzleQueryError('select 1', [], said('57P01'))],
  ])('%s', (_, error) => expect(isDatabaseAway(error)).toBe(true))

  it.each([
    ['a statement that took too long', said('57014')],
    ['a rule that was broken', new DrizzleQueryError('insert', [], said('23505'))],
    ['a bug', new TypeError('Connection of undefined')],
    ['no error', 'Connection terminated'],
  ])('not: %s', (_, error) => expect(isDatabaseAway(error)).toBe(false))
})

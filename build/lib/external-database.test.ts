import { expect, it } from 'vitest'
import { checkExternalDatabase, withoutPassword } from './external-database.mjs'

it('names a server without the password', () => {
  expect(withoutPassword('postgres://desk:secret@db.example:5433/desk?sslmode=require')).toBe('db.example:5433/desk')
})

it('refuses what is not a PostgreSQL address', () => {
  expect(() => withoutPassword('mysql://x')).toThrow(/DATABASE_URL is not a PostgreSQL address/)
  expect(() => withoutPassword('db.example')).toThrow(/DATABASE_URL is not a PostgreSQL address/)
})

it('says which server does not answer, and keeps the password to itself', async () => {
  const complaint = await checkExternalDatabase('postgres://desk:secret@127.0.0.1:1/desk').catch((error: Error) => error.message)
  expect(complaint).toContain('127.0.0.1:1/desk')
  expect(complaint).not.toContain('secret')
})

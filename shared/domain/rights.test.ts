import { expect, it } from 'vitest'
import { maySee } from './rights.ts'

it('lets the client and the representative see everything, a contact what was ticked, an organisation’s contact nothing of a client', () => {
  expect(maySee({ kind: 'client', rights: [] }, 'messages')).toBe(true)
  expect(maySee({ kind: 'representative', rights: [] }, 'details')).toBe(true)
  expect(maySee({ kind: 'contact', rights: ['details'] }, 'messages')).toBe(false)
  expect(maySee({ kind: 'contact', rights: ['details'] }, 'details')).toBe(true)
  expect(maySee({ kind: 'organisation-contact', rights: ['messages'] }, 'messages')).toBe(false)
})

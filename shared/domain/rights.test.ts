import { expect, it } from 'vitest'
import { panel } from './portal-profile.ts'
import { mayLogIn, maySee, mayUse } from './rights.ts'

it('lets the client and the representative see everything, a contact what was ticked, an organisation’s contact nothing of a client', () => {
  expect(maySee({ kind: 'client', rights: [] }, 'messages')).toBe(true)
  expect(maySee({ kind: 'representative', rights: [] }, 'details')).toBe(true)
  expect(maySee({ kind: 'contact', rights: ['details'] }, 'messages')).toBe(false)
  expect(maySee({ kind: 'contact', rights: ['details'] }, 'details')).toBe(true)
  expect(maySee({ kind: 'organisation-contact', rights: ['messages'] }, 'messages')).toBe(false)
})

it('closes every part of the portal but their own notifications to a contact for whom nothing was ticked', () => {
  const contact = { kind: 'contact', rights: [] } as const
  expect(panel.options.filter((one) => mayUse(one, contact))).toEqual(['notifications'])
  expect(mayUse('care-signals', { ...contact, rights: ['dossier'] })).toBe(true)
  expect(mayUse('messages', { ...contact, rights: ['dossier'] })).toBe(false)
})

it('leaves the users to the administrator, also of a client’s portal', () => {
  expect(mayUse('user-management', { kind: 'client', rights: [] })).toBe(false)
  expect(mayUse('user-management', { kind: 'representative', rights: [], administrator: true })).toBe(true)
})

it('lets an organisation’s contact in while they are a member, to the parts of an organisation', () => {
  const member = { kind: 'organisation-contact', rights: ['portal-member'] } as const
  expect(mayLogIn(member)).toBe(true)
  expect(mayLogIn({ ...member, rights: ['all-projects'] })).toBe(false)
  expect(mayLogIn({ kind: 'contact', rights: [] })).toBe(true)
  expect(panel.options.filter((one) => mayUse(one, member))).toEqual([
    'project-questions',
    'planning',
    'organisation',
    'notifications',
  ])
})

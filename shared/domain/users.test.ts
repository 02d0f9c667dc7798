/** Switches and rights of a portal's users, and what their forms accept. */
import { describe, expect, it } from 'vitest'
import { changedFields } from './changes.ts'
import { colleagueData, fullName, invitationStateOf, rightsOfSwitches, switches, switchesOf, userInput } from './users.ts'

const off = { administrator: false, member: false, visitMails: false, allProjects: false }

describe('the four switches', () => {
  it.each([
    [{ administrator: true, member: true }, true],
    [{ administrator: false, member: true }, true],
    [{ administrator: false, member: false }, true],
    [{ administrator: true, member: false }, false],
  ])('administrator and employee: %o may be: %s', (given, valid) => {
    for (const visitMails of [true, false])
      for (const allProjects of [true, false])
        expect(switches.safeParse({ ...given, visitMails, allProjects }).success).toBe(valid)
  })

  it('are stored as rights and come back the same; what is no switch stays out', () => {
    for (const given of [off, { ...off, member: true }, { ...off, visitMails: true, allProjects: true }])
      expect(switchesOf([...rightsOfSwitches(given), 'dossier'])).toEqual(given)
    expect(rightsOfSwitches({ administrator: true, member: true, visitMails: true, allProjects: true })).toEqual([
      'portal-administrator',
      'portal-member',
      'visit-mails',
      'all-projects',
    ])
  })
})

describe('invitations', () => {
  const at = new Date('2026-11-23T08:00:00.000Z')
  it.each([
    [{ invitedAt: at, acceptedAt: at }, false, 'accepted'],
    [{ invitedAt: at, acceptedAt: null }, false, 'open'],
    [{ invitedAt: null, acceptedAt: null }, false, 'not-sent'],
    [{ invitedAt: null, acceptedAt: null }, true, 'not-needed'],
  ] as const)('%o, let in: %s → %s', (row, letIn, state) => expect(invitationStateOf(row, letIn)).toBe(state))
})

describe('names and forms', () => {
  it('a name is written without the gaps of empty parts', () => {
    expect(fullName({ firstName: ' Jan ', prefix: 'van den', lastName: 'Berg' })).toBe('Jan van den Berg')
    expect(fullName({ firstName: 'Jan', lastName: 'Berg' })).toBe('Jan Berg')
  })

  it('the role cannot be chosen (ASVS 15.3.3)', () => {
    const form = { kind: 'new', firstName: 'P', lastName: 'P', email: 'p@post.example', sex: 'male', phone: '0031612345678' }
    expect(userInput.safeParse(form).success).toBe(true)
    for (const more of [{ relation: 'zoon' }, { rights: ['dossier'] }, { administrator: true }])
      expect(userInput.safeParse({ ...form, ...more }).success).toBe(false)
  })

  it.each(['http://kwaad.example', 'Jan\nBcc: x@y.example', 'Jan <b>'])('a name is a name: %j', (firstName) =>
    expect(colleagueData.safeParse({ firstName, lastName: 'Berg', email: '' }).success).toBe(false),
  )
})

describe('changedFields', () => {
  it('keeps what differs, on both sides; lists count by what is in them', () => {
    expect(changedFields({ a: 1, b: ['x'], c: null }, { a: 2, b: ['x'], c: null })).toEqual({ before: { a: 1 }, after: { a: 2 } })
    expect(changedFields({ a: ['x'] }, { a: ['x', 'y'] })).toEqual({ before: { a: ['x'] }, after: { a: ['x', 'y'] } })
    expect(changedFields({ a: 1 }, { a: 1 })).toBeNull()
  })
})

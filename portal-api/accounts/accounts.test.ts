/** The doctor, the masks, the state of an account, and what an access case shows: pure rules. */
import { describe, expect, it } from 'vitest'
import { type AccountFacts, diagnose, maskEmail, maskPhone } from '../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { PORTAL_PROFILES } from '../../shared/domain/portal-profiles.ts'
import { addressState, COOLING_OFF_DAYS } from './addresses.ts'
import { accessShape, sortNameOf } from './facts.ts'
import { accountStatus, portalClosed } from './status.ts'

function profileOf(id: string): PortalProfile {
  const profile = PORTAL_PROFILES.find((one) => one.id === id)
  if (!profile) throw new Error(`No profile ${id}.`)
  return profile
}

const healthy: AccountFacts = {
  status: 'active',
  failures: 0,
  blockedAt: null,
  careEnded: false,
  invitedAt: null,
  rights: ['messages'],
  member: true,
  needsRights: true,
  mobile: 'valid',
  email: 'known',
  codesSent: 1,
  lastCodeAt: '2026-11-23T08:00:00.000Z',
  lastCodeUsed: true,
  trustedDevices: 1,
  temporaryPassword: false,
  lastLoginAt: '2026-11-23T08:00:00.000Z',
}

describe('the doctor', () => {
  const laurens = profileOf('laurens')

  it('finds no cause in a healthy account', () => {
    expect(diagnose(laurens, healthy)).toMatchObject({ cause: null, repair: null })
  })

  it.each([
    [{ status: 'blocked', failures: 5 }, 'blocked', 'unblock'],
    [{ careEnded: true }, 'care-ended', null],
    [{ status: 'invited', invitedAt: '2026-11-01T08:00:00.000Z' }, 'invitation', null],
    [{ rights: [] }, 'rights', 'ask-portal-administrator'],
    [{ member: false, needsRights: false }, 'rights', 'ask-portal-administrator'],
    [{ mobile: 'missing' }, 'mobile', 'correct-mobile'],
    [{ mobile: 'invalid' }, 'mobile', 'correct-mobile'],
    [{ codesSent: 3, lastCodeUsed: false }, 'code', null],
    [{ email: 'bounced' }, 'email', 'correct-email'],
  ] as const)('%o: %s', (change, cause, repair) => {
    expect(diagnose(laurens, { ...healthy, ...change } as AccountFacts)).toMatchObject({ cause, repair })
  })

  it('names the first of several causes, and keeps the others visible', () => {
    const found = diagnose(laurens, { ...healthy, status: 'blocked', failures: 5, mobile: 'missing' })
    expect(found.cause).toBe('blocked')
    expect(found.checks.filter((check) => check.state === 'cause').map((check) => check.check)).toEqual(['blocked', 'mobile'])
  })

  it('two unused codes are no cause yet', () => {
    expect(diagnose(laurens, { ...healthy, codesSent: 2, lastCodeUsed: false }).cause).toBeNull()
  })

  it('asks nothing of phone, code and device where the portal does not verify devices', () => {
    const { checks, cause } = diagnose(profileOf('cordaan'), { ...healthy, mobile: 'missing', needsRights: false })
    expect(cause).toBeNull()
    for (const check of checks.filter((one) => ['mobile', 'code', 'device', 'rights'].includes(one.check)))
      expect(check.state).toBe('not-applicable')
  })
})

describe('masks', () => {
  it.each([
    ['0612344412', '06 ···· 4412'],
    ['+31612344412', '06 ···· 4412'],
    ['0031 6 1234 4412', '06 ···· 4412'],
    ['075-6123190', '07 ···· 3190'],
    ['12345', '····'],
    ['', '····'],
  ])('%s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

  it.each([
    ['tineke@post.example', 't···@post.example'],
    ['a@b.example', 'a···@b.example'],
    ['"a@b"@c.example', '"···@c.example'],
    ['no address', '···'],
    ['@post.example', '···'],
  ])('%s → %s', (email, masked) => expect(maskEmail(email)).toBe(masked))
})

describe('how an address stands', () => {
  const made = new Date('2026-01-01T08:00:00.000Z')
  const now = new Date('2026-11-23T08:00:00.000Z')
  const user = {
    id: 'x',
    email: 'tineke@post.example',
    emailSince: made,
    emailBouncedAt: null,
    mobile: '+31612344412',
    mobileSince: made,
    createdAt: made,
  }
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

  it('known as long as it is valid and was not just changed', () => {
    expect(addressState(user, 'sms', now)).toEqual({ state: 'known', address: '+31612344412' })
    expect(addressState({ ...user, emailSince: null }, 'email', now).state).toBe('known')
  })

  it('too new for a week after a change, to the moment', () => {
    const changed = daysAgo(COOLING_OFF_DAYS)
    expect(addressState({ ...user, mobileSince: changed }, 'sms', now).state).toBe('known')
    const younger = new Date(changed.getTime() + 1)
    expect(addressState({ ...user, mobileSince: younger }, 'sms', now)).toMatchObject({
      state: 'too-new',
      from: new Date(now.getTime() + 1),
    })
  })

  it('given with the account is not changed: a letter of yesterday may be helped today', () => {
    const fresh = { ...user, createdAt: daysAgo(1), emailSince: daysAgo(1), mobileSince: daysAgo(1) }
    expect(addressState(fresh, 'sms', now).state).toBe('known')
    expect(addressState(fresh, 'email', now).state).toBe('known')
  })

  it('invalid when it bounces or is no address', () => {
    expect(addressState({ ...user, emailBouncedAt: now }, 'email', now).state).toBe('invalid')
    expect(addressState({ ...user, mobile: '06 12344412' }, 'sms', now).state).toBe('invalid')
    expect(addressState({ ...user, mobile: null }, 'sms', now).state).toBe('missing')
  })
})

describe('how an account stands', () => {
  const at = new Date()
  const member = { invitedAt: null, acceptedAt: null, endedAt: null }
  const invited = { ...member, invitedAt: at }
  const plain = { blockedAt: null, endedAt: null, memberships: [member] }

  it.each([
    [plain, 'active'],
    [{ ...plain, memberships: [invited] }, 'invited'],
    [{ ...plain, memberships: [{ ...invited, acceptedAt: at }] }, 'active'],
    [{ ...plain, memberships: [invited, member] }, 'active'],
    [{ ...plain, memberships: [invited, { ...member, endedAt: at }] }, 'invited'],
    [{ ...plain, memberships: [invited], blockedAt: at }, 'blocked'],
    [{ ...plain, blockedAt: at, endedAt: at }, 'ended'],
    [{ ...plain, memberships: [{ ...member, endedAt: at }] }, 'ended'],
    [{ ...plain, memberships: [] }, 'ended'],
  ] as const)('%o: %s', (row, status) => expect(accountStatus(row)).toBe(status))

  it('the portal closes at local midnight after the last day it is open', () => {
    const ended = new Date('2026-03-28T12:00:00.000Z')
    const open = { openDaysAfterCare: 7 }
    expect(portalClosed(open, null, ended)).toBe(false)
    expect(portalClosed(open, ended, new Date('2026-04-04T21:59:00.000Z'))).toBe(false)
    expect(portalClosed(open, ended, new Date('2026-04-04T22:00:00.000Z'))).toBe(true)
  })
})

describe('an access case', () => {
  const trouble = {
    reason: 'no-code',
    portalUserId: '0198a7c2-0000-7000-8000-000000000001',
    userName: 't.hofstra',
    blocked: false,
    openedAt: new Date('2026-12-23T15:00:00.000Z'),
  } as const
  const laurens = profileOf('laurens')

  it('is due at the end of the next working day', () => {
    expect(accessShape(trouble, laurens).dueAt.toISOString()).toBe('2026-12-24T16:00:00.000Z')
    const beforeChristmas = new Date('2026-12-24T15:00:00.000Z')
    expect(accessShape({ ...trouble, openedAt: beforeChristmas }, laurens).dueAt.toISOString()).toBe('2026-12-28T16:00:00.000Z')
  })

  it('carries the facet of its reason, and "blocked" exactly while the account is', () => {
    expect(accessShape(trouble, laurens).facets).toEqual(['no-code'])
    expect(accessShape({ ...trouble, blocked: true }, laurens).facets).toEqual(['blocked', 'no-code'])
    expect(accessShape({ ...trouble, reason: 'blocked' }, laurens).facets).toEqual([])
    expect(accessShape({ ...trouble, reason: 'blocked', blocked: true }, laurens).facets).toEqual(['blocked'])
  })

  it.each([
    ['Tineke Hofstra', 'Hofstra, Tineke'],
    ['Anneke van den Berg', 'Berg, Anneke van den'],
    ['Cher', 'Cher'],
  ])('%s sorts as %s', (name, sorted) => expect(sortNameOf(name)).toBe(sorted))
})

/** How long trust lasts, what comes next in a log-in, and how long a try waits: pure rules. */
import { describe, expect, it } from 'vitest'
import { passwordFaults } from '../../shared/domain/password-policy.ts'
import { PORTAL_PROFILES } from '../../shared/domain/portal-profiles.ts'
import { delayLeft, staffDelayLeft } from './limits.ts'
import { USER_NAME } from './names.ts'
import { temporaryPassword } from './passwords.ts'
import { nextStep, trustUntil } from './trust.ts'

describe('trust in a device', () => {
  it.each([
    ['a Monday morning', '2026-11-23T08:00:00.000Z', '2026-11-29T23:00:00.000Z'],
    ['the last minute of Sunday, local time', '2026-11-29T22:59:00.000Z', '2026-11-29T23:00:00.000Z'],
    ['the first of Monday', '2026-11-29T23:00:00.000Z', '2026-12-06T23:00:00.000Z'],
    ['the week the clock goes forward', '2026-03-25T12:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['the week the clock goes back', '2026-10-21T12:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['over the turn of the year', '2026-12-31T12:00:00.000Z', '2027-01-03T23:00:00.000Z'],
  ])('weekly, given on %s: until the end of that ISO week', (_, given, until) =>
    expect(trustUntil('weekly', new Date(given))?.toISOString()).toBe(until),
  )

  it('per device: does not run out', () => expect(trustUntil('per-device', new Date())).toBeNull())
})

describe('the next step of a log-in', () => {
  const plain = { totpSecret: null, totpEnrol: false, passwordTemporary: false }
  const nothing = { device: false, factor: false }

  it('device, then factor, then own password, then in', () => {
    const all = { totpSecret: 'sealed', totpEnrol: false, passwordTemporary: true }
    expect(nextStep('weekly', all, nothing)).toBe('device')
    expect(nextStep('weekly', all, { device: true, factor: false })).toBe('authenticator')
    expect(nextStep('weekly', all, { device: true, factor: true })).toBe('password')
    expect(nextStep('weekly', { ...all, passwordTemporary: false }, { device: true, factor: true })).toBe('signed-in')
  })

  it('a wiped authenticator is enrolled before anything else opens', () => {
    expect(nextStep('never', { ...plain, totpEnrol: true, passwordTemporary: true }, nothing)).toBe('enrol')
  })

  it('nothing in the way: in', () => expect(nextStep('never', plain, nothing)).toBe('signed-in'))
})

describe('norm 2: how long a try waits', () => {
  const now = new Date('2026-11-23T08:00:00.000Z')
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const block = { afterFailures: 5, delaySeconds: [0, 1, 2, 4, 8] }

  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 2],
    [3, 0, 4],
    [4, 0, 8],
    [4, 7.5, 1],
    [4, 8, 0],
    [40, 0, 8],
  ])('after %i failures, %d s ago: %i s', (count, seconds, left) =>
    expect(delayLeft(block, { count, lastAt: ago(seconds) }, now)).toBe(left),
  )

  it.each([
    [4, 8],
    [5, 900],
    [6, 1800],
    [8, 7200],
    [12, 86_400],
    [5000, 86_400],
  ])('staff after %i failures: %i s', (count, left) => expect(staffDelayLeft({ count, lastAt: now }, now)).toBe(left))
})

describe('temporary passwords', () => {
  it.each(PORTAL_PROFILES.map((profile) => [profile.id, profile.password] as const))(
    '%s: keep to the rules, and differ',
    (_, rules) => {
      const made = Array.from({ length: 200 }, () => temporaryPassword(rules))
      for (const password of made) {
        expect(passwordFaults(rules, password)).toEqual([])
        expect(password).not.toMatch(/[0O1lI]/)
      }
      expect(new Set(made).size).toBe(200)
    },
  )
})

describe('user names that a person chooses', () => {
  it.each(['t.hofstra', 'José', 'a+b@post.example', '123'])('%s may', (name) => expect(name).toMatch(USER_NAME))
  it.each(['ab', 'met spatie', '.punt', '<b>', 'a\u200bbc', 'a'.repeat(101)])('%s may not', (name) =>
    expect(name).not.toMatch(USER_NAME),
  )
})

/** Norm "Account recovery and log-in" 1: common and breached passwords are refused. */
import { describe, expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

const words = ['cordaan', 'Cordaan Thuisdiensten', 't.hofstra', 'Tineke Hofstra', 't.hofstra@post.example']

describe('norm 1 (ASVS 6.2.4): common passwords', () => {
  it.each(['password', 'Welkom01!', 'Wachtwoord1!', 'P@ssw0rd123', 'qwertyui', '12345678', 'aaaaaaaaaaaa', 'Rotterdam10'])(
    'refuses %s',
    (password) => expect(isCommonPassword(password, words)).toBe(true),
  )

  it.each(['Hofstra1!', 'Tineke2026', 'Cordaan!2022'])('refuses %s: words of the account and the portal', (password) =>
    expect(isCommonPassword(password, words)).toBe(true),
  )

  it.each(['Zilver!Meeuw27Kade', 'een boom vol regenjassen', 'xK3!vbnQ9'])('lets %s pass', (password) =>
    expect(isCommonPassword(password, words)).toBe(false),
  )

  it('examines a very long password quickly, and still refuses a long run of one', () => {
    expect(isCommonPassword('a'.repeat(128), words)).toBe(true)
    expect(isCommonPassword(`${'een boom vol regenjassen '.repeat(5)}`, words)).toBe(false)
  })
})

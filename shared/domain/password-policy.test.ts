/** Norm "Account recovery and log-in" 1: what a password may and must be, per portal profile. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordFaultSentence, passwordFaults, passwordLength } from './password-policy.ts'
import { type PasswordRules, portalProfile } from './portal-profile.ts'
import { PORTAL_PROFILES } from './portal-profiles.ts'

const plain: PasswordRules = {
  minLength: 8,
  maxLength: 64,
  lower: false,
  upper: false,
  digit: false,
  special: false,
  forbidden: '',
  history: 0,
  deviation: null,
}
const rulesOf = (id: string) => {
  const profile = PORTAL_PROFILES.find((one) => one.id === id)
  if (!profile) throw new Error(`No profile ${id}.`)
  return profile.password
}
const rulesBroken = (rules: PasswordRules, password: string) => passwordFaults(rules, password).map((fault) => fault.rule)

describe('norm 1 (63B §3.1.1.2, ASVS 6.2.8): length per code point, all characters, never cut off', () => {
  it('counts an emoji and a composed letter as one', () => {
    expect(passwordLength('🦄🦄🦄')).toBe(3)
    expect(passwordLength('é')).toBe(1)
    expect(passwordLength('e\u0301')).toBe(1)
  })

  it('accepts eight emoji where eight characters are asked, and refuses seven', () => {
    expect(rulesBroken(plain, '🦄🐢🐙🐝🐌🐬🐳🦊')).toEqual([])
    expect(rulesBroken(plain, '🦄🐢🐙🐝🐌🐬🐳')).toEqual(['too-short'])
  })

  it('allows spaces and any script', () => {
    expect(rulesBroken(plain, 'een zin met spaties')).toEqual([])
    expect(rulesBroken(plain, 'пароль для всех')).toEqual([])
  })

  it('refuses what is longer than the portal keeps instead of cutting it', () => {
    expect(rulesBroken(plain, 'a'.repeat(64))).toEqual([])
    expect(rulesBroken(plain, 'a'.repeat(65))).toEqual(['too-long'])
  })

  it('refuses controls and halves of characters', () => {
    expect(rulesBroken(plain, 'goed\u0007genoeg')).toEqual(['not-printable'])
    expect(rulesBroken(plain, 'goed\ud83dgenoeg')).toEqual(['not-printable'])
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => passwordFaults(plain, text).length >= 0))
  })
})

describe('legacy policy: composition rules of a portal', () => {
  it('cordaan asks an upper case letter, a digit and a special character, but never a question mark', () => {
    const rules = rulesOf('cordaan')
    expect(rulesBroken(rules, 'zilvermeeuw')).toEqual(['upper-missing', 'digit-missing', 'special-missing'])
    expect(rulesBroken(rules, 'Zilver7meeuw?')).toEqual(['character-forbidden'])
    expect(rulesBroken(rules, 'Zilver7meeuw!')).toEqual([])
  })

  it('a space or an accent is no special character', () => {
    expect(rulesBroken(rulesOf('cordaan'), 'Zilver 7 Meeuw')).toEqual(['special-missing'])
    expect(rulesBroken(rulesOf('cordaan'), 'Zilver7Meeu\u0308w')).toEqual(['special-missing'])
  })

  it('laurens asks lower, upper and digit, and no special character', () => {
    const rules = rulesOf('laurens')
    expect(rulesBroken(rules, 'ZILVERMEEUW')).toEqual(['lower-missing', 'digit-missing'])
    expect(rulesBroken(rules, 'Zilvermeeuw7')).toEqual([])
  })

  it('careflex asks fifteen characters and nothing else: the password stands alone', () => {
    expect(rulesBroken(rulesOf('careflex'), 'veertien-teken')).toEqual(['too-short'])
    expect(rulesBroken(rulesOf('careflex'), 'vijftien tekens')).toEqual([])
  })

  it('says each fault in both languages, filled in', () => {
    for (const fault of passwordFaults({ ...rulesOf('cordaan'), lower: true }, '?\u0007')) {
      for (const lang of ['nl', 'en'] as const) expect(passwordFaultSentence(fault, lang)).toMatch(/^[^{}]+\.$/)
    }
  })
})

describe('portal profiles as data', () => {
  it.each(PORTAL_PROFILES.map((profile) => [profile.id, profile] as const))('%s keeps to the schema', (_, profile) => {
    expect(portalProfile.parse(profile)).toEqual(profile)
  })

  it('norm 1 (63B §3.1.1.2): a password that stands alone has 15 characters, or the deviation is recorded', () => {
    for (const { deviceVerification, password } of PORTAL_PROFILES) {
      const alone = deviceVerification === 'never'
      expect(password.maxLength).toBeGreaterThanOrEqual(64)
      if (alone && password.minLength < 15) expect(password.deviation).toBeTruthy()
      if (password.lower || password.upper || password.digit || password.special || password.forbidden) {
        expect(password.deviation).toBeTruthy()
      }
    }
  })

  it('norm 3 (63B §4.2.1, ASVS 6.5.5): a code lives at most ten minutes, a link at most a day', () => {
    for (const profile of PORTAL_PROFILES) {
      expect(profile.code.minutes).toBeLessThanOrEqual(10)
      expect(profile.recovery.minutes).toBeLessThanOrEqual(24 * 60)
    }
  })

  it('norm 2 (63B §3.2.2): the delay grows up to the block', () => {
    for (const { block } of PORTAL_PROFILES) {
      expect(block.delaySeconds).toHaveLength(block.afterFailures)
      expect([...block.delaySeconds].sort((a, b) => a - b)).toEqual(block.delaySeconds)
    }
  })
})

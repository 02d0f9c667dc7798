/** What guards secrets: sealed columns, password hashes, random tokens, authenticator codes, access tokens, the installation's key. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { ACCESS_MINUTES, readAccessToken, signAccessToken } from './access-token.ts'
import { makeBox } from './box.ts'
import { installationKey, keyFor } from './key.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { hashCode, hashToken, randomCode, randomToken, sameHash } from './tokens.ts'
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

const key = Buffer.alloc(32, 3)

describe('sealed columns', () => {
  const box = makeBox(key)

  it('opens what it sealed, whatever it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => box.open(box.seal(text)) === text))
  })

  it('never seals twice alike, and hides the text', () => {
    expect(box.seal('KANARIE')).not.toBe(box.seal('KANARIE'))
    expect(box.seal('KANARIE')).not.toContain('KANARIE')
  })

  it('refuses another key, a changed byte and another form', () => {
    const sealed = box.seal('KANARIE')
    expect(() => makeBox(Buffer.alloc(32, 4)).open(sealed)).toThrow()
    const flipped = `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`
    expect(() => box.open(flipped)).toThrow()
    expect(() => box.open('v2.abc')).toThrow('unknown form')
    expect(() => box.open('')).toThrow('unknown form')
  })
})

describe('passwords at rest', () => {
  it('argon2id with the parameters of OWASP; the right one verifies, another does not, none never does', async () => {
    const hash = await hashPassword('Zilver!Meeuw27Kade')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(hash).not.toBe(await hashPassword('Zilver!Meeuw27Kade'))
    expect(await verifyPassword('Zilver!Meeuw27Kade', hash)).toBe(true)
    expect(await verifyPassword('zilver!Meeuw27Kade', hash)).toBe(false)
    expect(await verifyPassword('Zilver!Meeuw27Kade', null)).toBe(false)
  })

  it('63B §3.1.1.2: the same text however it was typed, and never cut off', async () => {
    const hash = await hashPassword('Caf\u00e9 op de hoek')
    expect(await verifyPassword('Cafe\u0301 op de hoek', hash)).toBe(true)
    const long = `${'ab'.repeat(60)}X`
    expect(await verifyPassword(`${'ab'.repeat(60)}Y`, await hashPassword(long))).toBe(false)
  })
})

describe('random secrets', () => {
  it('tokens have 256 bits and no two are alike; codes have six digits', () => {
    const tokens = Array.from({ length: 1000 }, randomToken)
    expect(new Set(tokens).size).toBe(1000)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    for (let made = 0; made < 1000; made += 1) expect(randomCode()).toMatch(/^\d{6}$/)
  })

  it('a code is bound to its row and to the key', () => {
    expect(hashCode('123456', 'row', key)).toBe(hashCode('123456', 'row', key))
    expect(hashCode('123456', 'row', key)).not.toBe(hashCode('123456', 'other', key))
    expect(hashCode('123456', 'row', key)).not.toBe(hashCode('123456', 'row', Buffer.alloc(32, 4)))
    expect(hashCode('123456', 'row', key)).not.toContain('123456')
  })

  it('compares hashes of any length without throwing', () => {
    expect(sameHash(hashToken('a'), hashToken('a'))).toBe(true)
    expect(sameHash(hashToken('a'), hashToken('b'))).toBe(false)
    expect(sameHash('short', hashToken('b'))).toBe(false)
  })
})

describe('authenticator codes', () => {
  const secret = newTotpSecret()
  const at = new Date('2026-11-23T08:00:10.000Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

  it('RFC 6238: the published values', () => {
    const published = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(totpCode(published, new Date(59_000)).code).toBe('287082')
    expect(totpCode(published, new Date(1_111_111_109_000)).code).toBe('081804')
  })

  it('63B §3.1.4: a code works once, and no earlier one after it', () => {
    const { code, secondsLeft } = totpCode(secret, at)
    expect(secondsLeft).toBe(20)
    const step = totpStep(secret, code, at, 0)
    expect(step).toBe(Math.floor(at.getTime() / 30_000))
    expect(totpStep(secret, code, at, step ?? 0)).toBeNull()
    const before = totpCode(secret, later(-30)).code
    if (before !== code) expect(totpStep(secret, before, at, step ?? 0)).toBeNull()
    expect(totpStep(secret, totpCode(secret, later(30)).code, later(30), step ?? 0)).toBe((step ?? 0) + 1)
  })

  it('one step either side, no further', () => {
    const { code } = totpCode(secret, at)
    expect(totpStep(secret, code, later(30), 0)).not.toBeNull()
    expect(totpStep(secret, code, later(-30), 0)).not.toBeNull()
    expect(totpStep(secret, code, later(90), 0)).toBeNull()
  })

  it('is scanned under the name of the portal', () => {
    const uri = new URL(totpUri(secret, 'd.kok', 'Careflex Zorg Groep'))
    expect(uri.searchParams.get('issuer')).toBe('Careflex Zorg Groep')
    expect(uri.searchParams.get('secret')).toBe(secret)
  })
})

describe('access tokens', () => {
  const now = new Date('2026-11-23T08:00:00.000Z')

  it('hold a session id for ten minutes, and nothing for another key', async () => {
    const { token, expiresAt } = await signAccessToken('session-1', key, now)
    expect(expiresAt.getTime() - now.getTime()).toBe(ACCESS_MINUTES * 60_000)
    expect(await readAccessToken(token, key, now)).toBe('session-1')
    expect(await readAccessToken(token, key, expiresAt)).toBeNull()
    expect(await readAccessToken(token, Buffer.alloc(32, 4), now)).toBeNull()
  })

  it('a token without a signature, of another issuer, or with a changed claim opens nothing', async () => {
    const { token } = await signAccessToken('session-1', key, now)
    const [head, , signature] = token.split('.')
    const claims = Buffer.from(JSON.stringify({ iss: 'portal-desk', sub: 'session-2', exp: 9_999_999_999 })).toString('base64url')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    const foreign = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('elsewhere')
      .setSubject('session-1')
      .sign(key)
    for (const made of [`${head}.${claims}.${signature}`, `${none}.${claims}.`, foreign, 'x', '']) {
      expect(await readAccessToken(made, key, now)).toBeNull()
    }
  })
})

describe("the installation's key", () => {
  it('is made once, for its owner alone; each purpose has a key of its own', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-key-'))
    try {
      const made = installationKey(null, folder)
      expect(installationKey(null, folder)).toEqual(made)
      expect(statSync(path.join(folder, 'installation.key')).mode & 0o777).toBe(0o600)
      expect(installationKey(key.toString('base64'), folder)).toEqual(key)
      const purposes = (['access-token', 'column', 'code'] as const).map((purpose) => keyFor(purpose, made).toString('hex'))
      expect(new Set([...purposes, made.toString('hex')]).size).toBe(4)
      writeFileSync(path.join(folder, 'installation.key'), 'too short')
      expect(() => installationKey(null, folder)).toThrow('32 bytes')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** Sets passwords of portal users: the portal's rules, common ones, earlier ones; and makes temporary ones. */
import { randomInt } from 'node:crypto'
import { desc, eq, inArray } from 'drizzle-orm'
import { type PasswordFault, passwordFaultSentence, passwordFaults } from '../../shared/domain/password-policy.ts'
import type { PasswordRules, PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type PortalUserRow, updateUser } from '../accounts/rows.ts'
import type { Tx } from '../db/database.ts'
import { passwordHistory } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { hashPassword, verifyPassword } from '../platform/secrets/passwords.ts'
import { isCommonPassword } from './common-passwords.ts'
import type { Ground } from './ground.ts'

async function usedBefore(tx: Tx, rules: PasswordRules, user: PortalUserRow, password: string): Promise<PasswordFault | null> {
  if (await verifyPassword(password, user.passwordHash)) return { rule: 'unchanged', params: {} }
  if (rules.history === 0) return null
  const earlier = await tx
    .select({ hash: passwordHistory.hash })
    .from(passwordHistory)
    .where(eq(passwordHistory.portalUserId, user.id))
    .orderBy(desc(passwordHistory.setAt), desc(passwordHistory.id))
    .limit(rules.history)
  for (const { hash } of earlier) {
    if (hash !== user.passwordHash && (await verifyPassword(password, hash)))
      return { rule: 'used-before', params: { count: rules.history } }
  }
  return null
}

/** The refusal of a password this user may not choose, or null. Names the field and the first reason. */
export async function refuseNewPassword(
  c: Ground,
  profile: PortalProfile,
  user: PortalUserRow,
  password: string,
): Promise<Refusal | null> {
  const words = [user.userName, user.name, user.email ?? '', profile.id, profile.name]
  const fault =
    passwordFaults(profile.password, password)[0] ??
    (isCommonPassword(password, words) ? ({ rule: 'common', params: {} } as const) : null) ??
    (await usedBefore(c.tx, profile.password, user, password))
  if (!fault) return null
  const reason = passwordFaultSentence(fault, c.lang)
  return c.fail(
    'password-refused',
    { reason, rule: fault.rule },
    { fields: [{ field: 'newPassword', rule: fault.rule, message: reason }] },
  )
}

/** Stores an own password, and remembers it as far as the portal's rules ask. Moves the version. */
export async function setOwnPassword(
  c: Pick<Ground, 'tx' | 'now'>,
  profile: PortalProfile,
  user: PortalUserRow,
  password: string,
): Promise<PortalUserRow> {
  const hash = await hashPassword(password)
  if (profile.password.history > 0) {
    await c.tx.insert(passwordHistory).values({ id: newId(), portalUserId: user.id, hash, setAt: c.now })
    const outdated = await c.tx
      .select({ id: passwordHistory.id })
      .from(passwordHistory)
      .where(eq(passwordHistory.portalUserId, user.id))
      .orderBy(desc(passwordHistory.setAt), desc(passwordHistory.id))
      .offset(profile.password.history)
    if (outdated.length > 0) {
      await c.tx.delete(passwordHistory).where(
        inArray(
          passwordHistory.id,
          outdated.map((row) => row.id),
        ),
      )
    }
  }
  return updateUser(c.tx, user, {
    passwordHash: hash,
    passwordTemporary: false,
    passwordExpiresAt: null,
    passwordSetAt: c.now,
    version: user.version + 1,
  })
}

/** Without characters that are easily misread: people type this from an e-mail. */
const LOWER = 'abcdefghijkmnpqrstuvwxyz'
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '23456789'
const SPECIALS = '!#*+=%'
const TEMPORARY_LENGTH = 16

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length))
}

/** A random password that keeps to the rules of the portal; about 90 bits of chance. */
export function temporaryPassword(rules: PasswordRules): string {
  const allowed = (alphabet: string) => [...alphabet].filter((character) => !rules.forbidden.includes(character)).join('')
  const sets = [LOWER, UPPER, DIGITS, ...(rules.special ? [SPECIALS] : [])].map(allowed)
  const all = sets.join('')
  const characters = sets.map(pick)
  while (characters.length < Math.max(TEMPORARY_LENGTH, rules.minLength)) characters.push(pick(all))
  // Shuffled, so that the place of a kind of character says nothing.
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const held = characters[last] ?? ''
    characters[last] = characters[other] ?? ''
    characters[other] = held
  }
  return characters.join('')
}

/** Makes an account for a member of staff, or gives an existing one a role at one more provider. */
import { randomBytes, randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { emailTyped } from '../../shared/domain/clients.ts'
import { typedText } from '../../shared/domain/ids.ts'
import { PORTAL_PROFILES } from '../../shared/domain/portal-profiles.ts'
import { staffRole } from '../../shared/domain/staff.ts'
import type { Database, Tx } from '../db/database.ts'
import { providerSequences, providers, staff, staffMemberships } from '../db/schema/index.ts'
import { writeAudit } from '../platform/audit/write.ts'
import { newId } from '../platform/ids.ts'
import type { Box } from '../platform/secrets/box.ts'
import { hashPassword } from '../platform/secrets/passwords.ts'
import { newTotpSecret, totpUri } from '../platform/secrets/totp.ts'

export const newStaff = z.object({
  email: emailTyped,
  name: typedText(120),
  provider: z.enum(PORTAL_PROFILES.map((profile) => profile.id)),
  role: staffRole.default('team-lead'),
  team: typedText(80).nullable().default(null),
})
export type NewStaff = z.infer<typeof newStaff>

/** What the operator hands over, once: it is stored nowhere in the clear. Null when the person had an account already. */
export interface FirstSecrets {
  readonly password: string
  readonly totpUri: string
}

/** Without characters that look alike on paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP = 4

/** About 99 bits, in groups that can be read out. */
function firstPassword(): string {
  const group = () => Array.from({ length: GROUP }, () => READABLE[randomInt(READABLE.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

async function ensureProvider(tx: Tx, id: string): Promise<void> {
  const profile = PORTAL_PROFILES.find((one) => one.id === id)
  if (!profile) throw new Error(`There is no portal profile ${id}.`)
  await tx.insert(providers).values({ id, name: profile.name, profile }).onConflictDoNothing()
  await tx.insert(providerSequences).values({ provider: id }).onConflictDoNothing()
}

async function existing(tx: Tx, email: string): Promise<string | null> {
  const [row] = await tx.select({ id: staff.id }).from(staff).where(sql`lower(${staff.email}) = lower(${email})`).for('update')
  return row?.id ?? null
}

/** Creates the account and the membership in one transaction, with an audit line. The provider is added when it is new. */
export async function createStaff(db: Database, box: Box, given: NewStaff, now: Date): Promise<FirstSecrets | null> {
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  const totpSecret = newTotpSecret()
  return db.transaction(async (tx) => {
    await ensureProvider(tx, given.provider)
    const known = await existing(tx, given.email)
    const id = known ?? newId()
    if (known === null) {
      await tx.insert(staff).values({
        id,
        name: given.name,
        email: given.email,
        passwordHash,
        totpSecret: box.seal(totpSecret),
        draftKey: box.seal(randomBytes(32).toString('base64')),
        createdAt: now,
      })
    }
    const { provider, role, team } = given
    await tx
      .insert(staffMemberships)
      .values({ staffId: id, provider, role, team })
      .onConflictDoUpdate({
        target: [staffMemberships.staffId, staffMemberships.provider],
        set: { role, team, active: true },
      })
    await writeAudit(tx, [
      {
        provider,
        at: now,
        action: known === null ? 'create' : 'update',
        object: 'staff',
        objectId: id,
        outcome: 'ok',
        actorKind: 'system',
        workstation: 'staff-create',
        source: 'portal-api',
        trace: newId(),
        details: { role },
      },
    ])
    return known === null ? { password, totpUri: totpUri(totpSecret, given.email, 'Portal Desk') } : null
  })
}

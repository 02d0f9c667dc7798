/** Staff as rows: found and locked by e-mail address or id, and the places they work at. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Membership } from '../../shared/domain/staff.ts'
import { foldName } from '../accounts/rows.ts'
import type { Tx } from '../db/database.ts'
import { providers, staff, staffMemberships } from '../db/schema/index.ts'

export type StaffRow = typeof staff.$inferSelect

export async function lockStaffByEmail(tx: Tx, email: string): Promise<StaffRow | null> {
  const [row] = await tx
    .select()
    .from(staff)
    .where(sql`lower(${staff.email}) = lower(${foldName(email)})`)
    .for('no key update')
  return row ?? null
}

export async function lockStaff(tx: Tx, id: string): Promise<StaffRow | null> {
  const [row] = await tx.select().from(staff).where(eq(staff.id, id)).for('no key update')
  return row ?? null
}

/** Where somebody works now, by the provider's name. */
export async function membershipsOf(tx: Tx, staffId: string): Promise<Membership[]> {
  return tx
    .select({
      provider: staffMemberships.provider,
      providerName: providers.name,
      role: staffMemberships.role,
      team: staffMemberships.team,
    })
    .from(staffMemberships)
    .innerJoin(providers, eq(providers.id, staffMemberships.provider))
    .where(and(eq(staffMemberships.staffId, staffId), eq(staffMemberships.active, true)))
    .orderBy(asc(providers.name), asc(providers.id))
}

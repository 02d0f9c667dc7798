/**
 * Nobody acts on their own portal account, or on that of a colleague of an equal or higher role (norms.md, helpdesk
 * under attack). Staff may be clients or relatives too; an account is theirs when it has their e-mail address.
 */
import { and, eq, sql } from 'drizzle-orm'
import { RANK_OF_ROLE } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { staff, staffMemberships } from '../db/schema/index.ts'
import type { StaffActor } from '../platform/actor.ts'

export async function outranks(tx: Tx, actor: StaffActor, user: { readonly email: string | null }): Promise<boolean> {
  if (user.email === null) return true
  const owners = await tx
    .select({ staffId: staff.id, role: staffMemberships.role, active: staffMemberships.active })
    .from(staff)
    .leftJoin(staffMemberships, and(eq(staffMemberships.staffId, staff.id), eq(staffMemberships.provider, actor.provider)))
    .where(sql`lower(${staff.email}) = lower(${user.email})`)
  return owners.every(
    ({ staffId, role, active }) =>
      staffId !== actor.staffId && (role === null || !active || RANK_OF_ROLE[role] < RANK_OF_ROLE[actor.role]),
  )
}

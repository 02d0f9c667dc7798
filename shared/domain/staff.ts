/** Staff: roles, and which queues a role works in. */
import { z } from 'zod'
import { instant, providerId, uuid } from './ids.ts'

export const staffRole = z.enum(['planner', 'care-manager', 'helpdesk', 'team-lead'])
export type StaffRole = z.infer<typeof staffRole>

export const queueId = z.enum(['absences', 'contact-requests', 'accounts'])
export type QueueId = z.infer<typeof queueId>

/** The queues a role may see and work in; the server refuses the others. */
export const QUEUES_OF_ROLE: Readonly<Record<StaffRole, readonly QueueId[]>> = {
  planner: ['absences', 'contact-requests'],
  'care-manager': ['contact-requests'],
  helpdesk: ['accounts'],
  'team-lead': ['absences', 'contact-requests', 'accounts'],
}

/** Order of authority: nobody acts on an account of an equal or higher rank (norms.md, helpdesk under attack). */
export const RANK_OF_ROLE: Readonly<Record<StaffRole, number>> = { planner: 1, 'care-manager': 1, helpdesk: 1, 'team-lead': 2 }

/** A colleague as others see them: name and initials, nothing else. */
export const colleague = z.object({ id: uuid, name: z.string(), initials: z.string() })
export type Colleague = z.infer<typeof colleague>

export const membership = z.object({
  provider: providerId,
  providerName: z.string(),
  role: staffRole,
  team: z.string().nullable(),
})
export type Membership = z.infer<typeof membership>

/** Who is signed in at the workstation, at which provider, since when. */
export const staffSession = z.object({
  id: uuid,
  name: z.string(),
  initials: z.string(),
  email: z.string(),
  provider: providerId,
  providerName: z.string(),
  role: staffRole,
  team: z.string().nullable(),
  queues: z.array(queueId),
  memberships: z.array(membership),
  /** Last proof of identity (sign-in, or confirming with the authenticator code). */
  confirmedAt: instant,
})
export type StaffSession = z.infer<typeof staffSession>

/** `Noor Willemsen` → `NW`; `Anneke van der Berg` → `AB`. Small words do not count. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? '') : ''
  return `${first}${last}`
}

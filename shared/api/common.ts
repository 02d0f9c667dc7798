/** Pieces that several routes share. */
import { z } from 'zod'
import { uuid } from '../domain/ids.ts'
import type { StaffRole } from '../domain/staff.ts'

export const byId = z.object({ id: uuid })
export const done = z.object({ ok: z.literal(true) })

/** A page: rows, and the cursor of the next one; null when there is none. */
export function pageOf<S extends z.ZodType>(row: S) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

/** Where a next page starts; opaque to the caller. */
export const cursor = z.string().max(500, { error: 'cursor-invalid' }).optional()
export const limit = z.coerce.number().int().min(1).max(100).default(50)

export const ANY_STAFF = ['planner', 'care-manager', 'helpdesk', 'team-lead'] as const satisfies readonly StaffRole[]
export const CASE_STAFF = ['planner', 'care-manager', 'team-lead'] as const satisfies readonly StaffRole[]
export const PLANNING_STAFF = ['planner', 'team-lead'] as const satisfies readonly StaffRole[]
export const ACCESS_STAFF = ['helpdesk', 'team-lead'] as const satisfies readonly StaffRole[]

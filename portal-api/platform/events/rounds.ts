/** Every fifteen seconds: are the sessions of those who follow here still alive? One query for all of a process's followers. */
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { ANSWERS_WITHIN_MS } from '../../db/away.ts'
import type { Database } from '../../db/database.ts'
import { sessions, staff, staffMemberships } from '../../db/schema/index.ts'
import type { StaffActor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { within } from '../http/patience.ts'

const ROUND_MS = 15_000

/** `unknown`: the database is away. */
export type Found = 'alive' | 'ended' | 'unknown'

export interface Rounds {
  /** Tells `hear` at every round how it stands with the follower; the function returned stops it. */
  join(actor: StaffActor, hear: (found: Found) => void): () => void
}

/** The roles in which staff are signed in now, by session; as `actorOfSession` would say it of each. */
async function rolesNow(db: Database, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, StaffRole>> {
  const rows = await db
    .select({ id: sessions.id, role: staffMemberships.role })
    .from(sessions)
    .innerJoin(staff, and(eq(staff.id, sessions.staffId), isNull(staff.endedAt)))
    .innerJoin(
      staffMemberships,
      and(
        eq(staffMemberships.staffId, sessions.staffId),
        eq(staffMemberships.provider, sessions.provider),
        eq(staffMemberships.active, true),
      ),
    )
    .where(and(inArray(sessions.id, [...ids]), isNull(sessions.endedAt), gt(sessions.refreshExpiresAt, now)))
  return new Map(rows.map(({ id, role }) => [id, role]))
}

/** Goes round while somebody follows. */
export function makeRounds(db: Database, clock: Clock): Rounds {
  const followers = new Map<object, { readonly actor: StaffActor; readonly hear: (found: Found) => void }>()
  let timer: NodeJS.Timeout | undefined
  const round = async () => {
    const asked = [...followers.values()]
    const ids = [...new Set(asked.map(({ actor }) => actor.sessionId))]
    const roles = await within(rolesNow(db, ids, clock.now()), ANSWERS_WITHIN_MS).catch(() => null)
    for (const { actor, hear } of asked)
      hear(roles === null ? 'unknown' : roles.get(actor.sessionId) === actor.role ? 'alive' : 'ended')
  }
  return {
    join(actor, hear) {
      const key = {}
      followers.set(key, { actor, hear })
      timer ??= setInterval(() => void round(), ROUND_MS)
      return () => {
        followers.delete(key)
        if (followers.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

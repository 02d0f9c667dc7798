/** Moves the access cases that nobody touched to today, with the state of their accounts and their timelines. */
import { and, eq, exists, inArray } from 'drizzle-orm'
import { accessShape } from '../accounts/facts.ts'
import { accountEvents, cases, portalUsers, sessions } from '../db/schema/index.ts'
import type { OpenCase, Roll } from './roll.ts'
import { accessOpenedAt, accessRecipesOf } from './seed/access-recipes.ts'
import { openAccessId } from './seed/access-rows.ts'

type User = typeof portalUsers.$inferSelect

/** Moments of an account that belong to its trouble. */
const MOMENTS = ['lastFailureAt', 'blockedAt', 'emailBouncedAt'] as const satisfies readonly (keyof User)[]
/** Those that move too when the account was never used: it was made for this case. */
const MOMENTS_OF_UNUSED = [
  ...MOMENTS,
  'createdAt',
  'emailSince',
  'mobileSince',
  'invitedAt',
  'passwordSetAt',
] as const satisfies readonly (keyof User)[]

function movedMoments(user: User, by: number): Partial<User> {
  const unused = user.lastLoginAt === null && user.acceptedAt === null && user.invitedAt !== null
  const entries = (unused ? MOMENTS_OF_UNUSED : MOMENTS).flatMap((key) => {
    const at = user[key]
    return at === null ? [] : [[key, new Date(at.getTime() + by)] as const]
  })
  return Object.fromEntries(entries)
}

async function moveAccess(roll: Roll, row: OpenCase, user: User, openedAt: Date): Promise<void> {
  const { tx, people } = roll
  const by = openedAt.getTime() - row.openedAt.getTime()
  const moved = movedMoments(user, by)
  if (Object.keys(moved).length > 0) await tx.update(portalUsers).set(moved).where(eq(portalUsers.id, user.id))
  const lines = await tx.select().from(accountEvents).where(eq(accountEvents.portalUserId, user.id))
  for (const line of lines) {
    await tx
      .update(accountEvents)
      .set({ at: new Date(line.at.getTime() + by) })
      .where(eq(accountEvents.id, line.id))
  }
  const { facts, facets, dueAt } = accessShape(
    {
      reason: row.reason ?? 'call',
      portalUserId: user.id,
      userName: user.userName,
      blocked: user.blockedAt !== null,
      openedAt,
    },
    people.profile,
  )
  await tx
    .update(cases)
    .set({ openedAt, dueAt, facts, facets: [...facets] })
    .where(eq(cases.id, row.id))
  roll.announce({ type: 'case.changed', queue: 'accounts', caseId: row.id, subjectId: user.id, version: user.version })
}

export async function rollAccess(roll: Roll): Promise<void> {
  const { tx, seed, people, now } = roll
  const { provider } = people.recipe
  const indexOf = new Map(accessRecipesOf(people.profile).map((_, index) => [openAccessId(seed, provider, index), index]))
  const waiting = await roll.untouched('accounts', new Map([...indexOf.keys()].map((id) => [id, 1])))
  if (waiting.length === 0) return
  const ids = waiting.map((row) => row.subjectId)
  const users = await tx.select().from(portalUsers).where(inArray(portalUsers.id, ids))
  const visited = await tx
    .select({ id: portalUsers.id })
    .from(portalUsers)
    .where(
      and(
        inArray(portalUsers.id, ids),
        exists(tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.portalUserId, portalUsers.id))),
      ),
    )
  const usedByHand = new Set(visited.map((one) => one.id))
  for (const row of waiting) {
    const user = users.find((one) => one.id === row.subjectId)
    const index = indexOf.get(row.id)
    if (!user || index === undefined || usedByHand.has(user.id)) continue
    await moveAccess(roll, row, user, accessOpenedAt(seed, provider, index, now))
  }
}

/** Moves the access cases that nobody touched to today, with the state of their accounts and their timelines. */
import { and, eq, exists, inArray } from 'drizzle-orm'
import { accessShape } from '../accounts/facts.ts'
import { invitationOpen } from '../accounts/memberships.ts'
import { accountEvents, cases, portalMemberships, portalUsers, sessions } from '../db/schema/index.ts'
import { updateAll } from './bulk.ts'
import type { OpenCase, Roll } from './roll.ts'
import { accessOpenedAt, accessRecipesOf } from './seed/access-recipes.ts'
import { openAccessId } from './seed/access-rows.ts'

type User = typeof portalUsers.$inferSelect
type Membership = typeof portalMemberships.$inferSelect

/** Moments of an account that belong to its trouble. */
const MOMENTS = ['lastFailureAt', 'blockedAt', 'emailBouncedAt'] as const satisfies readonly (keyof User)[]
/** Those that move too when the account was never used: it was made for this case. */
const MOMENTS_OF_UNUSED = [
  ...MOMENTS,
  'createdAt',
  'emailSince',
  'mobileSince',
  'passwordSetAt',
] as const satisfies readonly (keyof User)[]

type Moments = { id: string } & Pick<User, (typeof MOMENTS_OF_UNUSED)[number]>

/** The moments of an account, those of its trouble moved along; rows of one update name the same columns. */
function movedMoments(user: User, unused: boolean, by: number): Moments {
  const keys: readonly string[] = unused ? MOMENTS_OF_UNUSED : MOMENTS
  const at = <T extends Date | null>(key: (typeof MOMENTS_OF_UNUSED)[number], value: T): T | Date =>
    value !== null && keys.includes(key) ? new Date(value.getTime() + by) : value
  return {
    id: user.id,
    lastFailureAt: at('lastFailureAt', user.lastFailureAt),
    blockedAt: at('blockedAt', user.blockedAt),
    emailBouncedAt: at('emailBouncedAt', user.emailBouncedAt),
    createdAt: at('createdAt', user.createdAt),
    emailSince: at('emailSince', user.emailSince),
    mobileSince: at('mobileSince', user.mobileSince),
    passwordSetAt: at('passwordSetAt', user.passwordSetAt),
  }
}

/** An account that nobody has ever used: its invitation is what the case is about. */
function isUnused(user: User, membership: Membership | undefined): boolean {
  return user.lastLoginAt === null && membership !== undefined && invitationOpen(membership)
}

function movedMembership({ id, createdAt, invitedAt }: Membership, by: number) {
  const moved = (at: Date) => new Date(at.getTime() + by)
  return { id, createdAt: moved(createdAt), invitedAt: invitedAt && moved(invitedAt) }
}

function movedCase(roll: Roll, row: OpenCase, user: User, openedAt: Date) {
  const { facts, facets, dueAt } = accessShape(
    {
      reason: row.reason ?? 'call',
      portalUserId: user.id,
      userName: user.userName,
      blocked: user.blockedAt !== null,
      openedAt,
    },
    roll.people.profile,
  )
  return { id: row.id, openedAt, dueAt, facts, facets: [...facets] }
}

export async function rollAccess(roll: Roll): Promise<void> {
  const { tx, seed, people, now } = roll
  const { provider } = people.recipe
  const indexOf = new Map(accessRecipesOf(people.profile).map((_, index) => [openAccessId(seed, provider, index), index]))
  const waiting = await roll.untouched('accounts', new Map([...indexOf.keys()].map((id) => [id, 1])))
  if (waiting.length === 0) return
  const ids = waiting.map((row) => row.subjectId)
  const users = await tx.select().from(portalUsers).where(inArray(portalUsers.id, ids))
  const memberships = await tx.select().from(portalMemberships).where(inArray(portalMemberships.portalUserId, ids))
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
  const movedCases: (Partial<OpenCase> & { id: string })[] = []
  const movedUsers: Moments[] = []
  const movedMemberships: ReturnType<typeof movedMembership>[] = []
  const distance = new Map<string, number>()
  for (const row of waiting) {
    const user = users.find((one) => one.id === row.subjectId)
    const index = indexOf.get(row.id)
    if (!user || index === undefined || usedByHand.has(user.id)) continue
    const openedAt = accessOpenedAt(seed, provider, index, now)
    const by = openedAt.getTime() - row.openedAt.getTime()
    distance.set(user.id, by)
    movedCases.push(movedCase(roll, row, user, openedAt))
    const membership = memberships.find((one) => one.portalUserId === user.id)
    const unused = isUnused(user, membership)
    movedUsers.push(movedMoments(user, unused, by))
    if (unused && membership) movedMemberships.push(movedMembership(membership, by))
    roll.announce({ type: 'case.changed', queue: 'accounts', caseId: row.id, subjectId: user.id, version: user.version })
  }
  if (distance.size === 0) return
  const lines = await tx
    .select({ id: accountEvents.id, at: accountEvents.at, user: accountEvents.portalUserId })
    .from(accountEvents)
    .where(inArray(accountEvents.portalUserId, [...distance.keys()]))
  await updateAll(tx, cases, movedCases)
  await updateAll(tx, portalUsers, movedUsers)
  await updateAll(tx, portalMemberships, movedMemberships)
  await updateAll(
    tx,
    accountEvents,
    lines.map(({ id, at, user }) => ({ id, at: new Date(at.getTime() + (distance.get(user) ?? 0)) })),
  )
}

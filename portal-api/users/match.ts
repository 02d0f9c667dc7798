/**
 * "Bedoelde u": who is known under exactly this e-mail address, at this provider, with a log-in of their own. What is
 * shown is the name and nothing else: not for whom they log in, not whether they are a client. That somebody is known to a
 * care provider is a secret of its own, so the questions are few and each stands in the audit log.
 */
import { and, asc, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { portalMemberships, portalUsers } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { limitKey, take, USER_MATCHES, USER_MATCHES_A_DAY } from '../session/limits.ts'
import { type Acting, ownerOf, type UserContext } from './acting.ts'

/** Accounts that live: with a membership of anybody, or that had one here. */
function known(c: Pick<Acting, 'provider' | 'actor'>, email: string): SQL | undefined {
  const { clientId, organisationId } = ownerOf(c.actor)
  const here =
    clientId === null ? eq(portalMemberships.organisationId, organisationId ?? '') : eq(portalMemberships.clientId, clientId)
  return and(
    eq(portalUsers.provider, c.provider),
    sql`lower(${portalUsers.email}) = lower(${email.trim()})`,
    isNull(portalUsers.endedAt),
    exists(
      sql`(select 1 from ${portalMemberships} where ${and(
        eq(portalMemberships.portalUserId, portalUsers.id),
        or(isNull(portalMemberships.endedAt), here),
      )})`,
    ),
  )
}

export async function matchUsers(c: UserContext<'users.match'>) {
  const { membershipId } = c.actor
  const seconds =
    (await take(c.tx, limitKey('user-match', membershipId), USER_MATCHES, c.now)) ??
    (await take(c.tx, limitKey('user-match-day', membershipId), USER_MATCHES_A_DAY, c.now))
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  const rows = await c.tx
    .select({ userId: portalUsers.id, name: portalUsers.name })
    .from(portalUsers)
    .where(known(c, c.body.email))
    .orderBy(asc(portalUsers.name), asc(portalUsers.id))
  // The address is personal data: the log says who was shown.
  c.audit({ details: { found: rows.map((row) => row.userId) } })
  return { rows }
}

/** The account that was matched, by its id and its address together: who knows only one of them knows nothing. */
export async function matchedUser(
  c: Acting,
  given: { readonly userId: string; readonly email: string },
): Promise<{ readonly id: string; readonly name: string } | Refusal> {
  const [user] = await c.tx
    .select({ id: portalUsers.id, name: portalUsers.name })
    .from(portalUsers)
    .where(and(known(c, given.email), eq(portalUsers.id, given.userId)))
  return user ?? c.fail('not-found')
}

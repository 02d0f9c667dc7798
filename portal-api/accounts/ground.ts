/** What every act on an account begins with: the account locked, its version compared, the actor of a higher rank. */
import type { accountRoutes } from '../../shared/api/accounts.ts'
import type { Account } from '../../shared/domain/accounts.ts'
import { type Sentence, say } from '../../shared/domain/language.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/context.ts'
import { limitKey, SENSITIVE_ACTS_BY_STAFF, take } from '../session/limits.ts'
import { readAccount } from './account.ts'
import { announceChange } from './announce.ts'
import { outranks } from './rank.ts'
import { lockUser, type PortalUserRow } from './rows.ts'

type Routes = typeof accountRoutes
export type AccountContext<N extends keyof Routes> = Context<Routes[N]>
/** What doing an act needs of its context, whichever route leads to it. */
export type Acting = Pick<
  AccountContext<'accounts.unblock'>,
  'tx' | 'now' | 'provider' | 'profile' | 'actor' | 'lang' | 'fail' | 'emit' | 'audit' | 'deliver'
>
export type ActRoute =
  | 'accounts.unblock'
  | 'accounts.reset-password'
  | 'accounts.clear-second-factor'
  | 'accounts.forget-devices'
  | 'accounts.issue-wipe-code'
  | 'accounts.send-credentials'

/** The account an act is about, locked, or why the act may not be done. */
export async function takeUp(c: AccountContext<ActRoute>): Promise<PortalUserRow | Refusal> {
  const user = await lockUser(c.tx, c.provider, c.params.id)
  if (!user) return c.fail('not-found')
  c.audit({ objectId: user.id, clientId: user.clientId, details: { reason: c.body.reason } })
  if (user.version !== c.basedOn) return c.fail('stale-version', {}, { current: await readAccount(c, c.profile, user) })
  return (await mayNot(c, user)) ?? user
}

const ENDED: Sentence = { nl: 'het account is beëindigd', en: 'the account was ended' }

/** Why nobody, or not this member of staff, may act on an account; null when they may. */
export async function mayNot(c: Pick<Acting, 'tx' | 'lang' | 'actor' | 'fail'>, user: PortalUserRow): Promise<Refusal | null> {
  if (!(await outranks(c.tx, c.actor, user))) return c.fail('rank-too-high')
  return user.endedAt === null ? null : c.fail('no-access', { reason: say(ENDED, c.lang) })
}

/** Counts a sensitive act of this member of staff: `too-many-attempts` beyond what an hour's work is (norms.md: rogue staff). */
export async function overCap(c: Pick<Acting, 'tx' | 'now' | 'actor' | 'fail'>): Promise<Refusal | null> {
  const seconds = await take(c.tx, limitKey('sensitive-act', c.actor.staffId), SENSITIVE_ACTS_BY_STAFF, c.now)
  return seconds === null ? null : c.fail('too-many-attempts', { seconds })
}

/** Ends an act: workstations hear of it, and the account is handed back as it is now. */
export async function finishAct(c: Acting, user: PortalUserRow): Promise<Account> {
  await announceChange(c, c.profile, user)
  const account = await readAccount(c, c.profile, user)
  if (account.caseId !== null) c.audit({ caseId: account.caseId })
  return account
}

export function refused<T>(result: T | Refusal): result is Refusal {
  return result instanceof Refusal
}

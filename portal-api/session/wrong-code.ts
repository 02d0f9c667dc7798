/** Wrong codes, of a text or of an authenticator: counted on the ticket and on the account, over all log-ins (63B §3.2.2). */
import { announceActivity } from '../accounts/announce.ts'
import type { PortalUserRow } from '../accounts/rows.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Refusal } from '../platform/context.ts'
import type { Ground } from './ground.ts'
import { CODES_WRONG, limitKey, take, waitFor } from './limits.ts'
import { type TicketRow, updateTicket } from './tickets.ts'

/** Wrong codes of an authenticator before one starts anew. */
export const AUTHENTICATOR_TRIES = 5

/** Counts a wrong code on the ticket and on the account, and says how many tries are left. */
export async function wrongCode(c: Ground, user: PortalUserRow, ticket: TicketRow, max: number): Promise<Refusal> {
  const tries = ticket.tries + 1
  await updateTicket(c.tx, ticket.id, { tries })
  await take(c.tx, limitKey('codes-wrong', user.id), CODES_WRONG, c.now)
  await writeTimeline(c, user.id, { type: 'code-wrong', by: 'user' })
  await announceActivity(c, user)
  return c.fail('code-wrong', { left: Math.max(0, max - tries) }, { commit: true })
}

export async function guessedTooOften(c: Ground, user: PortalUserRow): Promise<boolean> {
  return (await waitFor(c.tx, limitKey('codes-wrong', user.id), CODES_WRONG, c.now)) !== null
}

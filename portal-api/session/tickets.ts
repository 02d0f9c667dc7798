/** Tickets of half-finished log-ins: known to the caller, kept as a hash, good for one step and a quarter of an hour. */
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { VerificationChannel } from '../../shared/domain/accounts.ts'
import { lockUser, type PortalUserRow } from '../accounts/rows.ts'
import { accountStatus } from '../accounts/status.ts'
import type { Tx } from '../db/database.ts'
import { loginTickets } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { hashToken, randomToken } from '../platform/secrets/tokens.ts'

const TICKET_MINUTES = 15
const MINUTE_MS = 60_000

export type TicketRow = typeof loginTickets.$inferSelect
export type TicketStep = TicketRow['step']

interface NewTicket {
  readonly step: TicketStep
  readonly provider?: string
  readonly portalUserId?: string
  readonly staffId?: string
  readonly deviceLabel?: string
  readonly deviceId?: string | null
  readonly totpSecret?: string
  readonly channel?: VerificationChannel
  readonly newAddress?: string
}

/** Makes a ticket; `token` is what the caller gets, and the only place it is. */
export async function issueTicket(tx: Tx, given: NewTicket, now: Date): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = randomToken()
  const id = newId()
  const expiresAt = new Date(now.getTime() + TICKET_MINUTES * MINUTE_MS)
  await tx.insert(loginTickets).values({ id, tokenHash: hashToken(token), createdAt: now, expiresAt, ...given })
  return { id, token, expiresAt }
}

function alive(token: string, step: TicketStep, now: Date) {
  return and(
    eq(loginTickets.tokenHash, hashToken(token)),
    eq(loginTickets.step, step),
    isNull(loginTickets.usedAt),
    gt(loginTickets.expiresAt, now),
  )
}

/** The ticket of a step, locked; null when it is unknown, used, run out or for another step. */
export async function lockTicket(tx: Tx, token: string, step: TicketStep, now: Date): Promise<TicketRow | null> {
  const [row] = await tx
    .select()
    .from(loginTickets)
    .where(alive(token, step, now))
    .for('update')
  return row ?? null
}

/**
 * The ticket of a portal log-in together with its account, both locked, the account first. Null when the ticket is no
 * good any more, or the account is not one that may log in.
 */
export async function lockPortalTicket(
  c: { readonly tx: Tx; readonly provider: string; readonly now: Date },
  token: string,
  step: TicketStep,
): Promise<{ ticket: TicketRow; user: PortalUserRow } | null> {
  const [found] = await c.tx
    .select({ portalUserId: loginTickets.portalUserId })
    .from(loginTickets)
    .where(alive(token, step, c.now))
  if (!found?.portalUserId) return null
  const user = await lockUser(c.tx, c.provider, found.portalUserId)
  if (!user || accountStatus(user) === 'blocked' || accountStatus(user) === 'ended') return null
  const ticket = await lockTicket(c.tx, token, step, c.now)
  return ticket ? { ticket, user } : null
}

export async function updateTicket(tx: Tx, id: string, changes: Partial<Omit<TicketRow, 'id'>>): Promise<void> {
  await tx.update(loginTickets).set(changes).where(eq(loginTickets.id, id))
}

/**
 * A reset ends everything that could outlive it: sessions, half-finished log-ins, device trust and outstanding links
 * (ASVS 7.4.2, 7.4.3; norms.md, 7). Callers hold the lock on the account's row.
 */
import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { loginTickets, portalMemberships, recoveryLinks, sessions, trustedDevices, wipeCodes } from '../db/schema/index.ts'
import type { TicketStep } from './tickets.ts'

export interface Ended {
  readonly sessions: number
  readonly devices: number
}

/** Ends the sessions of an account, all or all but one; with `onDevices` those from a trusted device, with `membershipId` those for it. */
export async function endSessions(
  tx: Tx,
  portalUserId: string,
  now: Date,
  which: { readonly except?: string; readonly onDevices?: boolean; readonly membershipId?: string } = {},
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.portalUserId, portalUserId),
        isNull(sessions.endedAt),
        which.except === undefined ? undefined : ne(sessions.id, which.except),
        which.onDevices ? isNotNull(sessions.deviceId) : undefined,
        which.membershipId === undefined ? undefined : eq(sessions.membershipId, which.membershipId),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** Half-finished log-ins of an account are worth nothing any more; with `step` only what waits for that. */
export async function endTickets(tx: Tx, portalUserId: string, now: Date, step?: TicketStep): Promise<void> {
  await tx
    .update(loginTickets)
    .set({ usedAt: now })
    .where(
      and(
        eq(loginTickets.portalUserId, portalUserId),
        isNull(loginTickets.usedAt),
        step === undefined ? undefined : eq(loginTickets.step, step),
      ),
    )
}

export async function endLinks(tx: Tx, portalUserId: string, now: Date): Promise<void> {
  await tx
    .update(recoveryLinks)
    .set({ usedAt: now })
    .where(and(eq(recoveryLinks.portalUserId, portalUserId), isNull(recoveryLinks.usedAt)))
}

/** Trust in the devices of an account ends; `except` the one that somebody sits at. */
export async function forgetDevices(tx: Tx, portalUserId: string, now: Date, except: string | null = null): Promise<number> {
  const forgotten = await tx
    .update(trustedDevices)
    .set({ forgottenAt: now })
    .where(
      and(
        eq(trustedDevices.portalUserId, portalUserId),
        isNull(trustedDevices.forgottenAt),
        except === null ? undefined : ne(trustedDevices.id, except),
      ),
    )
    .returning({ id: trustedDevices.id })
  return forgotten.length
}

/** Codes an administrator was sent to wipe a colleague's second factor. */
async function endWipeCodes(tx: Tx, portalUserId: string, now: Date): Promise<void> {
  const own = tx
    .select({ id: portalMemberships.id })
    .from(portalMemberships)
    .where(eq(portalMemberships.portalUserId, portalUserId))
  await tx
    .update(wipeCodes)
    .set({ usedAt: now })
    .where(and(inArray(wipeCodes.membershipId, own), isNull(wipeCodes.usedAt)))
}

export async function endEverything(tx: Tx, portalUserId: string, now: Date): Promise<Ended> {
  await endTickets(tx, portalUserId, now)
  await endLinks(tx, portalUserId, now)
  await endWipeCodes(tx, portalUserId, now)
  return { devices: await forgetDevices(tx, portalUserId, now), sessions: await endSessions(tx, portalUserId, now) }
}

/** Renewing and ending sessions by their refresh token, for clients and staff alike. */
import { eq } from 'drizzle-orm'
import { careEndOf } from '../accounts/rows.ts'
import { portalClosed } from '../accounts/status.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Tx } from '../db/database.ts'
import { providers } from '../db/schema/index.ts'
import { actorOfSession } from '../platform/session/authenticate.ts'
import type { SessionContext } from './ground.ts'
import { auditAtProvider } from './provider-audit.ts'
import { endSession, rotate, sessionOfToken } from './sessions.ts'

/** Whose session it is, as the audit log names them. */
function ofPerson(session: { portalUserId: string | null; staffId: string | null }) {
  return session.staffId === null
    ? ({ actorKind: 'portal-user', actorId: session.portalUserId } as const)
    : ({ actorKind: 'staff', actorId: session.staffId } as const)
}

/** May the person of this session still be here: not blocked, not ended, role not taken away, portal not closed. */
async function stillWelcome(tx: Tx, sessionId: string, now: Date): Promise<boolean> {
  const actor = await actorOfSession(tx, sessionId, now)
  if (actor === null) return false
  if (actor.kind === 'staff') return true
  const careEnd = await careEndOf(tx, { clientId: actor.clientId })
  const [row] = await tx.select({ profile: providers.profile }).from(providers).where(eq(providers.id, actor.provider))
  return row !== undefined && !portalClosed(row.profile, careEnd, now)
}

export async function refresh(c: SessionContext<'session.refresh'>) {
  const presented = await sessionOfToken(c.tx, c.body.refreshToken)
  if (presented === null) return c.fail('signed-out')
  const { session } = presented
  c.audit({ objectId: session.id, details: { provider: session.provider } })
  if (session.endedAt !== null || session.refreshExpiresAt <= c.now) return c.fail('signed-out')
  const tokens = (await stillWelcome(c.tx, session.id, c.now)) ? await rotate(c, presented) : null
  if (tokens === null) {
    await endSession(c.tx, session.id, c.now)
    await auditAtProvider(c, session.provider, {
      ...ofPerson(session),
      action: 'delete',
      object: 'session',
      objectId: session.id,
      outcome: 'refused',
      problem: 'signed-out',
    })
    return c.fail('signed-out', {}, { commit: true })
  }
  return tokens
}

export async function logout(c: SessionContext<'session.logout'>) {
  const presented = await sessionOfToken(c.tx, c.body.refreshToken)
  if (presented !== null && presented.token !== 'other' && presented.session.endedAt === null) {
    const { session } = presented
    c.audit({ objectId: session.id, details: { provider: session.provider } })
    await endSession(c.tx, session.id, c.now)
    const person = ofPerson(session)
    await auditAtProvider(c, session.provider, {
      ...person,
      action: 'delete',
      object: 'session',
      objectId: session.id,
      outcome: 'ok',
    })
    if (session.portalUserId !== null) {
      const ground = { tx: c.tx, provider: session.provider, now: c.now }
      await writeTimeline(ground, session.portalUserId, { type: 'signed-out', by: 'user' })
    }
  }
  return { ok: true } as const
}

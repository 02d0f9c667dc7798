/** Meldingen over HTTP: each person reads their own; care managers announce a new version of a care plan. */
import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { notificationRoutes } from '../../shared/api/notifications.ts'
import type { Notification } from '../../shared/domain/notifications.ts'
import { maySee } from '../../shared/domain/rights.ts'
import type { Tx } from '../db/database.ts'
import { clients, notifications, portalMemberships, portalUsers } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import type { HandlersOf } from '../platform/context.ts'
import { notifyCarePlan } from './write.ts'

/** So many are shown; older ones were news once. */
const SHOWN = 50

const inviters = alias(portalUsers, 'inviters')

async function shownTo(tx: Tx, actor: ClientActor, providerName: string): Promise<Notification[]> {
  const rows = await tx
    .select({ row: notifications, by: inviters.name })
    .from(notifications)
    .innerJoin(portalMemberships, eq(portalMemberships.id, notifications.membershipId))
    .leftJoin(inviters, eq(inviters.id, portalMemberships.invitedBy))
    .where(eq(notifications.membershipId, actor.membershipId))
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(SHOWN)
  // Who may no longer see the dossier, or not yet, hears nothing of it.
  const dossier = !actor.invited && maySee({ kind: actor.userKind, rights: actor.rights }, 'dossier')
  return rows.flatMap(({ row, by }): Notification[] => {
    const said = { id: row.id, at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null }
    if (row.kind === 'invitation') return [{ ...said, kind: row.kind, by: by ?? providerName }]
    if (!dossier || row.planVersion === null || row.adoptedOn === null) return []
    return [{ ...said, kind: row.kind, planVersion: row.planVersion, adoptedOn: row.adoptedOn }]
  })
}

export const notificationHandlers = {
  'notifications.list': async (c) => {
    const rows = await shownTo(c.tx, c.actor, c.profile.name)
    const unread = rows.filter((row) => row.readAt === null).length
    c.audit({ details: { count: rows.length, unread } })
    return { rows, unread }
  },
  'notifications.read': async (c) => {
    c.audit({ objectId: c.params.id })
    const row = (await shownTo(c.tx, c.actor, c.profile.name)).find((one) => one.id === c.params.id)
    if (!row) return c.fail('not-found')
    if (row.readAt === null) await c.tx.update(notifications).set({ readAt: c.now }).where(eq(notifications.id, row.id))
    return { ok: true }
  },
  'notifications.announce-care-plan': async (c) => {
    const { clientId } = c.params
    c.audit({ objectId: clientId, details: { planVersion: c.body.planVersion } })
    if (!c.profile.notifications.includes('care-plan')) return c.fail('panel-not-available', { provider: c.profile.name })
    const [client] = await c.tx
      .select({ id: clients.id })
      .from(clients)
      .where(and(eq(clients.id, clientId), eq(clients.provider, c.provider)))
    if (!client) return c.fail('not-found')
    c.audit({ clientId })
    const told = await notifyCarePlan(c, clientId, c.body)
    c.audit({ details: { planVersion: c.body.planVersion, told } })
    return { told }
  },
} satisfies HandlersOf<typeof notificationRoutes>

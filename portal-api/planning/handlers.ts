/** The planning: a client's month, a client's visits for staff, and who could take a visit. */
import { and, eq } from 'drizzle-orm'
import type { planningRoutes } from '../../shared/api/planning.ts'
import { daysBetween, firstOfMonth, lastOfMonth } from '../../shared/domain/local-time.ts'
import { ownClient } from '../clients/own.ts'
import { clients } from '../db/schema/index.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { optionsFor } from './caregivers.ts'
import { toPlanningRow, toVisit, visitOf, visitsOf } from './rows.ts'

/** The longest stretch of planning asked for at once. */
const MAX_DAYS = 92

export const planningHandlers = {
  'planning.month': async (c) => {
    const own = await ownClient(c, 'appointments')
    if (own instanceof Refusal) return own
    const { month } = c.query
    c.audit({ details: { month } })
    // A portal that shows only what the client entered themself shows none of our visits.
    if (c.profile.planningShown !== 'visits') return { month, rows: [] }
    const rows = await visitsOf(c.tx, { clientId: own.client.id, from: firstOfMonth(month), to: lastOfMonth(month) })
    return { month, rows: rows.map(toPlanningRow) }
  },

  'planning.of-client': async (c) => {
    const { clientId } = c.params
    const { from, to } = c.query
    if (to < from) return refuseField(c, 'query.to', 'end-before-start')
    if (daysBetween(from, to) >= MAX_DAYS) return refuseField(c, 'query.to', 'range-too-long', { max: MAX_DAYS })
    const [client] = await c.tx
      .select({ id: clients.id })
      .from(clients)
      .where(and(eq(clients.id, clientId), eq(clients.provider, c.provider)))
    if (!client) return c.fail('not-found')
    c.audit({ objectId: clientId, clientId, details: { from, to } })
    return { visits: (await visitsOf(c.tx, { clientId, from, to })).map(toVisit) }
  },

  'planning.caregivers': async (c) => {
    const visit = await visitOf(c.tx, c.provider, c.params.visitId)
    if (!visit) return c.fail('not-found')
    c.audit({ objectId: visit.id, clientId: visit.clientId, details: { ...c.query } })
    return { options: [...(await optionsFor(c.tx, visit, c.query, c.now))] }
  },
} satisfies HandlersOf<typeof planningRoutes>

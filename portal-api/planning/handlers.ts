/** The planning: a client's month and own appointments; for staff the visits, who could take one, and changing them. */
import { and, eq } from 'drizzle-orm'
import type { planningRoutes } from '../../shared/api/planning.ts'
import type { Route } from '../../shared/api/route.ts'
import { daysBetween, type LocalDate } from '../../shared/domain/local-time.ts'
import { type OwnClient, ownClient } from '../clients/own.ts'
import { clients, projects } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type Context, type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import {
  addAppointment,
  appointmentsBetween,
  changeAppointment,
  mayKeepAgenda,
  removeAppointment,
  toAppointmentForStaff,
} from './appointments.ts'
import { optionsFor } from './caregivers.ts'
import { changeVisits } from './change-visits.ts'
import { monthOf } from './month.ts'
import { toVisit, visitOf, visitsOf } from './rows.ts'

/** The longest stretch of planning asked for at once. */
const MAX_DAYS = 92

type Asking = Pick<Context<Route>, 'tx' | 'provider' | 'lang' | 'fail'>

/** A stretch that ends before it begins, or is too long. */
function refusedSpan(c: Asking, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): Refusal | null {
  if (to < from) return refuseField(c, 'query.to', 'end-before-start')
  return daysBetween(from, to) >= MAX_DAYS ? refuseField(c, 'query.to', 'range-too-long', { max: MAX_DAYS }) : null
}

async function isOurs(c: Asking, table: typeof clients | typeof projects, id: string): Promise<boolean> {
  const rows = await c.tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), eq(table.provider, c.provider)))
  return rows.length > 0
}

/** The client whose agenda the asker keeps: `forbidden` to who may only look. */
async function ownAgenda(c: Asking & { readonly actor: ClientActor }): Promise<OwnClient | Refusal> {
  const own = ownClient(c, 'appointments')
  if (own instanceof Refusal) return own
  return mayKeepAgenda(c.actor) ? own : c.fail('forbidden')
}

export const planningHandlers = {
  'planning.month': async (c) => {
    c.audit({ details: { month: c.query.month } })
    return monthOf(c, c.query.month)
  },
  'planning.add-appointment': async (c) => {
    const own = await ownAgenda(c)
    return own instanceof Refusal ? own : addAppointment(c, own, c.body)
  },
  'planning.change-appointment': async (c) => {
    const own = await ownAgenda(c)
    return own instanceof Refusal ? own : changeAppointment(c, own, c.params.id, c.basedOn, c.body)
  },
  'planning.remove-appointment': async (c) => {
    const own = await ownAgenda(c)
    if (own instanceof Refusal) return own
    return (await removeAppointment(c, own, c.params.id, c.basedOn)) ?? { ok: true }
  },

  'planning.appointments-of-client': async (c) => {
    const { clientId } = c.params
    const { from, to } = c.query
    const refused = refusedSpan(c, c.query)
    if (refused) return refused
    if (!(await isOurs(c, clients, clientId))) return c.fail('not-found')
    c.audit({ objectId: clientId, clientId, details: { from, to } })
    return { appointments: (await appointmentsBetween(c.tx, clientId, from, to)).map(toAppointmentForStaff) }
  },
  'planning.of-client': async (c) => {
    const { clientId } = c.params
    const refused = refusedSpan(c, c.query)
    if (refused) return refused
    if (!(await isOurs(c, clients, clientId))) return c.fail('not-found')
    c.audit({ objectId: clientId, clientId, details: { ...c.query } })
    return { visits: (await visitsOf(c.tx, { clientId, ...c.query })).map(toVisit) }
  },
  'planning.of-project': async (c) => {
    const { projectId } = c.params
    const refused = refusedSpan(c, c.query)
    if (refused) return refused
    if (!(await isOurs(c, projects, projectId))) return c.fail('not-found')
    c.audit({ objectId: projectId, details: { ...c.query } })
    return { visits: (await visitsOf(c.tx, { projectIds: [projectId], ...c.query })).map(toVisit) }
  },
  'planning.caregivers': async (c) => {
    const visit = await visitOf(c.tx, c.provider, c.params.visitId)
    if (!visit) return c.fail('not-found')
    c.audit({ objectId: visit.id, clientId: visit.clientId, details: { ...c.query } })
    return { options: [...(await optionsFor(c.tx, visit, c.query, c.now))] }
  },
  'planning.change-visits': (c) => changeVisits(c, c.body),
} satisfies HandlersOf<typeof planningRoutes>

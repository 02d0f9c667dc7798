/** A month of the planning as the portal of the asker shows it: what that is, the profile says. */
import { asc } from 'drizzle-orm'
import type { OutputOf, Route } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { firstOfMonth, type LocalMonth, lastOfMonth } from '../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { isOwnProject, ownOrganisation } from '../clients/organisation.ts'
import { ownClient } from '../clients/own.ts'
import type { Tx } from '../db/database.ts'
import { projects } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type Context, Refusal } from '../platform/context.ts'
import { appointmentsBetween, mayKeepAgenda } from './appointments.ts'
import { toPlanningRow, visitsOf } from './rows.ts'

interface Viewer {
  readonly tx: Tx
  readonly provider: string
  readonly profile: PortalProfile
  readonly actor: ClientActor
  readonly fail: Context<Route>['fail']
}

type Month = OutputOf<Api['planning.month']>

/** The visits of the projects that are the asker's own, each with its project. */
async function ofProjects(c: Viewer, span: { from: string; to: string }): Promise<Month['rows'] | Refusal> {
  const own = await ownOrganisation(c)
  if (own instanceof Refusal) return own
  const rows = await c.tx
    .select({ id: projects.id, name: projects.name })
    .from(projects)
    .where(isOwnProject(c.tx, c.actor))
    .orderBy(asc(projects.name), asc(projects.id))
  if (rows.length === 0) return []
  const byId = new Map(rows.map((project) => [project.id, project]))
  const visits = await visitsOf(c.tx, { projectIds: [...byId.keys()], ...span })
  return visits.map((visit) => toPlanningRow(visit, byId.get(visit.projectId ?? '') ?? null))
}

/** `panel-not-available` where the portal shows no planning. */
export async function monthOf(c: Viewer, month: LocalMonth): Promise<Month | Refusal> {
  const span = { from: firstOfMonth(month), to: lastOfMonth(month) }
  const shown = c.profile.planningShown
  const empty: Month = { month, shown, rows: [], appointments: [], mayWrite: false }
  switch (shown) {
    case 'visits': {
      const own = ownClient(c, 'appointments')
      if (own instanceof Refusal) return own
      const visits = await visitsOf(c.tx, { clientId: own.client.id, ...span })
      return { ...empty, rows: visits.map((visit) => toPlanningRow(visit)) }
    }
    case 'own-appointments': {
      const own = ownClient(c, 'appointments')
      if (own instanceof Refusal) return own
      const appointments = await appointmentsBetween(c.tx, own.client.id, span.from, span.to)
      return { ...empty, appointments, mayWrite: mayKeepAgenda(c.actor) }
    }
    case 'projects': {
      const rows = await ofProjects(c, span)
      return rows instanceof Refusal ? rows : { ...empty, rows }
    }
    case 'none':
      return c.fail('panel-not-available', { provider: c.profile.name })
    default: {
      const never: never = shown
      return never
    }
  }
}

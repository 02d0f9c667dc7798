/** Whose visits are: the client, or the project of an organisation. */
import { and, eq, inArray } from 'drizzle-orm'
import type { BatchVisit } from '../../shared/api/batches.ts'
import type { Tx } from '../db/database.ts'
import { clients, projects } from '../db/schema/index.ts'
import type { PlannedVisit } from '../planning/rows.ts'

export type Owner = BatchVisit['client']

export const NOBODY: Owner = { id: null, name: '', number: null }

type Owned = Pick<PlannedVisit, 'clientId' | 'projectId'>

/** The client or project a visit is at, by its id. */
export const ownerIdOf = (visit: Owned): string => visit.clientId ?? visit.projectId ?? ''

/** By the id of the client or the project. A project has no number and is no client. */
export async function ownersOf(tx: Tx, provider: string, visits: readonly Owned[]): Promise<ReadonlyMap<string, Owner>> {
  const clientIds = [...new Set(visits.flatMap((visit) => visit.clientId ?? []))]
  const projectIds = [...new Set(visits.flatMap((visit) => (visit.clientId === null ? (visit.projectId ?? []) : [])))]
  const owners = new Map<string, Owner>()
  if (clientIds.length > 0) {
    const rows = await tx
      .select({ id: clients.id, name: clients.name, number: clients.number })
      .from(clients)
      .where(and(eq(clients.provider, provider), inArray(clients.id, clientIds)))
    for (const row of rows) owners.set(row.id, row)
  }
  if (projectIds.length > 0) {
    const rows = await tx
      .select({ id: projects.id, name: projects.name })
      .from(projects)
      .where(and(eq(projects.provider, provider), inArray(projects.id, projectIds)))
    for (const row of rows) owners.set(row.id, { id: null, name: row.name, number: null })
  }
  return owners
}

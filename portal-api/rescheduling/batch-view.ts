/** Batches as staff see them: how far one is, whose visits it is about and where they stood, its plan, and what became of that. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import {
  BATCHES_LISTED,
  type BatchAcceptance,
  type BatchState,
  type BatchSummary,
  type BatchVisit,
} from '../../shared/api/batches.ts'
import type { CaregiverRef } from '../../shared/domain/planning.ts'
import type { Tx } from '../db/database.ts'
import { type AskedVisit, caregivers, clients, rescheduleBatches, staff } from '../db/schema/index.ts'
import { toVisit, visitsOf } from '../planning/rows.ts'
import type { AuditNote } from '../platform/context.ts'
import { NOBODY, ownerIdOf, ownersOf } from './owners.ts'

export type BatchRow = typeof rescheduleBatches.$inferSelect

interface Viewer {
  readonly tx: Tx
  readonly provider: string
  audit(note: AuditNote): void
}

export async function batchRow(c: Pick<Viewer, 'tx' | 'provider'>, id: string): Promise<BatchRow | null> {
  const [row] = await c.tx
    .select()
    .from(rescheduleBatches)
    .where(and(eq(rescheduleBatches.id, id), eq(rescheduleBatches.provider, c.provider)))
  return row ?? null
}

/** The name of a member of staff, also of one who left. */
export async function staffName(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, id))
  return row?.name ?? ''
}

async function caregiverNames(tx: Tx, asked: readonly AskedVisit[]): Promise<(id: string) => CaregiverRef> {
  const ids = [...new Set(asked.flatMap((visit) => visit.stood?.caregiverIds ?? []))]
  const rows =
    ids.length === 0
      ? []
      : await tx.select({ id: caregivers.id, name: caregivers.name }).from(caregivers).where(inArray(caregivers.id, ids))
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (id) => ({ id, name: names.get(id) ?? '' })
}

async function batchVisits({ tx, provider }: Viewer, asked: readonly AskedVisit[]): Promise<BatchVisit[]> {
  if (asked.length === 0) return []
  const found = await visitsOf(tx, { provider, ids: asked.map((visit) => visit.id) })
  const owners = await ownersOf(tx, provider, found)
  const nameOf = await caregiverNames(tx, asked)
  const byId = new Map(found.map((visit) => [visit.id, visit]))
  return asked.map(({ id, version, stood }) => {
    const visit = byId.get(id)
    return {
      id,
      version,
      stood: stood ? { date: stood.date, startTime: stood.startTime, caregivers: stood.caregiverIds.map(nameOf) } : null,
      client: (visit && owners.get(ownerIdOf(visit))) ?? NOBODY,
      now: visit ? toVisit(visit) : null,
    }
  })
}

async function acceptanceOf(tx: Tx, accepted: NonNullable<BatchRow['accepted']>): Promise<BatchAcceptance> {
  const { at, staffId, leftOut, notReached } = accepted
  const names =
    notReached.length === 0
      ? []
      : await tx
          .select({ clientId: clients.id, name: clients.name })
          .from(clients)
          .where(inArray(clients.id, [...notReached]))
  return { at, by: await staffName(tx, staffId), leftOut: [...leftOut], notReached: names }
}

type Head = Pick<BatchRow, keyof typeof HEAD>

const HEAD = {
  id: rescheduleBatches.id,
  status: rescheduleBatches.status,
  staffId: rescheduleBatches.staffId,
  absenceId: rescheduleBatches.absenceId,
  startedAt: rescheduleBatches.startedAt,
  endedAt: rescheduleBatches.endedAt,
}

const headOf = (row: Head, by: string) => ({
  id: row.id,
  status: row.status,
  by: { id: row.staffId, name: by },
  absenceId: row.absenceId,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
})

/** It names clients: the audit line says which. */
export async function toState(c: Viewer, row: BatchRow): Promise<BatchState> {
  const visits = await batchVisits(c, row.visits)
  c.audit({ objectId: row.id, details: { clients: [...new Set(visits.flatMap((one) => one.client.id ?? []))] } })
  return {
    ...headOf(row, await staffName(c.tx, row.staffId)),
    phase: row.phase,
    seconds: row.seconds,
    progress: row.endedAt === null ? row.progress / 1000 : 1,
    soFar: row.soFar,
    visits,
    failure: row.failure,
    plan: row.plan,
    accepted: row.accepted === null ? null : await acceptanceOf(c.tx, row.accepted),
  }
}

/** Newest first. */
export async function batchSummaries({ tx, provider }: Pick<Viewer, 'tx' | 'provider'>): Promise<BatchSummary[]> {
  const { plan, visits } = rescheduleBatches
  // A plan is large, and of most only its figures are shown.
  const rows = await tx
    .select({
      row: { ...HEAD, accepted: rescheduleBatches.accepted },
      by: staff.name,
      count: sql<number>`jsonb_array_length(${visits})`,
      plan: sql<BatchSummary['plan']>`case when ${plan} is null then null else jsonb_build_object(
        'score', ${plan} -> 'score', 'proven', ${plan} -> 'proven', 'cutShort', ${plan} -> 'cutShort',
        'moves', jsonb_array_length(${plan} -> 'moves'), 'unplaced', jsonb_array_length(${plan} -> 'unplaced')) end`,
    })
    .from(rescheduleBatches)
    .innerJoin(staff, eq(staff.id, rescheduleBatches.staffId))
    .where(eq(rescheduleBatches.provider, provider))
    .orderBy(desc(rescheduleBatches.startedAt), desc(rescheduleBatches.id))
    .limit(BATCHES_LISTED)
  return rows.map(({ row, by, count, plan }) => ({
    ...headOf(row, by),
    count,
    plan,
    acceptedAt: row.accepted?.at ?? null,
  }))
}

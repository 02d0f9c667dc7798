/**
 * Clients as rescheduling sees them: where they are, and of those in question all that bears on when and by whom they can be
 * visited. A project stands here as a client without wishes: its visits are placed in the same way.
 */
import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { absencePeriod } from '../../shared/domain/absences.ts'
import { addDays, daysBetween, type LocalDate, minutesOf } from '../../shared/domain/local-time.ts'
import type { DaySpan, PlanningClient } from '../../shared/rescheduling/planning.ts'
import { fieldsOf } from '../absences/rows.ts'
import type { Tx } from '../db/database.ts'
import { absences, clients, clientTimes, projects, unwantedPairings, visitAssignments, visits } from '../db/schema/index.ts'
import { groupBy } from '../platform/group-by.ts'

/** Who came within these weeks is known to a client. */
const KNOWN_WEEKS = 26
const DAY = 1440

export interface ClientScope {
  readonly tx: Tx
  readonly provider: string
  readonly today: LocalDate
  /** The last day that is read: an open end reaches to it. */
  readonly last: LocalDate
}

/** When clients are away, as days with minutes. */
async function readAway({ tx, last }: ClientScope, clientIds: readonly string[]): Promise<ReadonlyMap<string, DaySpan[]>> {
  const rows = await tx
    .select()
    .from(absences)
    .where(and(inArray(absences.clientId, [...clientIds]), inArray(absences.status, ['open', 'processed'])))
  const away = new Map<string, DaySpan[]>()
  for (const row of rows) {
    const period = absencePeriod(fieldsOf(row))
    // Of a processed one without an end nobody says when it ended.
    if (row.status === 'processed' && period.to === null) continue
    const endsWithin = period.to !== null && period.to.date <= last
    const lastDate = endsWithin && period.to ? period.to.date : last
    const days = Math.max(0, daysBetween(period.fromDate, lastDate) + 1)
    const spans = Array.from({ length: days }, (_, day): DaySpan => {
      const end = endsWithin && period.to && day === days - 1 ? minutesOf(period.to.time) : DAY
      return { date: addDays(period.fromDate, day), from: day === 0 ? minutesOf(period.fromTime) : 0, to: end }
    })
    away.set(row.clientId, [...(away.get(row.clientId) ?? []), ...spans.filter((span) => span.to > span.from)])
  }
  return away
}

/** Who came to clients or projects before today. */
async function readKnown({ tx, today }: ClientScope, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const known = new Map<string, string[]>()
  for (const column of [visits.clientId, visits.projectId]) {
    const rows = await tx
      .selectDistinct({ of: column, caregiverId: visitAssignments.caregiverId })
      .from(visits)
      .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
      .where(
        and(
          inArray(column, [...ids]),
          eq(visits.status, 'planned'),
          lt(visits.date, today),
          gte(visits.date, addDays(today, -7 * KNOWN_WEEKS)),
        ),
      )
    for (const { of, caregiverId } of rows) if (of !== null) known.set(of, [...(known.get(of) ?? []), caregiverId])
  }
  return known
}

/**
 * @param planned clients and projects that visits stand for
 * @param about those of which wishes, absences and who came before are read too
 */
export async function readClients(
  scope: ClientScope,
  planned: readonly string[],
  about: readonly string[],
): Promise<PlanningClient[]> {
  const ids = [...new Set([...planned, ...about])]
  if (ids.length === 0) return []
  const { tx, provider } = scope
  // One parameter, not thousands: a statement that long takes longer to build than to run.
  const all = sql.param(ids)
  const rows = await tx
    .select({ id: clients.id, name: clients.name, lat: clients.lat, lon: clients.lon, usual: clients.usualCaregiverId })
    .from(clients)
    .where(and(eq(clients.provider, provider), sql`${clients.id} = any(${all}::uuid[])`))
  const ofProjects = await tx
    .select({ id: projects.id, name: projects.name })
    .from(projects)
    .where(and(eq(projects.provider, provider), sql`${projects.id} = any(${all}::uuid[])`))
  const asked = [...about]
  const none = asked.length === 0
  const times = groupBy(
    none ? [] : await tx.select().from(clientTimes).where(inArray(clientTimes.clientId, asked)),
    (one) => one.clientId,
  )
  const unwanted = groupBy(
    none ? [] : await tx.select().from(unwantedPairings).where(inArray(unwantedPairings.clientId, asked)),
    (one) => one.clientId,
  )
  const away = none ? new Map<string, DaySpan[]>() : await readAway(scope, asked)
  const known = none ? new Map<string, string[]>() : await readKnown(scope, asked)
  const spans = (id: string, kind: 'impossible' | 'preferred') =>
    (times.get(id) ?? [])
      .filter((one) => one.kind === kind)
      .map((one) => ({ weekday: one.weekday, from: one.fromMinute, to: one.toMinute }))
  const everyone = [...rows, ...ofProjects.map((one) => ({ ...one, lat: null, lon: null, usual: null }))]
  return everyone.map((row) => ({
    id: row.id,
    name: row.name,
    place: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    away: away.get(row.id) ?? [],
    impossible: spans(row.id, 'impossible'),
    preferred: spans(row.id, 'preferred'),
    usualCaregiverId: row.usual,
    knownCaregiverIds: known.get(row.id) ?? [],
    unwantedCaregiverIds: (unwanted.get(row.id) ?? []).map((one) => one.caregiverId),
  }))
}

/** A made-up Dutch planning (see `dutchPlanning`) as rows of a provider, all the rules of the tables at work. */
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import {
  caregivers,
  clients,
  clientTimes,
  unwantedPairings,
  visitAssignments,
  visits,
} from '../../../portal-api/db/schema/index.ts'
import { newId } from '../../../portal-api/platform/ids.ts'
import type { Planning } from '../../../shared/rescheduling/planning.ts'

/** Rows a statement: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 3000
/** Before all visits. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z')

function inPieces<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) => rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE))
}

/** Writes it; the ids of the planning become ids of rows. Returns the ids of its visits, in its order. */
export async function seedPlanning(client: pg.Client, provider: string, planning: Planning): Promise<readonly string[]> {
  const db = drizzle(client)
  const ids = new Map<string, string>()
  const idOf = (id: string) => {
    const known = ids.get(id) ?? newId()
    ids.set(id, known)
    return known
  }
  await db.insert(caregivers).values(
    planning.caregivers.map((one) => ({
      id: idOf(one.id),
      provider,
      name: one.name,
      firstName: one.name,
      qualifications: [...one.qualifications],
      contractMinutes: one.contractMinutesPerWeek,
      weekdays: one.availability.map((span) => span.weekday),
      fromMinute: one.availability[0]?.from ?? 0,
      toMinute: one.availability[0]?.to ?? 0,
    })),
  )
  const people = planning.clients.map((one, n) => ({
    id: idOf(one.id),
    provider,
    number: n + 1,
    name: one.name,
    sortName: one.name,
    street: `Proefstraat ${n + 1}`,
    postcode: '1000 AA',
    city: 'Amsterdam',
    lat: one.place?.lat ?? null,
    lon: one.place?.lon ?? null,
    usualCaregiverId: one.usualCaregiverId && idOf(one.usualCaregiverId),
  }))
  for (const rows of inPieces(people)) await db.insert(clients).values(rows)
  const times = planning.clients.flatMap((one) =>
    (['impossible', 'preferred'] as const).flatMap((kind) =>
      one[kind].map((span) => ({
        id: newId(),
        provider,
        clientId: idOf(one.id),
        kind,
        weekday: span.weekday,
        fromMinute: span.from,
        toMinute: span.to,
      })),
    ),
  )
  for (const rows of inPieces(times)) await db.insert(clientTimes).values(rows)
  const unwanted = planning.clients.flatMap((one) =>
    one.unwantedCaregiverIds.map((id) => ({ provider, clientId: idOf(one.id), caregiverId: idOf(id), since: LONG_AGO })),
  )
  for (const rows of inPieces(unwanted)) await db.insert(unwantedPairings).values(rows)
  const planned = planning.visits.flatMap(({ id, clientId, pinned, parts: [part] }) =>
    part
      ? [
          {
            id: idOf(id),
            provider,
            clientId: idOf(clientId),
            date: part.date,
            startMinute: part.startMinute,
            minutes: part.minutes,
            serviceCode: part.serviceCode,
            pinned,
          },
        ]
      : [],
  )
  for (const rows of inPieces(planned)) await db.insert(visits).values(rows)
  const assigned = planning.visits.flatMap((visit) =>
    visit.parts.flatMap(({ caregiverId }) =>
      caregiverId === null ? [] : [{ id: newId(), provider, visitId: idOf(visit.id), caregiverId: idOf(caregiverId) }],
    ),
  )
  for (const rows of inPieces(assigned)) await db.insert(visitAssignments).values(rows)
  return planned.map((visit) => visit.id)
}

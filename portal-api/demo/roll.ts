/**
 * Brings a demo database to today. Weeks that have come near get their visits from the standing roster; the
 * past stays as it was lived. What waits in the queues and was never touched is placed around now again, with
 * the same clients. What a user of the demo did stays where it is, and so do the manuals' examples of 2021.
 */
import { and, asc, eq, gte, inArray, isNull, lt, lte, notExists, or, sql } from 'drizzle-orm'
import { addDays, daysBetween, type LocalDate, mondayOf } from '../../shared/domain/local-time.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { cases, ownAppointments, portalMemberships, portalUsers, sessions, visitAssignments, visits } from '../db/schema/index.ts'
import type { NewEvent } from '../platform/context.ts'
import { appendEvents } from '../platform/events/write.ts'
import { insertAll } from './bulk.ts'
import { type DemoState, writeDemoState } from './mark.ts'
import { rollAbsences } from './roll-absences.ts'
import { rollAccess } from './roll-access.ts'
import { rollNotices } from './roll-notices.ts'
import { rollQuestions } from './roll-questions.ts'
import { type AgendaKeeper, appointmentsIn } from './seed/appointment-rows.ts'
import { MINUTE_MS, today } from './seed/moments.ts'
import { allPeople, type ProviderPeople } from './seed/people.ts'
import { plannedMondays, type TakenSlot, weekOf } from './seed/weeks.ts'

export type OpenCase = typeof cases.$inferSelect

/** What the rolling of one provider works with. */
export interface Roll {
  readonly tx: Tx
  readonly seed: number
  readonly people: ProviderPeople
  readonly now: Date
  /** Those of the given cases that wait as the seed left them: open, at that version, in nobody's hands. */
  untouched(queue: QueueId, versions: ReadonlyMap<string, number>): Promise<OpenCase[]>
  announce(event: NewEvent): void
}

async function untouched(tx: Tx, queue: QueueId, versions: ReadonlyMap<string, number>, now: Date): Promise<OpenCase[]> {
  if (versions.size === 0) return []
  const rows = await tx
    .select()
    .from(cases)
    .where(
      and(
        inArray(cases.id, [...versions.keys()]),
        eq(cases.queue, queue),
        eq(cases.status, 'open'),
        or(isNull(cases.claimBy), lt(cases.claimUntil, now)),
      ),
    )
    .for('update')
  return rows.filter((row) => row.subjectVersion === versions.get(row.id))
}

/** Visits that stand in a week already: moved there by hand. */
async function takenIn(tx: Tx, provider: string, monday: LocalDate): Promise<TakenSlot[]> {
  return tx
    .select({
      caregiverId: visitAssignments.caregiverId,
      date: visits.date,
      startMinute: visits.startMinute,
      minutes: visits.minutes,
    })
    .from(visits)
    .innerJoin(visitAssignments, eq(visitAssignments.visitId, visits.id))
    .where(
      and(
        eq(visits.provider, provider),
        eq(visits.status, 'planned'),
        gte(visits.date, monday),
        lte(visits.date, addDays(monday, 6)),
      ),
    )
}

async function addWeeks(roll: Roll, mondays: readonly LocalDate[]): Promise<void> {
  const { tx, seed, people } = roll
  const { provider } = people.recipe
  for (const monday of mondays) {
    const taken = await takenIn(tx, provider, monday)
    const week = weekOf(seed, provider, monday, people.roster, people.caregivers, taken)
    await insertAll(tx, visits, week.visits)
    await insertAll(tx, visitAssignments, week.assignments)
    if (people.profile.panels.includes('own-appointments'))
      await insertAll(tx, ownAppointments, appointmentsIn(seed, provider, monday, await keepersAt(tx, provider)))
  }
}

/** Who keeps the agenda of a client of the provider, as things stand. */
async function keepersAt(tx: Tx, provider: string): Promise<AgendaKeeper[]> {
  const rows = await tx
    .select({ clientId: sql<string>`${portalMemberships.clientId}`, portalUserId: portalMemberships.portalUserId })
    .from(portalMemberships)
    .where(
      and(
        eq(portalMemberships.provider, provider),
        inArray(portalMemberships.kind, ['client', 'representative']),
        isNull(portalMemberships.endedAt),
      ),
    )
    .orderBy(asc(portalMemberships.id))
  return rows
}

/** Clients whom nobody in the demo logged in as were in their portal lately, whatever day it is. */
async function moveLogins(roll: Roll, days: number): Promise<void> {
  const latest = new Date(roll.now.getTime() - MINUTE_MS).toISOString()
  const never = notExists(roll.tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.portalUserId, portalUsers.id)))
  const ours = and(eq(portalUsers.provider, roll.people.recipe.provider), never)
  await roll.tx
    .update(portalUsers)
    .set({ lastLoginAt: sql`least(${portalUsers.lastLoginAt} + make_interval(days => ${days}::int), ${latest}::timestamptz)` })
    .where(and(ours, sql`${portalUsers.lastLoginAt} is not null`))
}

/**
 * Rolls the demo from the day it stands at to the day of `now`; does nothing when that is the same day.
 * @returns true when something was rolled
 */
export async function rollDemo(tx: Tx, state: DemoState, seed: number, now: Date): Promise<boolean> {
  const day = today(now)
  if (state.day === day) return false
  const wanted = plannedMondays(mondayOf(day))
  const missing = wanted.filter((monday) => !state.weeks.includes(monday))
  for (const people of allPeople(seed)) {
    const events: NewEvent[] = []
    const roll: Roll = {
      tx,
      seed,
      people,
      now,
      untouched: (queue, versions) => untouched(tx, queue, versions, now),
      announce: (event) => events.push(event),
    }
    await addWeeks(roll, missing)
    await moveLogins(roll, daysBetween(state.day, day))
    await rollNotices(roll)
    await rollQuestions(roll)
    await rollAccess(roll)
    await rollAbsences(roll)
    await appendEvents(tx, people.recipe.provider, null, events, now)
  }
  await writeDemoState(tx, { day, weeks: [...state.weeks, ...missing].sort() })
  return true
}

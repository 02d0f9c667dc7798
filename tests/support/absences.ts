/** A client with visits and an open notice, for tests of the decision. */
import { eq } from 'drizzle-orm'
import { cases } from '../../portal-api/db/schema/index.ts'
import type { AbsenceInput, VisitDecision } from '../../shared/domain/absences.ts'
import type { TestApp } from './app.ts'
import {
  asPortalUser,
  type CaregiverRow,
  type ClientRow,
  makeClient,
  makePortalUser,
  makeVisit,
  type PortalUserRow,
  type VisitRow,
} from './fixtures.ts'
import { type Caller, mustCall } from './http.ts'

/** Whole days off, from a first to a last date. */
export function daysOff(startDate: string, endDate: string): AbsenceInput {
  return {
    type: 'holiday',
    days: 'several',
    startDate,
    wholeDay: true,
    startTime: null,
    endTime: null,
    endDateKnown: true,
    endDate,
  }
}

export interface Away {
  readonly client: ClientRow
  readonly user: PortalUserRow
  readonly caller: Caller
  readonly visits: readonly VisitRow[]
  readonly noticeId: string
  readonly caseId: string
}

/** A client who is away, with a visit per place `date time` by one of the caregivers, in turn. */
export async function makeAway(
  app: TestApp,
  provider: string,
  notice: AbsenceInput,
  places: readonly string[],
  caregivers: readonly CaregiverRow[],
): Promise<Away> {
  const client = await makeClient(app, provider)
  const user = await makePortalUser(app, client)
  const caller = await asPortalUser(app, user)
  const visits: VisitRow[] = []
  for (const [index, place] of places.entries()) {
    const [date = '', time = ''] = place.split(' ')
    const by = caregivers[index % caregivers.length]
    visits.push(await makeVisit(app, client, by ? [by] : [], date, time))
  }
  const { id: noticeId } = await mustCall(caller, 'absences.create', { body: notice })
  const [row] = await app.db.select({ id: cases.id }).from(cases).where(eq(cases.subjectId, noticeId))
  if (!row) throw new Error('No case was opened.')
  return { client, user, caller, visits, noticeId, caseId: row.id }
}

type Decided = Pick<VisitRow, 'id' | 'version'>

export const cancel = (visit: Decided): VisitDecision => ({ action: 'cancel', visitId: visit.id, visitVersion: visit.version })
export const keep = (visit: Decided): VisitDecision => ({ action: 'keep', visitId: visit.id, visitVersion: visit.version })
export function move(visit: Decided, place: string, caregiver: { readonly id: string }): VisitDecision {
  const [date = '', startTime = ''] = place.split(' ')
  return {
    action: 'move',
    visitId: visit.id,
    visitVersion: visit.version,
    to: { date, startTime, caregiverId: caregiver.id },
  }
}

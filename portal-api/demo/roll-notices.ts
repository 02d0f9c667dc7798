/** Places the open absence notices that nobody touched around now again: same client, same type and length. */
import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import { addDays } from '../../shared/domain/local-time.ts'
import { absences, cases, visits } from '../db/schema/index.ts'
import { updateAll } from './bulk.ts'
import type { OpenCase, Roll } from './roll.ts'
import { type AbsenceRow, openNoticeIds, reopenNotice, type Sender } from './seed/absence-rows.ts'
import { chanceOf } from './seed/chance.ts'
import { today } from './seed/moments.ts'
import { OPEN_NOTICES } from './seed/notices.ts'
import { type PlannedVisit, placeWishes } from './seed/when.ts'

/** The span in which a notice may find its first visit, and in which its visits are counted, in days. */
const DAYS_BACK = 4
const DAYS_AHEAD = 56

interface Waiting {
  readonly index: number
  readonly row: OpenCase
  readonly sender: Sender
}

async function waitingNotices(roll: Roll): Promise<Waiting[]> {
  const { seed, people } = roll
  const { provider } = people.recipe
  const indexOf = new Map(OPEN_NOTICES.map((_, index) => [openNoticeIds(seed, provider, index).caseId, index]))
  const versions = new Map([...indexOf].map(([id, index]) => [id, OPEN_NOTICES[index]?.changed ? 2 : 1]))
  const clients = new Map(people.clients.map((client) => [client.row.id, client.row]))
  const rows = await roll.untouched('absences', versions)
  return rows.flatMap((row) => {
    const index = indexOf.get(row.id)
    const client = clients.get(row.clientId ?? '')
    return index !== undefined && client && row.portalUserId ? [{ index, row, sender: { client, userId: row.portalUserId } }] : []
  })
}

async function plannedVisits(roll: Roll, clientIds: readonly string[]): Promise<Map<string, PlannedVisit[]>> {
  const day = today(roll.now)
  const found = await roll.tx
    .select({ clientId: visits.clientId, date: visits.date, startMinute: visits.startMinute, minutes: visits.minutes })
    .from(visits)
    .where(
      and(
        inArray(visits.clientId, [...clientIds]),
        eq(visits.status, 'planned'),
        gte(visits.date, addDays(day, -DAYS_BACK)),
        lte(visits.date, addDays(day, DAYS_AHEAD)),
      ),
    )
  const of = new Map<string, PlannedVisit[]>(clientIds.map((id) => [id, []]))
  for (const visit of found) of.get(visit.clientId ?? '')?.push(visit)
  return of
}

export async function rollNotices(roll: Roll): Promise<void> {
  const { tx, seed, people, now } = roll
  const waiting = (await waitingNotices(roll)).sort((a, b) => a.index - b.index)
  if (waiting.length === 0) return
  const planned = await plannedVisits(
    roll,
    waiting.map((one) => one.sender.client.id),
  )
  const wishes = waiting.flatMap(({ index }) => OPEN_NOTICES[index] ?? [])
  const placed = placeWishes(
    wishes.map((wish) => wish.when),
    waiting.map((one) => ({ key: one.sender.client.id, visits: planned.get(one.sender.client.id) ?? [] })),
    now,
    chanceOf(seed, people.recipe.provider, 'rolled notices', today(now)),
  )
  const movedCases: (Partial<OpenCase> & { id: string })[] = []
  const movedNotices: AbsenceRow[] = []
  for (const [index, place] of placed.entries()) {
    const one = waiting.find((other) => other.sender.client.id === place?.key)
    const wish = wishes[index]
    if (!place || !one || !wish) continue
    const own = planned.get(one.sender.client.id) ?? []
    const made = reopenNotice(seed, people, one.index, one.sender, wish.told, place.visit, own, now)
    const { id, openedAt, dueAt, facets, facts, subjectId, subjectVersion } = made.case
    movedCases.push({ id, openedAt, dueAt, facets, facts })
    movedNotices.push(made.absence)
    roll.announce({ type: 'case.changed', queue: 'absences', caseId: id, subjectId, version: subjectVersion })
  }
  await updateAll(tx, cases, movedCases)
  await updateAll(tx, absences, movedNotices)
}

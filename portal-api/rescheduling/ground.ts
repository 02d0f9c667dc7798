/** What the routes of rescheduling share: the planning made ready for a question, and its answers as they travel. */
import type { PlanMove, ProposalRow, RuleBreach } from '../../shared/api/rescheduling.ts'
import type { Route } from '../../shared/api/route.ts'
import { type Sentence, say } from '../../shared/domain/language.ts'
import { type LocalDate, minutesOf, timeOf, toLocal } from '../../shared/domain/local-time.ts'
import { localMoment } from '../../shared/domain/planning.ts'
import type { PlanningChange, VisitMove } from '../../shared/rescheduling/check.ts'
import type { Planning } from '../../shared/rescheduling/planning.ts'
import type { Proposal, ProposalDesk } from '../../shared/rescheduling/proposals.ts'
import type { RouteFault } from '../../shared/rescheduling/route/plan.ts'
import type { Breach } from '../../shared/rescheduling/rules/catalogue.ts'
import type { ScorePart, Spot } from '../../shared/rescheduling/score.ts'
import { type PlannedVisit, visitsOf } from '../planning/rows.ts'
import type { StaffActor } from '../platform/actor.ts'
import { type Context, Refusal } from '../platform/context.ts'
import { type Reading, readPlanning } from './read-planning.ts'

export type Asker = Reading & Pick<Context<Route>, 'lang' | 'fail'> & { readonly actor: StaffActor }

/** Why no place is looked for. */
export type NotPlaceable = 'cancelled' | 'begun' | 'many-caregivers' | 'far-apart' | RouteFault['kind']

const FAULTY: Sentence = {
  nl: 'de gegevens van de dienst spreken elkaar tegen',
  en: 'what is known of the visit contradicts itself',
}
const REASONS: Readonly<Record<NotPlaceable, Sentence>> = {
  cancelled: { nl: 'hij is vervallen', en: 'it was cancelled' },
  begun: { nl: 'hij is al begonnen of voorbij', en: 'it has begun or is over' },
  'many-caregivers': {
    nl: 'hij vraagt meer dan twee medewerkers; verzet hem met de hand',
    en: 'it takes more than two caregivers; move it by hand',
  },
  'far-apart': {
    nl: 'de genoemde diensten liggen meer dan drie maanden uit elkaar',
    en: 'the visits named are more than three months apart',
  },
  'contradictory-sync': {
    nl: 'de twee medewerkers kunnen nooit op de gevraagde afstand beginnen',
    en: 'the two caregivers can never begin as far apart as asked',
  },
  'no-length': { nl: 'hij duurt 0 minuten', en: 'it takes 0 minutes' },
  'same-id-twice': FAULTY,
  'not-a-number': FAULTY,
  'unknown-task': FAULTY,
  'impossible-order': FAULTY,
  'no-tasks': FAULTY,
}

export function notPlaceable(c: Pick<Asker, 'lang' | 'fail'>, why: NotPlaceable): Refusal {
  return c.fail('visit-not-placeable', { reason: say(REASONS[why], c.lang), why })
}

/** Whether a place can be looked for at all; null when it can. */
export function whyNotPlaceable(visit: PlannedVisit, now: Date): NotPlaceable | null {
  const local = toLocal(now)
  if (visit.status === 'cancelled') return 'cancelled'
  if (localMoment(visit.date, visit.startTime) <= localMoment(local.date, local.time)) return 'begun'
  return visit.helpers.length > 2 ? 'many-caregivers' : null
}

/** Visits for which a place can be looked for, or why not. */
export async function placeableVisits(c: Asker, ids: readonly string[]): Promise<readonly PlannedVisit[] | Refusal> {
  const found = await visitsOf(c.tx, { provider: c.provider, ids })
  if (found.length < ids.length) return c.fail('not-found')
  for (const visit of found) {
    const why = whyNotPlaceable(visit, c.now)
    if (why !== null) return notPlaceable(c, why)
  }
  return found
}

/** The planning around the visits that a question names, and those visits. */
export interface Question {
  readonly planning: Planning
  readonly visits: ReadonlyMap<string, PlannedVisit>
}

/**
 * Reads the planning for a question about visits. Problems: `not-found` for a visit that is not this provider's,
 * `visit-not-placeable` for one that is over, cancelled, or too much for it.
 * @param dates other dates it is about
 */
export async function openQuestion(
  c: Asker,
  visitIds: readonly string[],
  dates: readonly LocalDate[] = [],
): Promise<Question | Refusal> {
  const ids = [...new Set(visitIds)]
  const found = await placeableVisits(c, ids)
  if (found instanceof Refusal) return found
  const about = found.map((visit) => visit.clientId ?? visit.projectId ?? '')
  const planning = await readPlanning(c, { about, visitDates: found.map((visit) => visit.date), dates })
  const read = new Set(planning.visits.map((visit) => visit.id))
  if (ids.some((id) => !read.has(id))) return notPlaceable(c, 'far-apart')
  return { planning, visits: new Map(found.map((visit) => [visit.id, visit])) }
}

/** A spot as it travels. */
export const wireSpot = (spot: Spot) => ({
  caregiverId: spot.caregiverId,
  date: spot.date,
  startTime: timeOf(spot.startMinute),
})

export function wireProposal(proposal: Proposal, desk: ProposalDesk): ProposalRow {
  return {
    spots: proposal.spots.map((spot) => ({
      ...wireSpot(spot),
      caregiver: desk.desk.caregivers.get(spot.caregiverId)?.name ?? '',
    })),
    score: proposal.score,
    parts: proposal.parts.map(wirePart),
    warnings: proposal.warnings.map(wireBreach),
  }
}

export const wirePart = (part: ScorePart) => ({ rule: part.rule, minutes: part.minutes, figures: { ...part.figures } })

export const wireBreach = (breach: Breach): RuleBreach => ({ ...breach, figures: { ...breach.figures } })

export const basisOf = (planning: Planning) => ({ planning: planning.version, from: planning.from, to: planning.to })

const moveOf = (move: PlanMove): VisitMove => ({
  visitId: move.visitId,
  parts: move.spots.map((spot) => ({
    caregiverId: spot.caregiverId,
    date: spot.date,
    startMinute: minutesOf(spot.startTime),
  })),
})

/**
 * A change as rescheduling takes it; `not-found` when it names a visit or a caregiver that the planning does not have, or another
 * number of caregivers than a visit has. A visit without caregivers takes one.
 */
export function changeOf(
  c: Pick<Asker, 'fail'>,
  planning: Planning,
  given: { readonly moves: readonly PlanMove[]; readonly cancelled: readonly string[] },
): PlanningChange | Refusal {
  const visits = new Map(planning.visits.map((visit) => [visit.id, visit]))
  const caregivers = new Set(planning.caregivers.map((one) => one.id))
  const known = given.moves.every(
    (move) =>
      visits.get(move.visitId)?.parts.length === move.spots.length &&
      move.spots.every((spot) => caregivers.has(spot.caregiverId)),
  )
  // What lapses may lie outside the days that were read: then nothing of it stands in the way.
  return known ? { moves: given.moves.map(moveOf), cancels: given.cancelled.filter((id) => visits.has(id)) } : c.fail('not-found')
}

/**
 * The score of a plan, visit by visit, in parts that add up. What depends on what else stands there (travel, contract hours,
 * warnings) is counted in the order of the placements: each pays what it adds to those before it, so that the sum is the plan's.
 */
import type { DayLine } from './desk.ts'
import type { DeskProblem } from './problem-of.ts'
import type { Placement } from './route-problem.ts'
import type { WorkingTimeBreach } from './rules/working-time.ts'
import { mergeParts, placementParts, type Reason, type ScorePart } from './score.ts'

export interface VisitScore {
  readonly visitId: string
  readonly placements: readonly Placement[]
  readonly parts: readonly ScorePart[]
  /** Warning rules this visit brings, with the caregiver they are about. */
  readonly warnings: readonly (WorkingTimeBreach & { readonly caregiverId: string })[]
}

/** Minutes on the road of a line with placements on it. */
function travelOn(problem: DeskProblem, line: DayLine, placed: readonly Placement[]): number {
  const stops = [
    ...line.stops.map((stop) => ({ start: stop.start, place: stop.task.place })),
    ...placed
      .filter((one) => one.line === line.id)
      .map((one) => ({ start: one.start, place: problem.tasks.find((task) => task.id === one.task)?.place ?? 0 })),
  ].sort((a, b) => a.start - b.start)
  if (stops.length === 0) return 0
  const way = [line.startPlace, ...stops.map((stop) => stop.place), line.endPlace].filter((place) => place !== null)
  return way.reduce((sum, place, index) => (index === 0 ? 0 : sum + problem.travel(way[index - 1] ?? place, place)), 0)
}

/** @param placements of whole visits; they are counted in the order given */
export function scoresOf(problem: DeskProblem, placements: readonly Placement[], reason: Reason): readonly VisitScore[] {
  const { desk } = problem
  const { weights } = desk.planning.settings
  const lines = new Map(problem.lines.map((line) => [line.id, line]))
  const done: Placement[] = []
  const byVisit = new Map<string, Placement[]>()
  for (const placement of placements) {
    const { visit } = problem.visitOf(placement.task)
    byVisit.set(visit.id, [...(byVisit.get(visit.id) ?? []), placement])
  }
  const scores: VisitScore[] = []
  for (const [visitId, own] of byVisit) {
    const parts: ScorePart[] = []
    const warnings: (WorkingTimeBreach & { caregiverId: string })[] = []
    for (const placement of own) {
      const line = lines.get(placement.line)
      if (!line) throw new Error(`Line ${placement.line} is not in the problem.`)
      const { visit, index } = problem.visitOf(placement.task)
      const caregiverId = line.caregiver
      const caregiver = desk.caregivers.get(caregiverId)?.name ?? ''
      const before = [...done]
      done.push(placement)
      const more = travelOn(problem, line, done) - travelOn(problem, line, before)
      if (more !== 0) parts.push({ rule: 'travel', minutes: weights.travel * more, figures: { minutes: more } })
      parts.push(...placementParts(desk, visit, index, problem.spotOf(placement), reason))
      const over = problem.overContract(caregiverId, line.week, done) - problem.overContract(caregiverId, line.week, before)
      if (over > 0) {
        parts.push({ rule: 'over-contract', minutes: weights.overContract * over, figures: { caregiver, minutes: over } })
      }
      const was = problem.breachesOf(caregiverId, before)
      const now = problem.breachesOf(caregiverId, done)
      if (now.length > was.length) {
        const count = now.length - was.length
        parts.push({ rule: 'warning', minutes: weights.warning * count, figures: { count } })
      }
      const known = new Set(was.map((one) => `${one.rule} ${one.at} ${one.worse}`))
      warnings.push(
        ...now.filter((one) => !known.has(`${one.rule} ${one.at} ${one.worse}`)).map((one) => ({ ...one, caregiverId })),
      )
    }
    scores.push({ visitId, placements: own, parts: mergeParts(parts), warnings })
  }
  return scores
}

/**
 * When there is no place for a visit: which rule stopped how many of the candidates, a candidate being one caregiver on one day.
 * The rule named is the first that leaves nothing, in the order in which a planner would ask.
 */
import { addDays, daysBetween, weekday } from '../domain/local-time.ts'
import type { DayLine, Desk } from './desk.ts'
import type { DeskProblem } from './problem-of.ts'
import { openRoute } from './route/open-route.ts'
import { propose } from './route/propose.ts'
import type { RuleId } from './rules/catalogue.ts'

export interface StoppedBy {
  readonly rule: RuleId
  /** Caregiver days. */
  readonly count: number
}

function ruleOnLine(desk: Desk, problem: DeskProblem, line: DayLine, taskId: string): RuleId | null {
  const task = problem.tasks.find((one) => one.id === taskId)
  if (!task || problem.timing.kind !== 'fixed') return null
  const { visit, index } = problem.visitOf(taskId)
  const { planning, axis } = desk
  const service = visit.parts[index]?.serviceCode ?? ''
  const closed = planning.closedDays.find((one) => one.date === line.date)
  if (closed && !closed.exceptServiceCodes.includes(service)) return 'closed-day'
  const nowAt = axis.at(planning.now.date, planning.now.minute)
  const [from, to] = [Math.max(line.from, nowAt), line.to - task.minutes]
  if (line.to - nowAt < task.minutes) return 'in-the-past'
  if (to < from) return 'not-available'
  const starts = problem.timing.starts(task, line, from, to)
  if (starts.length === 0) {
    if (line.blocked.length > 0) return 'caregiver-absent'
    const client = desk.clients.get(visit.clientId)
    return client?.away.some((one) => Math.abs(daysBetween(one.date, line.date)) <= 1) ? 'client-away' : 'client-impossible'
  }
  const clear = (start: number) =>
    line.stops.every((stop) => start >= stop.start + stop.task.minutes || start + task.minutes <= stop.start)
  const free = starts.filter(clear)
  if (free.length === 0) return 'double-booking'
  const reachable = free.some((start) =>
    line.stops.every((stop) => {
      const road = desk.travelByIndex(stop.task.place, task.place)
      return start >= stop.start + stop.task.minutes + road || start + task.minutes + road <= stop.start
    }),
  )
  return reachable ? null : 'no-travel-time'
}

interface Counted {
  readonly counts: ReadonlyMap<RuleId, number>
  /** Candidates that nothing stops; of a visit by several caregivers, of the one who has fewest. */
  readonly free: number
}

/**
 * Most frequent first. Candidates that nothing stops are not counted: for a visit by several caregivers each may have places
 * and yet none together; then the rule is `out-of-step`.
 */
export function stoppedBy(desk: Desk, problem: DeskProblem, visitId: string): readonly StoppedBy[] {
  const { counts, free } = counted(desk, problem, visitId)
  const several = problem.tasks.filter((one) => one.visit === visitId).length > 1
  return [...counts, ...(free > 0 && several ? [['out-of-step', 1] as const] : [])]
    .filter(([, many]) => many > 0)
    .map(([rule, many]) => ({ rule, count: many }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

/** How many caregiver days have room for a visit yet; with several caregivers, when they can come together at all. */
export function roomFor(desk: Desk, problem: DeskProblem, visitId: string): number {
  const { free } = counted(desk, problem, visitId)
  const ids = problem.tasks.filter((one) => one.visit === visitId).map((one) => one.id)
  if (free === 0 || ids.length === 1) return free
  const route = openRoute(problem)
  const found = route.ok ? propose(route.value, ids, { top: 1, onePer: 'line' }) : route
  return found.ok && found.value.offers.length > 0 ? free : 0
}

function counted(desk: Desk, problem: DeskProblem, visitId: string): Counted {
  const { planning } = desk
  const visit = desk.visits.get(visitId)
  if (!visit) throw new Error(`Visit ${visitId} is not in the planning.`)
  const counts = new Map<RuleId, number>()
  const count = (rule: RuleId, by = 1) => counts.set(rule, (counts.get(rule) ?? 0) + by)
  const days = Array.from({ length: daysBetween(planning.from, planning.to) + 1 }, (_, day) => addDays(planning.from, day))
  const offered = new Set(planning.caregivers.flatMap((one) => one.qualifications))
  const unwanted = new Set(desk.clients.get(visit.clientId)?.unwantedCaregiverIds ?? [])
  const lines = new Map<string, DayLine[]>()
  for (const line of problem.lines) lines.set(line.caregiver, [...(lines.get(line.caregiver) ?? []), line])
  const nowAt = desk.axis.at(planning.now.date, planning.now.minute)
  let free = Number.POSITIVE_INFINITY
  for (const task of problem.tasks.filter((one) => one.visit === visitId)) {
    const { index } = problem.visitOf(task.id)
    const service = visit.parts[index]?.serviceCode ?? ''
    let places = 0
    for (const caregiver of planning.caregivers) {
      if (!caregiver.qualifications.includes(service))
        count(offered.has(service) ? 'not-qualified' : 'unknown-service', days.length)
      else if (unwanted.has(caregiver.id)) count('unwanted-pairing', days.length)
      else {
        const own = lines.get(caregiver.id) ?? []
        const worked = new Set(caregiver.availability.map((span) => span.weekday))
        count('not-available', days.filter((date) => !worked.has(weekday(date))).length)
        const past = (desk.linesOf.get(caregiver.id) ?? []).filter((line) => line.to <= nowAt)
        if (past.length > 0) count('in-the-past', past.length)
        for (const line of own) {
          const rule = ruleOnLine(desk, problem, line, task.id)
          if (rule === null) places += 1
          else count(rule)
        }
      }
    }
    free = Math.min(free, places)
  }
  return { counts, free }
}

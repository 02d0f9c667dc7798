/** From the planning to what the solver sees: the visits to be placed as tasks, the lines without them, rules as windows, starts and costs. */
import type { LocalDate } from '../domain/local-time.ts'
import { type DayLine, type Desk, partOf, type Stretch, taskId } from './desk.ts'
import { placementCosts } from './placement-costs.ts'
import type { PlanningVisit } from './planning.ts'
import type { Coupling, Line, Placement, RouteProblem, Sync, Task } from './route-problem.ts'
import type { WorkingTimeBreach } from './rules/working-time.ts'
import type { Reason, Spot } from './score.ts'
import { clashesOf, type Work, workloadOf } from './workload.ts'

/** What is to be placed. */
export interface Placing {
  readonly visitIds: readonly string[]
  readonly reason: Reason
  /** Visits that lapse at the same time: their places are free. */
  readonly cancelled?: readonly string[]
  /** Only on these lines; all of them when left out. */
  readonly only?: (line: DayLine) => boolean
}

export interface DeskProblem extends RouteProblem {
  readonly desk: Desk
  readonly lines: readonly DayLine[]
  /** The place of a placement on the wall. */
  spotOf(placement: Placement): Spot
  visitOf(task: string): { readonly visit: PlanningVisit; readonly index: number }
  /** Working-time breaches that placements bring to a caregiver. */
  breachesOf(caregiverId: string, placed: readonly Placement[]): readonly WorkingTimeBreach[]
  /** Minutes above contract that placements bring to a caregiver in the week of a Monday. */
  overContract(caregiverId: string, week: LocalDate, placed: readonly Placement[]): number
}

const overlapsAny = (stretches: readonly Stretch[], from: number, to: number) =>
  stretches.some((one) => one.from < to && from < one.to)

/** Leaving one out costs more than any place does, so that a plan leaves out only what has none. */
export const LEFT_OUT = 1_000_000
/** So that no plan has one caregiver in two places: leaving a visit out always costs less. */
const CLASH = 10 * LEFT_OUT

export function problemOf(desk: Desk, placing: Placing): DeskProblem {
  const { planning, axis } = desk
  const { settings } = planning
  const leaving = new Set([...placing.visitIds, ...(placing.cancelled ?? [])])
  const visits = placing.visitIds.map((id) => {
    const visit = desk.visits.get(id)
    if (!visit) throw new Error(`Visit ${id} is not in the planning.`)
    return visit
  })
  const tasks: Task[] = []
  const syncs: Sync[] = []
  for (const visit of visits) {
    for (const [index, part] of visit.parts.entries())
      tasks.push({ id: taskId(visit.id, index), visit: visit.id, place: desk.placeOf(visit.clientId), minutes: part.minutes })
    if (visit.sync && visit.parts.length > 1)
      syncs.push({ first: taskId(visit.id, 0), second: taskId(visit.id, 1), ...visit.sync })
  }
  const known = new Map<string, { readonly visit: PlanningVisit; readonly index: number }>()
  for (const visit of visits) for (const index of visit.parts.keys()) known.set(taskId(visit.id, index), { visit, index })
  const visitOf = (task: string) => {
    const mine = known.get(task)
    if (mine) return mine
    const { visitId, index } = partOf(task)
    const visit = desk.visits.get(visitId)
    if (!visit) throw new Error(`Task ${task} is of no visit.`)
    return { visit, index }
  }

  const touched = new Set<string>()
  for (const visit of [...visits, ...(placing.cancelled ?? []).flatMap((id) => desk.visits.get(id) ?? [])]) {
    for (const part of visit.parts) if (part.caregiverId !== null) touched.add(part.caregiverId)
  }
  const services = new Set(visits.flatMap((visit) => visit.parts.map((part) => part.serviceCode)))
  const useful = new Set(
    planning.caregivers.filter((one) => one.qualifications.some((code) => services.has(code))).map((one) => one.id),
  )
  const nowAt = axis.at(planning.now.date, planning.now.minute)
  const lines = desk.lines
    .filter((line) => useful.has(line.caregiver) && line.to > nowAt && (placing.only?.(line) ?? true))
    .map((line) =>
      touched.has(line.caregiver) && line.stops.some((stop) => leaving.has(stop.task.visit))
        ? { ...line, stops: line.stops.filter((stop) => !leaving.has(stop.task.visit)) }
        : line,
    )
  const lineById = new Map(lines.map((line) => [line.id, line]))
  const lineOf = (id: string): DayLine => {
    const line = lineById.get(id)
    if (!line) throw new Error(`Line ${id} is not in the problem.`)
    return line
  }

  const closed = new Map(planning.closedDays.map((one) => [one.date, one.exceptServiceCodes]))
  const dayLines = new Map<Line, DayLine>(lines.map((line) => [line, line]))
  const dayOf = (line: Line) => dayLines.get(line) ?? lineOf(line.id)
  const spotOn = (line: DayLine, start: number): Spot => ({
    caregiverId: line.caregiver,
    date: line.date,
    startMinute: axis.minuteOn(line.date, start),
  })

  const allowedStarts = new Map<Task, Map<DayLine, readonly number[]>>()
  /** The same for all whose hours are the same and who are there all of them. */
  const startsByHours = new Map<Task, Map<number, readonly number[]>>()
  /** Every start of the raster on a line for a visit's client and length, and the minute at which the visit stood. */
  function rasterOf(task: Task, line: DayLine): readonly number[] {
    const ofTask = allowedStarts.get(task) ?? new Map<DayLine, readonly number[]>()
    allowedStarts.set(task, ofTask)
    const byHours = startsByHours.get(task) ?? new Map<number, readonly number[]>()
    startsByHours.set(task, byHours)
    const hours = line.blocked.length > 0 ? Number.NaN : (line.from * 64 + line.day) * 4096 + line.to - line.from
    const known = ofTask.get(line) ?? byHours.get(hours)
    if (known) return known
    const { visit, index } = visitOf(task.id)
    const from = visit.parts[index]
    const blocked = [...desk.blockedOf(visit.clientId, line.date), ...line.blocked]
    const [first, last] = [Math.max(line.from, nowAt), line.to - task.minutes]
    const may = (start: number) => start >= first && start <= last && !overlapsAny(blocked, start, start + task.minutes)
    const starts = desk.rasterOf(line.date).filter(may)
    const own = from ? axis.at(line.date, from.startMinute % 1440) : Number.NaN
    const at = starts.findIndex((start) => start >= own)
    if (may(own) && starts[at] !== own) starts.splice(at < 0 ? starts.length : at, 0, own)
    if (Number.isNaN(hours)) ofTask.set(line, starts)
    else byHours.set(hours, starts)
    return starts
  }

  const workload = workloadOf(desk, leaving)
  const workOf = (caregiverId: string, placed: readonly Placement[]): Work[] =>
    placed.flatMap((one) => {
      const line = lineOf(one.line)
      if (line.caregiver !== caregiverId) return []
      const { visit, index } = visitOf(one.task)
      const end = one.start + (visit.parts[index]?.minutes ?? 0)
      return [{ line: line.id, start: one.start, end, place: desk.placeOf(visit.clientId), date: line.date, week: line.week }]
    })

  const costs = placementCosts(desk, visitOf, placing.reason)
  const couplings: Coupling[] = []
  const { weights } = settings
  const linesOf = new Map<string, DayLine[]>()
  for (const line of lines) {
    const list = linesOf.get(line.caregiver)
    if (list) list.push(line)
    else linesOf.set(line.caregiver, [line])
  }
  for (const [caregiverId, own] of linesOf) {
    couplings.push({
      id: `work ${caregiverId}`,
      lines: own.map((line) => line.id),
      cost(placed) {
        if (placed.length === 0) return 0
        const work = workOf(caregiverId, placed)
        return weights.warning * workload.breachesOf(caregiverId, work).length + CLASH * clashesOf(desk, work)
      },
    })
    for (const week of new Set(own.map((line) => line.week))) {
      const over = (placed: readonly Placement[]) => workload.overContract(caregiverId, week, workOf(caregiverId, placed))
      couplings.push({
        id: `contract ${caregiverId} ${week}`,
        lines: own.filter((line) => line.week === week).map((line) => line.id),
        cost: (placed) => (placed.length === 0 ? 0 : weights.overContract * over(placed)),
        linear: {
          share: (task) => weights.overContract * task.minutes,
          free: weights.overContract * workload.withinContract(caregiverId, week),
        },
      })
    }
  }

  return {
    desk,
    tasks,
    lines,
    syncs,
    timing: {
      kind: 'fixed',
      starts(task, line, from, to) {
        const starts = rasterOf(task, dayOf(line))
        const first = starts.findIndex((start) => start >= from)
        if (first < 0) return []
        let end = first
        while (end < starts.length && (starts[end] ?? 0) <= to) end += 1
        return first === 0 && end === starts.length ? starts : starts.slice(first, end)
      },
    },
    weights: { travel: weights.travel, tardiness: 0, greatestTardiness: 0 },
    couplings,
    travel: desk.travelByIndex,
    windowOn(task, line) {
      const day = dayOf(line)
      const { visit, index } = visitOf(task.id)
      const part = visit.parts[index]
      const caregiver = desk.caregivers.get(day.caregiver)
      if (!part || !caregiver?.qualifications.includes(part.serviceCode)) return null
      const exceptions = closed.get(day.date)
      if (exceptions && !exceptions.includes(part.serviceCode)) return null
      if (desk.clients.get(visit.clientId)?.unwantedCaregiverIds.includes(day.caregiver)) return null
      const from = Math.max(day.from, nowAt)
      const to = day.to - task.minutes
      return to < from ? null : { from, to, late: 'hard' }
    },
    placementCost: (task, line, start) => costs.cost(task, dayOf(line), start),
    placementFloor: (task, line) => costs.floor(task, dayOf(line)),
    unplacedCost: () => LEFT_OUT,
    spotOf: (placement) => spotOn(lineOf(placement.line), placement.start),
    visitOf,
    breachesOf: (caregiverId, placed) => workload.breachesOf(caregiverId, workOf(caregiverId, placed)),
    overContract: (caregiverId, week, placed) => workload.overContract(caregiverId, week, workOf(caregiverId, placed)),
  }
}

/**
 * An instance and a plan of it as a route problem: patient → visit, service → task, abilities and incompatible caregivers → the
 * lines a task may stand on, working shift → the hours of a line. Timing is `flow`; the published weights, a third each, and
 * lateness is soft.
 */
import type { Line, RouteProblem, StartWindow, Stop, Sync, Task } from '../../../shared/rescheduling/route-problem.ts'
import type { CareGiver, Instance, Patient, RouteStop, Solution } from './format.ts'

export const taskId = (patient: string, part: number) => `${patient}/${part}`

/** Leaving a task out costs more than any plan, so that as few as possible are; the same in every instance. */
export const UNPLACED = 1e6

export interface Removal {
  /** Tasks taken out of the plan, to be placed again; in this order. */
  readonly tasks: readonly string[]
  /** Caregivers nothing is placed on. */
  readonly away: ReadonlySet<string>
}

export function routeProblem(instance: Instance, solution: Solution, removal: Removal): RouteProblem {
  const out = new Set(removal.tasks)
  const patients = new Map(instance.patients.map((one) => [one.id, one]))
  const tasks = new Map<string, Task>()
  const windows = new Map<string, StartWindow>()
  for (const patient of instance.patients) {
    const window: StartWindow = { from: patient.window[0], to: patient.window[1], late: 'soft' }
    for (const [part, { minutes }] of patient.services.entries()) {
      const id = taskId(patient.id, part)
      tasks.set(id, { id, visit: patient.id, place: patient.place, minutes })
      windows.set(id, window)
    }
  }
  const get = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const found = map.get(id)
    if (found === undefined) throw new Error(`${instance.name}: nothing known by ${id}.`)
    return found
  }
  const stopOf = (stop: RouteStop): Stop => {
    const id = taskId(stop.patient, stop.part)
    return { task: get(tasks, id), start: stop.start, window: get(windows, id) }
  }
  const lines = instance.caregivers
    .filter((one) => !removal.away.has(one.id))
    .map((caregiver): Line => {
      const route = solution.routes.get(caregiver.id) ?? []
      return {
        id: caregiver.id,
        caregiver: caregiver.id,
        from: caregiver.shift[0],
        to: Math.max(caregiver.shift[1], homeAt(instance, caregiver, route)),
        startPlace: caregiver.office,
        endPlace: caregiver.office,
        stops: route.filter((stop) => !out.has(taskId(stop.patient, stop.part))).map(stopOf),
      }
    })
  const allowed = new Map<string, ReadonlySet<string>>()
  for (const id of removal.tasks) {
    const [patient, part] = [get(patients, get(tasks, id).visit), Number(id.split('/').at(-1))]
    const fit = instance.caregivers.filter((one) => may(one, patient, part)).map((one) => one.id)
    allowed.set(id, new Set(fit))
  }
  const standing = new Set([...removal.tasks, ...lines.flatMap((line) => line.stops.map((stop) => stop.task.id))])
  const syncs: Sync[] = []
  for (const { id, sync } of instance.patients) {
    const [first, second] = [taskId(id, 0), taskId(id, 1)]
    if (sync && standing.has(first) && standing.has(second)) syncs.push({ first, second, min: sync[0], max: sync[1] })
  }
  const third = 1 / 3
  return {
    tasks: removal.tasks.map((id) => get(tasks, id)),
    lines,
    syncs,
    timing: { kind: 'flow' },
    weights: { travel: third, tardiness: third, greatestTardiness: third },
    couplings: [],
    travel: (from, to) => instance.distances[from]?.[to] ?? 0,
    windowOn: (task, line) => (allowed.get(task.id)?.has(line.caregiver) ? get(windows, task.id) : null),
    placementCost: () => 0,
    placementFloor: () => 0,
    unplacedCost: () => UNPLACED,
  }
}

function may(caregiver: CareGiver, patient: Patient, part: number): boolean {
  const service = patient.services[part]?.service
  return service !== undefined && caregiver.abilities.has(service) && !patient.incompatible.has(caregiver.id)
}

/** When a caregiver is back at the office by the plan: a plan that runs past a shift keeps what it has, and gets no more. */
function homeAt(instance: Instance, caregiver: CareGiver, route: readonly RouteStop[]): number {
  const last = route.at(-1)
  const patient = instance.patients.find((one) => one.id === last?.patient)
  if (!last || !patient) return 0
  return last.start + (patient.services[last.part]?.minutes ?? 0) + (instance.distances[patient.place]?.[caregiver.office] ?? 0)
}

/**
 * The problem once more, written for checking the engine and sharing no code with it: services as numbered nodes, routes as lists
 * of them, starts by sweeping over the routes until nothing moves.
 */
import type { CareGiver, Instance, Patient, Solution } from '../format.ts'

export interface Tie {
  readonly other: number
  /** This one starts at least so long after the other: negative where it may start before. */
  readonly after: number
}

export interface Node {
  readonly patient: string
  readonly part: number
  readonly place: number
  readonly minutes: number
  readonly from: number
  readonly due: number
  readonly ties: readonly Tie[]
}

export interface Caregiver {
  readonly id: string
  readonly office: number
  readonly from: number
  readonly to: number
}

export interface Model {
  readonly nodes: readonly Node[]
  readonly caregivers: readonly Caregiver[]
  readonly distances: readonly (readonly number[])[]
  /** Node numbers by caregiver. */
  readonly routes: readonly (readonly number[])[]
  /** A caregiver may have a node: ability, compatibility, and not the other service of the same patient. */
  may(caregiver: number, node: number, routes: readonly (readonly number[])[]): boolean
}

const DUST = 1e-7

export function makeModel(instance: Instance, solution: Solution, away: ReadonlySet<string>): Model {
  const numbers = new Map<string, number>()
  for (const patient of instance.patients)
    for (const part of patient.services.keys()) numbers.set(`${patient.id}/${part}`, numbers.size)
  const patients = new Map(instance.patients.map((one) => [one.id, one]))
  const nodes = instance.patients.flatMap((patient) =>
    patient.services.map((service, part) => nodeOf(patient, part, service.minutes, numbers)),
  )
  const here = instance.caregivers.filter((one) => !away.has(one.id))
  const routes = here.map((one) =>
    (solution.routes.get(one.id) ?? []).map((stop) => numbers.get(`${stop.patient}/${stop.part}`) ?? -1),
  )
  const able = here.map((one) => nodes.map((node) => isAble(one, patients.get(node.patient), node.part)))
  return {
    nodes,
    distances: instance.distances,
    routes,
    caregivers: here.map((one) => ({
      id: one.id,
      office: one.office,
      from: one.shift[0],
      to: Math.max(one.shift[1], back(instance, one, solution)),
    })),
    may: (caregiver, node, now) => {
      const { patient, part } = nodes[node] as Node
      const other = numbers.get(`${patient}/${1 - part}`)
      return able[caregiver]?.[node] === true && (other === undefined || !(now[caregiver] ?? []).includes(other))
    },
  }
}

function nodeOf(patient: Patient, part: number, minutes: number, numbers: ReadonlyMap<string, number>): Node {
  const ties: Tie[] = []
  const other = numbers.get(`${patient.id}/${1 - part}`)
  if (patient.sync && other !== undefined) ties.push({ other, after: part === 1 ? patient.sync[0] : -patient.sync[1] })
  return { patient: patient.id, part, place: patient.place, minutes, from: patient.window[0], due: patient.window[1], ties }
}

function isAble(caregiver: CareGiver, patient: Patient | undefined, part: number): boolean {
  const service = patient?.services[part]?.service
  return service !== undefined && caregiver.abilities.has(service) && patient?.incompatible.has(caregiver.id) === false
}

/** Back at the office by the published times: a plan that runs past a shift keeps that. */
function back(instance: Instance, caregiver: CareGiver, solution: Solution): number {
  const last = solution.routes.get(caregiver.id)?.at(-1)
  const patient = instance.patients.find((one) => one.id === last?.patient)
  if (!last || !patient) return 0
  return last.start + (patient.services[last.part]?.minutes ?? 0) + (instance.distances[patient.place]?.[caregiver.office] ?? 0)
}

export const distance = (model: Model, from: number, to: number): number => model.distances[from]?.[to] ?? 0

export interface Timed {
  /** By node; what stands nowhere has minus infinity. */
  readonly start: Float64Array
  readonly travel: number
  readonly tardiness: number
  readonly greatest: number
  readonly cost: number
}

/**
 * Earliest starts of a plan, and its cost; null when it has none that hold.
 * @param ride minutes between two places on the route of a caregiver; the matrix when left out
 */
export function timed(
  model: Model,
  routes: readonly (readonly number[])[],
  ride: (from: number, to: number, caregiver: number) => number = (from, to) => distance(model, from, to),
): Timed | null {
  const { nodes, caregivers } = model
  const start = new Float64Array(nodes.length).fill(Number.NEGATIVE_INFINITY)
  for (const route of routes) for (const node of route) start[node] = nodes[node]?.from ?? 0
  for (let sweep = 0, moved = true; moved; sweep++) {
    if (sweep > nodes.length + 2) return null
    moved = false
    for (const [index, route] of routes.entries()) {
      const { office, from } = caregivers[index] as Caregiver
      let [free, place] = [from, office]
      for (const number of route) {
        const node = nodes[number] as Node
        let earliest = free + ride(place, node.place, index)
        for (const { other, after } of node.ties) earliest = Math.max(earliest, (start[other] ?? 0) + after)
        if (earliest > (start[number] ?? 0) + DUST) {
          start[number] = earliest
          moved = true
        }
        free = (start[number] ?? 0) + node.minutes
        place = node.place
      }
    }
  }
  let [travel, tardiness, greatest] = [0, 0, 0]
  for (const [index, route] of routes.entries()) {
    const { office, to } = caregivers[index] as Caregiver
    let [place, end] = [office, Number.NEGATIVE_INFINITY]
    for (const number of route) {
      const node = nodes[number] as Node
      travel += distance(model, place, node.place)
      const late = Math.max(0, (start[number] ?? 0) - node.due)
      tardiness += late
      greatest = Math.max(greatest, late)
      place = node.place
      end = (start[number] ?? 0) + node.minutes + ride(place, office, index)
    }
    if (route.length > 0) travel += distance(model, place, office)
    if (end > to + 1e-6) return null
  }
  return { start, travel, tardiness, greatest, cost: (travel + tardiness + greatest) / 3 }
}

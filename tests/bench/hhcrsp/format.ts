/**
 * Instances and solutions of the home health care routing and scheduling problem as their authors write them. The sets differ:
 * `central_offices` or `departing_points`, `required_caregivers` or `required_services`, indices of the distance matrix given or
 * by order, working shifts and incompatible caregivers or not, `patient` or `patient_id`. What is read is one shape.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const span = z.tuple([z.number(), z.number()])
const service = z.object({ service: z.string(), duration: z.number().nullish() })

const instanceFile = z.object({
  patients: z.array(
    z.object({
      id: z.string(),
      time_window: span.nullish(),
      required_caregivers: z.array(service).optional(),
      required_services: z.array(service).optional(),
      synchronization: z.object({ type: z.string(), distance: span.nullish() }).nullish(),
      incompatible_caregivers: z.array(z.string()).nullish(),
      distance_matrix_index: z.number().int().nullish(),
    }),
  ),
  services: z.array(z.object({ id: z.string(), default_duration: z.number().nullish() })),
  caregivers: z.array(
    z.object({
      id: z.string(),
      abilities: z.array(z.string()),
      working_shift: span.nullish(),
      starting_point_id: z.string().nullish(),
      departing_point: z.string().nullish(),
      distance_matrix_index: z.number().int().nullish(),
    }),
  ),
  central_offices: z.array(z.object({ id: z.string(), distance_matrix_index: z.number().int().nullish() })).optional(),
  departing_points: z.array(z.object({ id: z.string(), distance_matrix_index: z.number().int().nullish() })).optional(),
  distances: z.array(z.array(z.number())),
})

const solutionFile = z.object({
  routes: z.array(
    z.object({
      caregiver_id: z.string().optional(),
      caregiver: z.string().optional(),
      locations: z
        .array(
          z.object({
            patient: z.string().optional(),
            patient_id: z.string().optional(),
            service: z.string().optional(),
            service_id: z.string().optional(),
            arrival_time: z.number().optional(),
            start_service_time: z.number().optional(),
          }),
        )
        .optional(),
    }),
  ),
})

export interface CareService {
  readonly service: string
  readonly minutes: number
}

export interface Patient {
  readonly id: string
  readonly place: number
  readonly window: readonly [number, number]
  /** One or two; in the order of the synchronisation. */
  readonly services: readonly CareService[]
  /** Distance of the second service's start from the first's; null for one service, or two that are not tied. */
  readonly sync: readonly [number, number] | null
  readonly incompatible: ReadonlySet<string>
}

export interface CareGiver {
  readonly id: string
  readonly abilities: ReadonlySet<string>
  readonly shift: readonly [number, number]
  readonly office: number
}

export interface Instance {
  readonly name: string
  readonly patients: readonly Patient[]
  readonly caregivers: readonly CareGiver[]
  readonly distances: readonly (readonly number[])[]
}

export interface RouteStop {
  readonly patient: string
  /** Index in the patient's services. */
  readonly part: number
  readonly start: number
}

export interface Solution {
  /** By caregiver, in order; a caregiver without a route has an empty one. */
  readonly routes: ReadonlyMap<string, readonly RouteStop[]>
}

/** Published parts and cost, in minutes. */
export interface PublishedCost {
  readonly travel: number
  readonly greatest: number
  readonly tardiness: number
  readonly cost: number
}

/** A window may read 401.99999999999994: times are told apart to a ten-thousandth of a minute. */
const clean = (minutes: number) => Math.round(minutes * 1e4) / 1e4

export function readInstance(file: string): Instance {
  const raw = instanceFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const offices = raw.central_offices ?? raw.departing_points ?? []
  const officeAt = new Map(offices.map((one, index) => [one.id, one.distance_matrix_index ?? index]))
  const lengths = new Map(raw.services.map((one) => [one.id, one.default_duration ?? null]))
  return {
    name: path.basename(file, '.json'),
    distances: raw.distances,
    patients: raw.patients.map((one, index) => {
      const services = (one.required_caregivers ?? one.required_services ?? []).map(({ service, duration }) => {
        const minutes = duration ?? lengths.get(service) ?? null
        if (minutes === null) throw new Error(`${file}: no duration for ${service} of ${one.id}.`)
        return { service, minutes }
      })
      const { synchronization } = one
      return {
        id: one.id,
        place: one.distance_matrix_index ?? offices.length + index,
        window: one.time_window ? [clean(one.time_window[0]), clean(one.time_window[1])] : [0, Number.POSITIVE_INFINITY],
        services,
        sync:
          services.length < 2 || !synchronization
            ? null
            : synchronization.type === 'simultaneous'
              ? [0, 0]
              : [clean(synchronization.distance?.[0] ?? 0), clean(synchronization.distance?.[1] ?? Number.POSITIVE_INFINITY)],
        incompatible: new Set(one.incompatible_caregivers ?? []),
      }
    }),
    caregivers: raw.caregivers.map((one) => {
      const office = one.starting_point_id ?? one.departing_point
      return {
        id: one.id,
        abilities: new Set(one.abilities),
        shift: one.working_shift ?? [0, Number.POSITIVE_INFINITY],
        office: one.distance_matrix_index ?? (office ? officeAt.get(office) : undefined) ?? officeAt.values().next().value ?? 0,
      }
    }),
  }
}

export function readSolution(file: string, instance: Instance): Solution {
  const raw = solutionFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const patients = new Map(instance.patients.map((one) => [one.id, one]))
  const routes = new Map<string, RouteStop[]>(instance.caregivers.map((one) => [one.id, []]))
  for (const given of raw.routes) {
    const route = routes.get(given.caregiver_id ?? given.caregiver ?? '')
    if (!route) throw new Error(`${file}: a route of an unknown caregiver.`)
    for (const stop of given.locations ?? []) {
      const id = stop.patient ?? stop.patient_id
      // Some write the office as a location of its own.
      if (id === undefined) continue
      const patient = patients.get(id)
      const part = patient?.services.findIndex((one) => one.service === (stop.service ?? stop.service_id)) ?? -1
      const start = stop.start_service_time ?? stop.arrival_time
      if (part < 0 || start === undefined) throw new Error(`${file}: a stop at ${id} that the instance does not know.`)
      const taken = [...routes.values()].some((other) => other.some((one) => one.patient === id && one.part === part))
      route.push({ patient: id, part: taken ? 1 - part : part, start })
    }
  }
  return { routes }
}

/** The solution that goes with an instance: `sol-NAME-SEED.json`, as the authors file them, or the instance's own name. */
export function findSolution(folder: string, name: string): string | null {
  const found = readdirSync(folder).find((file) => file.startsWith(`sol-${name}-`) && file.endsWith('.json'))
  const file = path.join(folder, found ?? `${name}.json`)
  return existsSync(file) ? file : null
}

/** `costs.csv` beside the solutions; empty where there is none. */
export function readCosts(folder: string): ReadonlyMap<string, PublishedCost> {
  const file = path.join(folder, 'costs.csv')
  if (!existsSync(file)) return new Map()
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  const costs = new Map<string, PublishedCost>()
  for (const line of lines) {
    const cells = line.split(',')
    const cell = (name: string) => Number(cells[columns.indexOf(name)])
    costs.set(cells[columns.indexOf('instance')] ?? '', {
      travel: cell('distance_travelled'),
      greatest: cell('greatest_tardiness'),
      tardiness: cell('total_tardiness'),
      cost: cell('cost'),
    })
  }
  return costs
}

/**
 * Instances of our own in the ways other authors write theirs: several offices, working shifts, incompatible caregivers, whole
 * minutes on crooked roads, windows with float dust, defaults left out. Seeded; for trying the bench, not for measuring.
 */
import { proposeBatch } from '../../../shared/rescheduling/route/batch.ts'
import { openRoute } from '../../../shared/rescheduling/route/open-route.ts'
import { seeded } from '../../../shared/rescheduling/route/random.ts'
import { UNWATCHED } from '../../../shared/rescheduling/route/run.ts'
import { routeProblem, taskId } from './adapter.ts'
import type { Instance } from './format.ts'

export interface Variant {
  readonly patients: number
  readonly caregivers: number
  readonly seed: number
  /** As the generator of crooked-road instances writes: departing points, indices, shifts, incompatible caregivers, whole minutes. */
  readonly extended: boolean
  /** Windows of no width, services that take no time, float dust on shifts and windows, roads that are longer one way. */
  readonly odd?: boolean
}

const DUST = 1e-8

/** The text of an instance file, as data. */
export function makeInstance({ patients, caregivers, seed, extended, odd = false }: Variant): unknown {
  const random = seeded(seed)
  const offices = extended ? 3 : 1
  const spots = Array.from({ length: offices + patients }, () => [random.below(60), random.below(60)] as const)
  const distances = spots.map(([x, y], from) =>
    spots.map(([u, v], to) => {
      const crow = Math.hypot(x - u, y - v)
      const minutes = extended ? Math.round(crow * (0.8 + random.next() * 0.5)) : crow
      return from === to ? 0 : odd && from > to ? minutes + 0.3 * from + DUST : minutes
    }),
  )
  const services = ['s1', 's2', 's3', 's4']
  const pick = () => services[random.below(services.length)] ?? 's1'
  return {
    patients: Array.from({ length: patients }, (_, index) => {
      const from = random.below(400)
      const first = pick()
      const second = services.find((one) => one !== first) ?? 's2'
      const double = random.next() < 0.3
      return {
        id: `p${index + 1}`,
        // Float dust, as sums of thirds leave it.
        time_window: odd && index % 3 < 2 ? [from + (index % 3) * DUST, from + (index % 3) * DUST] : [from, from + 120 - 5e-14],
        required_caregivers: [
          { service: first, ...(odd && index % 2 === 0 ? { duration: 0 } : extended ? {} : { duration: 15 }) },
          ...(double ? [{ service: second, duration: 20 }] : []),
        ],
        ...(double
          ? { synchronization: random.next() < 0.5 ? { type: 'simultaneous' } : { type: 'sequential', distance: [20, 50] } }
          : {}),
        ...(extended ? { distance_matrix_index: offices + index } : {}),
        ...(extended && random.next() < 0.3 ? { incompatible_caregivers: [`c${1 + random.below(caregivers)}`] } : {}),
      }
    }),
    services: services.map((id) => ({ id, default_duration: 15 })),
    caregivers: Array.from({ length: caregivers }, (_, index) => {
      const from = random.below(120)
      return {
        id: `c${index + 1}`,
        abilities: services.filter((_one, number) => number === index % services.length || random.next() < 0.6),
        ...(extended
          ? {
              starting_point_id: `d${index % offices}`,
              working_shift: odd ? [from + DUST, from + 480 - DUST] : [from, from + 480],
            }
          : {}),
      }
    }),
    [extended ? 'departing_points' : 'central_offices']: Array.from({ length: offices }, (_, index) => ({ id: `d${index}` })),
    distances,
  }
}

/** A plan for an instance by the engine itself, as a solution file has it. Who cannot be placed is not in it. */
export async function makeSolution(instance: Instance): Promise<unknown> {
  const tasks = instance.patients.flatMap((patient) => patient.services.map((_, part) => taskId(patient.id, part)))
  const problem = routeProblem(instance, { routes: new Map() }, { tasks, away: new Set() })
  const route = openRoute(problem)
  if (!route.ok) throw new Error(route.fault.kind)
  const result = await proposeBatch(route.value, { solver: null, seed: 1, patience: 5 }, UNWATCHED)
  if (!result.ok || result.value.kind !== 'plan') throw new Error('No plan.')
  const minutes = new Map(problem.tasks.map((task) => [task.id, task.minutes]))
  return {
    routes: result.value.plan.lines.map(({ line, stops }) => ({
      caregiver_id: line,
      // A caregiver without a route has no list at all in some files.
      ...(stops.length === 0
        ? {}
        : {
            locations: stops.map(({ task, start }) => {
              const [patient = '', part] = task.split('/')
              const service = instance.patients.find((one) => one.id === patient)?.services[Number(part)]?.service
              return { patient, service, arrival_time: start, departure_time: start + (minutes.get(task) ?? 0) }
            }),
          }),
    })),
  }
}

/** Small random route problems for property tests: everything the seam allows, in sizes that brute force can count out. */
import fc from 'fast-check'
import type { Coupling, Line, RouteProblem, StartWindow, Stop, Sync, Task } from '../../shared/rescheduling/route-problem.ts'

export interface RandomSize {
  readonly timing: 'fixed' | 'flow'
  readonly lines: number
  readonly stops: number
  readonly visits: number
  /** Travel that may be shorter by a detour, and differ by direction. */
  readonly crooked?: boolean
  /** Minutes between two starts under `fixed`; 15 when left out. */
  readonly grid?: number
}

const DAY = 480

const raw = (size: RandomSize) =>
  fc.record({
    spots: fc.array(fc.record({ x: fc.nat(40), y: fc.nat(40) }), { minLength: 8, maxLength: 8 }),
    bends: fc.array(fc.nat(30), { minLength: 64, maxLength: 64 }),
    lines: fc.array(
      fc.record({
        caregiver: fc.nat(2),
        day: fc.nat(1),
        from: fc.nat(4),
        hours: fc.integer({ min: 4, max: 8 }),
        home: fc.option(fc.nat(7)),
        outside: fc.boolean(),
        stops: fc.array(
          fc.record({
            place: fc.nat(7),
            minutes: fc.integer({ min: 1, max: 60 }),
            pause: fc.nat(40),
            slack: fc.nat(60),
            hard: fc.boolean(),
          }),
          { maxLength: size.stops },
        ),
      }),
      { minLength: 1, maxLength: size.lines },
    ),
    visits: fc.array(
      fc.record({
        place: fc.nat(7),
        minutes: fc.integer({ min: 1, max: 70 }),
        wish: fc.nat(DAY),
        width: fc.integer({ min: 30, max: 300 }),
        hard: fc.boolean(),
        forbidden: fc.array(fc.nat(5), { maxLength: 2 }),
        dislike: fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }),
        shift: fc.constantFrom(0, 0.05, 0.5),
        unplaced: fc.integer({ min: 50, max: 800 }),
        twin: fc.option(
          fc.record({ min: fc.integer({ min: -15, max: 30 }), length: fc.nat(60), minutes: fc.integer({ min: 5, max: 60 }) }),
        ),
        /** Tied to the stop with this number, if it is there. */
        anchor: fc.option(fc.nat(12)),
      }),
      { minLength: 1, maxLength: size.visits },
    ),
    stopSync: fc.option(fc.tuple(fc.nat(12), fc.nat(12), fc.integer({ min: 0, max: 30 }), fc.nat(60))),
    weights: fc.record({
      travel: fc.constantFrom(1 / 3, 1),
      tardiness: fc.constantFrom(0, 1 / 3, 1),
      greatestTardiness: fc.constantFrom(0, 1 / 3, 1),
    }),
    coupled: fc.record({ limit: fc.nat(120), rest: fc.integer({ min: 600, max: 1300 }), rate: fc.constantFrom(0, 0.2, 1) }),
  })

/** A problem that {@link openRoute} takes, unless its synchronisations contradict each other. */
export const routeProblems = (size: RandomSize): fc.Arbitrary<RouteProblem> => raw(size).map((given) => build(given, size))

type Raw = ReturnType<typeof raw> extends fc.Arbitrary<infer T> ? T : never

function build(given: Raw, size: RandomSize): RouteProblem {
  const crow = (a: number, b: number) => {
    const [one, two] = [given.spots[a] ?? { x: 0, y: 0 }, given.spots[b] ?? { x: 0, y: 0 }]
    return Math.hypot(one.x - two.x, one.y - two.y)
  }
  const travel = (a: number, b: number) => (a === b ? 0 : size.crooked ? (given.bends[a * 8 + b] ?? 0) * 2 : crow(a, b))
  const lines = given.lines.map((line, index): Line => {
    const from = line.day * 1440 + line.from * 60
    let at = from + (line.home === null || line.outside ? 0 : travel(line.home, line.stops[0]?.place ?? 0))
    const stops = line.stops.map((stop, number): Stop => {
      const start = Math.ceil(at + stop.pause)
      const window: StartWindow = { from: start - stop.pause, to: start + stop.slack, late: stop.hard ? 'hard' : 'soft' }
      at = start + stop.minutes + travel(stop.place, line.stops[number + 1]?.place ?? line.home ?? stop.place)
      const id = `s${index}.${number}`
      return { task: { id, visit: id, place: stop.place, minutes: stop.minutes }, start, window }
    })
    return {
      id: `l${index}`,
      caregiver: `c${line.caregiver}`,
      from,
      to: Math.max(from + line.hours * 60, Math.ceil(at)),
      startPlace: line.home,
      endPlace: line.home,
      commute: line.outside ? 'outside' : 'inside',
      stops,
    }
  })
  const standing = lines.flatMap((line) => line.stops.map((stop) => stop.task.id))
  const tasks: Task[] = []
  const syncs: Sync[] = []
  const visitOf = new Map<string, Raw['visits'][number]>()
  for (const [index, visit] of given.visits.entries()) {
    const id = `v${index}`
    const add = (task: string, minutes: number) => {
      tasks.push({ id: task, visit: id, place: visit.place, minutes })
      visitOf.set(task, visit)
    }
    add(`${id}/0`, visit.minutes)
    if (visit.twin) {
      add(`${id}/1`, visit.twin.minutes)
      syncs.push({ first: `${id}/0`, second: `${id}/1`, min: visit.twin.min, max: visit.twin.min + visit.twin.length })
    }
    const anchor = visit.anchor === null ? undefined : standing[visit.anchor]
    if (anchor) syncs.push({ first: anchor, second: `${id}/0`, min: 0, max: 90 })
  }
  if (given.stopSync && size.timing === 'flow') {
    const [one, two, min, length] = given.stopSync
    const [first, second] = [standing[one], standing[two]]
    if (first && second && first !== second) syncs.push({ first, second, min: -min, max: length })
  }
  const { rate } = given.coupled
  const grid = size.grid ?? 15
  const dislike = (task: Task, line: Line) => visitOf.get(task.id)?.dislike[Number(line.id.slice(1))] ?? 0
  return {
    tasks,
    lines,
    syncs,
    timing:
      size.timing === 'flow'
        ? { kind: 'flow' }
        : {
            kind: 'fixed',
            starts: (_task, _line, from, to) => {
              const starts: number[] = []
              for (let at = Math.ceil((from - 1e-6) / grid) * grid; at <= to + 1e-6; at += grid) starts.push(at)
              return starts
            },
          },
    weights: given.weights,
    couplings: rate === 0 ? [] : couplingsFor(lines, tasks, given.coupled),
    travel,
    windowOn: (task, line) => {
      const visit = visitOf.get(task.id)
      if (!visit || visit.forbidden.includes(Number(line.id.slice(1)))) return null
      const day = Math.floor(line.from / 1440) * 1440
      return {
        from: day + visit.wish - visit.width / 2,
        to: day + visit.wish + visit.width / 2,
        late: visit.hard ? 'hard' : 'soft',
      }
    },
    placementCost: (task, line, start) => {
      const visit = visitOf.get(task.id)
      if (!visit) return 0
      const shift = (start % 1440) - visit.wish
      return dislike(task, line) + visit.shift * (size.timing === 'flow' ? Math.max(0, start - visit.wish) : Math.abs(shift))
    },
    placementFloor: dislike,
    unplacedCost: (task) => visitOf.get(task.id)?.unplaced ?? 0,
  }
}

/** Hours of a caregiver over all days, and rest between two of their days. */
function couplingsFor(lines: readonly Line[], tasks: readonly Task[], given: Raw['coupled']): Coupling[] {
  const minutes = new Map(tasks.map((task) => [task.id, task.minutes]))
  const couplings: Coupling[] = []
  for (const caregiver of new Set(lines.map((line) => line.caregiver))) {
    const mine = lines.filter((line) => line.caregiver === caregiver)
    couplings.push({
      id: `hours ${caregiver}`,
      lines: mine.map((line) => line.id),
      cost: (placed) =>
        given.rate * Math.max(0, placed.reduce((sum, one) => sum + (minutes.get(one.task) ?? 0), 0) - given.limit),
    })
    const [one, two] = [mine.filter((line) => line.from < 1440), mine.filter((line) => line.from >= 1440)]
    if (one.length === 0 || two.length === 0) continue
    couplings.push({
      id: `rest ${caregiver}`,
      lines: mine.map((line) => line.id),
      cost: (placed) => {
        const late = placed
          .filter((at) => one.some((line) => line.id === at.line))
          .map((at) => at.start + (minutes.get(at.task) ?? 0))
        const early = placed.filter((at) => two.some((line) => line.id === at.line)).map((at) => at.start)
        // A later start on the second day would give rest back; a step in what is placed does not.
        return late.length === 0 || early.length === 0
          ? 0
          : Math.min(240, Math.max(0, Math.max(...late) - given.rest) * given.rate + 30)
      },
    })
  }
  return couplings
}

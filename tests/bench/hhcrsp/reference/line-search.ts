/**
 * One route and the tasks it may take over: every way to put some of them in, or only the one that pays best. Starts of its own
 * stops are given and only rise, so that what is reckoned here is never more than what the route will cost more.
 */
import { type Caregiver, distance, type Model, type Node } from './model.ts'
import type { Ways } from './ways.ts'

export interface LineView {
  readonly caregiver: number
  readonly route: readonly number[]
  /** Starts that hold already, by node. */
  readonly start: Float64Array
  /** Tasks it may take, with what each is paid for. */
  readonly tasks: readonly { readonly node: number; readonly pay: number }[]
}

export interface Way {
  readonly tasks: number
  readonly route: readonly number[]
  /** Growth in a third of travel and lateness, less the pay. */
  readonly cost: number
}

interface State {
  readonly passed: number
  readonly place: number
  readonly ready: number
  readonly mask: number
  readonly cost: number
  readonly last: number
  readonly parent: State | null
}

const DUST = 1e-9

/** Beginnings kept at a time. */
const TOO_MANY = 2_000_000

/** Thrown when a search takes too long; the caller then knows only what it knew before. */
export class OutOfTime extends Error {}

export class LineSearch {
  private readonly model: Model
  private readonly ways: Ways
  private readonly outOfTime: () => boolean
  private steps = 0

  constructor(model: Model, ways: Ways, outOfTime: () => boolean) {
    this.model = model
    this.ways = ways
    this.outOfTime = outOfTime
  }

  /** The way that pays best; its cost is zero or above when none pays. */
  best(view: LineView): Way | null {
    let best: Way | null = null
    this.run(
      view,
      () => Math.min(0, best?.cost ?? 0) - DUST,
      true,
      (way) => {
        best = way
      },
    )
    return best
  }

  /** Every way that costs at most `limit` and takes all tasks of `must` (a mask), cheapest first. */
  all(view: LineView, limit: number, must: number): readonly Way[] {
    const ways: Way[] = []
    this.run(
      view,
      () => limit,
      false,
      (way) => {
        if ((way.tasks & must) === must) ways.push(way)
      },
    )
    return ways.sort((a, b) => a.cost - b.cost)
  }

  private run(view: LineView, limit: () => number, oneASet: boolean, found: (way: Way) => void): void {
    const { route } = view
    const { office, from } = this.model.caregivers[view.caregiver] as Caregiver
    const begin: State = { passed: 0, place: office, ready: from, mask: 0, cost: -this.standing(view), last: -1, parent: null }
    let layer: State[] = [begin]
    for (let passed = 0; passed <= route.length; passed++) {
      const next: State[] = []
      const seen = new Map<number, State[]>()
      for (let at = 0; at < layer.length; at++) {
        const state = layer[at] as State
        if (++this.steps % 4096 === 0 && (this.outOfTime() || layer.length > TOO_MANY)) throw new OutOfTime()
        if (oneASet && isWorse(seen, state)) continue
        for (let task = 0; task < view.tasks.length; task++) {
          if ((state.mask & (1 << task)) !== 0) continue
          const { node, pay } = view.tasks[task] as LineView['tasks'][number]
          const served = this.go(view, state, node, { mask: state.mask | (1 << task), last: task, pay, passed })
          if (served !== null && this.bound(view, served) <= limit()) layer.push(served)
        }
        const stop = route[passed]
        if (stop !== undefined) {
          const gone = this.go(view, state, stop, { mask: state.mask, last: -1, pay: 0, passed: passed + 1 })
          if (gone !== null && this.bound(view, gone) <= limit()) next.push(gone)
        } else if (state.mask !== 0) {
          const end = this.finish(view, state)
          if (end !== null && end <= limit()) found({ tasks: state.mask, route: this.routeOf(view, state), cost: end })
        }
      }
      layer = next
    }
  }

  private go(
    view: LineView,
    state: State,
    number: number,
    step: { mask: number; last: number; pay: number; passed: number },
  ): State | null {
    const node = this.model.nodes[number] as Node
    const road = distance(this.model, state.place, node.place)
    let start = Math.max(state.ready + road, node.from)
    if (step.last < 0) start = Math.max(start, view.start[number] as number)
    for (const { other, after } of node.ties) start = Math.max(start, (view.start[other] as number) + after)
    const late = Math.max(0, start - node.due)
    const cost = state.cost + (road + late) / 3 - step.pay
    const ready = start + node.minutes
    if (ready > (this.model.caregivers[view.caregiver] as Caregiver).to + 1e-6) return null
    return { passed: step.passed, place: node.place, ready, mask: step.mask, cost, last: step.last, parent: state }
  }

  private finish(view: LineView, state: State): number | null {
    const { office, to } = this.model.caregivers[view.caregiver] as Caregiver
    const road = distance(this.model, state.place, office)
    return state.ready + road > to + 1e-6 ? null : state.cost + road / 3
  }

  /** A third of the route's travel and lateness as they are. */
  private standing(view: LineView): number {
    const { office } = this.model.caregivers[view.caregiver] as Caregiver
    let [sum, place] = [0, office]
    for (const number of view.route) {
      const node = this.model.nodes[number] as Node
      sum += distance(this.model, place, node.place) + Math.max(0, (view.start[number] as number) - node.due)
      place = node.place
    }
    return (view.route.length === 0 ? 0 : sum + distance(this.model, place, office)) / 3
  }

  /** What any way that begins so costs at least: the shortest road on, the lateness that is certain, the pay still to be had. */
  private bound(view: LineView, state: State): number {
    const { nodes, caregivers } = this.model
    const { road, time } = this.ways
    let { cost, ready, place } = state
    for (let at = state.passed; at < view.route.length; at++) {
      const number = view.route[at] as number
      const node = nodes[number] as Node
      const start = Math.max(ready + ((time[place] as Float64Array)[node.place] as number), view.start[number] as number)
      cost += (((road[place] as Float64Array)[node.place] as number) + Math.max(0, start - node.due)) / 3
      ready = start + node.minutes
      place = node.place
    }
    cost += ((road[place] as Float64Array)[(caregivers[view.caregiver] as Caregiver).office] as number) / 3
    for (let task = 0; task < view.tasks.length; task++) {
      if ((state.mask & (1 << task)) !== 0) continue
      const { node: number, pay } = view.tasks[task] as LineView['tasks'][number]
      const node = nodes[number] as Node
      let start = Math.max(state.ready + ((time[state.place] as Float64Array)[node.place] as number), node.from)
      for (const { other, after } of node.ties) start = Math.max(start, (view.start[other] as number) + after)
      const gain = pay - Math.max(0, start - node.due) / 3
      if (gain > 0) cost -= gain
    }
    return cost
  }

  private routeOf(view: LineView, state: State): number[] {
    const route: number[] = []
    for (let one: State | null = state; one?.parent; one = one.parent) {
      const task = one.last < 0 ? undefined : view.tasks[one.last]
      route.push(task?.node ?? (view.route[one.passed - 1] as number))
    }
    return route.reverse()
  }
}

/** Later and dearer than another beginning with the same tasks at the same place. */
function isWorse(seen: Map<number, State[]>, state: State): boolean {
  const key = state.mask * 64 + state.last + 1
  const others = seen.get(key)
  if (others === undefined) {
    seen.set(key, [state])
    return false
  }
  if (others.some((one) => one.ready <= state.ready + DUST && one.cost <= state.cost + DUST)) return true
  others.push(state)
  return false
}

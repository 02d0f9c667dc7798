/**
 * The exact optimum of "caregiver ill" by branch and bound. A node fixes the whole route of some caregivers; the plan with those
 * routes and all others as they were is timed exactly, and what the tasks that are left cost more at the least is reckoned with a
 * pay for each: pays minus what any free route would gain by them (Lagrange). Any pays give a bound; good ones are found at the root
 * by subgradient steps. A task is branched on by all ways of all routes that hold it, so that no plan is met twice.
 */
import { LineSearch, type LineView, OutOfTime, type Way } from './line-search.ts'
import { distance, type Model, type Timed, timed } from './model.ts'
import { type Ways, waysThrough } from './ways.ts'

export interface Exact {
  /** Cost of the best plan known. */
  readonly cost: number
  /** No plan costs less; equal to `cost` when proven. */
  readonly bound: number
  readonly proven: boolean
  /** Tasks that stand nowhere in the best plan. */
  readonly unplaced: number
}

/** Leaving a task out costs so much. */
const LEFT_OUT = 1e6
const STEPS = 60
const SAME = 1e-7

/**
 * @param routes without the tasks
 * @param known cost of a plan that is known, to begin with
 */
export function exactOptimum(
  model: Model,
  routes: readonly (readonly number[])[],
  tasks: readonly number[],
  known: number,
  outOfTime: () => boolean,
): Exact {
  const homeless = tasks.filter((node) => model.caregivers.every((_, caregiver) => !model.may(caregiver, node, routes)))
  const open = tasks.filter((node) => !homeless.includes(node))
  const search = new Branch(model, routes, open, known - homeless.length * LEFT_OUT, outOfTime)
  const { cost, bound } = search.run()
  const extra = homeless.length * LEFT_OUT
  return {
    cost: cost + extra,
    bound: bound + extra,
    proven: cost - bound <= 1e-6,
    unplaced: Math.floor((cost + extra) / LEFT_OUT),
  }
}

class Branch {
  private readonly model: Model
  private readonly tasks: readonly number[]
  private readonly outOfTime: () => boolean
  private readonly ways: Ways
  private readonly lines: LineSearch
  private readonly root: readonly (readonly number[])[]
  private pays: number[]
  private upper: number

  constructor(
    model: Model,
    routes: readonly (readonly number[])[],
    tasks: readonly number[],
    known: number,
    outOfTime: () => boolean,
  ) {
    this.model = model
    this.root = routes
    this.tasks = tasks
    this.outOfTime = outOfTime
    this.upper = known
    this.ways = waysThrough(model, tasks)
    this.lines = new LineSearch(model, this.ways, outOfTime)
    this.pays = tasks.map(() => 0)
  }

  run(): { readonly cost: number; readonly bound: number } {
    if (this.tasks.length > 30) return { cost: this.upper, bound: Number.NEGATIVE_INFINITY }
    let bound = Number.NEGATIVE_INFINITY
    try {
      bound = this.improvePays()
      if (bound < this.upper - SAME) this.branch(this.root, new Set(), (1 << this.tasks.length) - 1)
      bound = this.upper
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error
    }
    return { cost: this.upper, bound: Math.min(bound, this.upper) }
  }

  /** The plan with fixed routes as they are and the others as early as any filling would leave them. */
  private time(routes: readonly (readonly number[])[], fixed: ReadonlySet<number>): Timed | null {
    const { model, ways } = this
    return timed(model, routes, (from, to, caregiver) =>
      fixed.has(caregiver) ? distance(model, from, to) : ((ways.time[from] as Float64Array)[to] as number),
    )
  }

  private view(caregiver: number, routes: readonly (readonly number[])[], start: Float64Array, left: number): LineView {
    const tasks: { node: number; pay: number }[] = []
    for (const [index, node] of this.tasks.entries()) {
      if ((left & (1 << index)) !== 0 && this.model.may(caregiver, node, routes)) tasks.push({ node, pay: this.pays[index] ?? 0 })
    }
    return { caregiver, route: routes[caregiver] ?? [], start, tasks }
  }

  /** What the tasks left cost at the least with the free routes, and the best way of each route. */
  private bound(routes: readonly (readonly number[])[], start: Float64Array, fixed: ReadonlySet<number>, left: number) {
    let sum = 0
    const best: (Way | null)[] = []
    for (const [index, pay] of this.pays.entries()) if ((left & (1 << index)) !== 0) sum += Math.min(pay, LEFT_OUT)
    for (const caregiver of this.model.caregivers.keys()) {
      const way = fixed.has(caregiver) ? null : this.lines.best(this.view(caregiver, routes, start, left))
      best.push(way)
      sum += Math.min(0, way?.cost ?? 0)
    }
    return { sum, best }
  }

  /** Raises the pay of tasks that no best way holds and lowers it of those that several hold. Returns the bound reached. */
  private improvePays(): number {
    const base = this.time(this.root, new Set())
    if (base === null) throw new Error('The plan without the tasks has no schedule.')
    const all = (1 << this.tasks.length) - 1
    const fair = Math.max(1, Math.min(this.upper, LEFT_OUT) - base.cost) / Math.max(1, this.tasks.length)
    this.pays = this.tasks.map(() => fair)
    let [bestBound, bestPays, pace, idle] = [Number.NEGATIVE_INFINITY, this.pays, 1, 0]
    for (let step = 0; step < STEPS; step++) {
      const { sum, best } = this.bound(this.root, base.start, new Set(), all)
      const bound = base.cost + sum
      if (bound > bestBound + SAME) [bestBound, bestPays, idle] = [bound, this.pays, 0]
      else if (++idle >= 4) {
        pace /= 2
        idle = 0
      }
      if (bestBound >= this.upper - SAME || pace < 0.02) break
      const taken = best.flatMap((way) => (way !== null && way.cost < 0 ? way.route : []))
      const off = this.tasks.map((node) => 1 - taken.filter((one) => one === node).length)
      const norm = off.reduce((total, one) => total + one * one, 0)
      if (norm === 0) break
      const stride = (pace * (this.upper - bound)) / norm
      this.pays = this.pays.map((pay, index) => Math.max(0, pay + stride * (off[index] ?? 0)))
    }
    this.pays = bestPays
    return bestBound
  }

  private branch(routes: readonly (readonly number[])[], fixed: ReadonlySet<number>, left: number): void {
    if (this.outOfTime()) throw new OutOfTime()
    const now = this.time(routes, fixed)
    if (now === null) return
    if (left === 0) {
      const exact = timed(this.model, routes)
      if (exact !== null && exact.cost < this.upper) this.upper = exact.cost
      return
    }
    const { sum, best } = this.bound(routes, now.start, fixed, left)
    if (now.cost + sum >= this.upper - SAME) return
    const slack = this.upper - now.cost - sum
    const [task, choices] = this.choose(routes, now.start, fixed, left, slack, best)
    for (const { caregiver, way, mask } of choices) {
      const gain = Math.min(0, best[caregiver]?.cost ?? 0)
      if (now.cost + sum - gain + way.cost >= this.upper - SAME) continue
      this.branch(routes.with(caregiver, way.route), new Set([...fixed, caregiver]), left & ~mask)
    }
    // Left out altogether.
    if (now.cost + sum - (this.pays[task] ?? 0) + LEFT_OUT < this.upper - SAME) {
      const cost = this.upper
      this.upper -= LEFT_OUT
      this.branch(routes, fixed, left & ~(1 << task))
      this.upper = this.upper < cost - LEFT_OUT ? this.upper + LEFT_OUT : cost
    }
  }

  /** The task with the fewest ways, and those ways on every free route. */
  private choose(
    routes: readonly (readonly number[])[],
    start: Float64Array,
    fixed: ReadonlySet<number>,
    left: number,
    slack: number,
    best: readonly (Way | null)[],
  ): readonly [number, readonly { readonly caregiver: number; readonly way: Way; readonly mask: number }[]] {
    const ways: { caregiver: number; way: Way; mask: number }[] = []
    const alike = new Set<string>()
    for (const caregiver of this.model.caregivers.keys()) {
      if (fixed.has(caregiver)) continue
      const view = this.view(caregiver, routes, start, left)
      // Of caregivers who differ in nothing and have no route yet, the first goes first.
      if (view.route.length === 0) {
        const { office, from, to } = this.model.caregivers[caregiver] as Model['caregivers'][number]
        const looks = [office, from, to, ...view.tasks.map((one) => one.node)].join()
        if (alike.has(looks)) continue
        alike.add(looks)
      }
      const limit = slack + Math.min(0, best[caregiver]?.cost ?? 0)
      for (const way of this.lines.all(view, limit, 0)) {
        let mask = 0
        for (const [bit, { node }] of view.tasks.entries())
          if ((way.tasks & (1 << bit)) !== 0) mask |= 1 << this.tasks.indexOf(node)
        ways.push({ caregiver, way, mask })
      }
    }
    let [task, fewest] = [-1, Number.POSITIVE_INFINITY]
    for (const index of this.tasks.keys()) {
      if ((left & (1 << index)) === 0) continue
      const count = ways.reduce((sum, one) => ((one.mask & (1 << index)) === 0 ? sum : sum + 1), 0)
      if (count < fewest) [task, fewest] = [index, count]
    }
    return [task, ways.filter((one) => (one.mask & (1 << task)) !== 0).sort((a, b) => a.way.cost - b.way.cost)]
  }
}

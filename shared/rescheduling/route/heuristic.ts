/**
 * Good plans at once: regret insertion as the start, then search by taking a few visits out and putting them back (one visit:
 * relocation; several: swaps and reinsertion), seeded, better with every round, to be stopped at any. Plain greedy insertion is
 * here too, to be compared with.
 */
import type { Desk, Move } from './desk.ts'
import { type Random, seeded } from './random.ts'
import type { Run } from './run.ts'
import { COST_DUST } from './tolerance.ts'
import type { Visit } from './visits.ts'

/** What a planner does by hand: the visits in the order given, each at its cheapest place by then. */
export async function greedy(desk: Desk, visits: readonly Visit[], run: Run): Promise<void> {
  for (const visit of visits) {
    await run.breathe()
    if (run.stopped()) return
    worthIt(desk.moves(visit, 1)[0])?.apply()
  }
}

/** A visit is placed where that costs no more than leaving it out. */
const worthIt = (move: Move | undefined): Move | undefined =>
  move && move.cost <= move.visit.unplaced + COST_DUST ? move : undefined

/**
 * Puts visits in, first the one that would lose most by waiting: whose best place is most cheaper than its second and third, or
 * that has few. `noise` (0 to 1) makes the choice differ from round to round.
 */
export async function regret(desk: Desk, visits: readonly Visit[], run: Run, noise: () => number = () => 0): Promise<void> {
  const open = new Set(visits)
  const known = new Map<Visit, readonly Move[]>()
  while (open.size > 0 && !run.stopped()) {
    let best: { readonly move: Move; readonly worth: number } | null = null
    for (const visit of open) {
      if (!known.has(visit)) await run.breathe()
      if (run.stopped()) return
      const moves = known.get(visit) ?? desk.moves(visit, 3)
      known.set(visit, moves)
      const move = worthIt(moves[0])
      if (!move) {
        open.delete(visit)
        continue
      }
      const others = [1, 2].map((place) => Math.min(moves[place]?.cost ?? SCARCE, SCARCE))
      const loss = others.reduce((sum, other) => sum + other - move.cost, 0)
      const worth = loss * (1 + noise()) - move.cost * 1e-3
      if (best === null || worth > best.worth + COST_DUST) best = { move, worth }
    }
    if (best === null) return
    best.move.apply()
    open.delete(best.move.visit)
    const { touches } = best.move
    for (const [visit, moves] of known) {
      if (!desk.local || moves.some((move) => move.touches.some((one) => touches.includes(one)))) known.delete(visit)
    }
  }
}

/** A place that is not there counts as this dear. */
const SCARCE = 1e7

export interface SearchOptions {
  readonly seed: number
  /** Rounds without a better plan after which the search ends. */
  readonly patience: number
}

/**
 * Searches from the plan on the desk and leaves the best it finds there.
 * @param better told every time a better plan is found
 */
export async function search(desk: Desk, options: SearchOptions, run: Run, better: () => void): Promise<void> {
  const random = seeded(options.seed)
  let [bestCost, best] = [desk.cost(), desk.remember()]
  let [cost, current] = [bestCost, best]
  for (let [round, idle] = [0, 0]; idle < options.patience && !run.stopped(); round++, idle++) {
    const out = round < desk.visits.length ? desk.visits.slice(round, round + 1) : chosen(desk.visits, random)
    for (const visit of out) if (desk.isPlaced(visit)) desk.takeOut(visit)
    const open = desk.visits.filter((visit) => !desk.isPlaced(visit))
    await regret(desk, open, run, () => (round < desk.visits.length ? 0 : random.next()))
    const now = desk.cost()
    if (now < bestCost - COST_DUST) {
      ;[bestCost, best] = [now, desk.remember()]
      idle = -1
      better()
    }
    // A little dearer is taken on now and then, so that the search does not stay in the first valley.
    if (now <= cost + COST_DUST || now < bestCost + (bestCost > 0 ? bestCost * 0.002 : 0))
      [cost, current] = [now, desk.remember()]
    else current()
  }
  best()
}

/** Two to five visits at random. */
function chosen(visits: readonly Visit[], random: Random): readonly Visit[] {
  const count = Math.min(visits.length, 2 + random.below(4))
  const out = new Set<Visit>()
  while (out.size < count) {
    const visit = visits[random.below(visits.length)]
    if (visit) out.add(visit)
  }
  return [...out]
}

/** Column generation: the relaxed master and the lines in turn, until no line has a column that would make it cheaper. */
import type { ColumnMaker } from './columns.ts'
import type { Master, MasterAnswer } from './master.ts'
import type { MasterRow } from './master-rows.ts'
import type { Run } from './run.ts'

export interface Priced {
  /** No plan costs less, over the plan without any task; minus infinity when nothing is known. */
  readonly lower: number
  /** The duals `lower` was reckoned with. */
  readonly duals: Float64Array | null
}

/** What is cheaper by less is not worth a column. */
const EDGE = 1e-7
const STEPS = 60_000
/** A last look, where the first found nothing new. */
const MANY_STEPS = 300_000
const ALL_STEPS = 150_000
const ALL_COLUMNS = 4_000
const COLUMNS_PER_LINE = 6
const ROUNDS = 150

/**
 * @param separate rows that a solution breaks: added when pricing has come to rest, then pricing goes on
 * @param upper cost of the best plan so far: nothing is gained beyond it
 */
export async function priceOut(
  master: Master,
  maker: ColumnMaker,
  separate: (answer: MasterAnswer) => MasterRow[],
  upper: () => number,
  run: Run,
  told: (lower: number) => void,
): Promise<Priced> {
  let lower = Number.NEGATIVE_INFINITY
  let best: Float64Array | null = null
  for (let round = 0; round < ROUNDS && !run.stopped(); round++) {
    const answer = await master.solve(true, run.secondsLeft())
    if (answer.status !== 'optimal' || answer.duals === null) break
    const { below, added } = await lookAtLines(master, maker, answer.duals, run)
    if (run.stopped()) break
    const bound = answer.objective + below
    // With rows just added the duals of the last bound no longer fit the master: those of now are kept, if they are no worse.
    if (bound >= lower - 1e-9) {
      lower = Math.max(lower, bound)
      best = answer.duals
      told(lower)
    }
    if (upper() - lower <= EDGE) break
    if (added > 0) continue
    const loosened = master.loosen(answer)
    if (master.addRows(separate(answer)) === 0 && !loosened) break
  }
  return { lower, duals: best }
}

/**
 * Every line in turn; where none has anything new, those that still seem to have are looked at more closely: first to the end,
 * then column by column, each with all that it brings about.
 */
async function lookAtLines(
  master: Master,
  maker: ColumnMaker,
  duals: Float64Array,
  run: Run,
): Promise<{ below: number; added: number }> {
  const prices = master.prices(duals)
  let added = 0
  const least = new Map<number, number>()
  const cutShort = new Set<number>()
  const look = async (line: number, cap: number): Promise<void> => {
    await run.breathe()
    const harvest = maker.harvest(line, prices, { limit: -EDGE, cap, most: COLUMNS_PER_LINE, thin: true, stopped: run.stopped })
    for (const column of harvest.columns) if (master.add(column)) added++
    if (harvest.least < -EDGE) least.set(line, Math.max(harvest.least, least.get(line) ?? Number.NEGATIVE_INFINITY))
    if (!harvest.searched) cutShort.add(line)
  }
  for (let line = 0; line < maker.lines && !run.stopped(); line++) await look(line, STEPS)
  if (added === 0) for (const line of cutShort) if (!run.stopped()) await look(line, MANY_STEPS)
  if (added === 0) {
    for (const line of least.keys()) {
      if (run.stopped()) break
      await run.breathe()
      const harvest = maker.harvest(line, prices, {
        limit: -EDGE,
        cap: ALL_STEPS,
        most: ALL_COLUMNS,
        thin: false,
        stopped: run.stopped,
      })
      if (!harvest.complete) continue
      let lowest = 0
      for (const column of harvest.columns) {
        const cost = master.reducedCost(column, duals)
        lowest = Math.min(lowest, cost)
        if (cost < -EDGE && master.add(column)) added++
      }
      least.set(line, lowest)
    }
  }
  return { below: lowest([...least.values()], maker.tasks), added }
}

/** The sum of the lowest of them: a plan has no more columns than tasks. */
function lowest(values: readonly number[], tasks: number): number {
  const most = values.length <= tasks ? values : [...values].sort((a, b) => a - b).slice(0, tasks)
  return most.reduce((sum, one) => sum + one, 0)
}

/** The solver's thread as in a server at work: loaded, and not on its way while the first case is measured. */
import type { SolverPool } from '../../../portal-api/rescheduling/solver-pool.ts'

const LOADED_IN_SECONDS = 60

/** Solves the smallest model there is, however long the thread takes to start on a busy machine. */
export async function standReady(pool: SolverPool): Promise<void> {
  const one = Float64Array.of(1)
  const model = {
    cost: one,
    lower: Float64Array.of(0),
    upper: one,
    whole: new Uint8Array(1),
    rowLower: one,
    rowUpper: one,
    starts: Int32Array.of(0, 1),
    rows: Int32Array.of(0),
    values: one,
  }
  const { status } = await pool.solver().solve(model, { relaxed: true, seconds: LOADED_IN_SECONDS })
  if (status !== 'optimal') throw new Error(`The solver does not start: ${status}.`)
}

/** HiGHS in the test's own thread: what the batch is tested with. */
import { highs, solveWithHighs } from '../../portal-api/rescheduling/highs.ts'
import type { MipSolver } from '../../shared/rescheduling/route/mip.ts'

export async function inThreadSolver(): Promise<MipSolver> {
  const solver = await highs()
  return {
    solve: async (model, options) => solveWithHighs(solver, model, options, { stopped: () => false, progress: () => undefined }),
  }
}

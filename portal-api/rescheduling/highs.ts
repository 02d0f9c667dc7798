/** HiGHS (WebAssembly) as the solver of the rescheduling engine. A solve blocks its thread: see solver-pool.ts. */
import loadHighs, { type Highs, type HighsCallbackMap } from 'highs'
import type { MipAnswer, MipModel, MipOptions } from '../../shared/rescheduling/route/mip.ts'

let loaded: Promise<Highs> | null = null

/** Loaded once a thread. */
export function highs(): Promise<Highs> {
  loaded ??= loadHighs()
  return loaded
}

export interface SolveHooks {
  /** Asked at the solver's checkpoints; true ends the solve with what was found. */
  stopped(): boolean
  /** At every checkpoint of a solve with whole columns: thousands a second. */
  progress(bound: number, best: number): void
}

const NOTHING: MipAnswer = {
  status: 'failed',
  objective: Number.POSITIVE_INFINITY,
  bound: Number.NEGATIVE_INFINITY,
  values: null,
  duals: null,
}

/** Solves to proven optimality (no gap allowed), to the time limit, or until it is stopped. */
export function solveWithHighs(solver: Highs, model: MipModel, options: MipOptions, hooks: SolveHooks): MipAnswer {
  const numCols = model.cost.length
  const numRows = model.rowLower.length
  const whole = !options.relaxed && model.whole.includes(1)
  const { callbackType, modelStatus } = solver.constants
  return solver.withModel((instance): MipAnswer => {
    instance.options.set({
      output_flag: false,
      time_limit: Math.max(0.001, options.seconds),
      mip_rel_gap: 0,
      mip_abs_gap: 1e-7,
      mip_feasibility_tolerance: 1e-7,
      random_seed: 0,
    })
    instance.passModel({
      numCols,
      numRows,
      colCost: model.cost,
      colLower: model.lower,
      colUpper: model.upper,
      rowLower: model.rowLower,
      rowUpper: model.rowUpper,
      matrix: { format: 'csc', numRows, numCols, starts: model.starts, indices: model.rows, values: model.values },
      ...(whole ? { integrality: Int32Array.from(model.whole) } : {}),
    })
    if (whole && options.start) instance.setSolution({ colValue: options.start })
    const callbacks: HighsCallbackMap = whole
      ? {
          [callbackType.mipInterrupt]: (event): undefined => {
            hooks.progress(
              event.data.mip_dual_bound ?? Number.NEGATIVE_INFINITY,
              event.data.mip_primal_bound ?? Number.POSITIVE_INFINITY,
            )
            if (hooks.stopped()) event.interrupt()
          },
        }
      : {
          [callbackType.simplexInterrupt]: (event): undefined => {
            if (hooks.stopped()) event.interrupt()
          },
        }
    const { modelStatus: status } = instance.run(callbacks)
    if (status === modelStatus.infeasible) return { ...NOTHING, status: 'infeasible' }
    const optimal = status === modelStatus.optimal
    const stopped = status === modelStatus.timeLimit || status === modelStatus.interrupted
    if (!optimal && !stopped) return NOTHING
    const { colValue, rowDual } = instance.getSolution()
    const objective = instance.getObjectiveValue()
    if (!whole) {
      if (!optimal) return { ...NOTHING, status: 'stopped' }
      return { status: 'optimal', objective, bound: objective, values: colValue, duals: rowDual }
    }
    const bound = Number(instance.info.get('mip_dual_bound'))
    const found = Number.isFinite(objective) && instance.info.get('primal_solution_status') === 2
    return {
      status: optimal ? 'optimal' : 'stopped',
      objective: found ? objective : Number.POSITIVE_INFINITY,
      bound: Number.isFinite(bound) ? bound : Number.NEGATIVE_INFINITY,
      values: found ? colValue : null,
      duals: null,
    }
  })
}

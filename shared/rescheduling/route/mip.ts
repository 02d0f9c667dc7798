/**
 * What the batch asks of a solver of mixed-integer programmes. The solver is a parameter: on the server it is HiGHS in a worker
 * thread (portal-api/rescheduling), in tests HiGHS in the same thread.
 */

/** Minimise `cost`; columns one after the other (compressed sparse columns). Bounds may be infinite. */
export interface MipModel {
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 where the column must be whole. */
  readonly whole: Uint8Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Where a column begins in `rows` and `values`; one more than there are columns. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float64Array
}

export interface MipOptions {
  /** Without the demand that columns are whole; then the answer has duals. */
  readonly relaxed: boolean
  readonly seconds: number
  /** A solution to begin with. */
  readonly start?: Float64Array
}

export interface MipAnswer {
  /** `stopped`: at the time limit or on request, with what was found by then. */
  readonly status: 'optimal' | 'stopped' | 'infeasible' | 'failed'
  /** Of the best solution found; infinity when there is none. */
  readonly objective: number
  /** No solution costs less; minus infinity when nothing is known. */
  readonly bound: number
  readonly values: Float64Array | null
  /** Of the rows, of a relaxed model solved to the end. */
  readonly duals: Float64Array | null
}

/** Never throws for what a model can bring about; `failed` says that the solver gave no answer. */
export interface MipSolver {
  solve(model: MipModel, options: MipOptions): Promise<MipAnswer>
}

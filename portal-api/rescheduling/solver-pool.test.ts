import { afterEach, describe, expect, it } from 'vitest'
import type { MipModel } from '../../shared/rescheduling/route/mip.ts'
import { type SolverPool, solverPool } from './solver-pool.ts'

let pool: SolverPool
afterEach(() => pool.close())

/** Three things worth 4, 5 and 3 that weigh 2, 3 and 1½: the most worth that weighs at most 4, as a cost. */
function knapsack(): MipModel {
  return {
    cost: Float64Array.of(-4, -5, -3),
    lower: Float64Array.of(0, 0, 0),
    upper: Float64Array.of(1, 1, 1),
    whole: Uint8Array.of(1, 1, 1),
    rowLower: Float64Array.of(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.of(4),
    starts: Int32Array.of(0, 1, 2, 3),
    rows: Int32Array.of(0, 0, 0),
    values: Float64Array.of(2, 3, 1.5),
  }
}

/** A market split (Cornuéjols and Dawande): halve six lists of weights at once. A solver goes on and on. */
function endless(): MipModel {
  const [size, rows] = [50, 6]
  let seed = 7
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const weights = Array.from({ length: size }, () => Array.from({ length: rows }, () => Math.floor(next() * 100)))
  const half = Float64Array.from({ length: rows }, (_, row) =>
    Math.floor(weights.reduce((sum, one) => sum + (one[row] ?? 0), 0) / 2),
  )
  return {
    cost: Float64Array.from({ length: size }, next),
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(1),
    whole: new Uint8Array(size).fill(1),
    rowLower: half,
    rowUpper: half,
    starts: Int32Array.from({ length: size + 1 }, (_, index) => index * rows),
    rows: Int32Array.from({ length: size * rows }, (_, index) => index % rows),
    values: Float64Array.from(weights.flat()),
  }
}

describe('solverPool', () => {
  it('solves in a thread, whole and relaxed, with the duals of the relaxed', async () => {
    pool = solverPool(1)
    const whole = await pool.solver().solve(knapsack(), { relaxed: false, seconds: 20 })
    expect(whole).toMatchObject({ status: 'optimal', objective: -7, bound: -7 })
    expect([...(whole.values ?? [])]).toEqual([1, 0, 1])
    const relaxed = await pool.solver().solve(knapsack(), { relaxed: true, seconds: 20 })
    expect(relaxed.objective).toBeCloseTo(-7 - 5 / 6, 6)
    expect(relaxed.duals?.[0]).toBeCloseTo(-5 / 3, 6)
  })

  it('says that a model cannot be, and goes on', async () => {
    pool = solverPool(1)
    const model = { ...knapsack(), rowLower: Float64Array.of(20), rowUpper: Float64Array.of(20) }
    expect((await pool.solver().solve(model, { relaxed: false, seconds: 20 })).status).toBe('infeasible')
    expect((await pool.solver().solve(knapsack(), { relaxed: false, seconds: 20 })).status).toBe('optimal')
  })

  it('lets what comes while all are busy wait its turn', async () => {
    pool = solverPool(1)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => pool.solver().solve(knapsack(), { relaxed: false, seconds: 20 })),
    )
    expect(answers.map((one) => one.objective)).toEqual([-7, -7, -7, -7, -7])
  })

  it('ends a solve at its time limit, or when it is called off, and the thread serves on', async () => {
    pool = solverPool(1)
    const late = await pool.solver().solve(endless(), { relaxed: false, seconds: 0.3 })
    expect(late.status).toBe('stopped')
    const off = new AbortController()
    const solver = pool.solver({ signal: off.signal, onProgress: () => off.abort() })
    expect((await solver.solve(endless(), { relaxed: false, seconds: 60 })).status).toBe('stopped')
    expect((await solver.solve(knapsack(), { relaxed: false, seconds: 20 })).status).toBe('stopped')
    expect((await pool.solver().solve(knapsack(), { relaxed: false, seconds: 20 })).status).toBe('optimal')
  })

  it('answers that it failed when it is closed under way', async () => {
    pool = solverPool(1)
    const answer = pool.solver({ onProgress: () => void pool.close() }).solve(endless(), { relaxed: false, seconds: 60 })
    expect((await answer).status).toBe('failed')
    expect((await pool.solver().solve(knapsack(), { relaxed: false, seconds: 1 })).status).toBe('failed')
  })
})

/** The bench's three tests on instances of our own, in both ways of writing them; and the reference against counting out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MipSolver } from '../../../shared/rescheduling/route/mip.ts'
import { inThreadSolver } from '../../support/in-thread-solver.ts'
import { caregiverIll, checkPublished, type Loaded, oneVisit } from './checks.ts'
import { findSolution, readInstance, readSolution } from './format.ts'
import { makeInstance, makeSolution, type Variant } from './generate.ts'
import { exactOptimum } from './reference/exact.ts'
import { type Model, makeModel, timed } from './reference/model.ts'

let folder: string
let solver: MipSolver
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hhcrsp-'))
  solver = await inThreadSolver()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function loaded(extended: boolean, seed: number, given: Partial<Variant> = {}): Promise<Loaded> {
  const file = path.join(folder, `own-${extended}-${seed}.json`)
  writeFileSync(file, JSON.stringify(makeInstance({ patients: 12, caregivers: 5, seed, extended, ...given })))
  const instance = readInstance(file)
  const plan = path.join(folder, `sol-${instance.name}-123.json`)
  writeFileSync(plan, JSON.stringify(await makeSolution(instance)))
  expect(findSolution(folder, instance.name)).toBe(plan)
  return { instance, solution: readSolution(plan, instance), published: null }
}

const options = () => ({ solver, engineSeconds: 20, referenceSeconds: 20, now: () => performance.now() })

describe.each([
  ['with one office', false, [1, 2], {}],
  ['with shifts, incompatible caregivers and crooked roads', true, [1, 2], {}],
  ['with five patients', true, [3], { patients: 5, caregivers: 3 }],
  ['with windows of no width, services of no time and one-way roads', true, [11, 12], { patients: 9, odd: true }],
] as const)('an instance %s', (_name, extended, seeds, given) => {
  it('passes the three tests', async () => {
    for (const seed of seeds) {
      const one = await loaded(extended, seed, given)
      const { violations } = checkPublished(one)
      expect(violations.filter((text) => !text.startsWith('nobody'))).toEqual([])
      for (const { id } of one.instance.patients) expect(Math.abs(oneVisit(one, id, () => 0, 1).regret ?? 1)).toBeLessThan(1e-6)
      for (const [caregiver, route] of one.solution.routes) {
        if (route.length === 0) continue
        const { engine, greedy, optimum } = await caregiverIll(one, caregiver, options())
        expect(engine.unplaced).toBeLessThanOrEqual(greedy.unplaced)
        if (!optimum.proven || optimum.unplaced !== engine.unplaced) continue
        expect(engine.cost).toBeLessThan(optimum.cost * 1.01 + 1e-6)
      }
    }
  }, 60_000)
})

/** Every way to put the nodes in, one after the other: small cases only. */
function countedOut(model: Model, routes: readonly (readonly number[])[], nodes: readonly number[]): number {
  const [node, ...rest] = nodes
  if (node === undefined) return timed(model, routes)?.cost ?? Number.POSITIVE_INFINITY
  let best = 1e6 + countedOut(model, routes, rest)
  for (const [caregiver, route] of routes.entries()) {
    if (!model.may(caregiver, node, routes)) continue
    for (let at = 0; at <= route.length; at++) {
      best = Math.min(best, countedOut(model, routes.with(caregiver, route.toSpliced(at, 0, node)), rest))
    }
  }
  return best
}

describe('the reference', () => {
  it('finds what counting out every plan finds, whatever plan it begins with', async () => {
    for (const [seed, extended] of [
      [4, false],
      [5, true],
      [6, false],
      [7, true],
    ] as const) {
      const { instance, solution } = await loaded(extended, seed)
      for (const [caregiver, route] of solution.routes) {
        if (route.length === 0) continue
        const model = makeModel(instance, solution, new Set([caregiver]))
        const numbers = new Map(model.nodes.map((node, number) => [`${node.patient}/${node.part}`, number]))
        const nodes = route.slice(0, 3).map((stop) => numbers.get(`${stop.patient}/${stop.part}`) ?? -1)
        const best = countedOut(model, model.routes, nodes)
        const exact = exactOptimum(model, model.routes, nodes, 1e9, () => false)
        expect(exact).toMatchObject({ proven: true })
        expect(exact.cost).toBeCloseTo(best, 5)
      }
    }
  })
})

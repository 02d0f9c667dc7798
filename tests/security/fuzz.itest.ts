/**
 * The fuzz run, short and always the same (`npm run bench fuzz` is the long one): every route of the table, requests generated from its
 * schemas and from everything that breaks parsers, as every kind of actor.
 */
import http from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeNames } from '../../shared/api/table.ts'
import { type FuzzFigures, fuzzStretch, inStretches, newFigures } from './support/fuzz-run.ts'
import { type Watch, watchTables } from './support/watch.ts'
import { startWorld, type World } from './support/world.ts'

const EACH = 25
const SEED = 20261123

let world: World
let watch: Watch
let figures: FuzzFigures
const agent = new http.Agent({ keepAlive: true })

beforeAll(async () => {
  world = await startWorld()
  watch = await watchTables(world.app.db)
  figures = newFigures()
})
afterAll(async () => {
  agent.destroy()
  console.log(
    `fuzz: ${JSON.stringify({ ...figures, wrong: figures.wrong.length, byCode: Object.fromEntries(figures.byCode), reached: figures.reached.size })}`,
  )
  await world.app.stop()
})

describe('every route, whatever it is sent, answers or refuses: no fault, no glimpse of the inside, no row changed by a refusal', () => {
  it.each(inStretches(10).map((names, index) => ({ names, index, first: names[0] })))(
    'ASVS 16.5.3, 2.2.1: ten routes from $first on',
    async ({ names, index }) => {
      const before = figures.wrong.length
      await fuzzStretch({ world, watch, figures, agent, names, each: EACH, seed: SEED + index, together: 4 })
      expect(figures.wrong.slice(before)).toEqual([])
    },
  )
})

it('comes through to the inside of most routes: a run that is refused at the door proves nothing', () => {
  expect(figures.requests).toBe(routeNames.length * EACH)
  expect(figures.reached.size).toBeGreaterThan(routeNames.length * 0.6)
})

import { describe, expect, it } from 'vitest'
import type { Line, RouteProblem, Sync, Task } from '../route-problem.ts'
import { openRoute } from './open-route.ts'
import { propose } from './propose.ts'

const task = (id: string, minutes = 30): Task => ({ id, visit: id.split('/')[0] ?? id, place: 0, minutes })
const line = (id: string, stops: readonly Task[] = []): Line => ({
  id,
  caregiver: id,
  from: 0,
  to: 600,
  startPlace: null,
  endPlace: null,
  stops: stops.map((one, index) => ({ task: one, start: 60 + index * 60, window: { from: 0, to: 600, late: 'soft' } })),
})

function problem(given: {
  tasks?: readonly Task[]
  lines?: readonly Line[]
  syncs?: readonly Sync[]
  timing?: 'flow' | 'fixed'
}): RouteProblem {
  return {
    tasks: given.tasks ?? [],
    lines: given.lines ?? [],
    syncs: given.syncs ?? [],
    timing:
      given.timing === 'fixed'
        ? { kind: 'fixed', starts: (_task, _line, from, to) => (from <= to ? [Math.ceil(from)] : []) }
        : { kind: 'flow' },
    weights: { travel: 1, tardiness: 1, greatestTardiness: 0 },
    couplings: [],
    travel: () => 0,
    windowOn: () => ({ from: 0, to: 600, late: 'hard' }),
    placementCost: () => 0,
    unplacedCost: () => 100,
  }
}

const faultOf = (given: RouteProblem) => {
  const route = openRoute(given)
  return route.ok ? null : route.fault
}

describe('openRoute', () => {
  it('names an id that is used twice, whether of tasks, stops or lines', () => {
    expect(faultOf(problem({ tasks: [task('a'), task('a')] }))).toEqual({ kind: 'same-id-twice', ids: ['a'] })
    expect(faultOf(problem({ tasks: [task('a')], lines: [line('l', [task('a')])] }))).toEqual({
      kind: 'same-id-twice',
      ids: ['a'],
    })
    expect(faultOf(problem({ lines: [line('l'), line('l')] }))).toEqual({ kind: 'same-id-twice', ids: ['l'] })
  })

  it('names what has no length, or a time that is no number', () => {
    expect(faultOf(problem({ tasks: [task('a', 0)], timing: 'fixed' }))).toEqual({ kind: 'no-length', ids: ['a'] })
    expect(faultOf(problem({ tasks: [task('a', -1)] }))).toEqual({ kind: 'no-length', ids: ['a'] })
    expect(faultOf(problem({ tasks: [task('a', 0)] }))).toBeNull()
    expect(faultOf(problem({ tasks: [task('a', Number.NaN)] }))).toEqual({ kind: 'not-a-number', ids: ['a'] })
    expect(faultOf(problem({ lines: [{ ...line('l'), from: Number.NaN }] }))).toEqual({ kind: 'not-a-number', ids: ['l'] })
  })

  it('names synchronisations that no start can satisfy, alone or together', () => {
    const tasks = [task('a'), task('b'), task('c')]
    const together: Sync = { first: 'a', second: 'b', min: 0, max: 0 }
    expect(faultOf(problem({ tasks, syncs: [together] }))).toBeNull()
    expect(faultOf(problem({ tasks, syncs: [{ ...together, min: 20, max: 10 }] }))?.kind).toBe('contradictory-sync')
    expect(faultOf(problem({ tasks, syncs: [{ ...together, second: 'a' }] }))?.kind).toBe('contradictory-sync')
    expect(faultOf(problem({ tasks, syncs: [together, { ...together, min: 10, max: 20 }] }))?.kind).toBe('contradictory-sync')
    const round: Sync[] = [
      { first: 'a', second: 'b', min: 10, max: 20 },
      { first: 'b', second: 'c', min: 10, max: 20 },
      { first: 'c', second: 'a', min: 10, max: 20 },
    ]
    expect(faultOf(problem({ tasks, syncs: round }))?.kind).toBe('contradictory-sync')
    expect(faultOf(problem({ tasks, syncs: [{ ...together, second: 'x' }] }))).toEqual({ kind: 'unknown-task', ids: ['x'] })
  })
})

describe('propose', () => {
  it('says that the stops that stand have no schedule, and does not go round for ever', () => {
    // a before b here, b′ before a′ there, and each pair at once: the order bites its own tail.
    const lines = [line('one', [task('a'), task('b')]), line('two', [task('y'), task('x')])]
    const syncs: Sync[] = [
      { first: 'a', second: 'x', min: 0, max: 0 },
      { first: 'b', second: 'y', min: 0, max: 0 },
    ]
    const route = openRoute(problem({ tasks: [task('t')], lines, syncs }))
    if (!route.ok) throw new Error(route.fault.kind)
    expect(propose(route.value, ['t'], { top: 3, onePer: 'line' })).toEqual({
      ok: false,
      fault: { kind: 'impossible-order', ids: [] },
    })
  })

  it('asks for tasks, and for tasks that are there', () => {
    const route = openRoute(problem({ tasks: [task('t')] }))
    if (!route.ok) throw new Error(route.fault.kind)
    expect(propose(route.value, [], { top: 3, onePer: 'line' })).toMatchObject({ fault: { kind: 'no-tasks' } })
    expect(propose(route.value, ['x'], { top: 3, onePer: 'line' })).toMatchObject({ fault: { kind: 'unknown-task', ids: ['x'] } })
  })

  it.each(['flow', 'fixed'] as const)(
    'finds no place for what is longer than any line, without lines, or in a window that has closed, %s',
    (timing) => {
      const offers = (given: RouteProblem) => {
        const route = openRoute(given)
        if (!route.ok) throw new Error(route.fault.kind)
        const found = propose(route.value, ['t'], { top: 3, onePer: 'line' })
        return found.ok ? found.value.offers.length : null
      }
      expect(offers(problem({ timing, tasks: [task('t')], lines: [line('l')] }))).toBe(1)
      expect(offers(problem({ timing, tasks: [task('t', 25 * 60)], lines: [line('l')] }))).toBe(0)
      expect(offers(problem({ timing, tasks: [task('t')] }))).toBe(0)
      const closed = problem({ timing, tasks: [task('t')], lines: [line('l')] })
      expect(offers({ ...closed, windowOn: () => ({ from: 500, to: 100, late: 'hard' }) })).toBe(0)
    },
  )

  it('takes a window that reads 401.99999999999994 for 402', () => {
    const given = problem({ tasks: [task('t')], lines: [{ ...line('l'), from: 402 }] })
    const route = openRoute({ ...given, windowOn: () => ({ from: 0, to: 401.99999999999994, late: 'hard' }) })
    if (!route.ok) throw new Error(route.fault.kind)
    const found = propose(route.value, ['t'], { top: 1, onePer: 'line' })
    expect(found).toMatchObject({ ok: true, value: { offers: [{ cost: 0 }] } })
  })
})

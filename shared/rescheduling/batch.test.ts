import { beforeAll, describe, expect, it } from 'vitest'
import { inThreadSolver } from '../../tests/support/in-thread-solver.ts'
import { addDays } from '../domain/local-time.ts'
import { type BatchPlan, type BatchSettings, proposeBatch } from './batch.ts'
import { makeChecker } from './check.ts'
import type { Planning } from './planning.ts'
import { moveOf, proposalDesk } from './proposals.ts'
import type { MipSolver } from './route/mip.ts'
import { UNWATCHED } from './route/run.ts'
import { scoreOf } from './score.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { dutchPlanning } from './testing/dutch-planning.ts'
import { caregiver, client, everyDay, planning, visit } from './testing/small-planning.ts'
import { tableTravel } from './travel.ts'

const travel = tableTravel(DEFAULT_SETTINGS)
let solver: MipSolver
beforeAll(async () => {
  solver = await inThreadSolver()
})

const asked = (given: Partial<BatchSettings> = {}): BatchSettings => ({ travel, reason: 'other', ...given })

async function planFor(of: Planning, ids: readonly string[], given: Partial<BatchSettings> = {}): Promise<BatchPlan> {
  const result = await proposeBatch(of, ids, asked(given), { solver, seed: 1, run: UNWATCHED })
  if (!result.ok) throw new Error(result.fault.kind)
  if (result.value.kind !== 'plan') throw new Error('It was not called off.')
  return result.value
}

/** The planning with a caregiver ill for a day, and the visits that this leaves without anybody. */
function ill(
  of: Planning,
  caregiverId: string,
  date: string,
): { readonly planning: Planning; readonly visits: readonly string[] } {
  const absence = { date, from: 0, to: 1440 }
  const caregivers = of.caregivers.map((one) => (one.id === caregiverId ? { ...one, absences: [...one.absences, absence] } : one))
  const visits = of.visits.filter((one) => one.parts.some((part) => part.caregiverId === caregiverId && part.date === date))
  return { planning: { ...of, caregivers }, visits: visits.map((one) => one.id) }
}

const CASES = [1, 2].map((seed) => {
  const whole = dutchPlanning({ seed, caregivers: 9, weeks: 1, from: '2026-11-23', visits: 130 })
  const busiest = whole.visits[seed * 7]?.parts[0]
  return ill(whole, busiest?.caregiverId ?? '', busiest?.date ?? '')
})

describe('a batch', { timeout: 60_000 }, () => {
  it('breaks no hard rule, adds up to the minute, and is the same again', async () => {
    for (const { planning: of, visits } of CASES) {
      const plan = await planFor(of, visits)
      expect(plan.moves.length + plan.unplaced.length).toBe(visits.length)
      const breaches = makeChecker(of, travel).check({
        moves: plan.moves.map(({ visitId, spots }) => moveOf(visitId, spots)),
        cancels: plan.unplaced.map((one) => one.visitId),
      })
      expect(breaches.filter((one) => one.severity === 'hard')).toEqual([])
      for (const move of plan.moves) expect(scoreOf(move.parts)).toBe(move.score)
      expect(plan.moves.reduce((sum, move) => sum + move.score, 0)).toBe(plan.score)
      expect(plan.score).toBe(Math.round(plan.cost))
      expect(plan).toMatchObject({ proven: true, cutShort: false, upper: plan.cost })
      expect(plan.lower).toBeCloseTo(plan.cost, 5)
      expect(await planFor(of, visits)).toEqual(plan)
      expect(await planFor(of, visits.toReversed())).toMatchObject({ score: plan.score, proven: true })
    }
  })

  it('costs no more than the best place for one visit after the other', async () => {
    for (const { planning: of, visits } of CASES) {
      const plan = await planFor(of, visits)
      const placed: ReturnType<typeof moveOf>[] = []
      let [sum, left] = [0, 0]
      for (const visitId of visits) {
        const others = visits.filter((id) => id !== visitId && !placed.some((move) => move.visitId === id))
        const found = proposalDesk(of, travel, { moves: placed, cancels: others }).propose({ visitId, reason: 'other' }, 1)
        const best = found.ok ? found.value.proposals[0] : undefined
        if (best) placed.push(moveOf(visitId, best.spots))
        else left++
        sum += best?.exact ?? 0
      }
      expect(plan.unplaced.length).toBeLessThanOrEqual(left)
      if (plan.unplaced.length === left) expect(plan.cost).toBeLessThanOrEqual(sum + 1e-6)
    }
  })

  it('of one visit is its first proposal', async () => {
    const { planning: of, visits } = CASES[0] ?? { planning: planning(), visits: [] }
    for (const visitId of visits.slice(0, 3)) {
      const found = proposalDesk(of, travel).propose({ visitId, reason: 'other' }, 1)
      const best = found.ok ? found.value.proposals[0] : undefined
      const plan = await planFor(of, [visitId])
      expect(plan.cost).toBeCloseTo(best?.exact ?? Number.NaN, 6)
      expect(plan.proven).toBe(true)
    }
  })

  it('never gets better by a rule that is added', async () => {
    for (const { planning: of, visits } of CASES) {
      const plan = await planFor(of, visits)
      const [taken] = plan.moves
      if (!taken) continue
      const spot = taken.spots[0]
      const mine = of.visits.find((one) => one.id === taken.visitId)
      const stricter: Planning = {
        ...of,
        clients: of.clients.map((one) =>
          one.id === mine?.clientId
            ? { ...one, unwantedCaregiverIds: [...one.unwantedCaregiverIds, spot?.caregiverId ?? ''] }
            : one,
        ),
      }
      const after = await planFor(stricter, visits)
      expect(after.unplaced.length).toBeGreaterThanOrEqual(plan.unplaced.length)
      if (after.unplaced.length === plan.unplaced.length) expect(after.cost).toBeGreaterThanOrEqual(plan.cost - 1e-6)
    }
  })
})

describe('on days that are not like others', () => {
  const from = '2026-10-19'
  const two = (given: Partial<Planning>): Planning =>
    planning({ now: { date: '2026-10-19', minute: 0 }, from, to: addDays(from, 13), ...given })

  it.each([
    ['in autumn, when an hour comes twice', '2026-10-25'],
    ['in spring, when an hour is not there', '2027-03-28'],
  ])('plans through the night %s', async (_name, date) => {
    const night = everyDay('00:00', '06:00')
    const of = planning({
      now: { date: addDays(date, -2), minute: 0 },
      from: addDays(date, -1),
      to: date,
      caregivers: [caregiver('Samira', { availability: night }), caregiver('Daan', { availability: night })],
      visits: ['00:30', '01:30', '02:30', '03:30'].map((at, index) =>
        visit(`v${index}`, { client: index % 2 ? 'Verbeek' : 'Tromp', by: null, date, at, minutes: 60 }),
      ),
    })
    const plan = await planFor(of, ['v0', 'v1', 'v2', 'v3'])
    expect(plan).toMatchObject({ proven: true, unplaced: [] })
  })

  it('runs past midnight beside what stands on the day after', async () => {
    const late = everyDay('20:00', '20:00').map((span) => ({ ...span, to: 1440 + 120 }))
    const of = two({
      caregivers: [caregiver('Samira', { availability: late })],
      clients: [client('Verbeek'), client('Tromp')],
      visits: [
        visit('stands', { client: 'Tromp', by: 'Samira', date: '2026-10-21', at: '00:30', minutes: 60 }),
        visit('a', { client: 'Verbeek', by: null, date: '2026-10-20', at: '23:30', minutes: 90 }),
        visit('b', { client: 'Verbeek', by: null, date: '2026-10-20', at: '23:00', minutes: 60 }),
      ],
      to: '2026-10-20',
      from: '2026-10-20',
    })
    const plan = await planFor(of, ['a', 'b'])
    expect(plan).toMatchObject({ proven: true, unplaced: [] })
  })

  it('books nobody twice where two stretches of work overlap', async () => {
    const round = [...everyDay('00:00', '08:00'), ...everyDay('22:00', '22:00').map((span) => ({ ...span, to: 1440 + 480 }))]
    const of = two({
      from: '2026-10-20',
      to: '2026-10-21',
      caregivers: [caregiver('Samira', { availability: round })],
      visits: [
        visit('a', { client: 'Verbeek', by: null, date: '2026-10-20', at: '23:45', minutes: 240 }),
        visit('b', { client: 'Verbeek', by: null, date: '2026-10-21', at: '01:00', minutes: 240 }),
        visit('c', { client: 'Tromp', by: null, date: '2026-10-21', at: '02:00', minutes: 120 }),
      ],
    })
    const plan = await planFor(of, ['a', 'b', 'c'])
    expect(plan.proven).toBe(true)
    expect(plan.unplaced).toEqual([])
  })

  it('takes visits of one minute and of a whole day', async () => {
    const of = two({
      from: '2026-10-21',
      to: '2026-10-21',
      caregivers: [caregiver('Samira', { availability: everyDay('00:00', '24:00') }), caregiver('Daan')],
      visits: [
        visit('whole', { client: 'Verbeek', by: null, date: '2026-10-21', at: '00:00', minutes: 1440 }),
        visit('blink', { client: 'Tromp', by: null, date: '2026-10-21', at: '09:00', minutes: 1 }),
      ],
    })
    const plan = await planFor(of, ['whole', 'blink'])
    expect(plan).toMatchObject({ proven: true, unplaced: [] })
    expect(plan.moves.find((move) => move.visitId === 'blink')?.spots[0]?.caregiverId).toBe('Daan')
  })
})

describe('bad input', () => {
  const date = '2026-11-24'
  const one = (given: Partial<Planning>, minutes = 90): Planning =>
    planning({ visits: [visit('v', { client: 'Verbeek', by: null, date, at: '09:00', minutes })], ...given })
  const withService = (serviceCode: string): Planning => {
    const of = one({})
    return { ...of, visits: of.visits.map((each) => ({ ...each, parts: each.parts.map((part) => ({ ...part, serviceCode })) })) }
  }
  const together = (sync: { readonly min: number; readonly max: number }): Planning => {
    const of = one({})
    return { ...of, visits: of.visits.map((each) => ({ ...each, sync, parts: [...each.parts, ...each.parts] })) }
  }
  const faultOf = async (of: Planning, ids: readonly string[]) => {
    const result = await proposeBatch(of, ids, asked(), { solver, seed: 1, run: UNWATCHED })
    return result.ok ? null : result.fault.kind
  }

  it.each([
    ['a visit of no length', one({}, 0), ['v'], 'no-length'],
    ['a visit of less than nothing', one({}, -30), ['v'], 'no-length'],
    ['contradictory synchronisation', together({ min: 30, max: 10 }), ['v'], 'contradictory-sync'],
    ['a visit that is not there', one({}), ['v', 'w'], 'unknown-visit'],
    ['no visit at all', one({}), [], 'no-visits'],
  ] as const)('names %s', async (_name, of, ids, kind) => {
    expect(await faultOf(of, ids)).toBe(kind)
  })

  it.each([
    ['a visit of 25 hours', one({}, 1500), 'not-available'],
    ['a service code that nobody carries out', withService('XX 9'), 'unknown-service'],
    ['caregivers without availability', one({ caregivers: [caregiver('Samira', { availability: [] })] }), 'not-available'],
    ['a region without caregivers', one({ caregivers: [] }), undefined],
    [
      'a window that closes before it opens',
      one({ caregivers: [caregiver('Samira', { availability: [{ weekday: 2, from: 900, to: 600 }] })] }),
      'not-available',
    ],
    [
      'a client who never can',
      one({ clients: [client('Verbeek', { impossible: everyDay('00:00', '24:00') }), client('Tromp')] }),
      'client-impossible',
    ],
    ['a planning that is past', one({ now: { date: '2026-12-06', minute: 0 } }), 'in-the-past'],
    ['two caregivers where there is one', { ...together({ min: 0, max: 0 }), caregivers: [caregiver('Samira')] }, 'out-of-step'],
  ] as const)('finds no place for %s, and says what stopped most', async (_name, of, rule) => {
    const plan = await planFor(of, ['v'])
    expect(plan).toMatchObject({ moves: [], score: 0, cost: 0 })
    expect(plan.unplaced.map((each) => [each.visitId, each.stoppedBy[0]?.rule])).toEqual([['v', rule]])
  })

  it('ends in time with 500 visits, and says that it was cut short', async () => {
    const visits = Array.from({ length: 500 }, (_, index) =>
      visit(`v${index}`, { client: index % 2 ? 'Verbeek' : 'Tromp', by: null, date, at: '09:00', minutes: 30 }),
    )
    let asks = 0
    const run = { ...UNWATCHED, stopped: () => ++asks > 40 }
    const ids = visits.map((each) => each.id)
    const result = await proposeBatch(planning({ visits }), ids, asked(), { solver, seed: 1, run })
    if (!result.ok || result.value.kind !== 'plan') throw new Error('No plan.')
    expect(result.value).toMatchObject({ cutShort: true, proven: false })
    expect(result.value.moves.length + result.value.unplaced.length).toBe(500)
  })

  it('says of a visit that never had its turn that there is room for it, and of another what stops it', async () => {
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']
    const easy = Array.from({ length: 22 }, (_, index) =>
      visit(`v${index}`, { client: 'Tromp', by: null, date: days[index % 4] ?? date, at: '09:00', minutes: 30 }),
    )
    const part = (at: number) => ({ caregiverId: null, date, startMinute: at, minutes: 30, serviceCode: 'HV 1' })
    const pair = visit(
      'pair',
      { client: 'Tromp', by: null, date, at: '09:00' },
      { parts: [part(540), part(540)], sync: { min: 0, max: 0 } },
    )
    const strange = visit(
      'strange',
      { client: 'Tromp', by: null, date, at: '09:00' },
      { parts: [{ ...part(540), serviceCode: 'XX' }] },
    )
    const of = planning({ visits: [...easy, pair, strange], caregivers: [caregiver('Samira'), caregiver('Danny')] })
    const ids = of.visits.map((each) => each.id)
    const run = { ...UNWATCHED, stopped: () => true }
    const result = await proposeBatch(of, ids, asked(), { solver, seed: 1, run })
    if (!result.ok || result.value.kind !== 'plan') throw new Error('No plan.')
    const told = result.value.unplaced.map((each) => [each.visitId, each.stoppedBy.map((one) => one.rule)])
    expect(told.slice(0, 3)).toEqual([
      ['v20', ['out-of-time']],
      ['v21', ['out-of-time']],
      ['pair', ['out-of-time']],
    ])
    expect(told[3]).toEqual(['strange', ['unknown-service']])
    expect(result.value.unplaced[0]?.stoppedBy[0]?.count).toBeGreaterThan(0)
  })

  it('hands out nothing when it is called off', async () => {
    const run = { ...UNWATCHED, stopped: () => true, cancelled: () => true }
    const result = await proposeBatch(one({}), ['v'], asked(), { solver, seed: 1, run })
    expect(result).toEqual({ ok: true, value: { kind: 'cancelled' } })
  })

  it.each([40, 400])('hands out nothing when it is called off on its way (after %i questions), and soon', async (after) => {
    const visits = Array.from({ length: 60 }, (_, index) =>
      visit(`v${index}`, { client: index % 2 ? 'Verbeek' : 'Tromp', by: null, date, at: '09:00', minutes: 30 }),
    )
    let asks = 0
    const run = { ...UNWATCHED, stopped: () => ++asks > after, cancelled: () => asks > after }
    const ids = visits.map((each) => each.id)
    const result = await proposeBatch(planning({ visits }), ids, asked(), { solver, seed: 1, run })
    expect(result).toEqual({ ok: true, value: { kind: 'cancelled' } })
    // It was under way, and did little more than to put its work down.
    expect(asks).toBeGreaterThan(after)
    expect(asks).toBeLessThan(after + 400)
  })
})

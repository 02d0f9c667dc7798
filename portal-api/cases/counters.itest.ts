/** Counters are what the cases say, whatever happens at once and however often they are folded. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FACETS_OF_QUEUE, type Facet } from '../../shared/domain/cases.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { makeProvider } from '../../tests/support/fixtures.ts'
import { caseCounters, cases } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { foldCounters } from './fold-counters.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
})
afterAll(() => app.stop())

/** A chance that is the same each time. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const QUEUES = ['absences', 'contact-requests'] as const satisfies readonly QueueId[]

const facetsBy = (chance: (below: number) => number, queue: QueueId): Facet[] =>
  FACETS_OF_QUEUE[queue].filter(() => chance(3) === 0)

let number = 0

async function open(chance: (below: number) => number): Promise<string> {
  const queue = QUEUES[chance(2)] ?? 'absences'
  const id = newId()
  number += 1
  await app.db.insert(cases).values({
    id,
    provider: 'cordaan',
    queue,
    number: `CV-${number}`,
    subjectId: newId(),
    name: 'Mevr. C. Test',
    sortName: 'Test',
    facets: facetsBy(chance, queue),
    facts: { queue: 'contact-requests', kind: 'contact-request', subject: 'portal', excerpt: '' },
    openedAt: app.clock.now(),
    dueAt: app.clock.now(),
  })
  return id
}

/** One change of a case of this worker's own: other facets, closed, open again, or gone. */
async function change(chance: (below: number) => number, mine: string[]): Promise<void> {
  const [id] = mine.length > 0 && chance(3) > 0 ? mine.splice(chance(mine.length), 1) : []
  if (id === undefined) {
    mine.push(await open(chance))
    return
  }
  const what = chance(4)
  if (what === 0) {
    await app.db.delete(cases).where(eq(cases.id, id))
    return
  }
  mine.push(id)
  if (what === 1)
    await app.db
      .update(cases)
      .set({ facets: facetsBy(chance, 'absences') })
      .where(eq(cases.id, id))
  else if (what === 2) await app.db.update(cases).set({ status: 'closed', closedAt: app.clock.now() }).where(eq(cases.id, id))
  else await app.db.update(cases).set({ status: 'open', closedAt: null }).where(eq(cases.id, id))
}

async function kept(): Promise<Record<string, number>> {
  const { rows } = await app.db.execute<{ what: string; open: number }>(sql`
    select provider || ' ' || queue || ' ' || facet as what, sum(open)::int as open from ${caseCounters}
    group by 1 having sum(open) <> 0 order by 1`)
  return Object.fromEntries(rows.map((row) => [row.what, row.open]))
}

async function counted(): Promise<Record<string, number>> {
  const { rows } = await app.db.execute<{ what: string; open: number }>(sql`
    select provider || ' ' || queue || ' ' || facet as what, count(*)::int as open
    from ${cases}, unnest(array['*'] || facets) as facet where status = 'open' group by 1 order by 1`)
  return Object.fromEntries(rows.map((row) => [row.what, row.open]))
}

const rowsKept = () => app.db.$count(caseCounters)

describe('counters', () => {
  it.each([1, 2])('equal a recount after changes by six at once, folded in between (seed %i)', async (seed) => {
    let working = true
    const folding = (async () => {
      while (working) await foldCounters(app.db, 0)
    })()
    await Promise.all(
      Array.from({ length: 6 }, async (_, worker) => {
        const chance = chanceFrom(seed * 1000 + worker)
        const mine: string[] = []
        for (let step = 0; step < 25; step += 1) await change(chance, mine)
      }),
    )
    working = false
    await folding
    const recount = await counted()
    expect(Object.keys(recount).length).toBeGreaterThan(4)
    expect(await kept()).toEqual(recount)
    await foldCounters(app.db, 0)
    expect(await kept()).toEqual(recount)
    expect(await rowsKept()).toBe(Object.keys(recount).length)
  })

  it('are left alone while they are few', async () => {
    await app.db.delete(caseCounters)
    for (let row = 0; row < 3; row += 1)
      await app.db.insert(caseCounters).values({ provider: 'cordaan', queue: 'absences', facet: '*', open: 1 })
    await foldCounters(app.db, 3)
    expect(await rowsKept()).toBe(3)
    await foldCounters(app.db, 2)
    expect(await app.db.select().from(caseCounters)).toEqual([{ provider: 'cordaan', queue: 'absences', facet: '*', open: 3 }])
  })

  it('do not wait for a colleague’s transaction in the same queue', async () => {
    const chance = chanceFrom(7)
    const [first, second] = [await open(chance), await open(chance)]
    await app.db.transaction(async (one) => {
      await one.update(cases).set({ status: 'closed', closedAt: app.clock.now() }).where(eq(cases.id, first))
      await app.db.transaction(async (two) => {
        await two.execute(sql`set local lock_timeout = '2s'`)
        await two.update(cases).set({ status: 'closed', closedAt: app.clock.now() }).where(eq(cases.id, second))
      })
    })
  })
})

/** Clients and staff at work at the same time: nobody locks anybody up, and the counters are right at the end. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FACETS_OF_QUEUE } from '../../shared/domain/cases.ts'
import { cancel, daysOff, makeAway } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, makeCaregiver, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { eventsOf } from '../../tests/support/traces.ts'

let app: TestApp
let lead: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  lead = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'team-lead', 'Sanne Bos'))
})
afterAll(() => app.stop())

/** One client: two notices that overlap, a change, a question; meanwhile staff claim, decide and reply. */
async function oneLife(): Promise<number[]> {
  const helper = await makeCaregiver(app, 'cordaan')
  const one = await makeAway(
    app,
    'cordaan',
    daysOff('2026-11-30', '2026-12-04'),
    ['2026-11-30 09:00', '2026-12-07 09:00'],
    [helper],
  )
  const body = { ...daysOff('2026-11-25', '2026-12-08'), type: 'admission' } as const
  const answers = await Promise.all([
    callApi(one.caller, 'absences.create', { body }),
    callApi(one.caller, 'absences.change', {
      params: { id: one.noticeId },
      basedOn: 1,
      body: daysOff('2026-11-30', '2026-12-01'),
    }),
    callApi(lead, 'cases.claim', { params: { id: one.caseId }, body: {} }),
    callApi(lead, 'absences.decide', {
      params: { id: one.noticeId },
      basedOn: 1,
      body: { decisions: one.visits.slice(0, 1).map(cancel) },
    }),
    callApi(one.caller, 'contact-requests.create', { body: { subject: 'planning', message: 'Wie komt er?' } }).then(
      async (asked) => {
        if (!asked.ok) return asked
        const [changed, replied] = await Promise.all([
          callApi(one.caller, 'contact-requests.change', {
            params: { id: asked.value.id },
            basedOn: 1,
            body: { subject: 'planning', message: 'Wie komt er dan?' },
          }),
          callApi(lead, 'contact-requests.reply', { params: { id: asked.value.id }, basedOn: 1, body: { text: 'Danny.' } }),
        ])
        expect([changed.ok, replied.ok].filter(Boolean)).toHaveLength(1)
        return changed
      },
    ),
  ])
  const [created, changed, , decided] = answers
  expect(created.ok).toBe(true)
  expect([changed.ok, decided.ok].filter(Boolean)).toHaveLength(1)
  return answers.map((answer) => answer.status)
}

it('ends with every call answered, counters that equal the cases, and events without a gap', async () => {
  const statuses = (await Promise.all(Array.from({ length: 12 }, oneLife))).flat()
  expect(statuses.filter((status) => status >= 500)).toEqual([])

  const { queues } = await mustCall(lead, 'cases.counters', {})
  for (const counter of queues) {
    const counted = await app.db.execute<{ facet: string; open: number }>(sql`
      select f as facet, count(*)::int as open from cases, unnest('*'::text || facets) f
      where provider = 'cordaan' and status = 'open' and queue = ${counter.queue} group by f`)
    const open = (facet: string) => counted.rows.find((row) => row.facet === facet)?.open ?? 0
    expect(counter.open).toBe(open('*'))
    for (const facet of FACETS_OF_QUEUE[counter.queue]) expect([facet, counter.facets[facet]]).toEqual([facet, open(facet)])
  }
  const sequence = (await eventsOf(app, { provider: 'cordaan' })).map((event) => event.seq)
  expect(sequence).toEqual(sequence.map((_, index) => index + 1))
})

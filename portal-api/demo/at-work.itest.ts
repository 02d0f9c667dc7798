import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '../../shared/domain/staff.ts'
import { testClock } from '../../tests/support/clock.ts'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import type { RunningApp } from '../app.ts'
import { totpCode } from '../platform/secrets/totp.ts'
import { DEMO_PASSWORD, DEMO_STAFF, demoTotpSecret } from './accounts.ts'
import { simulateClients } from './simulation/run.ts'
import { startDemoApp } from './testing/start.ts'

const clock = testClock('2026-11-23T08:00:00.000Z')
let database: FreshDatabase
let app: RunningApp

beforeAll(async () => {
  database = await freshDatabase()
  app = await startDemoApp(database.url, clock)
}, 120_000)

afterAll(async () => {
  await app.stop()
  await database.drop()
})

/** Signs in as the demo's list says one can. Everyone's code works once, so each test takes another person or time. */
async function signIn(provider: string, role: StaffRole): Promise<Caller> {
  const person = DEMO_STAFF.find((one) => one.memberships.some((place) => place.provider === provider && place.role === role))
  if (!person) throw new Error(`The demo has no ${role} at ${provider}.`)
  clock.pass(30)
  const { ticket } = await mustCall({ url: app.url }, 'session.staff-login', {
    body: { email: person.email, password: DEMO_PASSWORD },
  })
  const { code } = totpCode(demoTotpSecret(person.email), clock.now())
  const { tokens } = await mustCall({ url: app.url }, 'session.staff-code', { body: { ticket, code, provider } })
  return { url: app.url, token: tokens.accessToken }
}

describe('the backlog as staff find it', () => {
  it.each([
    ['cordaan', 'planner', { absences: 23, 'contact-requests': 41 }],
    ['axxicom', 'planner', { absences: 23, 'contact-requests': 41 }],
    ['zuyderland', 'care-manager', { 'contact-requests': 41 }],
    ['laurens', 'team-lead', { accounts: 9 }],
    ['careflex', 'team-lead', { 'contact-requests': 41, accounts: 9 }],
  ] as const)('at %s a %s has these queues', async (provider, role, expected) => {
    const { queues } = await mustCall(await signIn(provider, role), 'cases.counters', {})
    expect(Object.fromEntries(queues.map((queue) => [queue.queue, queue.open]))).toEqual(expected)
  })

  it('opens every case of every queue, with facts that agree with what is behind them', async () => {
    for (const provider of ['cordaan', 'zuyderland', 'careflex'] as const) {
      const lead = await signIn(provider, 'team-lead')
      const { queues } = await mustCall(lead, 'cases.counters', {})
      for (const { queue } of queues) {
        const { rows } = await mustCall(lead, 'cases.list', { params: { queue }, query: { limit: 100 } })
        for (const row of rows) {
          const opened = await mustCall(lead, 'cases.open', { params: { id: row.id } })
          expect(opened.version).toBe(row.version)
          if (opened.subject.queue === 'absences' && row.facts.queue === 'absences') {
            // What lies behind now was hit when it was told, and is no longer decided on.
            expect(opened.subject.affected.length).toBeLessThanOrEqual(row.facts.visitCount)
            expect(opened.subject.notice.startDate).toBe(row.facts.notice.startDate)
          }
          if (opened.subject.queue === 'contact-requests' && row.facts.queue === 'contact-requests')
            expect(opened.subject.request.message.startsWith(row.facts.excerpt.slice(0, 20))).toBe(true)
        }
      }
    }
  }, 120_000)

  it('has account trouble of which the doctor finds the cause', async () => {
    const causes: Record<string, (string | null)[]> = {}
    for (const provider of ['cordaan', 'zuyderland', 'laurens', 'careflex'] as const) {
      const helpdesk = await signIn(provider, provider === 'laurens' ? 'team-lead' : 'helpdesk')
      const { rows } = await mustCall(helpdesk, 'cases.list', { params: { queue: 'accounts' }, query: { sort: 'opened' } })
      for (const row of rows.reverse()) {
        if (row.facts.queue !== 'accounts') throw new Error('Another queue.')
        const account = await mustCall(helpdesk, 'accounts.open', { params: { id: row.facts.portalUserId } })
        causes[provider] = [...(causes[provider] ?? []), account.diagnosis.cause]
        expect(account.timeline.every((line) => line.at <= clock.now().toISOString())).toBe(true)
      }
    }
    // Newest first. Null: nothing of the account is in the way, only what the caller lost (a letter, an authenticator).
    expect(causes).toEqual({
      cordaan: ['blocked', null, 'blocked', 'email', 'blocked', null, 'blocked', 'email', null],
      zuyderland: ['blocked', 'code', 'rights', 'invitation', 'blocked', 'mobile', 'code', 'email', 'invitation'],
      laurens: ['blocked', 'code', 'care-ended', 'invitation', 'blocked', 'mobile', 'mobile', 'email', 'invitation'],
      careflex: [null, 'blocked', 'rights', 'blocked', 'invitation', 'email', 'email', null, 'invitation'],
    })
  }, 60_000)

  it('does not let a planner of cordaan see the accounts', async () => {
    const planner = await signIn('cordaan', 'planner')
    const answer = await callApi(planner, 'cases.list', { params: { queue: 'accounts' }, query: {} })
    expect(answer.status).toBe(403)
  })
})

const DEEDS = [
  'logged-in',
  'device-verified',
  'notice-sent',
  'question-sent',
  'message-sent',
  'signal-written',
  'appointment-planned',
  'project-question-sent',
] as const

describe('the simulated clients', () => {
  it('log in, verify devices, send and revise, all over the public API, and stop in time', async () => {
    const lines: string[] = []
    const stop = new AbortController()
    const open = async () =>
      (await app.connection.pool.query(`select sum(open)::int as n from case_counters where facet = '*'`)).rows[0].n as number
    const before = await open()
    const statistics = await simulateClients({
      url: app.url,
      rate: 300,
      lasts: 60_000,
      stop: stop.signal,
      now: () => clock.now(),
      progress: (line) => {
        lines.push(line)
        if (DEEDS.every((deed) => line.includes(deed))) stop.abort()
      },
      seed: 1,
    })
    expect(statistics.faults).toBe(0)
    for (const deed of DEEDS) expect(statistics.deeds.get(deed) ?? 0).toBeGreaterThan(0)
    expect(stop.signal.aborted).toBe(true)
    expect(await open()).toBeGreaterThan(before)
    expect(lines.at(-1)).toBe(statistics.line())
  }, 120_000)

  it('do nothing once they were told to stop', async () => {
    const stop = new AbortController()
    stop.abort()
    const statistics = await simulateClients({
      url: app.url,
      rate: 60,
      lasts: null,
      stop: stop.signal,
      now: () => clock.now(),
      progress: () => undefined,
      seed: 1,
    })
    expect(statistics.visits).toBe(0)
  })
})

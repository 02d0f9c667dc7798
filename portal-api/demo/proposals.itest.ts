/** What a planner of the demo sees: visits of open notices have good places, for different reasons. */
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absencePeriod } from '../../shared/domain/absences.ts'
import { testClock } from '../../tests/support/clock.ts'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Caller, mustCall } from '../../tests/support/http.ts'
import { hitsAhead } from '../absences/hits.ts'
import { fieldsOf, plannedAround } from '../absences/rows.ts'
import type { RunningApp } from '../app.ts'
import { absences, caregiverAbsences, sessions, staff } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { signAccessToken } from '../platform/secrets/access-token.ts'
import { startDemoApp } from './testing/start.ts'

const clock = testClock('2026-11-23T08:00:00.000Z')
let database: FreshDatabase
let app: RunningApp
let planner: Caller

beforeAll(async () => {
  database = await freshDatabase()
  app = await startDemoApp(database.url, clock)
  const { db } = app.connection
  const [rik] = await db.select().from(staff).where(eq(staff.email, 'rik.jansma@cordaan.example'))
  const id = newId()
  const now = clock.now()
  const expires = new Date(now.getTime() + 86_400_000)
  await db.insert(sessions).values({
    id,
    provider: 'cordaan',
    staffId: rik?.id ?? '',
    refreshHash: id,
    rotatedAt: now,
    refreshExpiresAt: expires,
    createdAt: now,
    confirmedAt: now,
  })
  planner = { url: app.url, token: (await signAccessToken(id, app.services.accessKey, now)).token }
}, 120_000)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

describe('the demo', () => {
  it('has places to propose for the visits of its open notices', async () => {
    const { db } = app.connection
    const open = await db
      .select()
      .from(absences)
      .where(and(eq(absences.provider, 'cordaan'), eq(absences.status, 'open')))
      .orderBy(asc(absences.id))
      .limit(12)
    const hit = await db.transaction(async (tx) => {
      const visits = []
      for (const notice of open) {
        const period = absencePeriod(fieldsOf(notice))
        visits.push(...hitsAhead(period, await plannedAround(tx, notice.clientId, period, clock.now()), clock.now()).slice(0, 1))
      }
      return visits
    })
    expect(hit.length).toBeGreaterThan(5)
    const rules = new Set<string>()
    let placed = 0
    for (const visit of hit) {
      const { proposals } = await mustCall(planner, 'rescheduling.proposals', {
        body: { visitId: visit.id, reason: 'client-asked' },
      })
      if (proposals.length > 0) placed += 1
      for (const one of proposals) for (const part of one.parts) rules.add(part.rule)
    }
    expect(placed).toBeGreaterThan(hit.length * 0.7)
    for (const rule of ['travel', 'new-caregiver', 'time-shift', 'day-moved']) expect(rules).toContain(rule)
  })

  it('has a caregiver who called in ill, with visits to be placed', async () => {
    const { absences: away } = await mustCall(planner, 'rescheduling.absences', {})
    expect(away.map((one) => one.kind)).toEqual(['ill', 'leave'])
    expect(away[0]?.visits).toBeGreaterThan(2)
    const [ill] = await app.connection.db
      .select()
      .from(caregiverAbsences)
      .where(eq(caregiverAbsences.id, away[0]?.id ?? ''))
    expect(ill?.fromDate).toBe('2026-11-23')
  })
})

/** Old rows are cleared, and no others. */
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { makeClient, makeProvider } from '../../tests/support/fixtures.ts'
import { makeLoginUser } from '../../tests/support/log-in.ts'
import { attemptCounters, events, formerAddresses, idempotencyKeys, loginTickets, portalUsers } from '../db/schema/index.ts'
import { newId } from './ids.ts'
import { clearOld } from './janitor.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens')
})
afterAll(() => app.stop())

describe('the janitor', () => {
  it('clears what has served its time, to the day, and nothing younger', async () => {
    const now = app.clock.now()
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
    const user = await makeLoginUser(app, await makeClient(app, 'laurens'))
    const pairs = { young: 0.5, old: 1.5 }
    await app.db.insert(events).values([
      { provider: 'laurens', seq: 1, type: 'client.changed', at: ago(7.5) },
      { provider: 'laurens', seq: 2, type: 'client.changed', at: ago(6.5) },
    ])
    for (const [name, days] of Object.entries(pairs)) {
      await app.db.insert(attemptCounters).values({ key: name, count: 1, windowStart: ago(days) })
      await app.db.insert(loginTickets).values({
        id: newId(),
        tokenHash: name,
        step: 'device',
        portalUserId: user.id,
        createdAt: ago(days),
        expiresAt: ago(days),
      })
      await app.db.insert(idempotencyKeys).values({
        provider: 'laurens',
        actorId: user.id,
        requestId: newId(),
        route: name,
        bodyHash: '',
        createdAt: ago(days * 60),
      })
    }
    await app.db
      .update(portalUsers)
      .set({ email: 'b@post.example', emailSince: ago(31) })
      .where(eq(portalUsers.id, user.id))
    await app.db
      .update(portalUsers)
      .set({ email: 'c@post.example', emailSince: ago(6) })
      .where(eq(portalUsers.id, user.id))

    await clearOld(app.db, now)
    expect((await app.db.select().from(events).where(eq(events.provider, 'laurens'))).map((row) => row.seq)).toEqual([2])
    const keys = ['young', 'old']
    expect((await app.db.select().from(attemptCounters).where(inArray(attemptCounters.key, keys))).map((row) => row.key)).toEqual(
      ['young'],
    )
    expect(
      (await app.db.select().from(loginTickets).where(inArray(loginTickets.tokenHash, keys))).map((row) => row.tokenHash),
    ).toEqual(['young'])
    expect(
      (await app.db.select().from(idempotencyKeys).where(inArray(idempotencyKeys.route, keys))).map((row) => row.route),
    ).toEqual(['young'])
    const former = await app.db
      .select({ address: formerAddresses.address })
      .from(formerAddresses)
      .where(and(eq(formerAddresses.portalUserId, user.id)))
    expect(former).toEqual([{ address: 'b@post.example' }])
  })
})

/** What runs beside the requests: messages handed out once, old rows cleared and no others. */
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { makeClient, makeProvider } from '../../../tests/support/fixtures.ts'
import { makeLoginUser } from '../../../tests/support/log-in.ts'
import { connect } from '../../db/database.ts'
import {
  attemptCounters,
  deliveries,
  events,
  formerAddresses,
  idempotencyKeys,
  loginTickets,
  portalUsers,
} from '../../db/schema/index.ts'
import { newId } from '../ids.ts'
import { clearOld } from '../janitor.ts'
import { queueDelivery } from './queue.ts'
import { type Delivery, deliverDue } from './worker.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens')
})
afterAll(() => app.stop())

async function queue(count: number, more: { holdsSecret?: boolean; notBefore?: Date } = {}): Promise<string[]> {
  const addresses = Array.from({ length: count }, newId)
  await app.db.transaction(async (tx) => {
    for (const to of addresses) {
      await queueDelivery(tx, 'laurens', { channel: 'email', to, template: 'test', body: 'geheim', ...more }, app.clock.now())
    }
  })
  return addresses
}
const rowsOf = (addresses: string[]) => app.db.select().from(deliveries).where(inArray(deliveries.toAddress, addresses))

describe('delivery', () => {
  it('hands each message to the channel once, also with two workers, and empties what held a secret', async () => {
    const addresses = await queue(60, { holdsSecret: true })
    const sent: string[] = []
    const channel = {
      async send(message: Delivery) {
        sent.push(message.toAddress)
        return 'sent' as const
      },
    }
    const other = connect(app.databaseUrl)
    try {
      const taken = await Promise.all([
        deliverDue(app.db, channel, app.clock.now()),
        deliverDue(other.db, channel, app.clock.now()),
      ])
      expect(taken.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60)
      while ((await deliverDue(app.db, channel, app.clock.now())) > 0);
    } finally {
      await other.close()
    }
    expect(sent.sort()).toEqual(addresses.sort())
    for (const row of await rowsOf(addresses)) expect(row).toMatchObject({ status: 'sent', body: '', attempts: 1 })
  })

  it('what is not due yet waits; what a channel could not take is tried again', async () => {
    const [later] = await queue(1, { notBefore: new Date(app.clock.now().getTime() + 15_000) })
    const broken = { send: () => Promise.reject(new Error('no connection')) }
    expect(await deliverDue(app.db, broken, app.clock.now())).toBe(0)
    app.clock.pass(15)
    await expect(deliverDue(app.db, broken, app.clock.now())).rejects.toThrow('no connection')
    expect(await rowsOf([later ?? ''])).toMatchObject([{ status: 'queued', attempts: 0 }])
    expect(await deliverDue(app.db, { send: async () => 'sent' }, app.clock.now())).toBe(1)
    expect(await rowsOf([later ?? ''])).toMatchObject([{ status: 'sent', body: 'geheim' }])
  })
})

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

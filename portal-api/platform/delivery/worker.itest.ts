/** Messages leave once each, whatever falls over in between; what cannot be handed over is tried again on a known schedule. */
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { testWorker } from '../../../tests/support/delivery.ts'
import { makeProvider } from '../../../tests/support/fixtures.ts'
import { connect } from '../../db/database.ts'
import { deliveries } from '../../db/schema/index.ts'
import type { NewDelivery } from '../context.ts'
import { newId } from '../ids.ts'
import { takeNext } from './attempt.ts'
import { backlogOf } from './backlog.ts'
import { type DeliveryChannel, demoChannels, type Failed, type Outgoing } from './channel.ts'
import { bodyOf, queueDelivery } from './queue.ts'
import { MAX_ATTEMPTS } from './schedule.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'laurens')
})
afterAll(() => app.stop())
beforeEach(() => app.db.delete(deliveries))

const LEASE_SECONDS = 300
/** A busy machine is no failure. */
const PATIENT = { timeout: 20_000 }

async function queue(count: number, more: Partial<NewDelivery> = {}): Promise<string[]> {
  const addresses = Array.from({ length: count }, newId)
  await app.db.transaction(async (tx) => {
    for (const to of addresses) {
      const message = { channel: 'email', to, template: 'test', body: 'Uw code is 123456.', ...more } as const
      await queueDelivery(tx, app.services, 'laurens', message, app.clock.now())
    }
  })
  return addresses
}
const rowsOf = (addresses: string[]) => app.db.select().from(deliveries).where(inArray(deliveries.toAddress, addresses))
async function rowOf(address: string) {
  const [row] = await rowsOf([address])
  if (!row) throw new Error(`Nothing was queued for ${address}.`)
  return row
}

/** A channel that remembers what it got; `then` says how each ends. */
function remembering(then: (message: Outgoing) => Promise<unknown> | unknown = () => undefined) {
  const sent: Outgoing[] = []
  const channel: DeliveryChannel = {
    async send(message) {
      sent.push(message)
      return ((await then(message)) ?? { kind: 'sent' }) as { kind: 'sent' }
    },
  }
  return { sent, channel }
}
const temporary: Failed = { kind: 'temporary', failure: 'unreachable', error: 'ECONNECTION' }
const permanent: Failed = { kind: 'permanent', failure: 'address-refused', error: '550 5.1.1 RCPT TO' }

describe('a message', () => {
  it('is handed over once, also with two processes at work at the same time', async () => {
    const addresses = await queue(60)
    const { sent, channel } = remembering(() => new Promise((done) => setImmediate(done)))
    const other = connect(app.databaseUrl)
    try {
      const workers = [testWorker(app, { email: channel }), testWorker(app, { email: channel }, { db: other.db })]
      await Promise.all(workers.map((one) => one.drain()))
    } finally {
      await other.close()
    }
    expect(sent.map((one) => one.to).sort()).toEqual(addresses.sort())
    for (const row of await rowsOf(addresses)) expect(row).toMatchObject({ status: 'sent', attempts: 1, leasedUntil: null })
  })

  it('waits until it is due', async () => {
    const [later = ''] = await queue(1, { notBefore: new Date(app.clock.now().getTime() + 15_000) })
    const { sent, channel } = remembering()
    await testWorker(app, { email: channel }).drain()
    expect(sent).toEqual([])
    app.clock.pass(15)
    await testWorker(app, { email: channel }).drain()
    expect(await rowOf(later)).toMatchObject({ status: 'sent', sentAt: app.clock.now(), body: 'Uw code is 123456.' })
  })

  it('waits in its table while no way out is set, and says so', async () => {
    await queue(2)
    await queue(1, { channel: 'letter' })
    app.clock.pass(90)
    await testWorker(app, {}).drain()
    expect(await backlogOf(app.db, app.clock.now())).toEqual([
      { channel: 'email', waiting: 2, failed: 0, oldestDueSeconds: 90 },
      { channel: 'sms', waiting: 0, failed: 0, oldestDueSeconds: 0 },
      { channel: 'letter', waiting: 1, failed: 0, oldestDueSeconds: 90 },
    ])
  })

  it('on paper is left to people', async () => {
    const [letter = ''] = await queue(1, { channel: 'letter', holdsSecret: true })
    await testWorker(app, demoChannels).drain()
    expect(await rowOf(letter)).toMatchObject({ status: 'queued', attempts: 0 })
  })

  it('stays readable in the demo, which shows it', async () => {
    const [shown = ''] = await queue(1)
    await testWorker(app, demoChannels).drain()
    expect(await rowOf(shown)).toMatchObject({ status: 'shown', body: 'Uw code is 123456.' })
  })
})

describe('a message with a secret', () => {
  it('is sealed until it is sent, goes out readable, and is emptied', async () => {
    const [address = ''] = await queue(1, { holdsSecret: true })
    const before = await rowOf(address)
    expect(before.body).not.toContain('123456')
    expect(bodyOf(before, app.services.box)).toBe('Uw code is 123456.')
    const { sent, channel } = remembering()
    await testWorker(app, { email: channel }).drain()
    expect(sent[0]?.body).toBe('Uw code is 123456.')
    expect(await rowOf(address)).toMatchObject({ status: 'sent', body: '' })
  })

  it('is emptied as well when it is given up', async () => {
    const [address = ''] = await queue(1, { holdsSecret: true })
    await testWorker(app, { email: remembering(() => permanent).channel }).drain()
    expect(await rowOf(address)).toMatchObject({ status: 'failed', body: '' })
  })

  it('goes before the others, for somebody is waiting for it', async () => {
    await queue(8)
    app.clock.pass(1)
    const [code = ''] = await queue(1, { holdsSecret: true })
    const { sent, channel } = remembering()
    await testWorker(app, { email: channel }).drain()
    expect(sent[0]?.to).toBe(code)
  })

  it('is not sent once what it holds has lost its worth', async () => {
    const [address = ''] = await queue(1, { holdsSecret: true, validMinutes: 10 })
    const { sent, channel } = remembering(() => temporary)
    // 10, 20, 40, 80 and 160 seconds are over after 5 min 10 s; the next wait of 320 s would end too late.
    for (const wait of [0, 10, 20, 40, 80, 160]) {
      app.clock.pass(wait)
      await testWorker(app, { email: channel }).drain()
    }
    expect(sent).toHaveLength(6)
    expect(await rowOf(address)).toMatchObject({ status: 'failed', lastFailure: 'unreachable', body: '' })

    const [asleep = ''] = await queue(1, { holdsSecret: true, validMinutes: 10 })
    app.clock.pass(601)
    await testWorker(app, { email: channel }).drain()
    expect(sent).toHaveLength(6)
    expect(await rowOf(asleep)).toMatchObject({ status: 'failed', lastFailure: 'too-late', body: '' })
  })
})

describe('a message that could not be handed over', () => {
  it('is tried again on the schedule, under the same id, and given up after the last try', async () => {
    const [address = ''] = await queue(1)
    const failed: string[] = []
    const { sent, channel } = remembering(() => temporary)
    const worker = testWorker(app, { email: channel }, { onFailed: async (_tx, message) => void failed.push(message.toAddress) })
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await worker.drain()
      expect(sent).toHaveLength(attempt)
      const row = await rowOf(address)
      if (attempt === MAX_ATTEMPTS) break
      expect(row).toMatchObject({ status: 'queued', attempts: attempt, lastFailure: 'unreachable', lastError: 'ECONNECTION' })
      app.clock.set(new Date(row.notBefore.getTime() - 1))
      await worker.drain()
      expect(sent).toHaveLength(attempt)
      app.clock.set(row.notBefore)
    }
    expect(await rowOf(address)).toMatchObject({ status: 'failed', attempts: MAX_ATTEMPTS, body: 'Uw code is 123456.' })
    expect(failed).toEqual([address])
    expect(new Set(sent.map((one) => one.id)).size).toBe(1)
    app.clock.pass(7 * 86_400)
    await worker.drain()
    expect(sent).toHaveLength(MAX_ATTEMPTS)
  })

  it('waits as long as the other side asks', async () => {
    const [address = ''] = await queue(1)
    await testWorker(app, { email: remembering(() => ({ ...temporary, waitMs: 120_000 })).channel }).drain()
    expect((await rowOf(address)).notBefore).toEqual(new Date(app.clock.now().getTime() + 120_000))
  })

  it('is given up at once when it is refused for good, and what follows from it is one transaction with that', async () => {
    const [address = ''] = await queue(1)
    const { sent, channel } = remembering(() => permanent)
    let away = true
    const worker = testWorker(
      app,
      { email: channel },
      {
        onFailed: async () => {
          if (away) throw new Error('the database is away')
        },
      },
    )
    await worker.drain()
    expect(await rowOf(address)).toMatchObject({ status: 'sending' })
    away = false
    await worker.drain()
    // What became of it was known all the time: it is written down, and not sent again.
    expect(sent).toHaveLength(1)
    expect(await rowOf(address)).toMatchObject({ status: 'failed', attempts: 1, lastFailure: 'address-refused' })
  })

  it('holds up no other: the rest goes while one hangs and one fails in an unexpected way', async () => {
    const [hangs = '', breaks = '', ...others] = await queue(40)
    let release: (value: undefined) => void = () => undefined
    const held = new Promise<undefined>((done) => {
      release = done
    })
    const { sent, channel } = remembering(async (message) => {
      if (message.to === breaks) throw new TypeError('a bug')
      return message.to === hangs ? held : undefined
    })
    const worker = testWorker(app, { email: channel })
    const drained = worker.drain()
    await expect
      .poll(async () => (await rowsOf(others)).filter((row) => row.status === 'sent').length, PATIENT)
      .toBe(others.length)
    expect(await rowOf(hangs)).toMatchObject({ status: 'sending' })
    // Also what comes in while one hangs.
    const [fresh = ''] = await queue(1)
    worker.poke()
    await expect.poll(async () => (await rowOf(fresh)).status, PATIENT).toBe('sent')
    release(undefined)
    await drained
    expect(await rowOf(hangs)).toMatchObject({ status: 'sent' })
    expect(await rowOf(breaks)).toMatchObject({ status: 'queued', attempts: 1, lastFailure: 'unreachable', lastError: 'fault' })
    expect(sent).toHaveLength(41)
  })
})

describe('a process that dies', () => {
  it('before the message left loses none: after the lease another takes it up', async () => {
    const [address = ''] = await queue(1)
    expect(await takeNext(app.db, 'email', app.clock.now())).toMatchObject({ toAddress: address, status: 'sending' })
    const { sent, channel } = remembering()
    const worker = testWorker(app, { email: channel })
    app.clock.pass(LEASE_SECONDS - 1)
    await worker.drain()
    expect(sent).toEqual([])
    app.clock.pass(1)
    await worker.drain()
    expect(await rowOf(address)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('between sending and writing it down sends under the same id again, and never a third time', async () => {
    const [address = ''] = await queue(1)
    const { sent, channel } = remembering()
    const taken = await takeNext(app.db, 'email', app.clock.now())
    await channel.send({ id: taken?.id ?? '', from: '', to: address, subject: '', body: '' }, app.clock.now())
    app.clock.pass(LEASE_SECONDS)
    for (let round = 0; round < 3; round += 1) await testWorker(app, { email: channel }).drain()
    expect(sent.map((one) => one.id)).toEqual([taken?.id, taken?.id])
    expect(await rowOf(address)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('and comes back late does not undo what another attempt wrote down', async () => {
    const [address = ''] = await queue(1)
    let wake: (value: unknown) => void = () => undefined
    const asleep = testWorker(app, {
      email: remembering(
        () =>
          new Promise((done) => {
            wake = done
          }),
      ).channel,
    })
    const late = asleep.drain()
    await expect.poll(async () => (await rowOf(address)).status, PATIENT).toBe('sending')
    app.clock.pass(LEASE_SECONDS)
    await testWorker(app, { email: remembering().channel }).drain()
    wake(permanent)
    await late
    expect(await rowOf(address)).toMatchObject({ status: 'sent', attempts: 2, lastFailure: null })
  })

  it('of it each time does so a known number of times', async () => {
    const [address = ''] = await queue(1)
    for (let death = 0; death < MAX_ATTEMPTS; death += 1) {
      expect(await takeNext(app.db, 'email', app.clock.now())).not.toBeNull()
      app.clock.pass(LEASE_SECONDS)
    }
    const { sent, channel } = remembering()
    await testWorker(app, { email: channel }).drain()
    expect(sent).toEqual([])
    expect(await rowOf(address)).toMatchObject({ status: 'failed' })
    expect((await backlogOf(app.db, app.clock.now()))[0]).toMatchObject({ waiting: 0, failed: 1 })
  })

  it('gracefully takes nothing more, and leaves the rest as it was', async () => {
    const addresses = await queue(10)
    const worker = testWorker(app, { email: remembering(() => void worker.stop()).channel })
    worker.poke()
    await expect.poll(async () => (await rowsOf(addresses)).some((row) => row.status === 'sent'), PATIENT).toBe(true)
    await worker.stop()
    const statuses = (await rowsOf(addresses)).map((row) => row.status)
    expect(statuses).not.toContain('sending')
    expect(statuses.filter((status) => status === 'queued').length).toBeGreaterThan(0)
    await app.db.delete(deliveries).where(eq(deliveries.status, 'queued'))
  })
})

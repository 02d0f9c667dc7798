/** One call, one transaction: change, event, audit line and kept answer together or not at all (decisions 5, 6, 7). */
import { createHash, randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Route, route } from '../../shared/api/route.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { auditEntries, deliveries, events, idempotencyKeys, systemMeta } from '../db/schema/index.ts'
import type { Context, Handler } from './context.ts'
import { newId } from './ids.ts'
import { type Call, run } from './run.ts'

const write = route({
  name: 'test.write',
  method: 'POST',
  path: '/v1/test',
  who: { kind: 'staff', roles: ['planner'] },
  summary: 'Writes a value',
  body: z.strictObject({ value: z.string() }),
  output: z.object({ value: z.string() }),
  status: 201,
  requestId: 'required',
  basedOn: 'none',
  offline: 'never',
  audit: { action: 'update', object: 'test' },
  problems: ['not-open'],
})

let app: TestApp
let staffId: string

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  staffId = (await makeStaff(app, 'cordaan', 'planner')).id
})
afterAll(() => app.stop())

function callOf(value: string, requestId: string = randomUUID(), more: Partial<Call> = {}): Call {
  return {
    route: write,
    params: undefined,
    query: undefined,
    body: { value },
    actor: {
      kind: 'staff',
      provider: 'cordaan',
      sessionId: newId(),
      staffId,
      name: 'Noor',
      role: 'planner',
      confirmedAt: app.clock.now(),
    },
    provider: 'cordaan',
    profile: null,
    basedOn: undefined,
    requestId,
    lang: 'nl',
    trace: randomUUID(),
    address: '127.0.0.1',
    workstation: 'Balie 3',
    ...more,
  }
}

/** Writes everything a handler can write, under a key of its own. */
async function writeAll(c: Context<Route>, key: string): Promise<void> {
  const { value } = c.body as unknown as { value: string }
  await c.tx.insert(systemMeta).values({ key, value })
  c.emit({ type: 'client.changed', subjectId: newId() })
  c.audit({ objectId: key, details: { wrote: true } })
  await c.deliver({ channel: 'email', to: key, template: 'test', body: 'x' })
}

const go = (call: Call, handler: Handler<Route>) => run(app.db, app.services, call, handler)
const left = async (key: string) => ({
  value: (await app.db.select().from(systemMeta).where(eq(systemMeta.key, key)))[0]?.value ?? null,
  messages: (await app.db.select().from(deliveries).where(eq(deliveries.toAddress, key))).length,
  audit: (await linesAbout(key)).filter((row) => row.details['repeat'] !== true).map((row) => [row.outcome, row.problem]),
})
const linesAbout = (key: string) =>
  app.db.select().from(auditEntries).where(eq(auditEntries.objectId, key)).orderBy(auditEntries.id)
const eventCount = async () => (await app.db.select({ seq: events.seq }).from(events)).length

describe('a call that goes well', () => {
  it('commits change, event, message, audit line and answer together', async () => {
    const key = newId()
    const before = await eventCount()
    const call = callOf('one')
    const answer = await go(call, async (c) => {
      await writeAll(c, key)
      return { value: 'one', secret: 'not in the schema' }
    })
    expect(answer).toEqual({ ok: true, status: 201, value: { value: 'one' } })
    expect(await left(key)).toEqual({ value: 'one', messages: 1, audit: [['ok', null]] })
    expect(await eventCount()).toBe(before + 1)
    const [line] = await app.db.select().from(auditEntries).where(eq(auditEntries.objectId, key))
    expect(line).toMatchObject({
      provider: 'cordaan',
      action: 'update',
      object: 'test',
      actorKind: 'staff',
      actorId: staffId,
      role: 'planner',
      workstation: 'Balie 3',
      trace: call.trace,
      details: { route: 'test.write', wrote: true },
    })
  })
})

describe('a repeat of the same request id', () => {
  it('gets the first answer, and leaves nothing of its own', async () => {
    const key = newId()
    const call = callOf('one')
    let ran = 0
    const handler: Handler<Route> = async (c) => {
      ran += 1
      await writeAll(c, ran === 1 ? key : `${key}-again`)
      return { value: `run ${ran}` }
    }
    const first = await go(call, handler)
    const before = await eventCount()
    expect(await go({ ...call, trace: randomUUID() }, handler)).toEqual(first)
    expect(first).toMatchObject({ value: { value: 'run 1' } })
    expect(await left(key)).toEqual({ value: 'one', messages: 1, audit: [['ok', null]] })
    expect(await left(`${key}-again`)).toEqual({ value: null, messages: 0, audit: [] })
    expect(await eventCount()).toBe(before)
  })

  it('gets the first answer whatever its handler meets: a refusal, or a fall', async () => {
    const call = callOf('one')
    await go(call, async () => ({ value: 'done' }))
    const done = { ok: true, status: 201, value: { value: 'done' } }
    expect(await go(call, async (c) => c.fail('not-open'))).toEqual(done)
    expect(await go(call, async (c) => c.fail('not-open', {}, { commit: true }))).toEqual(done)
    expect(await go(call, async (c) => ({ value: String((await c.tx.execute(sql`select 1 / 0`)).rowCount) }))).toEqual(done)
  })

  it('NEN 7513: is logged as a look at what the first one was about, by whoever repeats it and when', async () => {
    app.clock.pass(1)
    const key = newId()
    const clientId = newId()
    const call = callOf('one')
    const first = await go(call, async (c) => {
      await writeAll(c, key)
      c.audit({ clientId })
      return { value: 'done' }
    })
    app.clock.pass(60)
    const repeat = { ...call, trace: randomUUID() }
    expect(await go(repeat, async () => ({ value: 'again' }))).toEqual(first)
    const [done, looked, ...more] = await linesAbout(key)
    expect(more).toEqual([])
    expect(done).toMatchObject({ action: 'update', outcome: 'ok', clientId })
    expect(looked).toMatchObject({
      action: 'read',
      object: 'test',
      outcome: 'ok',
      clientId,
      actorId: staffId,
      trace: repeat.trace,
      at: app.clock.now(),
      details: { route: 'test.write', repeat: true },
    })
  })

  it('of a refusal that was kept is logged as refused', async () => {
    app.clock.pass(1)
    const key = newId()
    const call = callOf('one')
    const handler: Handler<Route> = async (c) => {
      await writeAll(c, key)
      return c.fail('code-wrong', { left: 4 }, { commit: true })
    }
    await go(call, handler)
    await go(call, handler)
    expect((await linesAbout(key)).map((row) => [row.action, row.outcome, row.problem])).toEqual([
      ['update', 'refused', 'code-wrong'],
      ['read', 'refused', 'code-wrong'],
    ])
  })

  it('of many at once, one is done and all get its answer', async () => {
    const key = newId()
    const call = callOf('many')
    const before = await eventCount()
    let ran = 0
    const handler: Handler<Route> = async (c) => {
      ran += 1
      const mine = ran
      await writeAll(c, `${key}-${mine}`)
      await c.tx.execute(sql`select pg_sleep(0.05)`)
      return { value: `run ${mine}` }
    }
    const answers = await Promise.all(Array.from({ length: 12 }, () => go(call, handler)))
    const [first] = answers
    if (!first?.ok) throw new Error('The first was refused.')
    for (const answer of answers) expect(answer).toEqual(first)
    const traces = await Promise.all(Array.from({ length: ran }, (_, n) => left(`${key}-${n + 1}`)))
    const done = traces.flatMap(({ value }, n) => (value === null ? [] : [`run ${n + 1}`]))
    expect(done).toEqual([(first.value as { value: string }).value])
    expect(traces.map(({ messages, audit }) => messages + audit.length).filter((count) => count > 0)).toEqual([2])
    expect(await eventCount()).toBe(before + 1)
  })

  it('with another body, or on another route, is refused', async () => {
    const call = callOf('one')
    const handler: Handler<Route> = async () => ({ value: 'x' })
    await go(call, handler)
    const tried = { ...call, body: { value: 'two' }, trace: randomUUID() }
    expect(await go(tried, handler)).toMatchObject({ ok: false, problem: { code: 'request-id-reused' } })
    const lines = await app.db.select().from(auditEntries).where(eq(auditEntries.trace, tried.trace))
    expect(lines).toMatchObject([{ action: 'update', outcome: 'refused', problem: 'request-id-reused' }])
    const elsewhere = { ...write, name: 'test.other' }
    expect(await go({ ...call, route: elsewhere }, handler)).toMatchObject({ ok: false, problem: { code: 'request-id-reused' } })
  })

  it('is somebody else’s request when another person makes it', async () => {
    const call = callOf('one')
    const other = await makeStaff(app, 'cordaan', 'planner')
    let ran = 0
    const handler: Handler<Route> = async () => {
      ran += 1
      return { value: String(ran) }
    }
    await go(call, handler)
    const actor = call.actor.kind === 'staff' ? { ...call.actor, staffId: other.id } : call.actor
    expect(await go({ ...call, actor }, handler)).toMatchObject({ ok: true, value: { value: '2' } })
  })
})

describe('what was asked', () => {
  const plainHash = (value: string) =>
    createHash('sha256')
      .update(JSON.stringify({ basedOn: null, body: { value }, params: null, query: null }))
      .digest('hex')
  const keptOf = (call: Call) => eq(idempotencyKeys.requestId, call.requestId ?? '')

  it('ASVS 11.4.2: is kept as a keyed hash: a password in it cannot be guessed at from the table', async () => {
    const call = callOf('Zilver!Meeuw27Kade')
    await go(call, async () => ({ value: 'x' }))
    const [kept] = await app.db.select().from(idempotencyKeys).where(keptOf(call))
    expect(kept?.bodyHash).toMatch(/^[0-9a-f]{64}$/)
    expect(kept?.bodyHash).not.toBe(plainHash('Zilver!Meeuw27Kade'))
  })

  it('that a version before kept with a plain hash is still known as the same', async () => {
    const call = callOf('one')
    await go(call, async () => ({ value: 'first' }))
    await app.db
      .update(idempotencyKeys)
      .set({ bodyHash: plainHash('one') })
      .where(keptOf(call))
    expect(await go(call, async () => ({ value: 'second' }))).toMatchObject({ ok: true, value: { value: 'first' } })
    expect(await go({ ...call, body: { value: 'two' } }, async () => ({ value: 'x' }))).toMatchObject({
      problem: { code: 'request-id-reused' },
    })
  })
})

describe('a refusal', () => {
  it('undoes everything, and leaves an audit line of its own', async () => {
    const key = newId()
    const before = await eventCount()
    const answer = await go(callOf('one'), async (c) => {
      await writeAll(c, key)
      return c.fail('not-open')
    })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-open', status: 409 } })
    expect(await left(key)).toEqual({ value: null, messages: 0, audit: [['refused', 'not-open']] })
    expect(await eventCount()).toBe(before)
  })

  it('is not kept: the same request may succeed later', async () => {
    const call = callOf('one')
    expect(await go(call, async (c) => c.fail('not-open'))).toMatchObject({ ok: false })
    expect(
      await app.db
        .select()
        .from(idempotencyKeys)
        .where(eq(idempotencyKeys.requestId, call.requestId ?? '')),
    ).toEqual([])
    expect(await go(call, async () => ({ value: 'now' }))).toMatchObject({ ok: true, value: { value: 'now' } })
  })

  it('that is committed keeps what was written, and answers a repeat alike', async () => {
    const key = newId()
    const call = callOf('counted')
    const handler: Handler<Route> = async (c) => {
      await writeAll(c, key)
      return c.fail('code-wrong', { left: 4 }, { commit: true })
    }
    const first = await go(call, handler)
    expect(first).toMatchObject({ ok: false, problem: { code: 'code-wrong', params: { left: 4 } } })
    expect(await go(call, handler)).toEqual(first)
    expect(await left(key)).toEqual({ value: 'counted', messages: 1, audit: [['refused', 'code-wrong']] })
  })
})

describe('what goes on after the answer', () => {
  it('is handed out beside the answer, and runs as a call of its own', async () => {
    const key = newId()
    const call = callOf('later')
    const answer = await go(call, async (c) => {
      c.afterAnswer(async (after) => {
        await writeAll(after, key)
        return { value: 'after' }
      })
      return { value: 'now' }
    })
    expect(answer).toMatchObject({ ok: true, value: { value: 'now' } })
    expect(await left(key)).toMatchObject({ value: null, messages: 0 })
    if (!answer.ok || !answer.later) throw new Error('nothing was left to do')
    await go({ ...call, requestId: undefined }, answer.later)
    expect(await left(key)).toEqual({ value: 'later', messages: 1, audit: [['ok', null]] })
  })

  it('is not handed out when the call is refused', async () => {
    const answer = await go(callOf('no'), async (c) => {
      c.afterAnswer(async () => ({ value: 'after' }))
      return c.fail('not-open')
    })
    expect('later' in answer).toBe(false)
  })
})

describe('a bug', () => {
  it('throws, leaves nothing, and keeps no answer', async () => {
    const key = newId()
    const call = callOf('one')
    await expect(
      go(call, async (c) => {
        await writeAll(c, key)
        throw new Error('a bug')
      }),
    ).rejects.toThrow('a bug')
    await expect(
      go(call, async (c) => {
        await writeAll(c, key)
        return { value: 42 as unknown as string }
      }),
    ).rejects.toThrow()
    expect(await left(key)).toMatchObject({ value: null, messages: 0 })
    expect(
      await app.db
        .select()
        .from(idempotencyKeys)
        .where(eq(idempotencyKeys.requestId, call.requestId ?? '')),
    ).toEqual([])
  })
})

describe('event numbers', () => {
  it('have no gaps, and no lower one is committed after a higher one', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        go(callOf(`e${index}`), async (c) => {
          for (let added = 0; added <= index % 3; added += 1) c.emit({ type: 'client.changed', subjectId: newId() })
          return index % 5 === 0 ? c.fail('not-open') : { value: 'x' }
        }),
      ),
    )
    const rows = await app.db
      .select({ seq: events.seq })
      .from(events)
      .where(and(eq(events.provider, 'cordaan')))
      .orderBy(events.seq)
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
  })
})

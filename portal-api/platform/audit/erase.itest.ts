/** Audit lines lose what they say of persons when their term has passed, and the chain holds without it (norms.md, Audit). */
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { asStaff, makeClient, makeProvider, makeStaff, profileOf } from '../../../tests/support/fixtures.ts'
import { mustCall } from '../../../tests/support/http.ts'
import { auditEntries } from '../../db/schema/index.ts'
import { previewRetention, runRetention } from '../../retention/run.ts'
import { newId } from '../ids.ts'
import { linkAudit } from './chain.ts'
import { ERASED } from './line.ts'
import { verifyAudit } from './verify.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  await makeProvider(app, 'laurens', { retention: { ...profileOf('laurens').retention, auditYears: 7 } })
})
afterAll(() => app.stop())

const round = () =>
  runRetention(app.db, app.clock.now(), (_, error) => {
    throw error
  })
const countOf = (rows: readonly { kind: string; provider: string; count: number }[], provider = 'cordaan') =>
  rows.find((row) => row.kind === 'audit-lines' && row.provider === provider)?.count

describe('audit lines', () => {
  async function work(provider: 'cordaan' | 'laurens') {
    const client = await makeClient(app, provider)
    const person = await makeStaff(app, provider, 'planner')
    const planner = await asStaff(app, provider, person)
    await mustCall(planner, 'clients.open', { params: { id: client.id } })
    await mustCall(planner, 'planning.of-client', {
      params: { clientId: client.id },
      query: { from: '2026-11-23', to: '2026-11-29' },
    }).catch(() => null)
    await linkAudit(app.db, app.clock.now())
    return { client }
  }
  const reportOf = async (provider: string) => (await verifyAudit(app.db, { provider })).providers[0]
  async function tamper(statement: string): Promise<void> {
    await app.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(statement)
    })
  }

  it('after five years say nothing of anybody, and the chain holds; with a term of seven years they still do', async () => {
    // One line as the version before wrote it, in the clear.
    const old = { id: newId(), provider: 'cordaan', at: app.clock.now(), action: 'read', object: 'case', outcome: 'ok' } as const
    await app.db
      .insert(auditEntries)
      .values({ ...old, actorKind: 'system', workstation: 'balie-oud', source: 'portal-api', trace: 'oud', details: {} })
    const [here, there] = [await work('cordaan'), await work('laurens')]
    const before = await reportOf('cordaan')
    expect(before).toMatchObject({ break: null, erased: 0, waiting: 0 })

    app.clock.set('2031-11-23T08:00:00.000Z')
    expect(countOf(await round())).toBe(0)
    app.clock.set('2031-11-26T08:00:00.000Z')
    const preview = await previewRetention(app.db, app.clock.now())
    const done = await round()
    expect(countOf(done)).toBe(before?.lines)
    expect(countOf(preview)).toBe(before?.lines)
    await linkAudit(app.db, app.clock.now())
    expect(await reportOf('cordaan')).toMatchObject({ break: null, erased: before?.lines })
    expect(await reportOf('laurens')).toMatchObject({ break: null, erased: 0 })

    // Rows of people that are still in care are there; no line says anything of them.
    const of = and(eq(auditEntries.provider, 'cordaan'), sql`erased_at is not null`)
    for (const line of await app.db.select().from(auditEntries).where(of)) {
      expect(line).toMatchObject({ objectId: null, actorId: null, onBehalfOf: null, clientId: null, caseId: null })
      expect(line).toMatchObject({ workstation: '', trace: '', details: {}, salt: null })
    }
    const said = await app.db.execute(
      sql`select 1 from audit_entries a where a::text like ${`%${here.client.id}%`} or a::text like '%balie-oud%'`,
    )
    expect(said.rows).toEqual([])
    expect(
      (await app.db.execute(sql`select 1 from audit_entries a where a::text like ${`%${there.client.id}%`}`)).rows,
    ).not.toEqual([])

    // And it goes on: new lines, and another round.
    await work('cordaan')
    expect(await reportOf('cordaan')).toMatchObject({ break: null })
    expect(countOf(await round())).toBe(0)
  })

  it('that were emptied still show a flip in what they keep, of either algorithm', async () => {
    const erased = await app.db.execute<{ id: string; position: number; algorithm: number }>(sql`
      select e.id, c.position, c.algorithm from audit_entries e join audit_chain c on c.entry_id = e.id
      where e.provider = 'cordaan' and e.erased_at is not null order by c.position`)
    for (const algorithm of [1, 2]) {
      const line = erased.rows.find((row) => row.algorithm === algorithm)
      if (!line) throw new Error(`No erased line of algorithm ${algorithm}.`)
      await tamper(`update audit_entries set outcome = 'failed' where id = '${line.id}'`)
      expect((await reportOf('cordaan'))?.break).toMatchObject({ fault: 'changed' })
      await tamper(`update audit_entries set outcome = 'ok' where id = '${line.id}'`)
      expect((await reportOf('cordaan'))?.break).toBeNull()
    }
  })

  it('that do not hold are evidence: they are left alone, and the trouble is named', async () => {
    app.clock.set('2033-11-30T08:00:00.000Z')
    await tamper(
      `update audit_entries set trace = 'x' where id = (select entry_id from audit_chain where provider = 'laurens' and position = 2)`,
    )
    app.clock.set('2034-11-30T08:00:00.000Z')
    const troubles: string[] = []
    const done = await runRetention(app.db, app.clock.now(), (provider, error) => troubles.push(`${provider}: ${error}`))
    expect(troubles).toEqual([expect.stringMatching(/laurens: .*position 2/)])
    expect(countOf(done, 'laurens')).toBeUndefined()
    expect((await reportOf('laurens'))?.break).toMatchObject({ position: 2, fault: 'changed' })
  })

  it('are never emptied earlier, also when code asks for it', async () => {
    const young = app.db
      .update(auditEntries)
      .set({ ...ERASED, erasedAt: new Date('2031-11-01T00:00:00Z') })
      .where(sql`erased_at is null and provider = 'laurens'`)
    await expect(young).rejects.toMatchObject({ cause: { message: expect.stringContaining('the log only grows') } })
  })
})

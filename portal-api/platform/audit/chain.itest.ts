/** The audit log only grows: every line is linked once, in order, by whoever links (norms.md, Audit). */
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { connect } from '../../db/database.ts'
import { auditChain, auditEntries, auditPending } from '../../db/schema/index.ts'
import { linkAudit } from './chain.ts'
import { CHAIN_START } from './line.ts'
import { verifyAudit } from './verify.ts'
import type { Break } from './walk.ts'
import { type AuditRow, writeAudit } from './write.ts'

let app: TestApp
let provider: string
let last = 0

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())
beforeEach(() => {
  last += 1
  provider = `p${last}`
})

function line(details: Record<string, unknown> = {}): AuditRow {
  return {
    provider,
    at: app.clock.now(),
    action: 'read',
    object: 'case',
    outcome: 'ok',
    actorKind: 'system',
    workstation: '',
    source: 'portal-api',
    trace: 'test',
    details,
  }
}
const write = (count: number) =>
  app.db.transaction((tx) =>
    writeAudit(
      tx,
      Array.from({ length: count }, (_, index) => line({ index, naam: 'Öztürk', z: 1, a: [2] })),
    ),
  )
const link = () => linkAudit(app.db, app.clock.now())

/** Where the chain of this test's provider breaks first. */
async function firstBreak(): Promise<Break | null> {
  const { providers } = await verifyAudit(app.db, { provider })
  return providers[0]?.break ?? null
}

describe('the chain', () => {
  it('links every line, in the order in which it was written, and leaves none waiting', async () => {
    await write(7)
    await write(3)
    await link()
    const rows = await app.db.select().from(auditChain).where(eq(auditChain.provider, provider)).orderBy(asc(auditChain.position))
    const lines = await app.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.provider, provider))
      .orderBy(asc(auditEntries.id))
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(rows.map((row) => row.entryId)).toEqual(lines.map((row) => row.id))
    expect(rows[0]?.previousHash).toBe(CHAIN_START)
    expect(await app.db.select().from(auditPending).where(eq(auditPending.provider, provider))).toEqual([])
    expect(await firstBreak()).toBeNull()
  })

  it('is one chain whoever links: ten at once, from two connections, while others write', async () => {
    const other = connect(app.databaseUrl)
    try {
      await Promise.all([
        ...Array.from({ length: 10 }, () => write(20)),
        ...Array.from({ length: 5 }, () => link()),
        ...Array.from({ length: 5 }, () => linkAudit(other.db, app.clock.now())),
      ])
      await link()
    } finally {
      await other.close()
    }
    const rows = await app.db.select().from(auditChain).where(eq(auditChain.provider, provider))
    expect(rows).toHaveLength(200)
    expect(await firstBreak()).toBeNull()
  })

  it('providers have chains of their own', async () => {
    await write(2)
    const mine = provider
    provider = `${mine}-other`
    await write(2)
    await link()
    expect(await firstBreak()).toBeNull()
    provider = mine
    expect(await firstBreak()).toBeNull()
  })

  it('a look is logged before its answer, and linked without anybody waiting', async () => {
    const before = (await app.db.select().from(auditChain)).length
    await write(1)
    expect(await link()).toBe(1)
    expect((await app.db.select().from(auditChain)).length).toBe(before + 1)
    expect(await link()).toBe(0)
  })
})

describe('the database forbids changing the log', () => {
  it.each([
    `update audit_entries set object = 'x'`,
    `update audit_entries set details = '{}'`,
    `update audit_entries set salt = null`,
    `delete from audit_entries`,
    `truncate audit_entries cascade`,
    `update audit_chain set hash = ''`,
    `delete from audit_chain`,
    `truncate audit_chain`,
  ])('%s', async (statement) => {
    await write(1)
    await link()
    await expect(app.db.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('the log only grows') },
    })
    expect(await firstBreak()).toBeNull()
  })
})

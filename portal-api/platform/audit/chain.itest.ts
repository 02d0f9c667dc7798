/** The audit log only grows, and its chain shows every tampering with what is in it (norms.md, Audit). */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { connect } from '../../db/database.ts'
import { auditChain, auditEntries, auditPending } from '../../db/schema/index.ts'
import { CHAIN_START, chainHash, linkAudit } from './chain.ts'
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

/** Recomputes the chain from its lines: the first position that does not hold, or null. */
async function firstBreak(): Promise<number | null> {
  const rows = await app.db
    .select({ link: auditChain, entry: auditEntries })
    .from(auditChain)
    .leftJoin(auditEntries, eq(auditEntries.id, auditChain.entryId))
    .where(eq(auditChain.provider, provider))
    .orderBy(asc(auditChain.position))
  let previous = CHAIN_START
  for (const [index, row] of rows.entries()) {
    const position = index + 1
    const holds =
      row.entry !== null &&
      row.link.position === position &&
      row.link.previousHash === previous &&
      row.link.hash === chainHash(previous, position, row.entry)
    if (!holds) return position
    previous = row.link.hash
  }
  return null
}

/** Does what only the owner of the database can: with the triggers out of the way. */
async function tamper(statement: string): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })
}
const entryAt = (position: number) =>
  `(select entry_id from audit_chain where provider = '${provider}' and position = ${position})`

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

describe('log tampering: the chain breaks visibly', () => {
  beforeEach(async () => {
    // Its owner can take away what stands in the way; the chain must show it all the same.
    await app.db.execute(sql`alter table audit_chain drop constraint if exists audit_chain_entry_id_unique`)
    await write(6)
    await link()
    expect(await firstBreak()).toBeNull()
  })

  it.each([
    ['a value flipped', () => `update audit_entries set outcome = 'refused' where id = ${entryAt(3)}`, 3],
    [
      'a name in the details changed',
      () => `update audit_entries set details = details || '{"naam":"Ozturk"}' where id = ${entryAt(5)}`,
      5,
    ],
    ['a moment set back', () => `update audit_entries set at = at - interval '1 second' where id = ${entryAt(2)}`, 2],
    ['a line deleted', () => `delete from audit_entries where id = ${entryAt(4)}`, 4],
    ['a line and its link deleted', () => `delete from audit_chain where provider = '${provider}' and position = 4`, 4],
    [
      'two lines swapped',
      () =>
        `update audit_chain c set entry_id = case c.position when 2 then e3 else e2 end
         from (select ${entryAt(2)} as e2, ${entryAt(3)} as e3) x where c.provider = '${provider}' and c.position in (2, 3)`,
      2,
    ],
    [
      'a hash made to fit a changed line, without those after it',
      () => `update audit_chain set hash = repeat('a', 64) where provider = '${provider}' and position = 3`,
      3,
    ],
  ])('%s', async (_, statement, position) => {
    await tamper(statement())
    expect(await firstBreak()).toBe(position)
  })

  it('a line put in between, with a hash that fits: the one after it gives it away', async () => {
    await write(1)
    const [added] = await app.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.provider, provider))
      .orderBy(desc(auditEntries.id))
    const [third] = await app.db
      .select()
      .from(auditChain)
      .where(and(eq(auditChain.provider, provider), eq(auditChain.position, 3)))
    if (!added || !third) throw new Error('nothing to put in')
    await tamper(`update audit_chain set position = -position - 1 where provider = '${provider}' and position > 3;
      update audit_chain set position = -position where provider = '${provider}' and position < 0`)
    const hash = chainHash(third.hash, 4, added)
    const forged = { provider, position: 4, entryId: added.id, previousHash: third.hash, hash, linkedAt: app.clock.now() }
    await app.db.insert(auditChain).values(forged)
    expect(await firstBreak()).toBe(5)
  })
})

describe('the database forbids changing the log', () => {
  it.each([
    `update audit_entries set object = 'x'`,
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

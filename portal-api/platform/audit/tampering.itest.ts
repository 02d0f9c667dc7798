/**
 * Log tampering: the chain breaks visibly (norms.md, Audit: "flip, delete, insert, swap, fork, cut tail, clock back are each
 * detected"). Done by the owner of the database, with every guard out of the way.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, asc, eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { auditChain, auditEntries } from '../../db/schema/index.ts'
import { linkAudit } from './chain.ts'
import { type CheckpointPlace, expectationsOf, readCheckpoints } from './checkpoint-file.ts'
import { checkpointKey } from './checkpoint-key.ts'
import { type Checkpointer, installationOf, startCheckpointer } from './checkpointer.ts'
import { CHAIN_START, chainHash } from './line.ts'
import { type ProviderReport, verifyAudit } from './verify.ts'
import type { Expectation } from './walk.ts'
import { type AuditRow, writeAudit } from './write.ts'

let app: TestApp
let folder: string
let place: CheckpointPlace
let checkpointer: Checkpointer
let provider: string
let last = 0

beforeAll(async () => {
  app = await startTestApp()
  folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-checkpoints-'))
  place = { folder: path.join(folder, 'checkpoints'), key: checkpointKey(null, folder) }
  checkpointer = await startCheckpointer(app.db, place, app.clock, pino({ level: 'silent' }))
  // Its owner can take away what stands in the way; the chain must show it all the same.
  await app.db.execute(sql`alter table audit_chain drop constraint audit_chain_entry_id_unique`)
})
afterAll(async () => {
  await checkpointer.stop()
  await app.stop()
  rmSync(folder, { recursive: true })
})

function line(index: number): AuditRow {
  return {
    provider,
    at: app.clock.now(),
    action: 'read',
    object: 'case',
    objectId: `zaak-${index}`,
    outcome: 'ok',
    actorKind: 'system',
    workstation: 'balie',
    source: 'portal-api',
    trace: `spoor-${index}`,
    details: { index, naam: 'Öztürk' },
  }
}

/** Writes and links lines, one second apart. */
async function write(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    app.clock.pass(1)
    await app.db.transaction((tx) => writeAudit(tx, [line(index)]))
  }
  await linkAudit(app.db, app.clock.now())
}

async function look(expected: ReadonlyMap<string, Expectation[]> = new Map()): Promise<ProviderReport> {
  const { providers } = await verifyAudit(app.db, { provider, expected })
  if (!providers[0]) throw new Error('The provider was not looked at.')
  return providers[0]
}

async function verify(): Promise<ProviderReport> {
  const { statements, refused } = readCheckpoints(place.folder, await installationOf(app.db))
  expect(refused).toEqual([])
  return look(expectationsOf(statements))
}

/** Does what only the owner of the database can: with the triggers out of the way. */
async function tamper(...statements: string[]): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of statements) await tx.execute(statement)
  })
}

/** A line that the trigger did not see. */
async function writeBeside(): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await writeAudit(tx, [line(99)])
  })
}

const entryAt = (position: number) =>
  `(select entry_id from audit_chain where provider = '${provider}' and position = ${position})`
const links = () =>
  app.db
    .select({ link: auditChain, line: auditEntries })
    .from(auditChain)
    .innerJoin(auditEntries, eq(auditEntries.id, auditChain.entryId))
    .where(eq(auditChain.provider, provider))
    .orderBy(asc(auditChain.position))

/** Links everything anew from the first place on, as whoever knows the algorithm can. */
async function forgeChain(): Promise<void> {
  let previous = CHAIN_START
  for (const { link, line: entry } of await links()) {
    const hash = chainHash(previous, link, entry)
    await tamper(
      `update audit_chain set previous_hash = '${previous}', hash = '${hash}' where provider = '${provider}' and position = ${link.position}`,
    )
    previous = hash
  }
}

beforeEach(async () => {
  last += 1
  provider = `p${last}`
  await write(6)
  expect(await verify()).toMatchObject({ lines: 6, waiting: 0, break: null })
})

describe('inside the chain', () => {
  it.each([
    ['flip: an outcome', 3, 'changed', () => `update audit_entries set outcome = 'refused' where id = ${entryAt(3)}`],
    ['flip: a role', 6, 'changed', () => `update audit_entries set role = 'planner' where id = ${entryAt(6)}`],
    [
      'flip: a letter in a name',
      5,
      'changed',
      () => `update audit_entries set details = details || '{"naam":"Ozturk"}' where id = ${entryAt(5)}`,
    ],
    ['flip: who it was about', 1, 'changed', () => `update audit_entries set object_id = 'zaak-9' where id = ${entryAt(1)}`],
    ['flip: another workstation', 4, 'changed', () => `update audit_entries set workstation = 'x' where id = ${entryAt(4)}`],
    ['flip: the salt', 4, 'changed', () => `update audit_entries set salt = 'x' where id = ${entryAt(4)}`],
    ['flip: a moment', 2, 'changed', () => `update audit_entries set at = at - interval '1 second' where id = ${entryAt(2)}`],
    [
      'flip: the moment of linking',
      2,
      'changed',
      () => `update audit_chain set linked_at = linked_at - interval '1 second' where provider = '${provider}' and position = 2`,
    ],
    ['delete: a line', 4, 'missing', () => `delete from audit_entries where id = ${entryAt(4)}`],
    [
      'delete: a line and its place',
      4,
      'missing',
      () =>
        `with gone as (delete from audit_chain where provider = '${provider}' and position = 4 returning entry_id)
         delete from audit_entries where id in (select entry_id from gone)`,
    ],
    [
      'delete: two lines, and those after them moved up',
      3,
      'missing',
      () =>
        `with gone as (delete from audit_chain where provider = '${provider}' and position in (3, 4) returning entry_id),
              lines as (delete from audit_entries where id in (select entry_id from gone))
         select 1;
         update audit_chain set position = 2 - position where provider = '${provider}' and position > 4;
         update audit_chain set position = -position where provider = '${provider}' and position < 0`,
    ],
    [
      'swap: two lines between their places',
      2,
      'swapped',
      () =>
        `update audit_chain c set entry_id = case c.position when 2 then e5 else e2 end
         from (select ${entryAt(2)} as e2, ${entryAt(5)} as e5) x where c.provider = '${provider}' and c.position in (2, 5)`,
    ],
    [
      'swap: two places with their lines',
      2,
      'swapped',
      () =>
        `update audit_chain set position = case position when 2 then -3 else -2 end where provider = '${provider}' and position in (2, 3);
         update audit_chain set position = -position where provider = '${provider}' and position < 0`,
    ],
    [
      'fork: a hash of one’s own, without those after it',
      3,
      'changed',
      () => `update audit_chain set hash = repeat('a', 64) where provider = '${provider}' and position = 3`,
    ],
    [
      'fork: going on from elsewhere',
      4,
      'forked',
      () => `update audit_chain set previous_hash = repeat('a', 64) where provider = '${provider}' and position = 4`,
    ],
  ] as const)('%s', async (_, position, fault, statement) => {
    await tamper(statement())
    expect((await verify()).break).toMatchObject({ provider, position, fault })
    expect((await verify()).lines).toBe(position - 1)
  })

  it('insert: a line put in between with a hash that fits: the one after it gives it away', async () => {
    const [, , third] = await links()
    if (!third) throw new Error('There is no third line.')
    await tamper(
      `update audit_chain set position = -position - 1 where provider = '${provider}' and position > 3`,
      `update audit_chain set position = -position where provider = '${provider}' and position < 0`,
    )
    await writeBeside()
    const [added] = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.provider, provider), eq(auditEntries.objectId, 'zaak-99')))
    if (!added) throw new Error('Nothing was added.')
    const own = { position: 4, algorithm: 1, commitment: null, linkedAt: app.clock.now() } as const
    const hash = chainHash(third.link.hash, own, { ...added, salt: null })
    await tamper(`update audit_entries set salt = null where id = '${added.id}'`)
    await app.db.insert(auditChain).values({ provider, entryId: added.id, previousHash: third.link.hash, hash, ...own })
    expect((await verify()).break).toMatchObject({ position: 4, entryId: added.id, fault: 'inserted' })
  })

  it('insert: a line beside the chain, and a line that vanished before it was linked', async () => {
    await writeBeside()
    expect((await verify()).break).toMatchObject({ position: 7, fault: 'inserted' })
    await tamper(
      `insert into audit_pending select id, provider from audit_entries where provider = '${provider}' and object_id = 'zaak-99'`,
      `delete from audit_entries where provider = '${provider}' and object_id = 'zaak-99'`,
    )
    expect((await verify()).break).toMatchObject({ position: 7, fault: 'missing' })
  })

  it('a personal part that was emptied before its time, also with a record that says otherwise', async () => {
    const emptied = `update audit_entries set erased_at = now(), salt = null, object_id = null, workstation = '', trace = '', details = '{}' where id = ${entryAt(2)}`
    await tamper(emptied)
    expect((await verify()).break).toMatchObject({ position: 2, fault: 'emptied' })
    const now = app.clock.now().toISOString()
    await app.db.transaction((tx) =>
      writeAudit(tx, [
        { ...line(0), object: 'audit-erasure', action: 'delete', details: { from: 1, through: 6, before: now, digest: null } },
      ]),
    )
    await linkAudit(app.db, app.clock.now())
    expect((await verify()).break).toMatchObject({ position: 2, fault: 'emptied' })
  })
})

describe('the whole chain written anew: checkpoints outside the database', () => {
  beforeEach(() => checkpointer.write())

  it('fork: a changed line under a chain that holds again', async () => {
    await tamper(`update audit_entries set outcome = 'refused' where id = ${entryAt(3)}`)
    await forgeChain()
    expect((await look()).break).toBeNull()
    expect((await verify()).break).toMatchObject({
      position: 6,
      fault: 'forked',
      detail: expect.stringContaining('from place 1 on'),
    })
  })

  it('cut tail: the last lines gone, with all that belongs to them', async () => {
    await tamper(
      `delete from audit_entries where id in (${entryAt(5)}, ${entryAt(6)})`,
      `delete from audit_chain where provider = '${provider}' and position > 4`,
    )
    expect((await look()).break).toBeNull()
    expect((await verify()).break).toMatchObject({ position: 5, fault: 'cut-tail' })
  })

  it('cut tail: and the log has gone on since', async () => {
    await tamper(
      `delete from audit_entries where id in (${entryAt(5)}, ${entryAt(6)})`,
      `delete from audit_chain where provider = '${provider}' and position > 4`,
    )
    await write(4)
    expect((await verify()).break).toMatchObject({ position: 6, fault: 'forked' })
  })

  it('cut tail: nothing left of a provider at all', async () => {
    await tamper(
      `delete from audit_entries where provider = '${provider}'`,
      `delete from audit_chain where provider = '${provider}'`,
    )
    expect((await verify()).break).toMatchObject({ position: 1, fault: 'cut-tail' })
  })

  it('a chain that was written anew gets no signature', async () => {
    await write(1)
    await tamper(`update audit_entries set outcome = 'refused' where id = ${entryAt(3)}`)
    await forgeChain()
    const installation = await installationOf(app.db)
    const before = readCheckpoints(place.folder, installation).statements.length
    await checkpointer.write()
    const after = readCheckpoints(place.folder, installation).statements.slice(before)
    expect(after.flatMap((one) => Object.keys(one.tails))).not.toContain(provider)
  })
})

describe('clock back', () => {
  it('a line of a clock that was set back, under a chain that holds', async () => {
    const today = app.clock.now()
    app.clock.set(new Date(today.getTime() - 3_600_000))
    await write(1)
    app.clock.set(today)
    await write(1)
    expect((await verify()).break).toMatchObject({ position: 7, fault: 'clock-set-back' })
  })

  it('a line that names a moment after its linking', async () => {
    await app.db.transaction((tx) => writeAudit(tx, [{ ...line(1), at: new Date(app.clock.now().getTime() + 3_600_000) }]))
    await linkAudit(app.db, app.clock.now())
    expect((await verify()).break).toMatchObject({ position: 7, fault: 'clock-set-back' })
  })

  it('a clock put right by some seconds, or a request that took long, is no tampering', async () => {
    app.clock.pass(-90)
    await write(2)
    expect((await verify()).break).toBeNull()
  })
})

describe('the guards of the database', () => {
  it('are named when they are off', async () => {
    expect((await verifyAudit(app.db)).guardsOff).toEqual(['audit_chain_entry_id_unique'])
    await app.db.execute(sql`alter table audit_entries disable trigger audit_entries_only_grow`)
    expect((await verifyAudit(app.db)).guardsOff).toEqual(['audit_entries_only_grow', 'audit_chain_entry_id_unique'])
    await app.db.execute(sql`alter table audit_entries enable trigger audit_entries_only_grow`)
  })
})

describe('a chain begun by the version before', () => {
  it('holds on: lines without a salt are linked in the clear, and every flip in them is seen', async () => {
    await app.db.insert(auditEntries).values({ id: `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`, ...line(7) })
    await linkAudit(app.db, app.clock.now())
    await write(2)
    expect((await links()).map(({ link }) => link.algorithm)).toEqual([2, 2, 2, 2, 2, 2, 1, 2, 2])
    expect((await verify()).break).toBeNull()
    await tamper(`update audit_entries set trace = 'x' where id = ${entryAt(7)}`)
    expect((await verify()).break).toMatchObject({ position: 7, fault: 'changed' })
  })
})

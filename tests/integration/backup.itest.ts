/** `npm run db:backup` and `db:restore`, proven by restoring and walking the audit chain, on our own server and on an external one. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { backup } from '../../build/lib/backup.mjs'
import { takeLock } from '../../build/lib/lock-file.mjs'
import { openDataFolder } from '../../build/lib/open-data-folder.mjs'
import { restore } from '../../build/lib/restore.mjs'
import { runLockFile } from '../../build/lib/running.mjs'
import { startDatabase } from '../../build/lib/start-database.mjs'
import { type Cluster, createTemplate, majorsHere, startTestCluster } from '../../build/lib/test-cluster.mjs'
import { startApp } from '../../portal-api/app.ts'
import { checkpointKey } from '../../portal-api/platform/audit/checkpoint-key.ts'
import { writeAudit } from '../../portal-api/platform/audit/write.ts'
import { machineClock } from '../../portal-api/platform/clock.ts'
import { installationKey } from '../../portal-api/platform/secrets/key.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const said: string[] = []
const say = (text: string) => said.push(text)

/** Everything under one folder, which the database server's user may enter. */
function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'portal-desk-backup-'))
  return home
}

/** The portal API at work on a database: so many audit lines, a checkpoint at the end. */
async function work(url: string, folder: string, lines: number): Promise<void> {
  const app = await startApp({
    databaseUrl: url,
    host: '127.0.0.1',
    port: 0,
    key: installationKey(null, folder),
    clock: machineClock,
    log: pino({ level: 'fatal' }),
    demo: false,
    checkpoints: { folder: path.join(folder, 'checkpoints'), key: checkpointKey(null, folder) },
  })
  const row = { provider: 'cordaan', action: 'read', object: 'case', outcome: 'ok', actorKind: 'system' } as const
  const rest = { workstation: '', source: 'portal-api', trace: 'x', details: {} }
  for (let index = 0; index < lines; index += 1)
    await app.connection.db.transaction((tx) => writeAudit(tx, [{ ...row, ...rest, at: new Date() }]))
  await app.stop()
}

async function chained(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(`select count(*)::int as n from audit_chain where provider = 'cordaan'`)).rows[0].n
  } finally {
    await client.end()
  }
}

const checkpointLines = (folder: string) => {
  const place = path.join(folder, 'checkpoints')
  const name = readdirSync(place).find((one) => one.endsWith('.jsonl')) ?? ''
  return readFileSync(path.join(place, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string })
}

describe.runIf(inject('postgresMajor') === 18)('the server that npm start brings', () => {
  const home = newHome()
  const file = path.join(home, 'monday.backup')
  const env = { ...process.env, DATABASE_URL: undefined, PORTAL_DESK_DATA: path.join(home, 'data'), INIT_CWD: home }
  const command = { root, env, say }
  let folder: string
  let server: ReturnType<typeof openDataFolder>['server']

  async function onServer<T>(act: (url: string) => Promise<T>): Promise<T> {
    const database = await startDatabase({ root, external: undefined, folder, server, progress: () => {} })
    try {
      return await act(database.url)
    } finally {
      await database.stop()
    }
  }

  beforeAll(async () => {
    ;({ folder, server } = openDataFolder({ root, env, progress: () => {} }))
    await onServer((url) => work(url, folder, 5))
  })
  afterAll(() => {
    rmSync(home, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })

  it('is backed up into one file that only its owner can read, without the keys, which are named', async () => {
    expect(await backup(command, { to: 'monday.backup' })).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(said.join('\n')).toContain(path.join(folder, 'installation.key'))
    const key = readFileSync(path.join(folder, 'installation.key'), 'utf8').trim()
    expect(readFileSync(file).includes(key)).toBe(false)
    await expect(backup(command, { to: 'monday.backup' })).rejects.toThrow('is there already')
    expect(readdirSync(home).filter((name) => name.startsWith('.portal-desk'))).toEqual([])
  })

  it('is left alone while npm start runs on it, by both', async () => {
    const attempt = takeLock(runLockFile(folder), { phase: 'running', ready: null })
    if (!attempt.taken) throw new Error('The lock is taken.')
    try {
      await expect(backup(command, { to: 'other.backup' })).rejects.toThrow(/npm start runs on these data/)
      await expect(restore(command, { from: file, force: true })).rejects.toThrow(/npm start runs on these data/)
    } finally {
      attempt.lock.release()
    }
    expect(existsSync(path.join(home, 'other.backup'))).toBe(false)
  })

  it('is not written over without --force; with it the backup is back, the chain whole, and the checkpoints know', async () => {
    await onServer((url) => work(url, folder, 4))
    await expect(restore(command, { from: file, force: false })).rejects.toThrow('--force')
    expect(await onServer(chained)).toBe(9)
    const before = checkpointLines(folder).length
    expect(await restore(command, { from: file, force: true })).toBe(0)
    expect(await onServer(chained)).toBe(5)
    const after = checkpointLines(folder)
    expect(after.slice(before).map((line) => line.kind)).toEqual(['restore'])
    expect(existsSync(path.join(folder, 'before-restore'))).toBe(false)
    await onServer((url) => work(url, folder, 1))
    expect(await onServer(chained)).toBe(6)
  })

  it('a damaged or foreign file changes nothing', async () => {
    const damaged = path.join(home, 'damaged.backup')
    const bytes = readFileSync(file)
    const middle = Math.floor(bytes.length / 2)
    bytes.writeUInt8((bytes.readUInt8(middle) + 1) % 256, middle)
    writeFileSync(damaged, bytes)
    await expect(restore(command, { from: damaged, force: true })).rejects.toThrow('damaged')
    writeFileSync(damaged, 'iets anders')
    await expect(restore(command, { from: damaged, force: true })).rejects.toThrow('no backup of Portal Desk')
    expect(await onServer(chained)).toBe(6)
    expect(readdirSync(folder).filter((name) => name.startsWith('restoring-'))).toEqual([])
  })

  it('goes back onto another machine, which is told that the key is not there', async () => {
    const elsewhere = { ...command, env: { ...env, PORTAL_DESK_DATA: path.join(home, 'elsewhere') } }
    const place = openDataFolder({ root, env: elsewhere.env, progress: () => {} }).folder
    said.length = 0
    expect(await restore(elsewhere, { from: file, force: false })).toBe(0)
    expect(said.join('\n')).toMatch(/there is none here/)
    expect(existsSync(path.join(place, 'installation.key'))).toBe(false)
    expect(checkpointLines(place).at(-1)?.kind).toBe('restore')
    rmSync(place, { recursive: true, force: true })
  })
})

describe.runIf(inject('postgresMajor') === 18 && majorsHere().includes(15))('a server of one’s own', () => {
  const home = newHome()
  const file = path.join(home, 'monday.backup')
  let cluster: Cluster
  let url: string
  let folder: string
  let command: { root: string; env: NodeJS.ProcessEnv; say: (text: string) => void }

  beforeAll(async () => {
    mkdirSync(home, { recursive: true })
    cluster = await startTestCluster({ major: 15 })
    url = await createTemplate(cluster, 'portal', async () => {})
    command = { root, env: { ...process.env, DATABASE_URL: url, PORTAL_DESK_DATA: path.join(home, 'data'), INIT_CWD: home }, say }
    folder = openDataFolder({ root, env: command.env, progress: () => {} }).folder
    await work(url, folder, 5)
  })
  afterAll(async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  })

  it('is backed up by its own pg_dump while it runs, and restored with the chain whole', async () => {
    expect(await backup(command, { to: 'monday.backup' })).toBe(0)
    await work(url, folder, 3)
    await expect(restore(command, { from: file, force: false })).rejects.toThrow('--force')
    expect(await chained(url)).toBe(8)
    expect(await restore(command, { from: file, force: true })).toBe(0)
    expect(await chained(url)).toBe(5)
    // What was there before is itself a backup.
    const former = readdirSync(home).find((name) => name.includes('before-restore')) ?? ''
    expect(await restore(command, { from: path.join(home, former), force: true })).toBe(0)
    expect(await chained(url)).toBe(8)
  })

  it('goes into an empty database; not into one that is in use, nor one of something else', async () => {
    const other = await createTemplate(cluster, 'fresh', async () => {})
    const fresh = { ...command, env: { ...command.env, DATABASE_URL: other, PORTAL_DESK_DATA: path.join(home, 'fresh') } }
    const client = new pg.Client({ connectionString: other })
    await client.connect()
    await expect(restore(fresh, { from: file, force: true })).rejects.toThrow('others are connected')
    await client.query('create table van_iemand_anders (id int)')
    await client.end()
    await expect(restore(fresh, { from: file, force: true })).rejects.toThrow('something else')
    const last = new pg.Client({ connectionString: other })
    await last.connect()
    await last.query('drop table van_iemand_anders')
    await last.end()
    expect(await restore(fresh, { from: file, force: false })).toBe(0)
    expect(await chained(other)).toBe(5)
  })
})

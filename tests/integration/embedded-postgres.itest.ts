/** The PostgreSQL server that `npm start` brings: what it survives, and what it refuses. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { type Cluster, clusterFolder, startCluster } from '../../build/lib/embedded-postgres.mjs'
import { stillRuns } from '../../build/lib/process-identity.mjs'
import { prepareTestServer } from '../../build/lib/test-cluster.mjs'
import { freshDatabase } from '../support/database.ts'

type Server = ReturnType<typeof prepareTestServer>

let server: Server
let running: Cluster[]
const progress: string[] = []

async function start(): Promise<Cluster> {
  const cluster = await startCluster(server)
  running.push(cluster)
  return cluster
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

// Debian's version is a server of somebody else: only the one from the packages is run by `npm start`.
describe.runIf(inject('postgresMajor') === 18)('the server of npm start', () => {
  // Made once, because making it takes seconds; every test finds it stopped and leaves it stopped.
  beforeAll(async () => {
    server = prepareTestServer({ progress: (text) => progress.push(text) })
    await (await startCluster(server)).stop()
  })
  afterAll(() => rmSync(server.folder, { recursive: true, force: true }))
  beforeEach(() => {
    progress.length = 0
    running = []
  })
  afterEach(async () => {
    for (const cluster of running) await cluster.stop()
  })

  it('keeps what was committed when it is killed, and says that it repairs itself', async () => {
    const first = await start()
    await query(first.urlOf('postgres'), 'drop table if exists kept')
    await query(first.urlOf('postgres'), 'create table kept as select 7 as figure')
    process.kill(first.pid, 'SIGKILL')
    await first.gone
    const second = await start()
    expect(await query(second.urlOf('postgres'), 'select figure from kept')).toEqual([{ figure: 7 }])
    expect(progress.join(' ')).toContain('repairs itself')
  })

  it('writes to disk before it says yes', async () => {
    const cluster = await start()
    const settings = await query(
      cluster.urlOf('postgres'),
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes')",
    )
    expect(settings.map(({ setting }) => setting)).toEqual(['on', 'on'])
  })

  it('starts although a leftover process number now belongs to another process', async () => {
    const first = await start()
    await first.stop()
    const leftover = path.join(clusterFolder(server.folder), 'postmaster.pid')
    writeFileSync(leftover, `${process.pid}\n`)
    const second = await start()
    expect(await query(second.urlOf('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('takes over from a server that outlived its starter', async () => {
    const first = await start()
    const second = await start()
    expect(stillRuns({ pid: first.pid, startedAt: null })).toBe(false)
    expect(await query(second.urlOf('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('never starts a half-made cluster', async () => {
    const halfMade = path.join(server.folder, 'postgres.new-1')
    writeFileSync(halfMade, '')
    await start()
    expect(existsSync(halfMade)).toBe(false)
  })

  it('listens on this machine only, with a password that its owner alone can read', async () => {
    const cluster = await start()
    expect(await query(cluster.urlOf('postgres'), 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(statSync(path.join(server.folder, 'postgres-password')).mode & 0o077).toBe(0)
    const stranger = new URL(cluster.urlOf('postgres'))
    stranger.password = 'guess'
    await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('refuses data of another version in words', async () => {
    const file = path.join(clusterFolder(server.folder), 'PG_VERSION')
    const own = readFileSync(file, 'utf8')
    writeFileSync(file, '12\n')
    try {
      await expect(startCluster(server)).rejects.toThrow(/made by PostgreSQL 12[^.]*\..*demo:reset/)
    } finally {
      writeFileSync(file, own)
    }
  })
})

describe('a database of a test', () => {
  it('is a copy of its own', async () => {
    const [one, other] = [await freshDatabase(), await freshDatabase()]
    try {
      await query(one.url, 'create table only_here (id int)')
      const found = await query(other.url, "select to_regclass('only_here') as place")
      expect(found).toEqual([{ place: null }])
      const [version] = await query(one.url, 'show server_version')
      expect(String(version?.['server_version'])).toMatch(new RegExp(`^${inject('postgresMajor')}\\.`))
    } finally {
      await one.drop()
      await other.drop()
    }
  })
})

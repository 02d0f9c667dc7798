/** A PostgreSQL server as it is in use: what is committed is on the disk (fsync on). */
import { rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startCluster } from '../../../build/lib/embedded-postgres.mjs'
import { createTemplate, prepareTestServer } from '../../../build/lib/test-cluster.mjs'
import { migrate } from '../../../portal-api/db/migrate.ts'

export interface DurableDatabase {
  /** Connection string of a migrated, empty database. */
  readonly url: string
  readonly port: number
  /** As the server says it: `18.4`. */
  readonly version: string
  /** The server's own log. */
  readonly logFile: string
  /** A further database on the same server, migrated and empty. */
  another(name: string): Promise<string>
  /** Ends the server, cleanly or as a crash does (it then replays its log), and starts it at the same port. */
  restart(how: 'clean' | 'crash'): Promise<void>
  stop(): Promise<void>
}

/** Starts a server of its own and migrates a database on it. Refuses a server that does not flush its commits. */
export async function startDurableDatabase(options: {
  readonly major?: number
  readonly progress: (text: string) => void
}): Promise<DurableDatabase> {
  const server = { ...prepareTestServer(options), durable: true }
  let cluster = await startCluster(server)
  const stop = async () => {
    await cluster.stop()
    rmSync(server.folder, { recursive: true, force: true })
  }
  const another = (name: string) => createTemplate(cluster, name, (url) => migrate(url))
  const { port, version } = cluster
  try {
    const url = await another('bench')
    await mustBeDurable(url)
    return {
      url,
      port,
      version,
      logFile: path.join(server.folder, 'postgres.log'),
      another,
      async restart(how) {
        process.kill(cluster.pid, how === 'clean' ? 'SIGINT' : 'SIGQUIT')
        await cluster.gone
        cluster = await startCluster({ ...server, port })
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Does some work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function mustBeDurable(url: string): Promise<void> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
    )
    if (rows.length > 0) throw new Error(`Not durable: ${rows.map((row) => `${row.name} = ${row.setting}`).join(', ')}`)
  })
}

/** Resolves when no audit line waits to be linked and nobody else is at work in this database. */
export function untilIdle(url: string): Promise<void> {
  return withClient(url, async (client) => {
    for (let look = 0; look < 1000; look += 1) {
      const { rowCount } = await client.query(
        `select from audit_pending union all
         select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' limit 1`,
      )
      if (rowCount === 0) return
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    throw new Error('The database does not come to rest.')
  })
}

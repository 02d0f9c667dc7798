/** A PostgreSQL server as it is in use: what is committed is on the disk (fsync on). */
import { createTemplate, startTestCluster } from '../../../build/lib/test-cluster.mjs'
import { migrate } from '../../../portal-api/db/migrate.ts'

export interface DurableDatabase {
  /** Connection string of a migrated, empty database. */
  readonly url: string
  readonly port: number
  /** As the server says it: `18.4`. */
  readonly version: string
  /** A further database on the same server, migrated and empty. */
  another(name: string): Promise<string>
  stop(): Promise<void>
}

/** Starts a server of its own and migrates a database on it. Refuses a server that does not flush its commits. */
export async function startDurableDatabase(options: {
  readonly major?: number
  readonly progress: (text: string) => void
}): Promise<DurableDatabase> {
  const cluster = await startTestCluster({ ...options, durable: true })
  const another = (name: string) => createTemplate(cluster, name, (url) => migrate(url))
  try {
    const url = await another('bench')
    await mustBeDurable(url)
    return { url, port: cluster.port, version: cluster.version, another, stop: cluster.stop }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function mustBeDurable(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
    )
    if (rows.length > 0) throw new Error(`Not durable: ${rows.map((row) => `${row.name} = ${row.setting}`).join(', ')}`)
  } finally {
    await client.end()
  }
}

/** A PostgreSQL server of the user's own, named by DATABASE_URL. Whether it will do is asked before anything else is started. */
import { Refusal } from './say.mjs'

const OLDEST = 15

/**
 * @param {string} url
 * @returns {Promise<{ version: string, where: string }>} `where` holds no password
 */
export async function checkExternalDatabase(url) {
  const where = withoutPassword(url)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    )
    if (rows[0].number < OLDEST * 10_000)
      throw new Refusal(`${where} is PostgreSQL ${rows[0].version}; ${OLDEST} or newer is needed.`)
    return { version: String(rows[0].version).split(' ')[0] ?? '', where }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      `The database of DATABASE_URL (${where}) cannot be used: ${/** @type {Error} */ (error).message || 'it does not answer'}.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * `postgres://user:secret@host:5432/desk?x` → `host:5432/desk`
 * @param {string} url
 * @returns {string}
 */
export function withoutPassword(url) {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(protocol)
    return `${host}${pathname}`
  } catch {
    throw new Refusal('DATABASE_URL is not a PostgreSQL address. It looks like postgres://user:password@host:5432/database')
  }
}

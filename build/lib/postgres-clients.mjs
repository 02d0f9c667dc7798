/** `pg_dump` and `pg_restore` of the server's own major version: an older one refuses the server, a newer one writes what it cannot read. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './say.mjs'

const DEBIAN = '/usr/lib/postgresql'

/**
 * @param {string} program
 * @returns {number | null} its major version; null where it does not run
 */
function majorOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const found = status === 0 ? /\(PostgreSQL\) (\d+)/.exec(stdout) : null
  return found ? Number(found[1]) : null
}

/**
 * @param {'pg_dump' | 'pg_restore'} name
 * @param {number} major of the server
 * @returns {string} what to run
 */
export function clientProgram(name, major) {
  const debian = path.join(DEBIAN, String(major), 'bin', name)
  const found = [debian, name].find((program) => majorOf(program) === major)
  if (found) return found
  const others = existsSync(DEBIAN) ? readdirSync(DEBIAN).join(', ') : ''
  throw new Refusal(
    `The server is PostgreSQL ${major}, and there is no ${name} of that version here${others ? ` (there is: ${others})` : ''}. Install the client programs of PostgreSQL ${major} and try again.`,
  )
}

/**
 * Where a database is, for PostgreSQL's own programs: through the environment, since everybody on the machine can read what
 * stands on a command line.
 * @param {string} url
 * @returns {NodeJS.ProcessEnv}
 */
export function connectionEnvironment(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const given = {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname).replace(/^\[|\]$/g, ''),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '',
  }
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'DATABASE_URL')
  return { ...Object.fromEntries(inherited), ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) }
}

/**
 * A PostgreSQL server of our own: made once (`initdb`), started, stopped, and started again after a crash.
 * PostgreSQL's rules it follows: never as root, a data folder of its own user with mode 0700, SIGINT for a fast and clean stop.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { endChild, endWithStarter, outOfReachOfTheTerminal } from './children.mjs'
import { freePort } from './free-port.mjs'
import { ended, identityOf, stillRuns } from './process-identity.mjs'
import { run, tail } from './run.mjs'
import { Refusal } from './say.mjs'

/** @typedef {import('./system-user.mjs').SystemUser} SystemUser */
/** @typedef {import('./postgres-programs.mjs').PostgresPrograms} PostgresPrograms */

/**
 * @typedef {object} Cluster
 * @property {number} port
 * @property {number} pid
 * @property {string} version as the server says it, `18.4`
 * @property {(database: string) => string} urlOf connection string, password included
 * @property {Promise<void>} gone resolves when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends the server cleanly
 */

/**
 * @typedef {object} ClusterOptions
 * @property {PostgresPrograms} programs
 * @property {SystemUser | null} user as whom the server runs; null is the user of this process
 * @property {string} folder holds the cluster (`postgres/`), its password and its log; the server's user can enter it
 * @property {number} [port] to come back where it was; any free one without
 * @property {boolean} [durable] false only for tests: committed data need not survive a power cut
 * @property {(text: string) => void} progress
 */

const SUPERUSER = 'portal_desk'
const STARTS_WITHIN = 120_000
const STOPS_WITHIN = 30_000
const PORT_ATTEMPTS = 5

/** @param {string} folder */
export const clusterFolder = (folder) => path.join(folder, 'postgres')
/** @param {string} folder */
const passwordFile = (folder) => path.join(folder, 'postgres-password')
/** @param {string} folder */
const logFile = (folder) => path.join(folder, 'postgres.log')

/**
 * Connection string of a database on the server that runs on this folder.
 * @param {string} folder the data folder
 * @param {number} port
 * @param {string} database
 */
export function clusterUrl(folder, port, database) {
  return `postgres://${SUPERUSER}:${passwordOf(folder)}@127.0.0.1:${port}/${database}`
}

/**
 * Starts the server, making the cluster first when there is none.
 * @param {ClusterOptions} options
 * @returns {Promise<Cluster>}
 */
export async function startCluster(options) {
  const { programs, folder, progress } = options
  await createCluster(options)
  const made = readFileSync(path.join(clusterFolder(folder), 'PG_VERSION'), 'utf8').trim()
  if (Number(made) !== programs.major) {
    throw new Refusal(
      `The data in ${folder} were made by PostgreSQL ${made}, and this is ${programs.major}. Keep them with the older release, or start over: npm run demo:reset`,
    )
  }
  await clearFormerServer(clusterFolder(folder), progress)
  for (let attempt = 1; ; attempt += 1) {
    const started = await launch(options, options.port ?? (await freePort()))
    if (started.ok) return started.cluster
    const portTaken = /could not bind|Address already in use/i.test(started.log)
    const oldServerIsLeaving = /pre-existing shared memory block/i.test(started.log)
    if ((portTaken || oldServerIsLeaving) && attempt < PORT_ATTEMPTS) {
      progress(portTaken ? 'that port has just been taken, trying another one' : 'waiting for the former server to be gone')
      if (oldServerIsLeaving) await new Promise((resolve) => setTimeout(resolve, 1_000))
      continue
    }
    throw new Refusal(`PostgreSQL did not start. Its log, ${logFile(folder)}, ends with:\n${tail(started.log, 12)}`)
  }
}

/**
 * Makes the cluster beside its place and renames it when it is whole, so that a half-made one is never started.
 * @param {ClusterOptions} options
 */
async function createCluster({ programs, user, folder, progress }) {
  const target = clusterFolder(folder)
  for (const name of readdirSync(folder)) {
    if (name.startsWith('postgres.new-')) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
  if (existsSync(path.join(target, 'PG_VERSION'))) return
  progress('making a new database cluster')
  const fresh = `${target}.new-${process.pid}`
  mkdirSync(fresh, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  // initdb reads the password from a file, as the server's user; the lasting copy belongs to whoever starts the server.
  const handOver = path.join(fresh, 'password')
  const clusterInside = path.join(fresh, 'cluster')
  writeFileSync(handOver, `${password}\n`, { mode: 0o600 })
  if (user) for (const file of [fresh, handOver]) chownSync(file, user.uid, user.gid)
  const made = await run(
    path.join(programs.bin, 'initdb'),
    [
      `--pgdata=${clusterInside}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${handOver}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...localeFlags(programs),
    ],
    { ...asUser(user), env: serverEnvironment(), cwd: fresh },
  )
  if (made.code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Refusal(`The database cluster could not be made in ${folder}:\n${tail(made.output)}`)
  }
  writeFileSync(passwordFile(folder), password, { mode: 0o600 })
  renameSync(clusterInside, target)
  rmSync(fresh, { recursive: true, force: true })
}

/**
 * Sorting by code point, the same on every system; whoever sorts for people names a collation.
 * @param {PostgresPrograms} programs
 */
function localeFlags(programs) {
  return programs.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C']
}

/** @param {string} folder */
function passwordOf(folder) {
  try {
    return readFileSync(passwordFile(folder), 'utf8').trim()
  } catch {
    throw new Refusal(
      `${passwordFile(folder)}, the key to the database beside it, cannot be read. Put it back, or start over: npm run demo:reset`,
    )
  }
}

/** @param {SystemUser | null} user */
function asUser(user) {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** The starter's own PG* settings are about other servers. */
function serverEnvironment() {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'DATABASE_URL',
  )
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' }
}

/**
 * A server that outlived its starter is stopped; a leftover `postmaster.pid` whose number now belongs to something else is removed,
 * since PostgreSQL would refuse to start over it. The caller holds the lock of the data folder.
 * @param {string} cluster
 * @param {(text: string) => void} progress
 */
export async function clearFormerServer(cluster, progress) {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const former = identityOf(pid)
  if (!Number.isInteger(pid) || pid <= 0 || !stillRuns(former))
    return progress('the database was not stopped cleanly last time; it repairs itself')
  if (!worksIn(pid, cluster)) {
    progress('removing the leftover process number of a server that is gone')
    return rmSync(file, { force: true })
  }
  progress(`stopping the former database server (process ${pid})`)
  process.kill(pid, 'SIGINT')
  if (!(await ended(former, STOPS_WITHIN)))
    throw new Refusal(`The former database server (process ${pid}) does not stop. End it and run the same command again.`)
}

/**
 * The server's first process works in its data folder.
 * @param {number} pid
 * @param {string} cluster
 */
function worksIn(pid, cluster) {
  if (process.platform !== 'linux') return true
  try {
    return path.resolve(readlinkSync(`/proc/${pid}/cwd`)) === path.resolve(cluster)
  } catch {
    return false
  }
}

/**
 * @param {ClusterOptions} options
 * @param {number} port
 * @returns {Promise<{ ok: true, cluster: Cluster } | { ok: false, log: string }>}
 */
async function launch(options, port) {
  const { programs, user, folder, durable = true, progress } = options
  const log = openSync(logFile(folder), 'w', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    lc_messages: 'C',
    max_connections: '200',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const server = spawn(
    path.join(programs.bin, 'postgres'),
    ['-D', clusterFolder(folder), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...asUser(user),
      ...outOfReachOfTheTerminal(),
      cwd: clusterFolder(folder),
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.once('error', () => resolve())
  })
  endWithStarter(server, 'SIGINT')
  const urlOf = (/** @type {string} */ database) => clusterUrl(folder, port, database)
  const version = await Promise.race([answers(urlOf('postgres'), server, progress), gone.then(() => null)])
  if (version === null || server.pid === undefined) {
    await endChild(server, { signal: 'SIGQUIT' })
    return { ok: false, log: readFileSync(logFile(folder), 'utf8') }
  }
  const stop = async () => {
    // Windows has no signals: there the server is asked through its own program.
    if (process.platform === 'win32')
      await run(path.join(programs.bin, 'pg_ctl'), ['stop', '-D', clusterFolder(folder), '-m', 'fast'])
    const { forced } = await endChild(server, { signal: 'SIGINT', hardSignal: 'SIGQUIT', patience: STOPS_WITHIN })
    if (forced) progress('the database server did not stop in time and was ended; it repairs itself at the next start')
  }
  return { ok: true, cluster: { port, pid: server.pid, version, urlOf, gone, stop } }
}

/**
 * Waits until the server answers a query; after a crash it first replays its log.
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 * @param {(text: string) => void} progress
 * @returns {Promise<string | null>} the server's version, or null when it ended or took too long
 */
async function answers(url, server, progress) {
  const { default: pg } = await import('pg')
  const until = Date.now() + STARTS_WITHIN
  const speakFrom = Date.now() + 2_000
  let told = false
  while (Date.now() < until && server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query('show server_version')
      await client.end()
      return String(rows[0].server_version).split(' ')[0] ?? ''
    } catch (error) {
      await client.end().catch(() => {})
      const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
      // On a busy machine a connection may take longer than one attempt waits.
      const notYet = code === 'ECONNREFUSED' || code === '57P03' || message === 'timeout expired'
      // Something else may have taken the port: then our server is about to end, and its log says so.
      if (!notYet && !(await exitsWithin(server, 1_000))) throw error
      if (code === '57P03' && !told && Date.now() > speakFrom) {
        progress('the database is recovering')
        told = true
      }
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
  return null
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {number} milliseconds
 */
async function exitsWithin(server, milliseconds) {
  const until = Date.now() + milliseconds
  while (server.exitCode === null && server.signalCode === null) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}

/**
 * Makes the database when it is not there yet.
 * @param {Cluster} cluster
 * @param {string} name
 * @returns {Promise<{ url: string, isNew: boolean }>}
 */
export async function ensureDatabase(cluster, name) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
    return { url: cluster.urlOf(name), isNew: !rowCount }
  } finally {
    await client.end()
  }
}

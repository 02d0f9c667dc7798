/** `npm run db:backup`: the files of our own server, stopped; what pg_dump writes of an external one. Never the keys. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { packBackup } from './backup-file.mjs'
import { giveToOwner } from './data-folder.mjs'
import { checkExternalDatabase } from './external-database.mjs'
import { takeLock } from './lock-file.mjs'
import { openDataFolder } from './open-data-folder.mjs'
import { readCli } from './portal-cli.mjs'
import { clientProgram, connectionEnvironment } from './postgres-clients.mjs'
import { run, tail } from './run.mjs'
import { runLockFile } from './running.mjs'
import { Refusal } from './say.mjs'
import { startDatabase } from './start-database.mjs'

/** @typedef {{ root: string, env: NodeJS.ProcessEnv, say: (text: string) => void }} Command */
/** @typedef {{ installation: string, keyPrint: string, checkpoints: string }} Facts */

/** Ours, and nothing else that may stand in the same database. Compressed with the rest of the backup. */
const DUMP = [
  '--format=custom',
  '--compress=0',
  '--no-owner',
  '--no-privileges',
  '--schema=public',
  '--schema=drizzle',
  '--extension=pg_trgm',
  '--extension=btree_gist',
]

/** @param {Date} now */
const defaultName = (now) => `portal-desk-${now.toISOString().slice(0, 19).replace(/:/g, '')}.backup`

/**
 * Keys stay where they are: who finds a backup must not be able to read what is sealed in it.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function whereTheKeyIs(folder, env) {
  return env['PORTAL_DESK_KEY'] ? 'the variable PORTAL_DESK_KEY' : path.join(folder, 'installation.key')
}

/**
 * @param {Command} command
 * @param {string} folder
 * @param {string} url
 * @returns {Promise<Facts>}
 */
async function factsOf({ root, env }, folder, url) {
  return JSON.parse(await readCli({ root, name: 'db-facts', env: { ...env, DATABASE_URL: url, PORTAL_DESK_DATA: folder } }))
}

/**
 * The checkpoints as they are now, in a folder of the backup's own. Taken before the data, so that they know no line that the data lack.
 * @param {string} root
 * @param {string} checkpoints
 * @param {string} work
 * @returns {{ from: string, names: string[] }}
 */
function keepCheckpoints(root, checkpoints, work) {
  const from = path.resolve(root, checkpoints)
  if (!existsSync(from) || readdirSync(from).length === 0) return { from: work, names: [] }
  cpSync(from, path.join(work, 'checkpoints'), { recursive: true })
  return { from: work, names: ['checkpoints'] }
}

/**
 * @param {Command} command
 * @param {{ folder: string, server: import('./system-user.mjs').SystemUser | null }} data
 * @param {string} work
 * @param {string} to
 */
async function backupOwn(command, { folder, server }, work, to) {
  const { root, say } = command
  const attempt = takeLock(runLockFile(folder), { phase: 'db:backup', ready: null })
  if (!attempt.taken) {
    throw new Refusal(
      `Nothing was backed up: npm start runs on these data (process ${attempt.holder.pid}), and the files of a running server are no backup. Stop it with Ctrl+C first.`,
    )
  }
  try {
    if (!existsSync(path.join(folder, 'postgres', 'PG_VERSION')))
      throw new Refusal(`There are no data in ${folder} yet: nothing to back up.`)
    // Started once more and stopped: after that the files need no repair, whatever happened before.
    const database = await startDatabase({ root, external: undefined, folder, server, progress: say })
    /** @type {Facts} */
    let facts
    try {
      facts = await factsOf(command, folder, database.url)
    } finally {
      await database.stop()
    }
    const { installation, keyPrint, checkpoints } = facts
    await packBackup({
      parts: [{ from: folder, names: ['postgres', 'postgres-password'] }, keepCheckpoints(root, checkpoints, work)],
      work,
      to,
      facts: { kind: 'cluster', madeAt: new Date().toISOString(), postgres: database.major, installation, keyPrint },
    })
  } finally {
    giveToOwner(folder)
    attempt.lock.release()
  }
}

/**
 * @param {Command} command
 * @param {string} url
 * @param {string} folder
 * @param {string} work
 * @param {string} to
 */
export async function backupExternal(command, url, folder, work, to) {
  const { version } = await checkExternalDatabase(url)
  const major = Number(version.split('.')[0])
  const program = clientProgram('pg_dump', major)
  const { installation, keyPrint, checkpoints } = await factsOf(command, folder, url)
  const kept = keepCheckpoints(command.root, checkpoints, work)
  const dump = path.join(work, 'database.dump')
  const { code, output } = await run(program, [...DUMP, `--file=${dump}`], { env: connectionEnvironment(url) })
  if (code !== 0) throw new Refusal(`pg_dump did not succeed:\n${tail(output)}`)
  await packBackup({
    parts: [{ from: work, names: ['database.dump'] }, kept],
    work,
    to,
    facts: { kind: 'dump', madeAt: new Date().toISOString(), postgres: major, installation, keyPrint },
  })
}

/**
 * @param {Command} command
 * @param {{ to: string | undefined }} options
 * @returns {Promise<number>} exit code
 */
export async function backup(command, options) {
  const { env, say } = command
  const to = path.resolve(env['INIT_CWD'] ?? process.cwd(), options.to ?? defaultName(new Date()))
  if (existsSync(to)) throw new Refusal(`${to} is there already; name another file.`)
  const data = openDataFolder({ root: command.root, env, progress: say })
  mkdirSync(path.dirname(to), { recursive: true })
  const work = mkdtempSync(path.join(path.dirname(to), '.portal-desk-backup-'))
  try {
    const url = env['DATABASE_URL']
    if (url) await backupExternal(command, url, data.folder, work, to)
    else await backupOwn(command, data, work, to)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say(`Backup: ${to}`)
  say(`Not in it: the key of this installation (${whereTheKeyIs(data.folder, env)}). Keep a copy of it elsewhere:`)
  say('without it the authenticator secrets and draft keys in the backup cannot be read.')
  return 0
}

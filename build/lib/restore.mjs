/** `npm run db:restore -- --from FILE`: puts a backup back, and ends with a check of the audit log. */
import { cpSync, existsSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backupExternal, whereTheKeyIs } from './backup.mjs'
import { unpackBackup } from './backup-file.mjs'
import { giveToOwner } from './data-folder.mjs'
import { clearFormerServer, clusterFolder } from './embedded-postgres.mjs'
import { checkExternalDatabase, withoutPassword } from './external-database.mjs'
import { takeLock } from './lock-file.mjs'
import { openDataFolder } from './open-data-folder.mjs'
import { readCli, runCli } from './portal-cli.mjs'
import { clientProgram, connectionEnvironment } from './postgres-clients.mjs'
import { run, tail } from './run.mjs'
import { runLockFile } from './running.mjs'
import { Refusal } from './say.mjs'
import { startDatabase } from './start-database.mjs'

/** @typedef {import('./backup.mjs').Command} Command */
/** @typedef {import('./backup-file.mjs').Manifest} Manifest */
/** @typedef {{ manifest: Manifest, folder: string }} Unpacked */

/**
 * What is there already is newer, and stays; what is not is taken from the backup.
 * @param {string} backup
 * @param {string} place
 */
function putCheckpointsBack(backup, place) {
  if (existsSync(backup)) cpSync(backup, place, { recursive: true, force: false, errorOnExist: false })
}

/**
 * The steps after the data are back: this version's tables, the record of it beside the checkpoints, the check.
 * @param {Command} command
 * @param {string} folder
 * @param {string} url
 * @param {Unpacked} backup
 * @returns {Promise<number>} exit code of audit:verify
 */
async function takeIntoUse({ root, env, say }, folder, url, { manifest, folder: unpacked }) {
  const cliEnv = { ...env, DATABASE_URL: url, PORTAL_DESK_DATA: folder }
  putCheckpointsBack(
    path.join(unpacked, 'checkpoints'),
    path.resolve(root, env['PORTAL_DESK_CHECKPOINTS'] ?? path.join(folder, 'checkpoints')),
  )
  const { keyPrint } = JSON.parse(await readCli({ root, name: 'after-restore', env: cliEnv }))
  if (keyPrint !== manifest.keyPrint) {
    say(
      `The key of this installation is not the one the backup was made under${keyPrint === null ? ': there is none here' : ''}.`,
    )
    say(
      `Put that key back before anybody signs in (${whereTheKeyIs(folder, env)}): without it authenticators and drafts cannot be read.`,
    )
  }
  return runCli({ root, name: 'audit-verify', args: [], env: cliEnv })
}

/**
 * Our own server only accepts files of its own user.
 * @param {string} folder
 * @param {import('./system-user.mjs').SystemUser | null} server
 */
function handOver(folder, server) {
  if (!server) return
  lchownSync(folder, server.uid, server.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    lchownSync(path.join(entry.parentPath ?? entry.path, entry.name), server.uid, server.gid)
}

/**
 * @param {Command} command
 * @param {{ folder: string, server: import('./system-user.mjs').SystemUser | null }} data
 * @param {Unpacked} backup
 * @param {boolean} force
 */
async function restoreOwn(command, { folder, server }, backup, force) {
  const { root, say } = command
  const attempt = takeLock(runLockFile(folder), { phase: 'db:restore', ready: null })
  if (!attempt.taken)
    throw new Refusal(
      `Nothing was restored: npm start runs on these data (process ${attempt.holder.pid}). Stop it with Ctrl+C first.`,
    )
  const cluster = clusterFolder(folder)
  const password = path.join(folder, 'postgres-password')
  const former = path.join(folder, 'before-restore')
  const moved = [cluster, password].filter((file) => existsSync(file))
  try {
    if (moved.length > 0 && !force)
      throw new Refusal(`There are data in ${folder}; nothing was restored. Restoring replaces them: say so with --force.`)
    if (existsSync(former))
      throw new Refusal(
        `${former} holds data that an earlier restore set aside. Look at them, and move or remove that folder first.`,
      )
    if (existsSync(cluster)) await clearFormerServer(cluster, say)
    mkdirSync(former, { mode: 0o700 })
    for (const file of moved) renameSync(file, path.join(former, path.basename(file)))
    try {
      handOver(path.join(backup.folder, 'postgres'), server)
      renameSync(path.join(backup.folder, 'postgres'), cluster)
      renameSync(path.join(backup.folder, 'postgres-password'), password)
      const database = await startDatabase({ root, external: undefined, folder, server, progress: say })
      try {
        const code = await takeIntoUse(command, folder, database.url, backup)
        rmSync(former, { recursive: true, force: true })
        return code
      } finally {
        await database.stop()
      }
    } catch (error) {
      for (const file of [cluster, password]) rmSync(file, { recursive: true, force: true })
      for (const file of moved) renameSync(path.join(former, path.basename(file)), file)
      rmSync(former, { recursive: true, force: true })
      say('It did not succeed; what was there before is there again.')
      throw error
    }
  } finally {
    giveToOwner(folder)
    attempt.lock.release()
  }
}

/**
 * What stands in an external database before it is written over.
 * @param {string} url
 * @returns {Promise<{ tables: number, ours: boolean, others: number }>}
 */
async function lookAt(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`select
      (select count(*)::int from pg_class where relkind in ('r', 'p') and relnamespace = to_regnamespace('public')) as tables,
      to_regclass('public.audit_chain') is not null as ours,
      (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend') as others`)
    return rows[0]
  } finally {
    await client.end()
  }
}

/**
 * @param {string} url
 * @param {string} statements
 */
async function change(url, statements) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}

/**
 * @param {Command} command
 * @param {string} url
 * @param {string} folder
 * @param {Unpacked} backup
 * @param {{ force: boolean, from: string }} options
 */
async function restoreExternal(command, url, folder, backup, { force, from }) {
  const { say } = command
  const { version } = await checkExternalDatabase(url)
  const major = Number(version.split('.')[0])
  if (major < backup.manifest.postgres)
    throw new Refusal(`The backup was made on PostgreSQL ${backup.manifest.postgres}; ${version} is older and cannot take it.`)
  const program = clientProgram('pg_restore', major)
  const where = withoutPassword(url)
  const { tables, ours, others } = await lookAt(url)
  if (others > 0)
    throw new Refusal(`Nothing was restored: ${others} others are connected to ${where}. Stop the portal API first.`)
  if (tables > 0 && !ours)
    throw new Refusal(`${where} holds tables of something else; nothing was restored. Name an empty database.`)
  if (tables > 0 && !force)
    throw new Refusal(`There are data in ${where}; nothing was restored. Restoring replaces them: say so with --force.`)
  if (tables > 0) {
    const former = `${from}.before-restore-${Date.now()}`
    const work = mkdtempSync(path.join(path.dirname(former), '.portal-desk-backup-'))
    try {
      await backupExternal(command, url, folder, work, former)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
    say(`What was there is kept in ${former}; remove it once you are sure.`)
  }
  // The backup brings these schemas itself.
  await change(url, 'begin; drop schema if exists drizzle cascade; drop schema if exists public cascade; commit')
  const { code, output } = await run(
    program,
    [
      '--single-transaction',
      '--exit-on-error',
      '--no-owner',
      '--no-privileges',
      `--dbname=${connectionEnvironment(url)['PGDATABASE']}`,
      path.join(backup.folder, 'database.dump'),
    ],
    { env: connectionEnvironment(url) },
  )
  if (code !== 0) {
    await change(url, 'create schema if not exists public')
    throw new Refusal(`pg_restore did not succeed, and the database is empty now:\n${tail(output)}`)
  }
  return takeIntoUse(command, folder, url, backup)
}

/**
 * @param {Command} command
 * @param {{ from: string | undefined, force: boolean }} options
 * @returns {Promise<number>} exit code: that of audit:verify
 */
export async function restore(command, options) {
  const { env, say } = command
  if (!options.from) throw new Refusal('Which backup? npm run db:restore -- --from FILE')
  const from = path.resolve(env['INIT_CWD'] ?? process.cwd(), options.from)
  const data = openDataFolder({ root: command.root, env, progress: say })
  const url = env['DATABASE_URL']
  const work = mkdtempSync(path.join(data.folder, 'restoring-'))
  try {
    const backup = await unpackBackup({ file: from, work })
    const { kind, madeAt } = backup.manifest
    say(`Backup of ${madeAt}, ${kind === 'cluster' ? 'of the server that npm start brings' : 'of a server of your own'}.`)
    if ((kind === 'cluster') !== (url === undefined || url === '')) {
      throw new Refusal(
        kind === 'cluster'
          ? 'It goes back onto the server that npm start brings: leave DATABASE_URL unset.'
          : 'It goes back onto a server of your own: name it in DATABASE_URL.',
      )
    }
    const code = url
      ? await restoreExternal(command, url, data.folder, backup, { force: options.force, from })
      : await restoreOwn(command, data, backup, options.force)
    say(code === 0 ? 'Restored, and the audit log is whole.' : 'Restored, but the audit log is NOT whole: see above.')
    return code
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

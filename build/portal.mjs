/**
 * Commands that need a running database or portal API: `node build/portal.mjs staff-create|audit-verify|retention|db-backup|db-restore|demo-clients …`. They find the one that
 * `npm start` runs; DATABASE_URL or PORTAL_API_URL name another.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { backup } from './lib/backup.mjs'
import { giveToOwner } from './lib/data-folder.mjs'
import { clusterUrl } from './lib/embedded-postgres.mjs'
import { takeLock } from './lib/lock-file.mjs'
import { openDataFolder } from './lib/open-data-folder.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { runCli } from './lib/portal-cli.mjs'
import { restore } from './lib/restore.mjs'
import { endRuns } from './lib/run.mjs'
import { runLockFile, runningOn } from './lib/running.mjs'
import { makeSay, Refusal } from './lib/say.mjs'
import { DATABASE, startDatabase } from './lib/start-database.mjs'
import { onStop } from './lib/stop-signals.mjs'

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const say = makeSay()
const { env } = process
const [name = '', ...args] = process.argv.slice(2)
// The clients finish the visit they are on.
onStop(() => endRuns(30_000))

/** Works on the database, whether `npm start` runs or not. */
async function onDatabase() {
  const { folder, server } = openDataFolder({ root, env, progress: say.line })
  const ready = env['DATABASE_URL'] ? null : runningOn(folder)?.note.ready
  if (ready?.databasePort) {
    return runCli({
      root,
      name,
      args,
      env: { ...env, DATABASE_URL: clusterUrl(folder, ready.databasePort, DATABASE), PORTAL_DESK_DATA: folder },
    })
  }
  const external = env['DATABASE_URL']
  const attempt = external ? null : takeLock(runLockFile(folder), { phase: name, ready: null })
  if (attempt && !attempt.taken)
    throw new Refusal(`npm start is busy with these data (process ${attempt.holder.pid}). Try again when it is ready.`)
  const database = await startDatabase({ root, external, folder, server, progress: say.line })
  try {
    return await runCli({ root, name, args, env: { ...env, DATABASE_URL: database.url, PORTAL_DESK_DATA: folder } })
  } finally {
    await database.stop()
    giveToOwner(folder)
    if (attempt?.taken) attempt.lock.release()
  }
}

/** Clients at work through the public API, with the accounts of the demo. */
async function demoClients() {
  const { folder } = openDataFolder({ root, env, progress: () => {} })
  const api = env['PORTAL_API_URL'] ?? runningOn(folder)?.note.ready?.api
  if (!api && !args.includes('--url'))
    throw new Refusal('The demo clients need a portal API at work. Run npm start in another terminal first.')
  return runCli({ root, name, args, env: { ...env, PORTAL_API_URL: api, PORTAL_DESK_DATA: folder } })
}

/**
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {T} options
 * @param {string} usage
 */
function flags(options, usage) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message}\n${usage}`)
  }
}

async function dbBackup() {
  const { to } = flags({ to: { type: 'string' } }, 'npm run db:backup -- [--to FILE]')
  return backup({ root, env, say: say.line }, { to })
}

async function dbRestore() {
  const { from, force } = flags(
    { from: { type: 'string' }, force: { type: 'boolean' } },
    'npm run db:restore -- --from FILE [--force]',
  )
  return restore({ root, env, say: say.line }, { from, force: force === true })
}

/** @type {Record<string, () => Promise<number>>} */
const COMMANDS = {
  'staff-create': onDatabase,
  'audit-verify': onDatabase,
  retention: onDatabase,
  'db-backup': dbBackup,
  'db-restore': dbRestore,
  'demo-clients': demoClients,
}

try {
  const command = COMMANDS[name]
  if (!command) throw new Refusal(`Unknown command: ${name}. Commands: ${Object.keys(COMMANDS).join(', ')}`)
  await ensurePackages({ root, progress: () => {} })
  process.exitCode = await command()
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
  process.exitCode = 1
}

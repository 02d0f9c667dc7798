/** `npm run demo:reset`: empties the data folder; the next `npm start` fills it again. A database of somebody else is never touched. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyDataFolder } from './lib/data-folder.mjs'
import { clearFormerServer, clusterFolder } from './lib/embedded-postgres.mjs'
import { takeLock } from './lib/lock-file.mjs'
import { openDataFolder } from './lib/open-data-folder.mjs'
import { runCli } from './lib/portal-cli.mjs'
import { runLockFile } from './lib/running.mjs'
import { makeSay, Refusal } from './lib/say.mjs'

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const say = makeSay()

async function resetOwnData() {
  const { folder } = openDataFolder({ root, env: process.env, progress: say.line })
  const attempt = takeLock(runLockFile(folder), { phase: 'demo:reset', ready: null })
  if (!attempt.taken) {
    throw new Refusal(
      `Nothing was removed: npm start runs on these data (process ${attempt.holder.pid}). Stop it with Ctrl+C first.`,
    )
  }
  try {
    await clearFormerServer(clusterFolder(folder), say.line)
    emptyDataFolder(folder)
  } finally {
    attempt.lock.release()
  }
  say.line('The demo data are gone. The next npm start makes them anew.')
}

try {
  // Only the portal API can see whether such a database carries our mark.
  if (process.env['DATABASE_URL']) {
    const { folder } = openDataFolder({ root, env: process.env, progress: say.line })
    const env = { ...process.env, PORTAL_DESK_DATA: folder }
    process.exitCode = await runCli({ root, name: 'demo-reset', args: process.argv.slice(2), env })
  } else await resetOwnData()
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
  process.exitCode = 1
}

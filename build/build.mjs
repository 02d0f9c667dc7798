/** `npm run build`: builds the bundles that are stale; `-- --force` all of them. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundles } from './lib/bundles.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { endRuns } from './lib/run.mjs'
import { makeSay, Refusal } from './lib/say.mjs'
import { onStop } from './lib/stop-signals.mjs'

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const say = makeSay()
onStop(async () => {
  await endRuns()
  process.exit(130)
})
try {
  const unknown = process.argv.slice(2).filter((arg) => arg !== '--force')
  if (unknown.length > 0) throw new Refusal(`Unknown flag: ${unknown.join(' ')}\nnpm run build [-- --force]`)
  await say.phase('Packages', (progress) => ensurePackages({ root, progress }))
  await say.phase('Build', (progress) => buildBundles({ root, force: process.argv.includes('--force'), progress }))
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
  process.exitCode = 1
}

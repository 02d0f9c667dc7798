/** `npm run dist`: packages the workstation for the system it runs on; arguments go to electron-builder (`-- --win`, `-- --dir`). */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundles, PACKAGED } from './lib/bundles.mjs'
import { packageApp } from './lib/package-app.mjs'
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
  await say.phase('Packages', (progress) => ensurePackages({ root, progress }))
  await say.phase('Build', (progress) => buildBundles({ root, only: PACKAGED, progress }))
  const { code } = await say.phase('Package', () => packageApp({ root, args: process.argv.slice(2), show: true }))
  if (code !== 0) {
    throw new Refusal(
      'The package was not made. electron-builder downloads Electron and its packaging tools from GitHub: without that, only ' +
        'the content of the package can be checked (npm run dist:check).',
    )
  }
  say.line('The packages are in release/.')
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
  process.exitCode = 1
}

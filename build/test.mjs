/**
 * `npm test`: types, lint, unit, integration, build, end-to-end, in this order; the last line is the sum. A stage can be run alone:
 * `node build/test.mjs unit`. Works on a fresh clone: only what comes with Node may be imported before the packages are there.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundles } from './lib/bundles.mjs'
import { findOrInstallChromium } from './lib/chromium.mjs'
import { playwrightCounts, readReport, verdict, vitestCounts } from './lib/counts.mjs'
import { wantedDataFolder } from './lib/data-folder.mjs'
import { electronBinary, noWindowBecause } from './lib/electron-binary.mjs'
import { parseTestFlags } from './lib/flags.mjs'
import { ensurePackages, packagesAreComplete } from './lib/packages.mjs'
import { endRuns, run } from './lib/run.mjs'
import { runningOn } from './lib/running.mjs'
import { makeSay, Refusal } from './lib/say.mjs'
import { onStop } from './lib/stop-signals.mjs'
import { isRoot } from './lib/system-user.mjs'
import { majorsHere } from './lib/test-cluster.mjs'

/** @typedef {import('./lib/counts.mjs').Counts & { name: string, seconds: number, remark: string | null }} Result */

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const STAGES = /** @type {const} */ (['types', 'lint', 'unit', 'integration', 'build', 'e2e'])
const TYPE_PROJECTS = ['shared', 'src-renderer', 'src-main', 'portal-api', '.']
const REPORTS = path.join(ROOT, '.cache', 'test-reports')
const say = makeSay()

/** @type {Result[]} */
const results = []

/**
 * @param {string} name
 * @param {() => Promise<import('./lib/counts.mjs').Counts & { remark: string | null }>} work
 */
async function stage(name, work) {
  say.line(`\n=== ${name} ===`)
  const start = Date.now()
  /** @type {Omit<Result, 'name' | 'seconds'>} */
  let outcome
  try {
    outcome = await work()
  } catch (error) {
    say.line(error instanceof Refusal ? error.message : String(/** @type {Error} */ (error).stack))
    outcome = { passed: 0, failed: 1, skipped: 0, remark: 'could not be run' }
  }
  results.push({ name, ...outcome, seconds: Math.round((Date.now() - start) / 1000) })
}

/**
 * A program from the packages, with its output on the screen.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function tool(args, env = {}) {
  const [script = '', ...rest] = args
  const { code } = await run(process.execPath, [path.join(ROOT, 'node_modules', script), ...rest], {
    cwd: ROOT,
    // A log file is read without colours.
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    show: true,
  })
  return code
}

/** A stage without tests of its own: it fails as one, and adds nothing when it is right. */
function allOrNothing(/** @type {boolean} */ right) {
  return { passed: 0, failed: right ? 0 : 1, skipped: 0, remark: right ? 'ok' : 'failed' }
}

/**
 * @param {string} report name of its report
 * @param {string[]} projects
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function vitest(report, projects, args, env) {
  const file = path.join(REPORTS, `${report}.json`)
  const chosen = projects.flatMap((name) => ['--project', name])
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests=false']
  const code = await tool(['vitest/vitest.mjs', 'run', ...chosen, ...flags, ...args], env)
  return verdict(vitestCounts(readReport(file)), code)
}

/**
 * @param {string} project
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function playwright(project, args, env) {
  const file = path.join(REPORTS, `${project}.json`)
  const code = await tool(['@playwright/test/cli.js', 'test', `--project=${project}`, '--reporter=list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...env,
  })
  return verdict(playwrightCounts(readReport(file)), code)
}

/** @type {Record<(typeof STAGES)[number], (rest: string[]) => Promise<void>>} */
const STAGE_WORK = {
  types: async () =>
    stage('types', async () => {
      let right = true
      for (const project of TYPE_PROJECTS) {
        const code = await tool(['typescript/bin/tsc', '-p', project])
        say.line(`tsc -p ${project}: ${code === 0 ? 'ok' : 'failed'}`)
        right &&= code === 0
      }
      return allOrNothing(right)
    }),
  lint: async () =>
    stage('lint', async () =>
      allOrNothing(
        (await tool([
          '@biomejs/biome/bin/biome',
          'ci',
          '--max-diagnostics=50',
          ...(process.stdout.isTTY ? [] : ['--colors=off']),
          '.',
        ])) === 0,
      ),
    ),
  unit: async (rest) => stage('unit', () => vitest('unit', ['unit', 'screen'], rest)),
  integration: async (rest) => {
    for (const major of majorsHere().toReversed()) {
      await stage(`integration on PostgreSQL ${major}`, () =>
        vitest(`integration-${major}`, ['integration'], rest, { PORTAL_DESK_TEST_PG: String(major) }),
      )
    }
  },
  build: async () =>
    stage('build', async () => {
      await buildBundles({ root: ROOT, progress: say.line })
      return allOrNothing(true)
    }),
  e2e: async (rest) =>
    stage('end-to-end', async () => {
      await buildBundles({ root: ROOT, progress: say.line })
      const chromium = await findOrInstallChromium({ root: ROOT, progress: say.line })
      say.line(`browser: ${chromium}`)
      return playwright('chromium', rest, { PORTAL_DESK_CHROMIUM: chromium })
    }),
}

/** The same jobs in the Electron window: only where its program is, and never counted as passed where it is not. */
async function electronStage(/** @type {string[]} */ rest) {
  const binary = electronBinary(ROOT)
  const obstacle =
    binary === null
      ? 'the Electron binary is not on this machine'
      : isRoot()
        ? 'Electron does not run as root with its sandbox on'
        : noWindowBecause()
  if (obstacle !== null) {
    say.line(`Electron tests: not run, because ${obstacle}.`)
    return
  }
  await stage('Electron', async () => {
    await buildBundles({ root: ROOT, progress: say.line })
    return playwright('electron', rest)
  })
}

async function prepare() {
  const running = packagesAreComplete(ROOT) ? null : runningOn(wantedDataFolder(ROOT))
  if (running) {
    throw new Refusal(
      `npm start runs from this checkout (process ${running.pid}), and its packages would be replaced. Stop it first.`,
    )
  }
  await say.phase('Packages', (progress) => ensurePackages({ root: ROOT, progress }))
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
}

/** The table of stages, and the sum as the very last line. */
function summarize() {
  say.line('')
  for (const { name, passed, failed, skipped, seconds, remark } of results) {
    const skips = skipped > 0 ? `, ${skipped} skipped` : ''
    const figures = passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed${skips}` : ''
    say.line(
      `${failed > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(30)} ${String(seconds).padStart(4)} s  ${[figures, remark].filter(Boolean).join('; ')}`,
    )
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0)
  if (results.length > 0) say.line(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

async function main() {
  const flags = parseTestFlags(process.argv.slice(2), [...STAGES, 'electron'])
  if (!flags.ok) {
    process.stderr.write(`${flags.complaint}\n`)
    return 2
  }
  await prepare()
  const all = flags.stages.length === STAGES.length + 1
  for (const name of flags.stages) {
    if (name !== 'electron') await STAGE_WORK[name](flags.rest)
    else if (!all) await electronStage(flags.rest)
  }
  return summarize()
}

onStop(async () => {
  await endRuns()
  process.exit(130)
})
try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
  say.line('0 passed, 1 failed')
  process.exitCode = 1
}

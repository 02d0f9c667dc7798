/** `npm start`: the phases in order, one `npm start` per data folder, and the way back down. */
import { buildBundles } from './bundles.mjs'
import { giveToOwner } from './data-folder.mjs'
import { takeLock } from './lock-file.mjs'
import { openDataFolder } from './open-data-folder.mjs'
import { ensurePackages } from './packages.mjs'
import { pageProblem } from './page-check.mjs'
import { endRuns } from './run.mjs'
import { answers, runLockFile } from './running.mjs'
import { Refusal } from './say.mjs'
import { startApi } from './start-api.mjs'
import { startDatabase } from './start-database.mjs'
import { showWorkstation, startWorkstation } from './start-workstation.mjs'
import { Interrupted, Started } from './started.mjs'

/** @typedef {import('./say.mjs').Say} Say */
/** @typedef {import('./running.mjs').RunNote} RunNote */
/** @typedef {import('./running.mjs').Reachable} Reachable */

/**
 * @typedef {object} Launch
 * @property {string} root the checkout
 * @property {boolean} check
 * @property {boolean} open
 * @property {NodeJS.ProcessEnv} env
 * @property {Say} say
 */

/**
 * @typedef {object} Outcome
 * @property {string} host
 * @property {string | null} reason
 * @property {Promise<string> | null} end resolves with the reason when it all ends by itself; null when another `npm start` runs it
 */

/**
 * Runs until Ctrl+C; with `check`, until everything has answered.
 * @param {Launch} launch
 * @returns {Promise<number>} exit code
 */
export async function launchAll(launch) {
  const { say, check } = launch
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 100) / 10
  /** @type {(result: { ready: boolean, host: string | null, reason: string | null, seconds: number }) => void} */
  const report = (result) => {
    if (check) say.line(JSON.stringify(result))
  }
  const started = new Started()
  const work = startAll(launch, started)
  try {
    const outcome = await Promise.race([work, started.interrupted])
    if (outcome === 'interrupted') throw new Interrupted()
    const readyAfter = seconds()
    const fell = check || !outcome.end ? null : await Promise.race([outcome.end, started.interrupted])
    await stopEverything(started, say)
    if (fell !== null && fell !== 'interrupted') {
      say.line(fell)
      return fell === WINDOW_CLOSED ? 0 : 1
    }
    report({ ready: true, host: outcome.host, reason: outcome.reason, seconds: readyAfter })
    return 0
  } catch (error) {
    started.stopping = true
    await endRuns()
    // A phase that is half way gets the chance to hand over what it started.
    await Promise.race([work.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 15_000).unref())])
    await stopEverything(started, say)
    const message = describe(error)
    if (!(error instanceof Interrupted)) process.stderr.write(`\n${message}\n`)
    report({ ready: false, host: null, reason: message.split('\n')[0] ?? message, seconds: seconds() })
    return error instanceof Interrupted ? 130 : 1
  }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function describe(error) {
  if (error instanceof Interrupted) return 'interrupted'
  if (error instanceof Refusal) return error.message
  const { code, path: file, stack } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EACCES' || code === 'EPERM')
    return `No permission for ${file}: it belongs to another user. Use a clone of your own, or run this as that user.`
  if (code === 'ENOSPC') return `The disk is full (${file ?? 'while writing'}). Make room and run the same command again.`
  return String(stack)
}

const WINDOW_CLOSED = 'The workstation was closed.'

/**
 * @param {Started} started
 * @param {Say} say
 */
async function stopEverything(started, say) {
  const begin = Date.now()
  if (await started.stopAll()) say.line(`Everything has stopped (${((Date.now() - begin) / 1000).toFixed(1)} s).`)
}

/**
 * @param {Launch} launch
 * @param {Started} started
 * @returns {Promise<Outcome>}
 */
async function startAll(launch, started) {
  const { root, env, say, check, open } = launch
  const { folder, server } = await say.phase('Data folder', async (progress) => openDataFolder({ root, env, progress }))
  const { lock, running } = await becomeFirst(folder, say, started)
  if (running) return { ...(await describeRunning(running, say)), end: null }
  started.add(async () => {
    giveToOwner(folder)
    lock.release()
  })
  // Stopped first of all: whoever finds this lock now waits instead of using what is about to go.
  const goodbye = async () => lock.write({ phase: 'stopping', ready: null })

  /** @type {Say['phase']} */
  const phase = async (name, work) => {
    started.check()
    lock.write({ phase: name, ready: null })
    return await say.phase(name, work)
  }
  await phase('Packages', (progress) => ensurePackages({ root, progress }))
  await phase('Build', (progress) => buildBundles({ root, progress }))
  const database = await phase('Database', async (progress) => {
    const ours = await startDatabase({ root, external: env['DATABASE_URL'], folder, server, progress })
    started.add(ours.stop)
    return ours
  })
  const api = await phase('Portal API', (progress) => startApi({ root, env, database, folder, started, progress }))
  /** @param {Omit<Reachable, 'api' | 'databasePort'>} station */
  const tell = (station) => {
    if (!started.stopping) lock.write({ phase: 'running', ready: { ...station, api: api.url, databasePort: database.port } })
  }
  const station = await phase('Workstation', (progress) =>
    startWorkstation({
      root,
      env,
      open,
      apiUrl: api.url,
      folder,
      started,
      progress,
      onAddress: (url) => tell({ host: 'browser', reason: station.reason, workstation: url }),
    }),
  )
  if (check) await phase('Check', async (progress) => checkAnswers(api.url, station, progress))
  tell({ host: station.host, reason: station.reason, workstation: station.url() })
  started.add(goodbye)
  await showWorkstation({ station, open, env, folder, started, line: say.line })
  say.line(`Portal API: ${api.url}`)
  if (database.port !== null) say.line(`Demo accounts and codes, sent mail, the client's portal: ${api.url}/demo`)
  say.line(`Data: ${folder}`)
  if (!check) say.line('Ctrl+C stops everything.')

  const endings = [
    api.gone.then(() => `The portal API has ended. Its log is in ${folder}/logs.`),
    station.gone.then(() =>
      station.host === 'electron' ? WINDOW_CLOSED : `The browser host has ended. Its log is in ${folder}/logs.`,
    ),
    ...(database.gone
      ? [
          database.gone.then(
            () => `The database server has ended; it repairs itself at the next npm start. Its log is ${folder}/postgres.log.`,
          ),
        ]
      : []),
  ]
  return { host: station.host, reason: station.reason, end: Promise.race(endings) }
}

/**
 * Takes the lock of the data folder, or waits until the one that holds it can be reached.
 * @param {string} folder
 * @param {Say} say
 * @param {Started} started
 */
async function becomeFirst(folder, say, started) {
  for (let told = ''; ; ) {
    started.check()
    const attempt = takeLock(runLockFile(folder), /** @type {RunNote} */ ({ phase: 'beginning', ready: null }))
    if (attempt.taken) return { lock: attempt.lock, running: null }
    const { note, pid } = attempt.holder
    if (note.ready) return { lock: null, running: attempt.holder }
    if (told !== note.phase)
      say.line(`Another npm start (process ${pid}) is busy with this data folder: ${note.phase}. Waiting for it.`)
    told = note.phase
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/**
 * @param {import('./lock-file.mjs').Holder<RunNote>} running
 * @param {Say} say
 */
async function describeRunning(running, say) {
  const { ready } = running.note
  if (!ready || !(await answers(`${ready.api}/healthz`))) {
    throw new Refusal(
      `npm start already runs here (process ${running.pid}), but its portal API does not answer. Stop it with Ctrl+C in its terminal, or end process ${running.pid}.`,
    )
  }
  say.line(`Already running since ${running.since} (process ${running.pid}); its data are left alone.`)
  say.line(
    ready.host === 'electron' ? 'The workstation is the Electron window that is open.' : `Workstation: ${ready.workstation}`,
  )
  say.line(`Portal API: ${ready.api}`)
  return { host: ready.host, reason: ready.reason }
}

/**
 * @param {string} apiUrl
 * @param {import('./start-workstation.mjs').Workstation} station
 * @param {(text: string) => void} progress
 */
async function checkAnswers(apiUrl, station, progress) {
  if (!(await answers(`${apiUrl}/healthz`))) throw new Refusal(`The portal API does not answer at ${apiUrl}/healthz`)
  progress('the portal API answers')
  const used = station.url()
  const problem = station.host === 'browser' ? await pageProblem(used) : null
  if (problem) throw new Refusal(problem)
  // That address is used up now; the window needs the next one.
  for (let look = 0; look < 100 && station.host === 'browser' && station.url() === used; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  progress("the workstation's page answers")
}

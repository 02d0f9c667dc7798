/** Processes that live as long as their starter, and not a moment longer. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { identityOf } from './process-identity.mjs'

const KEEPER = fileURLToPath(new URL('./keeper.mjs', import.meta.url))

/** @type {import('node:stream').Writable | null} */
let keeper = null

/** @param {import('./keeper.mjs').Duty} duty */
function tellKeeper(duty) {
  if (!keeper) {
    // Not among this process's own children for Node: it must not keep the starter alive.
    const child = spawn(process.execPath, [KEEPER], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: process.platform !== 'win32',
      cwd: '/',
    })
    child.unref()
    keeper = child.stdin
    keeper.on('error', () => {})
    const socket = /** @type {import('node:net').Socket} */ (/** @type {unknown} */ (keeper))
    socket.unref()
  }
  keeper.write(`${JSON.stringify(duty)}\n`)
}

/**
 * Has the process ended when this one dies, in whatever way.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endWithStarter(child, signal) {
  if (child.pid !== undefined) tellKeeper({ end: identityOf(child.pid), signal })
}

/**
 * Has the folder removed when this process ends, in whatever way. Told before the processes that work in it: what is told last is done first.
 * @param {string} folder
 */
export function removeWithStarter(folder) {
  tellKeeper({ remove: folder })
}

/**
 * Options for a child that Ctrl+C in the terminal does not reach: its starter ends it, in the right order.
 * @returns {{ detached: boolean, windowsHide: boolean }}
 */
export function outOfReachOfTheTerminal() {
  return { detached: process.platform !== 'win32', windowsHide: true }
}

/**
 * Ends a child: first the polite signal, after `patience` milliseconds the hard one.
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ signal?: NodeJS.Signals, hardSignal?: NodeJS.Signals, patience?: number }} [options]
 * @returns {Promise<{ forced: boolean }>}
 */
export async function endChild(child, { signal = 'SIGTERM', hardSignal = 'SIGKILL', patience = 10_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return { forced: false }
  const exited = new Promise((resolve) => child.once('exit', resolve))
  let forced = false
  child.kill(signal)
  const timer = setTimeout(() => {
    forced = true
    child.kill(hardSignal)
  }, patience)
  await exited
  clearTimeout(timer)
  return { forced }
}

/** Runs a program to its end, without blocking: Ctrl+C and the progress lines must get through meanwhile. */
import { spawn } from 'node:child_process'
import { endChild, endWithStarter } from './children.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Ends what still runs, when this process is told to stop.
 * @param {number} patience milliseconds until the hard signal follows the polite one, over which npm takes its time
 */
export async function endRuns(patience = 3_000) {
  await Promise.all([...running].map((child) => endChild(child, { patience })))
}

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, output: string }} RunResult */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean, timeout?: number }} [options] `show`: to the terminal instead of into `output`
 * @returns {Promise<RunResult>} `code` is null when it could not be started or was ended by a signal
 */
export function run(command, args, options = {}) {
  const { show = false, ...rest } = options
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'], ...rest })
    running.add(child)
    endWithStarter(child, 'SIGTERM')
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
        output = (output + chunk).slice(-200_000)
      })
    }
    child.on('error', (error) => {
      running.delete(child)
      resolve({ code: null, signal: null, output: `${output}${error.message}` })
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal, output })
    })
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what a colour begins with
const COLOUR = /\u001b\[[0-9;]*m/g

/**
 * The last lines of a text, without colours, for a failure message.
 * @param {string} text
 * @param {number} [count]
 */
export function tail(text, count = 20) {
  return text.replace(COLOUR, '').trimEnd().split('\n').slice(-count).join('\n')
}

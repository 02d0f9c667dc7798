/** A program of ours that runs beside the others and says with one JSON line on its standard output when it answers. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { endChild, endWithStarter, outOfReachOfTheTerminal } from './children.mjs'
import { tail } from './run.mjs'
import { Refusal } from './say.mjs'

/**
 * @typedef {object} Service
 * @property {() => string} url from its ready line, or a later `address` line when the former address was for one use; empty when it named none
 * @property {number} pid
 * @property {Promise<void>} gone resolves when it has ended
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} ServiceOptions
 * @property {string} name for messages and for its log file
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFolder
 * @property {number} within milliseconds until it must answer
 * @property {Promise<unknown>} [interrupted] resolves when there is no point in waiting any longer
 * @property {(url: string) => void} [onAddress] called for every new address after the first
 * @property {(text: string) => void} progress
 */

/**
 * Starts the program and waits for its ready line.
 * @param {ServiceOptions} options
 * @returns {Promise<Service>}
 */
export async function startService(options) {
  const { name, command, args, cwd, env, logFolder, within, progress } = options
  const { interrupted = new Promise(() => {}), onAddress = () => {} } = options
  mkdirSync(logFolder, { recursive: true, mode: 0o700 })
  const logFile = path.join(logFolder, `${name}.log`)
  // The log of the run before stays beside it: it says why that one fell over.
  if (existsSync(logFile)) renameSync(logFile, path.join(logFolder, `${name}.previous.log`))
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(command, [...args], { cwd, env, ...outOfReachOfTheTerminal(), stdio: ['ignore', 'pipe', log] })
  endWithStarter(child, 'SIGTERM')
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      writeSync(log, `${error.message}\n`)
      resolve()
    })
  })
  let address = ''
  /** @type {Promise<true>} */
  const ready = new Promise((resolve) => {
    if (!child.stdout) return
    createInterface({ input: child.stdout })
      .on('line', (line) => {
        const said = parseEvent(line)
        if (said?.event === 'ready') {
          address = said.url ?? ''
          resolve(true)
        } else if (said?.event === 'address' && said.url) {
          address = said.url
          onAddress(address)
        } else if (said?.event === 'progress' && said.message) progress(said.message)
        else writeSync(log, `${line}\n`)
      })
      .on('close', () => closeSync(log))
  })
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, within)
  }).then(() => null)
  const answered = await Promise.race([ready, gone.then(() => null), tooLate, interrupted.then(() => null)])
  clearTimeout(timer)
  if (answered === null || child.pid === undefined) {
    const ended = child.exitCode !== null || child.signalCode !== null || child.pid === undefined
    await endChild(child)
    const what = ended ? 'stopped before it answered' : `did not answer within ${Math.round(within / 1000)} s`
    throw new Refusal(`The ${name} ${what}. Its log, ${logFile}, ends with:\n${tail(readFileSync(logFile, 'utf8'), 15)}`)
  }
  return {
    url: () => address,
    pid: child.pid,
    gone,
    async stop() {
      await endChild(child)
    },
  }
}

/**
 * @param {string} line
 * @returns {{ event: string, url?: string, message?: string } | null}
 */
function parseEvent(line) {
  if (!line.startsWith('{"event":')) return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

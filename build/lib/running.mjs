/** The lock of a data folder: which `npm start` runs on it, how far it is, and where it can be reached. */
import path from 'node:path'
import { LOCK } from './data-folder.mjs'
import { holderOf } from './lock-file.mjs'

/**
 * @typedef {object} Reachable
 * @property {string} workstation address of the browser host, empty in Electron
 * @property {string} api
 * @property {'electron' | 'browser'} host
 * @property {string | null} reason why not Electron
 * @property {number | null} databasePort of our own server; null for an external one
 */

/** @typedef {{ phase: string, ready: Reachable | null }} RunNote */

/** @param {string} dataFolder */
export const runLockFile = (dataFolder) => path.join(dataFolder, LOCK)

/**
 * The `npm start` that runs on this data folder now.
 * @param {string} dataFolder
 * @returns {import('./lock-file.mjs').Holder<RunNote> | null}
 */
export function runningOn(dataFolder) {
  return holderOf(runLockFile(dataFolder))
}

/**
 * @param {string} url
 * @param {number} [milliseconds]
 * @returns {Promise<boolean>} whether it answers at all, with any status below 500
 */
export async function answers(url, milliseconds = 5_000) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(milliseconds) })
    await response.body?.cancel()
    return response.status < 500
  } catch {
    return false
  }
}

/**
 * Stops processes whose starter has vanished. It reads one JSON line per process from its standard input; when that input ends without
 * a word, the starter is dead (killed, crashed, its terminal gone), and the processes are ended in reverse order, so that the database
 * goes last. Runs as a process of its own, out of reach of Ctrl+C.
 */
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { ended, stillRuns } from './process-identity.mjs'

/** @typedef {{ end: import('./process-identity.mjs').ProcessIdentity, signal: NodeJS.Signals } | { remove: string }} Duty */

const PATIENCE = 10_000

/** @type {Duty[]} */
const duties = []
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
for await (const line of createInterface({ input: process.stdin })) duties.unshift(JSON.parse(line))
for (const duty of duties) await carryOut(duty)

/** @param {Duty} duty */
async function carryOut(duty) {
  if ('remove' in duty) return rmSync(duty.remove, { recursive: true, force: true })
  if (!stillRuns(duty.end)) return
  process.kill(duty.end.pid, duty.signal)
  if (!(await ended(duty.end, PATIENCE))) process.kill(duty.end.pid, 'SIGKILL')
}

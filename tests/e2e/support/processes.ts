/** The two processes of the product, started from their bundles as `npm start` starts them, and killed as tests need. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const READY_WITHIN_MS = 60_000

export interface RunningProcess {
  readonly url: string
  /** What it wrote to stderr so far; shown when a test fails to start it. */
  readonly log: () => string
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Starts a bundle and waits for its ready line; fails with its log when none comes. */
export async function startBundle(bundle: string, env: Readonly<Record<string, string>>): Promise<RunningProcess> {
  const child = spawn(process.execPath, [bundle], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(-20_000)
  })
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${bundle} said nothing for ${READY_WITHIN_MS / 1000} s.\n${log}`)),
      READY_WITHIN_MS,
    )
    child.once('exit', (code) => reject(new Error(`${bundle} ended with ${code}.\n${log}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = line.startsWith('{') ? (JSON.parse(line) as { event?: string; url?: string }) : {}
      if (said.event === 'ready' && said.url) {
        clearTimeout(timer)
        resolve(said.url)
      }
    })
  })
  return { url, log: () => log, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
}

/** A program of ours as a process of its own: its lines, its end, and the end a test gives it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Said {
  readonly event: string
  readonly url?: string
}

export interface Program {
  readonly child: ChildProcess
  /** What it said on standard output, as JSON lines. */
  readonly said: readonly Said[]
  /** What it logged on standard error. */
  log(): string
  /** The next event of this name, or one that was said before; rejects when the program ends first. */
  hears(event: string, count?: number): Promise<Said>
  /** Ends it as `npm start` does, or at once as a power cut. @returns the exit code, null after a signal */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
  /** Resolves with its exit code when it ends by itself. */
  readonly exited: Promise<number | null>
}

export function startProgram(args: readonly string[], env: Readonly<Record<string, string>>, ipc = false): Program {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
    // Messages are cloned, not turned into JSON: what a page could hand over arrives as it was.
    serialization: 'advanced',
  })
  const said: Said[] = []
  const waiting = new Set<() => void>()
  let log = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(-50_000)
  })
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"event":')) said.push(JSON.parse(line) as Said)
      for (const look of waiting) look()
    })
  }
  const exited = once(child, 'exit').then(([code]) => {
    for (const look of waiting) look()
    return code as number | null
  })
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null

  return {
    child,
    said,
    log: () => log,
    exited,
    hears: (event, count = 1) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = said.filter((one) => one.event === event)[count - 1]
          if (!found && !ended()) return
          waiting.delete(look)
          if (found) resolve(found)
          else reject(new Error(`It ended before it said ${event}.\n${log}`))
        }
        waiting.add(look)
        look()
      }),
    async end(signal) {
      if (!ended()) child.kill(signal)
      return exited
    },
  }
}

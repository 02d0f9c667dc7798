/** Processes that are killed at random moments and come back at the same address, and a database that is restarted under them. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiProcess } from '../api.ts'
import type { DurableDatabase } from '../database.ts'

export interface ChaosParts {
  readonly server: DurableDatabase
  /** Starts process `n` at its own address; tried again while it fails. */
  readonly startProcess: (n: number) => Promise<ApiProcess>
  readonly processes: ApiProcess[]
  readonly kills: number
  readonly restarts: number
  /** At most this long, in milliseconds, is a process at work before it is killed. */
  readonly within: number
  /** Called just before process `n` is killed. */
  readonly onKill: (n: number) => void
  /** Called when a process is gone and before it comes back. */
  readonly onKilled: () => Promise<void>
  readonly progress: (text: string) => void
}

export interface Chaos {
  readonly kills: number
  readonly restarts: number
  /** Processes that ended without being killed. */
  readonly fallen: number
}

/** Kills and restarts until all of it was done; every process is at work again when it resolves. */
export async function cause(parts: ChaosParts): Promise<Chaos> {
  const { server, processes, progress } = parts
  let [kills, restarts, fallen] = [0, 0, 0]
  const every = parts.kills / Math.max(1, parts.restarts)

  const startAgain = async (n: number): Promise<ApiProcess> => {
    for (;;) {
      const started = await parts.startProcess(n).catch(() => null)
      if (started) return started
      // The database may be away just now.
      await sleep(100)
    }
  }

  /** One process: killed as long as there is a kill to give. */
  const killing = async (n: number) => {
    while (kills < parts.kills) {
      const one = processes[n]
      if (!one) throw new Error(`There is no process ${n}.`)
      const fell = await Promise.race([one.gone.then(() => true), sleep(Math.random() * parts.within).then(() => false)])
      if (fell) fallen += 1
      else if (kills >= parts.kills) return
      else {
        kills += 1
        parts.onKill(n)
        await one.kill()
      }
      await parts.onKilled()
      if (kills % 10 === 0) progress(`${kills} kills, ${restarts} restarts of the database`)
      processes[n] = await startAgain(n)
    }
  }

  const restarting = async () => {
    while (restarts < parts.restarts) {
      if (kills >= Math.min(parts.kills, (restarts + 0.5) * every)) {
        await server.restart(restarts % 2 === 0 ? 'crash' : 'clean')
        restarts += 1
      }
      await sleep(20)
    }
  }

  await Promise.all([...processes.keys()].map(killing).concat(restarting()))
  return { kills, restarts, fallen }
}

/** Work that goes on after an answer has left: started here, awaited before the server stops, its failures logged. */
import type { Logger } from 'pino'

export interface Background {
  start(work: () => Promise<unknown>): void
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
}

export function makeBackground(log: Logger): Background {
  const running = new Set<Promise<void>>()
  return {
    start(work) {
      const one = work().then(
        () => undefined,
        (error: unknown) => log.error({ err: error }, 'work after an answer failed'),
      )
      running.add(one)
      void one.finally(() => running.delete(one))
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

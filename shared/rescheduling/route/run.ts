/** How a long computation is watched and ended. The engine has no clock of its own: who calls it gives it one. */
export interface Run {
  /** Called off, or out of time. */
  stopped(): boolean
  cancelled(): boolean
  /** For what cannot ask by itself, such as a solver. */
  secondsLeft(): number
  /** Lets others on this thread have a turn; cheap when there is no need. */
  breathe(): Promise<void>
  progress(news: RunNews): void
}

export interface RunNews {
  readonly stage: 'start' | 'search' | 'columns' | 'master' | 'done'
  /** Cost of the best plan so far; infinity while there is none. */
  readonly upper: number
  /** No plan costs less. */
  readonly lower: number
}

/** Runs to the end, on its own. */
export const UNWATCHED: Run = {
  stopped: () => false,
  cancelled: () => false,
  secondsLeft: () => 600,
  breathe: async () => undefined,
  progress: () => undefined,
}

export interface TimedRun {
  /** Milliseconds on any clock that only goes forward. */
  now(): number
  readonly seconds: number
  /** Asked often. */
  cancelled?(): boolean
  breathe?(): Promise<void>
  progress?(news: RunNews): void
}

/** A computation that ends after so many seconds, with what it has by then, or when it is called off. */
export function timedRun({ now, seconds, cancelled = () => false, breathe, progress }: TimedRun): Run {
  const end = now() + seconds * 1000
  return {
    stopped: () => cancelled() || now() > end,
    cancelled,
    secondsLeft: () => Math.max(0.01, (end - now()) / 1000),
    breathe: breathe ?? UNWATCHED.breathe,
    progress: progress ?? UNWATCHED.progress,
  }
}

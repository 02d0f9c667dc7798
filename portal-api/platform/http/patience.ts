/** Questions of a watcher: asked of the database once at a time, however many ask, and answered soon whatever it does. */

/** Less than a balancer or Prometheus waits. */
const WITHIN_MS = 2000

/** Who asks while the same question is under way gets its answer. */
export function makeShared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => {
    running ??= ask().finally(() => {
      running = null
    })
    return running
  }
}

/** The answer, or a failure when it takes too long. What was asked goes on. */
export function within<T>(answer: Promise<T>, milliseconds = WITHIN_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('There was no answer in time.')), milliseconds)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

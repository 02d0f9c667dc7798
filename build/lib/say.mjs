/** What the commands print: one line when a phase begins to take time, one line when it is done. */

/** @typedef {{ line: (text: string) => void, phase: <T>(name: string, work: (progress: (text: string) => void) => Promise<T>) => Promise<T> }} Say */

const HEARTBEAT = 10_000

/**
 * @param {(text: string) => void} [write]
 * @returns {Say}
 */
export function makeSay(write = (text) => process.stdout.write(`${text}\n`)) {
  return {
    line: write,
    async phase(name, work) {
      const start = Date.now()
      const seconds = () => ((Date.now() - start) / 1000).toFixed(1)
      write(`> ${name}`)
      const heartbeat = setInterval(() => write(`  ... still busy (${Math.round((Date.now() - start) / 1000)} s)`), HEARTBEAT)
      try {
        const result = await work((text) => write(`  ${text}`))
        write(`  done in ${seconds()} s`)
        return result
      } finally {
        clearInterval(heartbeat)
      }
    },
  }
}

/** A failure whose message is a whole sentence for the person at the keyboard; it is printed without a stack. */
export class Refusal extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'Refusal'
  }
}

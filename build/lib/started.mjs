/** What has been started, to be stopped in reverse order, and the word that it is time. */

import { onStop } from './stop-signals.mjs'

/** Thrown to leave the phases when the user has pressed Ctrl+C. */
export class Interrupted extends Error {}

export class Started {
  /** @type {(() => Promise<void>)[]} */
  #stops = []
  stopping = false
  /** @type {Promise<'interrupted'>} */
  interrupted

  constructor() {
    this.interrupted = new Promise((resolve) =>
      onStop(() => {
        this.stopping = true
        resolve('interrupted')
      }),
    )
  }

  /** @param {() => Promise<void>} stop */
  add(stop) {
    this.#stops.unshift(stop)
  }

  /** Leaves the phases when it is time to stop. */
  check() {
    if (this.stopping) throw new Interrupted()
  }

  /** @returns {Promise<boolean>} whether there was anything to stop */
  async stopAll() {
    this.stopping = true
    const stops = this.#stops.splice(0)
    for (const stop of stops) await stop()
    return stops.length > 0
  }
}

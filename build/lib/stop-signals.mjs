/** When it is time to stop: Ctrl+C, a closed terminal, or the end of the npm that runs this command. */

const LOOK_EVERY = 500

/**
 * Calls `stop` once. npm hands a signal to the shell it has put in between, and that shell dies without passing it on: so under npm the
 * end of the parent counts as well.
 * @param {() => void} stop
 */
export function onStop(stop) {
  let told = false
  const once = () => {
    if (!told) stop()
    told = true
  }
  // The handlers stay: a second signal, which npm sends along with the terminal's own, must not end this process half way.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, once)
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    once()
  }, LOOK_EVERY)
  watch.unref()
}

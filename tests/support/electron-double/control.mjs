/** The wire between a test and the program on the double: what was recorded, and what the test lets happen. */

/** @type {{ what: string, value: unknown }[]} */
const records = []
/** @type {Map<string, (...args: any[]) => unknown>} */
const acts = new Map()

/** Keeps what the program did, in order; what cannot be sent (functions) is left out. */
export function record(what, value) {
  records.push({ what, value: sendable(value) })
}

/** Lets a test do something by name. */
export function act(name, does) {
  acts.set(name, does)
}

function sendable(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

act('records', (what) => records.filter((one) => one.what === what).map((one) => one.value))

process.on('message', async ({ id, name, args }) => {
  try {
    const does = acts.get(name)
    if (!does) throw new Error(`The double cannot ${name}`)
    process.send?.({ id, value: await does(...args) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
// A desktop program stays until it is ended; one whose test has gone does not.
process.on('disconnect', () => process.exit(0))

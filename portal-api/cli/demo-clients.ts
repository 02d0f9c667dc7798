/**
 * `npm run demo:clients -- [--rate 20/min] [--for 60s] [--url http://…]`: simulated clients at work through the public
 * API of a running demo. Ctrl+C ends it after the visits that are under way.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { simulateClients } from '../demo/simulation/run.ts'

const USAGE = 'npm run demo:clients -- [--rate 20/min] [--for 60s] [--url http://127.0.0.1:…]'
const MOST_A_MINUTE = 600

interface Wanted {
  readonly url: string
  readonly rate: number
  readonly lasts: number | null
}

/** `20/min`, `20` */
function rateOf(text: string): number | null {
  const match = /^(\d{1,4})(?:\/min)?$/.exec(text)
  const rate = Number(match?.[1] ?? 0)
  return rate >= 1 && rate <= MOST_A_MINUTE ? rate : null
}

/** `90s`, `10m` → milliseconds */
function lengthOf(text: string): number | null {
  const match = /^(\d{1,5})([sm])$/.exec(text)
  return match ? Number(match[1]) * (match[2] === 'm' ? 60_000 : 1000) : null
}

function wanted(): Wanted | string {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { rate: text, for: text, url: text } })
    const rate = rateOf(values.rate ?? '20/min')
    if (rate === null) return `--rate: from 1/min to ${MOST_A_MINUTE}/min`
    const lasts = values.for === undefined ? null : lengthOf(values.for)
    if (values.for !== undefined && lasts === null) return '--for: for example 60s or 10m'
    const url = values.url ?? process.env['PORTAL_API_URL']
    if (!url || !URL.canParse(url)) return '--url: the address of a running portal API'
    return { url: url.replace(/\/$/, ''), rate, lasts }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Only a demo shows its outbox; against anything else these clients have no business. */
async function isDemo(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/demo/outbox.json`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    // No answer: the same as no demo.
    return false
  }
}

const given = wanted()
if (typeof given === 'string') {
  console.error(`${given}\n${USAGE}`)
  process.exitCode = 2
} else if (!(await isDemo(given.url))) {
  console.error(`There is no demo at ${given.url}. Run npm start in another terminal first.`)
  process.exitCode = 1
} else {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  console.log(`Clients at work at ${given.url}: ${given.rate} visits a minute. Ctrl+C stops.`)
  const statistics = await simulateClients({
    ...given,
    stop: stop.signal,
    now: () => new Date(),
    progress: (line) => console.log(line),
    seed: randomInt(2 ** 31),
  })
  process.exitCode = statistics.faults > 0 ? 1 : 0
}

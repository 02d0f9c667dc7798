/** Simulated clients at work at a steady rate, a bounded number at once, until it is time or somebody says stop. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, chanceOf } from '../seed/chance.ts'
import { type Habit, type SimulatedPerson, simulatedPeople } from './people.ts'
import { Statistics } from './statistics.ts'
import { visitPortal } from './visit.ts'

export interface SimulationOptions {
  readonly url: string
  /** Visits a minute. */
  readonly rate: number
  /** Milliseconds until it ends by itself; null = until stopped. */
  readonly lasts: number | null
  readonly stop: AbortSignal
  readonly now: () => Date
  /** Told every few seconds, and at the end. */
  readonly progress: (line: string) => void
  /** Another seed gives another order of people and deeds. */
  readonly seed: number
}

/** Visits at once; more would measure this process instead of the server. */
const AT_ONCE = 8
const PROGRESS_EVERY_MS = 5_000

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  // An aborted pause is over early; that is what stopping means.
  await sleep(Math.max(0, milliseconds), undefined, { signal: stop }).catch(() => undefined)
}

/** Of a hundred visits so many are of each habit: most send notices and questions to providers of home help. */
const SHARES: readonly (readonly [Habit, number])[] = [
  ['home-help', 60],
  ['care', 20],
  ['projects', 10],
  ['device', 10],
]

function habitBy(draw: number): Habit {
  let left = draw
  for (const [habit, share] of SHARES) {
    left -= share
    if (left <= 0) return habit
  }
  return 'device'
}

/** Runs to its end and returns what was done. Visits under way are finished first. */
export async function simulateClients(options: SimulationOptions): Promise<Statistics> {
  const { rate, lasts, stop, now, progress } = options
  const statistics = new Statistics()
  if (stop.aborted) return statistics
  const chance: Chance = chanceOf(options.seed, 'simulation')
  const people = simulatedPeople(now())
  const shuffled = chance.shuffled(people)
  const poolOf = (habit: Habit) => shuffled.filter((person) => person.habit === habit)
  const pools: Record<Habit, SimulatedPerson[]> = {
    'home-help': poolOf('home-help'),
    care: poolOf('care'),
    projects: poolOf('projects'),
    device: poolOf('device'),
  }
  const underWay = new Set<Promise<void>>()
  const busy = new Set<string>()
  const began = performance.now()
  let told = began
  for (let due = began; !stop.aborted && (lasts === null || due - began < lasts); due += 60_000 / rate) {
    await pause(due - performance.now(), stop)
    if (stop.aborted) break
    const pool = pools[habitBy(chance.int(1, 100))]
    const person = pool.find((one) => !busy.has(one.userName))
    if (underWay.size >= AT_ONCE || !person) {
      statistics.skipped += 1
    } else {
      pool.push(...pool.splice(pool.indexOf(person), 1))
      busy.add(person.userName)
      const ground = { url: options.url, statistics, chance, now, wait: (milliseconds: number) => pause(milliseconds, stop) }
      const visit = visitPortal(ground, person).finally(() => {
        underWay.delete(visit)
        busy.delete(person.userName)
      })
      underWay.add(visit)
    }
    if (performance.now() - told > PROGRESS_EVERY_MS) {
      told = performance.now()
      progress(statistics.line())
    }
  }
  await Promise.all(underWay)
  progress(statistics.line())
  return statistics
}

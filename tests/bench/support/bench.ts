/**
 * The frame of a bench: reads its flags, runs it, puts away what it started, prints one JSON line and ends with 0 (all goals met),
 * 1 (a goal missed, or it fell over) or 2 (something could not be measured here).
 */
import { type Flags, type FlagsLike, parseFlags } from './flags.ts'
import { type Goal, verdict } from './goals.ts'
import { machineHere } from './machine.ts'
import { type Result, writeMeasurements } from './measurements.ts'

export interface Bench<F extends Flags> {
  /** The file's name without `.bench.ts`. */
  readonly name: string
  /** What is measured, in a sentence or two, for docs/measurements.md. */
  readonly title: string
  /** The bench's own flags with their defaults; `--write` is there by itself. */
  readonly flags: F
  measure(run: BenchRun<F>): Promise<Measured>
}

export interface BenchRun<F extends Flags> {
  readonly flags: FlagsLike<F>
  /** One line for the person who waits. */
  progress(text: string): void
  /** Undone at the end, newest first, also after a failure and after Ctrl+C. */
  defer(undo: () => Promise<unknown>): void
}

export interface Measured {
  readonly figures: Readonly<Record<string, number | string>>
  /** What was asked, by name: `atMost(…)`, `atLeast(…)`, `notMeasured(…)`. */
  readonly ratios: Readonly<Record<string, Goal>>
  /** Version of the server it ran on. */
  readonly postgres?: string
}

const EXIT = { met: 0, missed: 1, notMeasured: 2 } as const

/** The result of a run, and the one line that says it. */
export function resultOf<F extends Flags>(bench: Bench<F>, measured: Measured, flags: string, now: Date): Result {
  return {
    name: bench.name,
    title: bench.title,
    figures: measured.figures,
    ratios: measured.ratios,
    ok: verdict(Object.values(measured.ratios)),
    machine: machineHere(measured.postgres ?? null),
    date: now.toISOString().slice(0, 10),
    flags,
  }
}

/** `name` first: the runner knows the line by it. */
export function lineOf({ name, figures, ratios, ok, machine, date }: Result): string {
  return JSON.stringify({ name, figures, ratios, ok, machine, date })
}

export function exitCodeOf(ok: Goal['ok']): number {
  return ok === true ? EXIT.met : ok === false ? EXIT.missed : EXIT.notMeasured
}

/** Runs a bench as the program of this process. The last thing a bench file does. */
export async function bench<F extends Flags>(given: Bench<F>): Promise<void> {
  const start = performance.now()
  const progress = (text: string) => {
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${text}\n`)
  }
  const undo: (() => Promise<unknown>)[] = []
  const putAway = async () => {
    for (let one = undo.pop(); one; one = undo.pop()) await one().catch((error: unknown) => progress(String(error)))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void putAway().then(() => process.exit(130)))
  try {
    const args = process.argv.slice(2)
    const flags = parseFlags(args, { ...given.flags, write: false })
    const measured = await given.measure({ flags, progress, defer: (one) => undo.push(one) })
    await putAway()
    const result = resultOf(given, measured, args.filter((arg) => arg !== '--write').join(' '), new Date())
    for (const [name, goal] of Object.entries(result.ratios)) progress(`${name}: ${goal.value} (${goal.goal}): ${goal.ok}`)
    if (flags.write) writeMeasurements(result)
    process.stdout.write(`${lineOf(result)}\n`)
    process.exitCode = exitCodeOf(result.ok)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    await putAway()
    // Whatever still works in the background (clients under load, followers) must not keep a failed bench alive.
    process.stdout.write(`${JSON.stringify({ name: given.name, ok: false, error: String(error) })}\n`, () =>
      process.exit(EXIT.missed),
    )
  }
}

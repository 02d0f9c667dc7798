/** Product and peer by turns, so that whatever else the machine is doing hits both. */

/**
 * Runs every side once a round. The order turns round each time (A B, B A, …), so that neither always comes after the other.
 * Returns per side what its rounds gave, in order.
 */
export async function byTurns<S extends string, T>(
  rounds: number,
  sides: Readonly<Record<S, (round: number) => Promise<T>>>,
): Promise<Record<S, T[]>> {
  const names = Object.keys(sides) as S[]
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<S, T[]>
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? names : names.toReversed()
    for (const name of order) results[name].push(await sides[name](round))
  }
  return results
}

export interface Load {
  /** Milliseconds per call, in the order in which they ended. */
  readonly times: number[]
  /** From the first call to the end of the last. */
  readonly seconds: number
}

/** A number of clients, each of which calls again as soon as it has its answer; until `calls` were made in all. */
export async function closedLoop(
  clients: number,
  calls: number,
  each: (call: number, client: number) => Promise<unknown>,
): Promise<Load> {
  const times: number[] = []
  let next = 0
  const start = performance.now()
  const client = async (_: unknown, number: number) => {
    while (next < calls) {
      const call = next
      next += 1
      const began = performance.now()
      await each(call, number)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { times, seconds: (performance.now() - start) / 1000 }
}

/** The clock is passed in; no rule asks the machine or SQL what time it is. */
export interface Clock {
  now(): Date
}

export const machineClock: Clock = { now: () => new Date() }

/** A clock that started at `start` and runs with the machine's. */
export function clockFrom(start: Date): Clock {
  const offset = start.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}

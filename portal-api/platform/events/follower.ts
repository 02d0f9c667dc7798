/**
 * One follower of a provider's events: first what it has missed, from memory or the log, then every batch as it comes. It is told each
 * number at most once and in order, whatever arrives while it catches up.
 */
import type { StaffRole } from '../../../shared/domain/staff.ts'
import type { EventHub } from './hub.ts'
import { type Batch, textFor } from './line.ts'

export interface FollowerParts {
  readonly hub: EventHub
  readonly provider: string
  readonly role: StaffRole
  /** Told up to here already. */
  readonly after: number
  write(text: string): void
  /** It must come again and resume: events are gone, or it does not keep up. */
  breakOff(): void
}

export interface Follower {
  /** The last number told, or passed over because its role does not hear it. */
  last(): number
  leave(): void
}

/** Begins to follow; resolves once it is level with the log. Fails when the log cannot be read. */
export async function startFollower({ hub, provider, role, after, write, breakOff }: FollowerParts): Promise<Follower> {
  let last = after
  let level = false

  const hear = (batch: Batch | 'gap') => {
    if (batch === 'gap') return breakOff()
    // While it catches up it reads this batch too.
    if (!level || batch.to <= last) return
    const text =
      batch.from === last
        ? batch.textFor(role)
        : textFor(
            role,
            batch.events.filter((event) => event.id > last),
          )
    last = batch.to
    if (text !== '') write(text)
  }

  const leave = await hub.follow(provider, hear)
  try {
    do {
      const missed = await hub.after(provider, last)
      const text = textFor(role, missed)
      last = missed.at(-1)?.id ?? last
      if (text !== '') write(text)
      // Nothing may come between this look and the next batch.
      level = missed.length === 0 && hub.position(provider) <= last
    } while (!level)
  } catch (error) {
    leave()
    throw error
  }
  return { last: () => last, leave }
}

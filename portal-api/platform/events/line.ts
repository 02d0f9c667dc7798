/** The newest events of one provider in memory, and the texts in which its followers hear of them. No database, no network. */
import type { DesktopEvent } from '../../../shared/api/events.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { hears } from './read.ts'

const KEPT = 500

/** An event as it stands in the stream. */
export function frameOf(event: DesktopEvent): string {
  return `id: ${event.id}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`
}

/** The texts of those events that a role hears, in order; empty when it hears none of them. */
export function textFor(role: StaffRole, events: readonly DesktopEvent[]): string {
  return events
    .filter((event) => hears(role, event))
    .map(frameOf)
    .join('')
}

/** Events that follow one another, for all followers at once: each role's text is made once, however many listen. */
export interface Batch {
  /** The number before the first of them. */
  readonly from: number
  /** The number of the last. */
  readonly to: number
  readonly events: readonly DesktopEvent[]
  textFor(role: StaffRole): string
}

function batchOf(from: number, to: number, events: readonly DesktopEvent[]): Batch {
  const texts = new Map<StaffRole, string>()
  return {
    from,
    to,
    events,
    textFor(role) {
      const text = texts.get(role) ?? textFor(role, events)
      texts.set(role, text)
      return text
    },
  }
}

export interface Line {
  /** The number of the last event taken. */
  position(): number
  /**
   * Takes what follows; what is known already is left out. Null when nothing is new; `gap` when events in between are missing, and then
   * nothing was taken.
   */
  take(events: readonly DesktopEvent[]): Batch | 'gap' | null
  /** The events after a number; null when memory does not reach back that far. */
  after(number: number): readonly DesktopEvent[] | null
}

/** A line that stands at `position`: everything up to there was committed before it began to listen. */
export function makeLine(start: number): Line {
  let position = start
  let kept: readonly DesktopEvent[] = []
  return {
    position: () => position,
    take(events) {
      const from = position
      const fresh = events.filter((event) => event.id > from)
      const [first] = fresh
      if (first === undefined) return null
      if (first.id !== from + 1) return 'gap'
      position = from + fresh.length
      kept = [...kept, ...fresh].slice(-KEPT)
      return batchOf(from, position, fresh)
    },
    after: (number) => (number < position - kept.length ? null : kept.filter((event) => event.id > number)),
  }
}

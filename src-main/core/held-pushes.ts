/** While the screen is locked nothing personal leaves: what would have been told is held back and made good afterwards. */
import type { Push } from '../../shared/bridge/channels.ts'
import type { PushListener } from './pushes.ts'

/** Pushes that say something about people or their cases. */
const HELD: ReadonlySet<Push> = new Set(['event', 'resync', 'outbox'])

export interface HeldPushes {
  /** Tells the screen, or remembers that it was not told. */
  readonly emit: PushListener
  /** The lock is off: the screen is to fetch anew when it missed anything. */
  release(): void
  /** Nobody is in any more: there is nothing to make good. */
  forget(): void
}

export function createHeldPushes(deps: {
  readonly locked: () => boolean
  readonly emit: PushListener
  /** Tells the outbox as it is now. */
  readonly tellOutbox: () => void
}): HeldPushes {
  let missedEvents = false
  let missedOutbox = false
  return {
    emit(push, value) {
      if (!deps.locked() || !HELD.has(push)) return deps.emit(push, value)
      if (push === 'outbox') missedOutbox = true
      else missedEvents = true
    },
    release() {
      if (missedOutbox) deps.tellOutbox()
      if (missedEvents) deps.emit('resync', {})
      this.forget()
    },
    forget() {
      missedEvents = false
      missedOutbox = false
    },
  }
}

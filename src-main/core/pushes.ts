/** The hub of what the workstation tells the screen unasked. A listener that fails does not hinder the others. */
import type { Push, PushOf } from '../../shared/bridge/channels.ts'
import type { Logger } from './ports.ts'

export type PushListener = <P extends Push>(push: P, value: PushOf<P>) => void

export interface PushHub {
  readonly emit: PushListener
  /** Hears one push. */
  on<P extends Push>(push: P, listener: (value: PushOf<P>) => void): () => void
  /** Hears every push; the function returned stops listening. */
  onAny(listener: PushListener): () => void
}

export function createPushHub(logger: Logger): PushHub {
  const listeners = new Set<PushListener>()
  const onAny: PushHub['onAny'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    onAny,
    on: (push, listener) =>
      onAny((name, value) => {
        // The name tells the type of the value; the compiler cannot tell two names apart here.
        if ((name as Push) === push) listener(value as never)
      }),
    emit(push, value) {
      for (const listener of listeners) {
        try {
          listener(push, value)
        } catch (error) {
          logger.error('a listener to a push failed', error, { push })
        }
      }
    },
  }
}

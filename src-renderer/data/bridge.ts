/** The one door to the workstation: `window.desk`, put there by the host. */

import type { Bridge } from '../../shared/bridge/bridge.ts'
import type { Channel, InputOf, Push, PushOf, ValueOf } from '../../shared/bridge/channels.ts'
import { ProblemError } from './problem-error.ts'

declare global {
  interface Window {
    desk: Bridge
  }
}

/** Asks the workstation; a refusal is thrown as a {@link ProblemError}. */
export async function ask<C extends Channel>(channel: C, input: InputOf<C>): Promise<ValueOf<C>> {
  const result = await window.desk.call(channel, input)
  if (!result.ok) throw new ProblemError(result.problem)
  return result.value
}

/** Listens to what the workstation tells unasked; the function returned stops listening. */
export function listen<P extends Push>(push: P, listener: (value: PushOf<P>) => void): () => void {
  return window.desk.on(push, listener)
}

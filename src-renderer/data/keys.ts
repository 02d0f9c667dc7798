/** Keys of the query cache: the channel, then its input. One place, so that invalidation and reading agree. */
import type { Channel, InputOf } from '../../shared/bridge/channels.ts'

export function deskKey<C extends Channel>(channel: C, input: InputOf<C>): readonly [C, InputOf<C>] {
  return [channel, input]
}

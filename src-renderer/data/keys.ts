/** Keys of the query cache: the channel, then its input. One place, so that invalidation and reading agree. */
import type { Channel, InputOf, PortalRoute } from '../../shared/bridge/channels.ts'

export type DeskKey<C extends Channel = Channel> = readonly [C, InputOf<C>?]

export function deskKey<C extends Channel>(channel: C, input: InputOf<C>): readonly [C, InputOf<C>] {
  return [channel, input]
}

/** The start of every key of a portal route, for invalidation. */
export function portalPrefix(route: PortalRoute): readonly [string] {
  return [`portal:${route}`]
}

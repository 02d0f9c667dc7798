/**
 * The one way in, for every host: knows the channel, checks what comes in and what goes out against the table, and holds
 * the lock. What may be expected is answered as a problem; a bug is logged under a trace and answered as `server-fault`.
 */
import type { z } from 'zod'
import type { CallOf, OutputOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import {
  type Channel,
  type DESK_CHANNELS,
  type DeskChannel,
  isChannel,
  type PortalChannel,
  type PortalRoute,
  type SessionState,
  schemasOf,
  type ValueOf,
} from '../../shared/bridge/channels.ts'
import type { Result } from '../../shared/bridge/result.ts'
import { checkInput } from '../../shared/domain/field-rules.ts'
import { jsonSafe, MAX_INPUT_KB } from './json-safe.ts'
import type { Ids, Logger } from './ports.ts'
import type { Refuser } from './refuse.ts'

/** What a handler gets: the input as the table's schema made it. */
export type Given<C extends Channel> = C extends DeskChannel
  ? z.infer<(typeof DESK_CHANNELS)[C]['input']>
  : C extends `portal:${infer N extends PortalRoute}`
    ? CallOf<Api[N]>
    : never

export type Handler<C extends Channel> = (input: Given<C>) => Promise<Result<ValueOf<C>>> | Result<ValueOf<C>>
export type DeskHandlers = { readonly [C in DeskChannel]: Handler<C> }
/** One handler for all portal channels: the client knows the route. */
export type PortalHandler = <N extends PortalRoute>(route: N, call: CallOf<Api[N]>) => Promise<Result<OutputOf<Api[N]>>>

/** When a channel answers: `always`, because it gives nothing away, or only `unlocked`, to the person who is in. */
type Gate = 'always' | 'unlocked'

const GATES = {
  'app.info': 'always',
  'session.state': 'always',
  'session.sign-in': 'always',
  'session.code': 'always',
  'session.back': 'always',
  'session.switch': 'always',
  'session.confirm': 'always',
  'session.lock': 'always',
  'session.unlock': 'always',
  'session.sign-out': 'always',
  'session.active': 'always',
  'settings.read': 'always',
  'settings.write': 'always',
  'live.state': 'always',
  'drafts.read': 'unlocked',
  // What was typed when the lock fell is still kept; the store itself decides how long after signing out.
  'drafts.write': 'always',
  'drafts.remove': 'unlocked',
  'outbox.submit': 'unlocked',
  'outbox.list': 'unlocked',
  'outbox.retry': 'unlocked',
  'outbox.dismiss': 'unlocked',
  // A sign-in screen may lead to help; an address of the allow list tells nothing.
  'links.open': 'always',
} as const satisfies Record<DeskChannel, Gate>

export type Dispatch = (channel: unknown, input: unknown) => Promise<Result<unknown>>

export interface DispatcherDeps {
  readonly desk: DeskHandlers
  readonly portal: PortalHandler
  readonly state: () => SessionState
  readonly refuser: Refuser
  readonly logger: Logger
  readonly ids: Ids
}

export function createDispatcher(deps: DispatcherDeps): Dispatch {
  const { refuser, logger } = deps
  const schemas = new Map<Channel, ReturnType<typeof schemasOf>>()

  function schemasFor(channel: Channel): ReturnType<typeof schemasOf> {
    const known = schemas.get(channel) ?? schemasOf(channel)
    schemas.set(channel, known)
    return known
  }

  function shut(channel: Channel): Result<never> | null {
    const gate: Gate = isPortal(channel) ? 'unlocked' : GATES[channel]
    if (gate === 'always') return null
    const { state } = deps.state()
    if (state === 'signed-in') return null
    return refuser.refuse(state === 'locked' ? 'locked' : 'signed-out')
  }

  function handle(channel: Channel, input: unknown): Promise<Result<unknown>> | Result<unknown> {
    if (isPortal(channel)) return deps.portal(channel.slice('portal:'.length) as PortalRoute, input as CallOf<Api[PortalRoute]>)
    // The input was made by this very channel's schema; the compiler cannot follow that through the union.
    const handler = deps.desk[channel] as (input: unknown) => Promise<Result<unknown>> | Result<unknown>
    return handler(input)
  }

  async function answer(channel: Channel, given: unknown): Promise<Result<unknown>> {
    const closed = shut(channel)
    if (closed) return closed
    const { input, output } = schemasFor(channel)
    const checked = checkInput(input, given, refuser.language())
    if (!checked.ok) return refuser.refuse('invalid-input', {}, { fields: checked.fields })
    const result = await handle(channel, checked.value)
    if (!result.ok) return result
    // A portal's answer has been through its schema already, in the client.
    const value = isPortal(channel) ? result.value : output.parse(result.value)
    // Locked while the answer was under way: it stays here.
    return shut(channel) ?? { ok: true, value }
  }

  return async (channel, input) => {
    const given = jsonSafe(input)
    if (!given.ok && given.why === 'too-large') return refuser.refuse('too-large', { max: MAX_INPUT_KB })
    if (!given.ok) return refuser.refuse('malformed-request', { detail: 'JSON' })
    if (!isChannel(channel)) return refuser.refuse('method-not-allowed')
    try {
      return await answer(channel, given.value)
    } catch (error) {
      const trace = deps.ids.next()
      logger.error('a channel failed', error, { channel, trace })
      return refuser.refuse('server-fault', { trace }, { trace })
    }
  }
}

function isPortal(channel: Channel): channel is PortalChannel {
  return channel.startsWith('portal:')
}

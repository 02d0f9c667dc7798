/**
 * The bridge: all that the screen may ask of the workstation, as one table of channels with schemas.
 * The portal's staff routes are channels by derivation (`portal:` + route name); the rest stand here.
 * Payloads are JSON-safe, so that both hosts carry them alike.
 */
import { z } from 'zod'
import { desktopEvent } from '../api/events.ts'
import type { CallOf, OutputOf, Route } from '../api/route.ts'
import { API, type Api, type RouteName } from '../api/table.ts'
import { sixDigits } from '../domain/accounts.ts'
import { emailTyped } from '../domain/clients.ts'
import { instant, providerId, uuid } from '../domain/ids.ts'
import { language } from '../domain/language.ts'
import { problem } from '../domain/problems.ts'
import { staffSession } from '../domain/staff.ts'
import { outboxEntry, outboxSubmit } from './outbox.ts'

const nothing = z.strictObject({})
const done = z.object({ ok: z.literal(true) })

/** Where signing in stands. `locked` keeps the session; only the code of the same person opens it. */
export const sessionState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-out'), problem: problem.nullable() }),
  z.object({ state: z.literal('code'), email: z.string(), expiresAt: instant }),
  z.object({ state: z.literal('signed-in'), session: staffSession }),
  z.object({ state: z.literal('locked'), session: staffSession, since: instant }),
])
export type SessionState = z.infer<typeof sessionState>

/** What this host can do; the screen asks for abilities, never for the host's name. */
export const appInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  /** Why the browser host runs; shown on the sign-in screen. */
  reason: z.string().nullable(),
  capabilities: z.object({ staysSignedIn: z.boolean(), notifies: z.boolean(), drawsTitleBar: z.boolean() }),
  portalUrl: z.string(),
})
export type AppInfo = z.infer<typeof appInfo>

export const settings = z.object({
  language: language,
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  /** Single-key shortcuts (WCAG 2.1.4): can be switched off; Ctrl combinations stay. */
  singleKeys: z.boolean(),
})
export type Settings = z.infer<typeof settings>
export const DEFAULT_SETTINGS: Settings = { language: 'nl', theme: 'system', density: 'comfortable', singleKeys: true }

/** A draft as it is kept: the text, and the version of the question it answers. */
export const draft = z.object({ key: z.string(), text: z.string(), basedOn: z.number().int().nullable(), savedAt: instant })
export type Draft = z.infer<typeof draft>

export const liveState = z.object({ connected: z.boolean(), since: instant })
export type LiveState = z.infer<typeof liveState>

/** Idle time after which the workstation locks itself (norms.md: at most 15 minutes). */
export const IDLE_LOCK_MINUTES = 15

const draftKey = z.string().min(1).max(200)

/** The workstation's own channels. */
export const DESK_CHANNELS = {
  'app.info': { input: nothing, output: appInfo },
  'session.state': { input: nothing, output: sessionState },
  'session.sign-in': {
    input: z.strictObject({ email: emailTyped, password: z.string().min(1).max(1024) }),
    output: sessionState,
  },
  'session.code': { input: z.strictObject({ code: sixDigits }), output: sessionState },
  'session.back': { input: nothing, output: sessionState },
  'session.switch': { input: z.strictObject({ provider: providerId }), output: sessionState },
  'session.confirm': { input: z.strictObject({ code: sixDigits }), output: sessionState },
  'session.lock': { input: nothing, output: sessionState },
  'session.unlock': { input: z.strictObject({ code: sixDigits }), output: sessionState },
  'session.sign-out': { input: nothing, output: sessionState },
  /** The person is at work: keeps the idle lock away. */
  'session.active': { input: nothing, output: done },
  'settings.read': { input: nothing, output: settings },
  'settings.write': { input: settings.partial(), output: settings },
  'drafts.read': { input: z.strictObject({ key: draftKey }), output: z.object({ draft: draft.nullable() }) },
  'drafts.write': {
    input: z.strictObject({ key: draftKey, text: z.string().max(20_000), basedOn: z.number().int().nullable() }),
    output: z.object({ savedAt: instant }),
  },
  'drafts.remove': { input: z.strictObject({ key: draftKey }), output: done },
  'outbox.submit': { input: outboxSubmit, output: outboxEntry },
  'outbox.list': { input: nothing, output: z.object({ entries: z.array(outboxEntry) }) },
  'outbox.retry': { input: z.strictObject({ requestId: uuid }), output: outboxEntry },
  /** Take a returned or accepted entry out of the list; its text stays in the draft. */
  'outbox.dismiss': { input: z.strictObject({ requestId: uuid }), output: done },
  'live.state': { input: nothing, output: liveState },
  'links.open': { input: z.strictObject({ url: z.url() }), output: done },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>

type DeskChannels = typeof DESK_CHANNELS

/** Staff routes that the core calls for its own work, and the screen never. */
const CORE_ONLY = [
  'session.staff-me',
  'session.staff-switch',
  'session.staff-confirm',
  'session.draft-key',
  'events.list',
] as const
type CoreOnly = (typeof CORE_ONLY)[number]

/** Names of the routes that staff may call, less the core's own. */
export type PortalRoute = {
  [N in RouteName]: Api[N]['who'] extends { readonly kind: 'staff' } ? (N extends CoreOnly ? never : N) : never
}[RouteName]

export const portalRoutes = (Object.keys(API) as RouteName[]).filter(
  (name): name is PortalRoute => API[name].who.kind === 'staff' && !(CORE_ONLY as readonly string[]).includes(name),
)

export type PortalChannel = `portal:${PortalRoute}`
export type DeskChannel = keyof DeskChannels
export type Channel = DeskChannel | PortalChannel

type RouteOf<C extends PortalChannel> = C extends `portal:${infer N extends PortalRoute}` ? Api[N] : never

export type InputOf<C extends Channel> = C extends DeskChannel
  ? z.input<DeskChannels[C]['input']>
  : C extends PortalChannel
    ? CallOf<RouteOf<C>>
    : never
export type ValueOf<C extends Channel> = C extends DeskChannel
  ? z.infer<DeskChannels[C]['output']>
  : C extends PortalChannel
    ? OutputOf<RouteOf<C>>
    : never

export const channels: readonly Channel[] = [
  ...(Object.keys(DESK_CHANNELS) as DeskChannel[]),
  ...portalRoutes.map((name): PortalChannel => `portal:${name}`),
]

/** The schema of what a portal channel takes; made from the route. */
function portalInput(route: Route): z.ZodType {
  return z.strictObject({
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { query: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.basedOn === 'required' ? { basedOn: z.number().int().min(0) } : {}),
    ...(route.requestId === 'required' ? { requestId: uuid } : {}),
  })
}

/** The route behind a channel, or null for one of the workstation's own. */
export function routeOfChannel(channel: Channel): Route | null {
  return channel.startsWith('portal:') ? API[channel.slice('portal:'.length) as RouteName] : null
}

/** The schemas of any channel of the table. */
export function schemasOf(channel: Channel): { readonly input: z.ZodType; readonly output: z.ZodType } {
  const route = routeOfChannel(channel)
  return route ? { input: portalInput(route), output: route.output } : DESK_CHANNELS[channel as DeskChannel]
}

export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && (channels as readonly string[]).includes(name)
}

/** What the workstation tells the screen without being asked. */
export const PUSHES = {
  session: sessionState,
  live: liveState,
  event: desktopEvent,
  /** Away too long, or signed in anew: everything fetched before is stale. */
  resync: z.object({}),
  outbox: z.object({ entries: z.array(outboxEntry) }),
  settings: settings,
} as const

export type Push = keyof typeof PUSHES
export type PushOf<P extends Push> = z.infer<(typeof PUSHES)[P]>

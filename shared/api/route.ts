/**
 * A route of the portal API exists once, as an entry of the table in `table.ts`. From it come the
 * server's validation, the typed client, the OpenAPI document, the authorisation matrix and the fuzz run.
 */
import type { z } from 'zod'
import type { Panel } from '../domain/portal-profile.ts'
import type { ProblemCode } from '../domain/problems.ts'
import type { StaffRole } from '../domain/staff.ts'

/**
 * Who may call: anyone, a signed-in portal user (with `administrator` the portal's own administrator only), or staff in
 * one of the roles. Nobody else, and no route without it.
 */
export type Who =
  | { readonly kind: 'public' }
  | { readonly kind: 'client'; readonly administrator?: true }
  | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] }

export interface Route {
  /** `word.verb`, unique; the handler, the client's method and the bridge channel carry this name. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path below the server's root, parameters as `:name`. */
  readonly path: string
  readonly who: Who
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly output: z.ZodType
  /** Status of the answer when it went well. */
  readonly status: 200 | 201
  /** `required`: an `Idempotency-Key` header; a repeat returns the first answer. `none` only for reading and for log-in, which has its own rule. */
  readonly requestId: 'required' | 'none'
  /** `required`: an `If-Match` header with the version it is based on. */
  readonly basedOn: 'required' | 'none'
  /** May the workstation keep it until there is a connection? Everything on accounts is `never`. */
  readonly offline: 'queue' | 'never'
  /** The part of the portal it belongs to; a portal without it answers `panel-not-available`. */
  readonly panel?: Panel
  /** Open to somebody invited who has not accepted yet, whom every other part is closed to. */
  readonly whileInvited?: true
  /** Needs a proof of identity of the last 15 minutes (ASVS 7.5.1). */
  readonly recent?: boolean
  /** What the audit log calls it. */
  readonly audit: { readonly action: 'create' | 'read' | 'update' | 'delete' | 'execute'; readonly object: string }
  /** Problems of its own, beside those any route may give. */
  readonly problems: readonly ProblemCode[]
}

/** Keeps the exact type of an entry while holding it to {@link Route}. */
export function route<const R extends Route>(entry: R): R {
  return entry
}

type Inferred<S> = S extends z.ZodType ? z.infer<S> : undefined
type Given<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives, after validation. */
export type ParamsOf<R extends Route> = Inferred<R['params']>
export type QueryOf<R extends Route> = Inferred<R['query']>
export type BodyOf<R extends Route> = Inferred<R['body']>
export type OutputOf<R extends Route> = z.infer<R['output']>

type Part<Name extends string, S> = S extends z.ZodType
  ? { readonly [K in Name]: Given<S> }
  : { readonly [K in Name]?: undefined }
type Header<Name extends string, V, Needed> = Needed extends 'required'
  ? { readonly [K in Name]: V }
  : { readonly [K in Name]?: undefined }

/** What a caller passes: parts that the route has, a version where it asks one, a request id where it asks one. */
export type CallOf<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']> &
  Header<'basedOn', number, R['basedOn']> &
  Header<'requestId', string, R['requestId']>

/** Fills the parameters of a path; each is encoded. */
export function pathOf(entry: Pick<Route, 'path'>, params: Readonly<Record<string, unknown>> = {}): string {
  return entry.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

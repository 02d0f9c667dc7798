/**
 * Mounts the contract table: one loop, so that no route can miss authentication, its roles, its panel,
 * validation or its headers. The order of the checks is the order below: who you are, whether you may,
 * whether the portal has it, then what you sent.
 */
import { finished } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from '../../../shared/api/route.ts'
import { API, routeNames } from '../../../shared/api/table.ts'
import { checkInput } from '../../../shared/domain/field-rules.ts'
import { providerId } from '../../../shared/domain/ids.ts'
import { languageOf } from '../../../shared/domain/language.ts'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { type FieldProblem, makeProblem, type Problem } from '../../../shared/domain/problems.ts'
import { mayUse } from '../../../shared/domain/rights.ts'
import { ANSWERS_WITHIN_MS } from '../../db/away.ts'
import type { Database } from '../../db/database.ts'
import { endWith } from '../../db/transactions.ts'
import type { Actor } from '../actor.ts'
import { writeLine } from '../audit/write.ts'
import type { Background } from '../background.ts'
import type { Handler, HandlersOf } from '../context.ts'
import type { Profiles } from '../profiles.ts'
import { auditRow, type Call, run } from '../run.ts'
import type { Services } from '../services.ts'
import { authenticate } from '../session/authenticate.ts'
import { networkOf } from './network.ts'
import { within } from './patience.ts'
import { requestIdOf, versionOf, workstationOf } from './request.ts'

/** Minutes for which a proof of identity counts as recent (ASVS 7.5.1). */
const RECENT_MS = 15 * 60_000

export interface HttpParts {
  readonly db: Database
  readonly services: Services
  readonly profiles: Profiles
  readonly handlers: HandlersOf<typeof API>
  readonly background: Background
  /** Called after every answered call, with its route: the appender and the delivery worker may have work. */
  readonly afterCommit: (route: string) => void
}

export function sendProblem(reply: FastifyReply, problem: Problem, trace: string): FastifyReply {
  const { seconds } = problem.params
  if (typeof seconds === 'number') reply.header('retry-after', seconds)
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header(
      'content-language',
      reply.request.headers['accept-language'] ? languageOf(reply.request.headers['accept-language']) : 'nl',
    )
    .send({ ...problem, trace })
}

/** Who may not go on, and why; null when they may. */
function refusal(
  route: Route,
  actor: Actor,
  profile: PortalProfile | null,
  now: Date,
): {
  code: 'signed-out' | 'forbidden' | 'panel-not-available' | 'invitation-open' | 'confirm-first'
  params: Record<string, string>
} | null {
  const { who } = route
  if (who.kind === 'public') return null
  if (actor.kind === 'public') return { code: 'signed-out', params: {} }
  if (actor.kind !== who.kind) return { code: 'forbidden', params: {} }
  if (who.kind === 'staff' && actor.kind === 'staff' && !who.roles.includes(actor.role)) return { code: 'forbidden', params: {} }
  if (profile === null) return { code: 'signed-out', params: {} }
  if (route.panel && !profile.panels.includes(route.panel))
    return { code: 'panel-not-available', params: { provider: profile.name } }
  if (route.panel && actor.kind === 'client') {
    if (actor.invited && !route.whileInvited) return { code: 'invitation-open', params: {} }
    if (who.kind === 'client' && who.administrator && !actor.administrator) return { code: 'forbidden', params: {} }
    if (!mayUse(route.panel, { kind: actor.userKind, rights: actor.rights, administrator: actor.administrator }))
      return { code: 'forbidden', params: {} }
  }
  if (route.recent && actor.kind === 'staff' && now.getTime() - actor.confirmedAt.getTime() > RECENT_MS)
    return { code: 'confirm-first', params: {} }
  return null
}

async function answer(
  parts: HttpParts,
  route: Route,
  handler: Handler<Route>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { db, services, profiles } = parts
  const lang = languageOf(request.headers['accept-language'])
  const now = services.clock.now()
  const actor: Actor =
    route.who.kind === 'public'
      ? { kind: 'public' }
      : ((await within(authenticate(db, services, request.headers.authorization), ANSWERS_WITHIN_MS)) ?? { kind: 'public' })
  const pathProvider = (request.params as { provider?: unknown }).provider
  const named = providerId.safeParse(pathProvider)
  const provider = actor.kind !== 'public' ? actor.provider : named.success ? named.data : ''
  const profile = provider === '' ? null : await profiles.of(provider)
  const base = {
    route,
    actor,
    provider: profile === null ? '' : provider,
    profile,
    lang,
    trace: request.id,
    address: networkOf(request.ip),
    workstation: workstationOf(request),
  }
  const no = refusal(route, actor, profile, now)
  if (no) {
    const call: Call = { ...base, params: {}, query: {}, body: undefined, basedOn: undefined, requestId: undefined }
    if (actor.kind !== 'public')
      await db.transaction(async (tx) => endWith(tx, writeLine(tx, auditRow(call, {}, 'refused', no.code, now))))
    return sendProblem(reply, makeProblem(no.code, lang, no.params), request.id)
  }

  const fields: FieldProblem[] = []
  const part = (name: 'params' | 'query' | 'body', given: unknown): unknown => {
    const schema = route[name]
    if (!schema) return undefined
    const checked = checkInput(schema, given ?? {}, lang, name === 'body' ? '' : name)
    if (checked.ok) return checked.value
    fields.push(...checked.fields)
    return undefined
  }
  const params = part('params', request.params)
  // A path that names no possible id is a path to nothing, whatever else is wrong.
  if (fields.length > 0) return sendProblem(reply, makeProblem('not-found', lang), request.id)
  if (profile === null && route.who.kind === 'public' && pathProvider !== undefined)
    return sendProblem(reply, makeProblem('not-found', lang), request.id)
  const query = part('query', request.query)
  const body = part('body', request.body)
  if (fields.length > 0) return sendProblem(reply, makeProblem('invalid-input', lang, {}, { fields }), request.id)

  const basedOn = versionOf(request.headers['if-match'])
  if (route.basedOn === 'required' && (basedOn === undefined || basedOn === null))
    return sendProblem(reply, makeProblem('version-missing', lang), request.id)
  const requestId = requestIdOf(request.headers['idempotency-key'])
  if (route.requestId === 'required' && (requestId === undefined || requestId === null)) {
    return sendProblem(reply, makeProblem('request-id-missing', lang), request.id)
  }
  const call: Call = {
    ...base,
    params,
    query,
    body,
    basedOn: route.basedOn === 'required' ? (basedOn ?? undefined) : undefined,
    requestId: route.requestId === 'required' ? (requestId ?? undefined) : undefined,
  }
  const result = await run(db, services, call, handler)
  parts.afterCommit(route.name)
  if (!result.ok) return sendProblem(reply, result.problem, request.id)
  const { later } = result
  if (later) {
    parts.background.start(async () => {
      // Also when the caller did not wait for the answer.
      await finished(reply.raw).catch(() => undefined)
      await run(db, services, { ...call, requestId: undefined }, later)
      parts.afterCommit(route.name)
    })
  }
  const version = (result.value as { version?: unknown } | null)?.version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
  return reply.code(result.status).header('cache-control', 'no-store').send(result.value)
}

/** Mounts every route of the table. */
export function mountRoutes(app: FastifyInstance, parts: HttpParts): void {
  for (const name of routeNames) {
    const route: Route = API[name]
    const handler = parts.handlers[name] as unknown as Handler<Route>
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(parts, route, handler, request, reply),
    })
  }
}

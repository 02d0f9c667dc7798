/**
 * Runs a handler: one transaction for what it changes, its events, its audit line and the answer kept for
 * a repeat of the same request id. A refusal rolls back and leaves an audit line of its own.
 */
import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Route } from '../../shared/api/route.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { makeProblem, type Problem } from '../../shared/domain/problems.ts'
import type { Database, Tx } from '../db/database.ts'
import { endWith } from '../db/transactions.ts'
import type { Actor } from './actor.ts'
import { repeatLine } from './audit/repeat.ts'
import { type AuditRow, writeLine } from './audit/write.ts'
import { type AuditNote, type Context, type Handler, type NewEvent, Refusal, refuser } from './context.ts'
import { queueDelivery } from './delivery/queue.ts'
import { appendEvents } from './events/write.ts'
import { isTaken, keepAnswer, keptUnder, type RequestKey, takeKey } from './request-ids.ts'
import type { Services } from './services.ts'

/** A request after it was read, authenticated and validated. */
export interface Call {
  readonly route: Route
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly actor: Actor
  readonly provider: string
  readonly profile: PortalProfile | null
  readonly basedOn: number | undefined
  readonly requestId: string | undefined
  readonly lang: Language
  readonly trace: string
  readonly address: string
  readonly workstation: string
}

export type Answer =
  | {
      readonly ok: true
      readonly status: number
      readonly value: unknown
      /** What goes on after the answer: run it with the same call. */
      readonly later?: Handler<Route>
    }
  | { readonly ok: false; readonly problem: Problem }

/** Thrown inside a transaction to undo it; never leaves this file. */
class Undo extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
      return actor.staffId
    case 'client':
      return actor.portalUserId
    case 'public':
      return null
    default: {
      const never: never = actor
      return never
    }
  }
}

/** The audit line of a call. */
export function auditRow(call: Call, note: AuditNote, outcome: AuditRow['outcome'], problem: string | null, at: Date): AuditRow {
  const { actor } = call
  return {
    provider: call.provider || '-',
    at,
    action: call.route.audit.action,
    object: call.route.audit.object,
    objectId: note.objectId ?? null,
    outcome,
    problem,
    actorKind: actor.kind === 'staff' ? 'staff' : actor.kind === 'client' ? 'portal-user' : 'unknown',
    actorId: actorId(actor),
    role: actor.kind === 'staff' ? actor.role : null,
    onBehalfOf: note.onBehalfOf ?? (actor.kind === 'client' ? (actor.clientId ?? actor.organisationId) : null),
    clientId: note.clientId ?? (actor.kind === 'client' ? actor.clientId : null),
    caseId: note.caseId ?? null,
    workstation: call.workstation,
    source: 'portal-api',
    trace: call.trace,
    details: { route: call.route.name, ...note.details },
  }
}

/** What was asked, as a hash. Keyed, for a body may hold a password, and a plain hash of one is quickly guessed at. */
function bodyHash(call: Call, key: Buffer): string {
  return createHmac('sha256', key).update(bodyText(call)).digest('hex')
}

/** As versions before this one kept it. */
function plainHash(call: Call): string {
  return createHash('sha256').update(bodyText(call)).digest('hex')
}

function bodyText(call: Call): string {
  const { params = null, query = null, body = null, basedOn = null } = call
  return canonicalize({ params, query, body, basedOn }) ?? ''
}

/** The key of a call under which its answer is kept; null for one that keeps none. */
function keyOf({ provider, actor, requestId }: Call): RequestKey | null {
  const holder = actorId(actor)
  return holder === null || requestId === undefined ? null : { provider, actorId: holder, requestId }
}

/**
 * Takes the request id of a call that has one. The handler need not wait for it: all it does is in this transaction, behind the id on
 * the same connection, and an id that was used before fails the transaction.
 */
async function takeRequestId(tx: Tx, call: Call, now: Date, secret: Buffer): Promise<void> {
  const key = keyOf(call)
  if (key !== null) await takeKey(tx, key, call.route.name, bodyHash(call, secret), now)
}

/** Answers a request whose id was used before, and logs it: a repeat as a look, another request as a refused attempt. */
async function answerAgain(tx: Tx, call: Call, secret: Buffer, now: Date): Promise<Answer> {
  const key = keyOf(call)
  const first = key && (await keptUnder(tx, key))
  if (!first || first.route !== call.route.name || ![bodyHash(call, secret), plainHash(call)].includes(first.bodyHash)) {
    const reused = makeProblem('request-id-reused', call.lang)
    endWith(tx, writeLine(tx, auditRow(call, {}, 'refused', reused.code, now)))
    return { ok: false, problem: reused }
  }
  if (first.status === null) throw new Error(`Request ${first.requestId} was committed without its answer.`)
  const answer: Answer =
    first.status < 400 ? { ok: true, status: first.status, value: first.answer } : { ok: false, problem: first.answer as Problem }
  const line = auditRow(call, {}, answer.ok ? 'ok' : 'refused', answer.ok ? null : answer.problem.code, now)
  endWith(tx, writeLine(tx, await repeatLine(tx, line, first.createdAt)))
  return answer
}

/** What every transaction ends with, sent at once and followed by COMMIT: the audit line, the answer for a repeat, the events. */
function close(tx: Tx, call: Call, line: AuditRow, answer: { status: number; value: unknown }, added: readonly NewEvent[]): void {
  endWith(tx, writeLine(tx, line))
  const key = keyOf(call)
  if (key !== null) endWith(tx, keepAnswer(tx, key, answer.status, answer.value))
  const staffId = call.actor.kind === 'staff' ? call.actor.staffId : null
  if (added.length > 0) endWith(tx, appendEvents(tx, call.provider, staffId, added, line.at))
}

/** Runs one call. Throws only on a bug; everything expected comes back as an answer. */
export async function run(db: Database, services: Services, call: Call, handler: Handler<Route>): Promise<Answer> {
  const now = services.clock.now()
  let note: AuditNote = {}
  const added: NewEvent[] = []
  let later: Handler<Route> | null = null
  try {
    return await db.transaction(async (tx) => {
      const taking = takeRequestId(tx, call, now, services.bodyKey)
      endWith(tx, taking)
      const context: Context<Route> = {
        tx,
        params: call.params as never,
        query: call.query as never,
        body: call.body as never,
        actor: call.actor as never,
        provider: call.provider,
        profile: call.profile as never,
        basedOn: call.basedOn as never,
        now,
        lang: call.lang,
        trace: call.trace,
        address: call.address,
        workstation: call.workstation,
        services,
        emit: (event) => added.push(event),
        audit: (more) => {
          note = { ...note, ...more, details: { ...note.details, ...more.details } }
        },
        deliver: (message) => queueDelivery(tx, services, call.provider, message, now),
        afterAnswer: (work) => {
          later = work
        },
        fail: refuser(call.lang),
      }
      const result = await handler(context)
      if (result instanceof Refusal) {
        // A repeat hears what it heard before, not what it would be refused for now.
        await taking
        if (!result.commit) throw new Undo(result.problem)
        const answer = { status: result.problem.status, value: result.problem }
        close(tx, call, auditRow(call, note, 'refused', result.problem.code, now), answer, added)
        return { ok: false, problem: result.problem }
      }
      // What the schema does not name does not leave the server.
      const value = call.route.output.parse(result)
      close(tx, call, auditRow(call, note, 'ok', null, now), { status: call.route.status, value }, added)
      return { ok: true, status: call.route.status, value, ...(later === null ? {} : { later }) }
    })
  } catch (error) {
    if (isTaken(error)) return db.transaction((tx) => answerAgain(tx, call, services.bodyKey, now))
    if (!(error instanceof Undo)) throw error
    await db.transaction(async (tx) => endWith(tx, writeLine(tx, auditRow(call, note, 'refused', error.problem.code, now))))
    return { ok: false, problem: error.problem }
  }
}

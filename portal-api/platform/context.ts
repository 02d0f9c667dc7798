/**
 * What a handler receives and returns. A handler runs in one transaction: what it changes, the events it
 * emits, the audit line and the answer kept for a repeat are committed together or not at all.
 */
import type { EventType } from '../../shared/api/events.ts'
import type { BodyOf, OutputOf, ParamsOf, QueryOf, Route } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import type { DeliveryChannelName } from '../../shared/domain/deliveries.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import {
  type FieldProblem,
  makeProblem,
  type Problem,
  type ProblemCode,
  type ProblemParams,
} from '../../shared/domain/problems.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import type { ActorOf } from './actor.ts'
import type { Services } from './services.ts'

/** An expected failure, as a value. `commit` keeps what was written (a counted wrong password); else all is rolled back. */
export class Refusal {
  readonly problem: Problem
  readonly commit: boolean
  constructor(problem: Problem, commit: boolean) {
    this.problem = problem
    this.commit = commit
  }
}

/** An event to announce; its sequence number is taken just before the commit. */
export interface NewEvent {
  readonly type: EventType
  readonly queue?: QueueId
  readonly caseId?: string
  readonly subjectId?: string
  readonly version?: number
}

/** What a handler adds to the audit line of its request. */
export interface AuditNote {
  readonly objectId?: string
  readonly clientId?: string | null
  readonly caseId?: string | null
  readonly onBehalfOf?: string
  /** Ids, counts, reasons. No secrets, no message bodies. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** A message to hand to the delivery worker, in the transaction that causes it. */
export interface NewDelivery {
  /** A letter waits for somebody to print it. */
  readonly channel: DeliveryChannelName
  readonly to: string
  readonly template: string
  readonly subject?: string
  readonly body: string
  /** True when the body holds a code, link or password: it is sealed until it was sent, and emptied then. */
  readonly holdsSecret?: boolean
  readonly portalUserId?: string
  readonly notBefore?: Date
  /** How long what it holds is of use: after that it is not sent any more. */
  readonly validMinutes?: number
}

export interface Context<R extends Route> {
  readonly tx: Tx
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  readonly actor: ActorOf<R>
  /** The provider of the token, or of the path for a log-in. Empty for routes that know none (staff sign-in). */
  readonly provider: string
  /** The provider's portal profile; absent for routes that know no provider. */
  readonly profile: R['who'] extends { readonly kind: 'public' } ? PortalProfile | null : PortalProfile
  /** The version the caller based this on (`If-Match`). */
  readonly basedOn: R['basedOn'] extends 'required' ? number : undefined
  readonly now: Date
  readonly lang: Language
  readonly trace: string
  /** Where the caller comes from, for limits: an IPv4 address or an IPv6 network. */
  readonly address: string
  readonly workstation: string
  readonly services: Services
  emit(event: NewEvent): void
  audit(note: AuditNote): void
  deliver(message: NewDelivery): Promise<void>
  /**
   * Work whose time must not show in the answer (ASVS 6.3.8): it starts once the answer has left, in a transaction of its
   * own. It is lost when the process falls in between: only for what the caller can simply ask again.
   */
  afterAnswer(work: Handler<R>): void
  fail(
    code: ProblemCode,
    params?: ProblemParams,
    extra?: { current?: unknown; fields?: readonly FieldProblem[]; commit?: boolean },
  ): Refusal
}

export type Handler<R extends Route> = (context: Context<R>) => Promise<OutputOf<R> | Refusal>

/** One handler for each route of a part of the table; a missing or extra one does not compile. */
export type HandlersOf<T extends Partial<Api>> = { readonly [N in keyof T]: T[N] extends Route ? Handler<T[N]> : never }

/** Makes the `fail` of a context. */
export function refuser(lang: Language): Context<Route>['fail'] {
  return (code, params = {}, extra = {}) =>
    new Refusal(
      makeProblem(code, lang, params, {
        ...(extra.fields ? { fields: extra.fields } : {}),
        ...(extra.current === undefined ? {} : { current: extra.current }),
      }),
      extra.commit ?? false,
    )
}

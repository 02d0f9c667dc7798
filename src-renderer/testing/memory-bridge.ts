/**
 * A workstation in memory, with invented data: the bridge as the contract says it, for component tests and for looking at the
 * screens. Every input and every answer is held to the table's schemas. Never shipped.
 */
import type { DesktopEvent } from '../../shared/api/events.ts'
import type { Bridge } from '../../shared/bridge/bridge.ts'
import {
  type Channel,
  DEFAULT_SETTINGS,
  type Draft,
  type InputOf,
  type PortalRoute,
  type Push,
  type PushOf,
  type SessionState,
  type Settings,
  schemasOf,
  type ValueOf,
} from '../../shared/bridge/channels.ts'
import type { OutboxEntry, OutboxSubmit } from '../../shared/bridge/outbox.ts'
import { ok, type Result, refused } from '../../shared/bridge/result.ts'
import { makeProblem, type Problem, type ProblemCode, type ProblemParams } from '../../shared/domain/problems.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import type { Answer } from './memory/answer.ts'
import { MemoryPortal } from './memory/engine.ts'
import { staffSession } from './memory/people.ts'

/** The authenticator code of the invented staff. */
export const STAFF_CODE = '402913'
export const STAFF_PASSWORD = 'demo wachtwoord'

export interface MemoryOptions {
  readonly role?: StaffRole
  /** Starts behind the sign-in. */
  readonly signedIn?: boolean
  readonly now?: () => number
  readonly settings?: Partial<Settings>
  /** ms before an answer; 0 answers in the same turn. */
  readonly delay?: number
}

type Listener = (value: never) => void

export class MemoryWorkstation {
  readonly portal: MemoryPortal
  readonly drafts = new Map<string, Draft>()
  /** Every call that was made, newest last. */
  readonly calls: { readonly channel: Channel; readonly input: unknown }[] = []
  outbox: OutboxEntry[] = []
  readonly bridge: Bridge
  readonly #now: () => number
  readonly #delay: number
  readonly #listeners = new Map<Push, Set<Listener>>()
  readonly #failing = new Map<Channel, Problem>()
  readonly #bodies = new Map<string, OutboxSubmit>()
  #role: StaffRole
  #state: SessionState
  #settings: Settings
  #connected = true
  #lastEvent = 0

  constructor(options: MemoryOptions = {}) {
    this.#role = options.role ?? 'planner'
    this.#now = options.now ?? Date.now
    this.#delay = options.delay ?? 0
    this.#settings = { ...DEFAULT_SETTINGS, ...options.settings }
    this.#state =
      options.signedIn === false
        ? { state: 'signed-out', problem: null }
        : { state: 'signed-in', session: staffSession(this.#role) }
    this.portal = new MemoryPortal(
      () => staffSession(this.#role),
      this.#now,
      (event) => this.tell(event),
    )
    this.bridge = {
      call: (channel, input) => this.#call(channel, input),
      on: (push, listener) => this.#on(push, listener),
    }
  }

  /** An event of the portal reaches the screen. */
  tell(event: Omit<DesktopEvent, 'id' | 'at'>): void {
    this.#lastEvent += 1
    this.push('event', { ...event, id: this.#lastEvent, at: this.#instant() })
  }

  push<P extends Push>(push: P, value: PushOf<P>): void {
    for (const listener of this.#listeners.get(push) ?? []) (listener as (value: PushOf<P>) => void)(value)
  }

  /** From now on this channel is refused with a problem; `null` ends it. */
  fail(channel: Channel, code: ProblemCode | null, params: ProblemParams = {}): void {
    if (code === null) this.#failing.delete(channel)
    else this.#failing.set(channel, makeProblem(code, 'nl', params))
  }

  setConnected(connected: boolean): void {
    this.#connected = connected
    this.push('live', { connected, since: this.#instant() })
    if (connected) for (const entry of this.outbox) if (entry.state === 'waiting') this.#send(entry.requestId)
  }

  setSession(state: SessionState): void {
    this.#state = state
    this.push('session', state)
  }

  #instant(): string {
    return new Date(this.#now()).toISOString()
  }

  #on<P extends Push>(push: P, listener: (value: PushOf<P>) => void): () => void {
    const set = this.#listeners.get(push) ?? new Set()
    this.#listeners.set(push, set)
    set.add(listener as Listener)
    return () => set.delete(listener as Listener)
  }

  async #call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<ValueOf<C>>> {
    const schemas = schemasOf(channel)
    const parsed = schemas.input.safeParse(input)
    this.calls.push({ channel, input })
    if (!parsed.success) throw new Error(`${channel}: input breaks the contract: ${parsed.error.message}`)
    if (this.#delay > 0) await new Promise((resolve) => setTimeout(resolve, this.#delay))
    const failing = this.#failing.get(channel)
    const answer = failing ? refused(failing) : this.#answer(channel, parsed.data)
    if (!answer.ok) return answer
    const checked = schemas.output.safeParse(JSON.parse(JSON.stringify(answer.value)))
    if (!checked.success) throw new Error(`${channel}: answer breaks the contract: ${checked.error.message}`)
    return ok(checked.data as ValueOf<C>)
  }

  #answer(channel: Channel, input: unknown): Answer {
    if (channel.startsWith('portal:')) {
      if (!this.#connected) return refused(makeProblem('portal-unreachable', 'nl'))
      return this.portal.call(channel.slice('portal:'.length) as PortalRoute, input)
    }
    return this.#own(channel, input)
  }

  #session(state: SessionState): Answer {
    this.setSession(state)
    return ok(state)
  }

  #withCode(input: unknown, next: SessionState): Answer {
    const { code } = input as { code: string }
    return code === STAFF_CODE ? this.#session(next) : refused(makeProblem('code-wrong', 'nl', { left: 4 }))
  }

  #own(channel: Channel, input: unknown): Answer {
    const signedIn: SessionState = { state: 'signed-in', session: staffSession(this.#role) }
    switch (channel) {
      case 'app.info':
        return ok({
          version: '0.1.0',
          host: 'browser',
          reason: 'Electron is hier niet geïnstalleerd.',
          capabilities: { staysSignedIn: false, notifies: false, drawsTitleBar: false },
          portalUrl: 'http://127.0.0.1:4100',
        })
      case 'session.state':
        return ok(this.#state)
      case 'session.sign-in': {
        const { email, password } = input as { email: string; password: string }
        if (password !== STAFF_PASSWORD) return refused(makeProblem('credentials-wrong', 'nl'))
        return this.#session({ state: 'code', email, expiresAt: new Date(this.#now() + 300_000).toISOString() })
      }
      case 'session.code':
      case 'session.unlock':
        return this.#withCode(input, signedIn)
      case 'session.confirm': {
        const answer = this.#withCode(input, signedIn)
        if (answer.ok) this.portal.desk.confirmed = true
        return answer
      }
      case 'session.back':
      case 'session.sign-out':
        return this.#session({ state: 'signed-out', problem: null })
      case 'session.switch': {
        const { provider } = input as { provider: string }
        const session = staffSession(this.#role)
        const membership = session.memberships.find((one) => one.provider === provider)
        return membership
          ? this.#session({ state: 'signed-in', session: { ...session, ...membership } })
          : refused(makeProblem('no-access', 'nl', { reason: provider }))
      }
      case 'session.lock':
        return this.#session({ state: 'locked', session: staffSession(this.#role), since: this.#instant() })
      case 'session.active':
      case 'links.open':
        return ok({ ok: true })
      case 'settings.read':
        return ok(this.#settings)
      case 'settings.write':
        this.#settings = { ...this.#settings, ...(input as Partial<Settings>) }
        this.push('settings', this.#settings)
        return ok(this.#settings)
      case 'drafts.read':
        return ok({ draft: this.drafts.get((input as { key: string }).key) ?? null })
      case 'drafts.write': {
        const draft = { ...(input as Omit<Draft, 'savedAt'>), savedAt: this.#instant() }
        this.drafts.set(draft.key, draft)
        return ok({ savedAt: draft.savedAt })
      }
      case 'drafts.remove':
        this.drafts.delete((input as { key: string }).key)
        return ok({ ok: true })
      case 'outbox.submit':
        return ok(this.#submit(input as OutboxSubmit))
      case 'outbox.list':
        return ok({ entries: this.outbox })
      case 'outbox.retry': {
        const { requestId } = input as { requestId: string }
        this.#set(requestId, { state: 'sending', problem: null })
        this.#send(requestId)
        return ok(this.#entry(requestId))
      }
      case 'outbox.dismiss':
        this.outbox = this.outbox.filter((entry) => entry.requestId !== (input as { requestId: string }).requestId)
        this.push('outbox', { entries: this.outbox })
        return ok({ ok: true })
      case 'live.state':
        return ok({ connected: this.#connected, since: this.#instant() })
      default:
        throw new Error(`The in-memory workstation has no ${channel}`)
    }
  }

  #entry(requestId: string): OutboxEntry {
    const entry = this.outbox.find((one) => one.requestId === requestId)
    if (!entry) throw new Error(`no outbox entry ${requestId}`)
    return entry
  }

  #set(requestId: string, change: Partial<OutboxEntry>): void {
    this.outbox = this.outbox.map((entry) => (entry.requestId === requestId ? { ...entry, ...change } : entry))
    this.push('outbox', { entries: this.outbox })
  }

  #submit(submit: OutboxSubmit): OutboxEntry {
    const { requestId, route, subjectId, caseId, label } = submit
    const state = this.#connected ? 'sending' : 'waiting'
    const entry: OutboxEntry = { requestId, route, subjectId, caseId, label, state, createdAt: this.#instant(), problem: null }
    this.#bodies.set(requestId, submit)
    this.outbox = [...this.outbox, entry]
    this.push('outbox', { entries: this.outbox })
    if (this.#connected) setTimeout(() => this.#send(requestId), this.#delay)
    return entry
  }

  #send(requestId: string): void {
    const submit = this.#bodies.get(requestId)
    if (!submit) return
    const answer = this.portal.call(submit.route, {
      params: { id: submit.subjectId },
      body: submit.body,
      basedOn: submit.basedOn,
    })
    if (answer.ok && submit.draftKey) this.drafts.delete(submit.draftKey)
    this.#set(requestId, answer.ok ? { state: 'accepted', problem: null } : { state: 'returned', problem: answer.problem })
  }
}

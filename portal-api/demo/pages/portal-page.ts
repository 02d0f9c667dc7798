/** One request to the demo's portal page: who asks, at which portal, and what a page needs to answer. */
import { createHash, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OutputOf } from '../../../shared/api/route.ts'
import type { LoginStep } from '../../../shared/api/session.ts'
import type { Api, RouteName } from '../../../shared/api/table.ts'
import { say } from '../../../shared/domain/language.ts'
import { PORTAL_PROFILES } from '../../../shared/domain/portal-profiles.ts'
import type { Problem } from '../../../shared/domain/problems.ts'
import type { Clock } from '../../platform/clock.ts'
import { callPortal, type PortalAnswer, type PortalCall } from '../portal-client.ts'
import { type PageData, renderView } from './views.ts'
import { type PortalVisit, type Visitor, visitOf } from './visitors.ts'
import { sentenceOf, type Word } from './words.ts'

/** Is there a portal of that name here? All that ship with the product have their page. */
export const isDemoPortal = (value: unknown): value is string => PORTAL_PROFILES.some((one) => one.id === value)

export type Form = Readonly<Record<string, string | undefined>>
type PortalInfo = OutputOf<Api['session.portal']>

const YEAR_SECONDS = 365 * 86_400

/** The cookie in which a browser keeps the token of the device it is, per user of a portal. */
function deviceCookie(provider: string, userName: string): string {
  return `demo_device_${provider}_${createHash('sha256').update(userName.trim().toLowerCase()).digest('hex').slice(0, 12)}`
}

export const COOKIE = { path: '/demo', httpOnly: true, sameSite: 'strict' } as const

/** Thrown when the portal no longer knows the session: the page goes to the log-in. */
export class SessionOver extends Error {}

export interface PortalGround {
  readonly clock: Clock
  readonly url: () => string
}

/** A message as it was typed: a browser sends the line ends of a form as two characters. */
export function typedMessage(page: PortalPage): string {
  return (page.form['message'] ?? '').replace(/\r\n/g, '\n')
}

export class PortalPage {
  readonly #ground: PortalGround
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly visitor: Visitor
  readonly provider: string
  readonly visit: PortalVisit

  constructor(ground: PortalGround, request: FastifyRequest, reply: FastifyReply, visitor: Visitor, provider: string) {
    this.#ground = ground
    this.request = request
    this.reply = reply
    this.visitor = visitor
    this.provider = provider
    this.visit = visitOf(visitor, provider)
  }

  get form(): Form {
    return (this.request.body ?? {}) as Form
  }

  get query(): Form {
    return this.request.query as Form
  }

  get id(): string {
    return String((this.request.params as { id?: unknown }).id ?? '')
  }

  now(): Date {
    return this.#ground.clock.now()
  }

  word(word: Word, params: Readonly<Record<string, string | number>> = {}): string {
    return say(sentenceOf(word, this.provider), this.visitor.lang, params)
  }

  /** Address of a page of this portal. */
  to(path = ''): string {
    return `/demo/portal/${this.provider}${path}`
  }

  #call<N extends RouteName>(name: N, call: PortalCall<N>, token?: string): Promise<PortalAnswer<OutputOf<Api[N]>>> {
    const { url } = this.#ground
    return callPortal({ url: url(), language: this.visitor.lang, address: this.request.ip, token }, name, call)
  }

  /** A call that needs no session. */
  open<N extends RouteName>(name: N, call: PortalCall<N>): Promise<PortalAnswer<OutputOf<Api[N]>>> {
    return this.#call(name, call)
  }

  /**
   * A call as the logged-in client. An access token that ran out is replaced once.
   * @throws SessionOver when the portal no longer knows the session
   */
  async call<N extends RouteName>(name: N, call: PortalCall<N>): Promise<PortalAnswer<OutputOf<Api[N]>>> {
    const { tokens } = this.visit
    if (!tokens) throw new SessionOver()
    const answer = await this.#call(name, call, tokens.accessToken)
    if (answer.ok || answer.problem.code !== 'signed-out') return answer
    const renewed = await this.#call('session.refresh', { body: { refreshToken: tokens.refreshToken } })
    this.visit.tokens = renewed.ok ? renewed.value : null
    if (!this.visit.tokens) throw new SessionOver()
    return this.#call(name, call, this.visit.tokens.accessToken)
  }

  /** What a page shows, or a stop: for reads that can fail in no way a page could explain better. */
  async read<N extends RouteName>(name: N, call: PortalCall<N>): Promise<OutputOf<Api[N]>> {
    const answer = await this.call(name, call)
    if (!answer.ok) throw new PortalRefused(answer.problem)
    return answer.value
  }

  portal(): Promise<PortalInfo> {
    return this.open('session.portal', { params: { provider: this.provider } }).then((answer) => {
      if (!answer.ok) throw new PortalRefused(answer.problem)
      return answer.value
    })
  }

  say(word: Word, params: Readonly<Record<string, string | number>> = {}): void {
    this.visit.said = { text: this.word(word, params), kind: 'done' }
  }

  complain(problem: Problem): void {
    this.visit.said = { text: problem.title, kind: 'problem' }
  }

  /** Goes to another page after a form, so that reloading sends nothing again. */
  go(path = ''): FastifyReply {
    return this.reply.redirect(this.to(path), 303)
  }

  async show(view: string, data: Omit<PageData, 'lang'> = {}, problem: Problem | null = null): Promise<FastifyReply> {
    const { said } = this.visit
    this.visit.said = null
    const html = renderView(`portal/${view}`, {
      lang: this.visitor.lang,
      csrf: this.visitor.csrf,
      newRequestId: randomUUID,
      path: this.request.url.split('?')[0],
      to: (path?: string) => this.to(path),
      provider: this.provider,
      portal: await this.portal(),
      loggedIn: this.visit.tokens !== null,
      open: this.visit.panels,
      said,
      problem,
      fieldProblem: (field: string) => problem?.fields?.find((one) => one.field === field)?.message ?? null,
      ...data,
    })
    return this.reply
      .code(problem ? problem.status : 200)
      .type('text/html; charset=utf-8')
      .send(html)
  }

  /** Goes on with a log-in: the next step of it, or in. */
  follow(step: LoginStep): FastifyReply {
    const { visit } = this
    switch (step.step) {
      case 'signed-in':
        visit.tokens = step.tokens
        visit.panels = null
        visit.pending = null
        if (step.deviceToken) this.keepDevice(visit.userName, step.deviceToken)
        return this.go()
      case 'verify-device':
        visit.pending = step
        return this.go('/device')
      case 'choose-password':
        visit.pending = step
        return this.go('/password')
      case 'authenticator':
        visit.pending = step
        return this.go('/authenticator')
      case 'enrol-authenticator':
        visit.pending = step
        return this.go('/authenticator/new')
      case 'choose-membership':
        visit.pending = step
        return this.go('/membership')
      default: {
        const never: never = step
        return never
      }
    }
  }

  keepDevice(userName: string, token: string): void {
    this.reply.setCookie(deviceCookie(this.provider, userName), token, { ...COOKIE, maxAge: YEAR_SECONDS })
  }

  deviceToken(userName: string): string | undefined {
    return this.request.cookies[deviceCookie(this.provider, userName)]
  }
}

/** A read that the portal refused; the page shows its sentence. */
export class PortalRefused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

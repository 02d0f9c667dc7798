/**
 * Who sits at the demo's portal page. The browser holds a random id in an HttpOnly, SameSite=Strict cookie; the
 * tokens of the portal stay here, in memory: after a restart of the server one logs in again.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { LoginStep, Tokens } from '../../../shared/api/session.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Panel } from '../../../shared/domain/portal-profile.ts'

/** A step of a log-in that is under way. */
export type PendingStep = Exclude<LoginStep, { step: 'signed-in' }>

/** A visit to one portal. */
export interface PortalVisit {
  tokens: Tokens | null
  /** The parts open to who is logged in, as the portal last said; null before it did. */
  panels: readonly Panel[] | null
  pending: PendingStep | null
  /** Another number or address of the own account that waits for its code. */
  addressChange: { readonly ticket: string; readonly sentTo: string } | null
  /** An authenticator being set up under Accountbeveiliging. */
  newFactor: { readonly ticket: string; readonly secret: string; readonly uri: string } | null
  /** What was typed at log-in: the device's token belongs to it. */
  userName: string
  /** Said once, on the next page. */
  said: { readonly text: string; readonly kind: 'done' | 'problem' } | null
}

export interface Visitor {
  readonly id: string
  /** Stands in every form: a form from elsewhere does not know it. */
  readonly csrf: string
  lang: Language
  seenAt: number
  readonly portals: Map<string, PortalVisit>
}

export const VISITOR_COOKIE = 'demo_visitor'
const IDLE_MS = 60 * 60_000
const MOST = 500

const random = () => randomBytes(24).toString('base64url')

export class Visitors {
  readonly #known = new Map<string, Visitor>()

  /** The visitor of a cookie, or a new one. */
  of(id: string | undefined, now: number): Visitor {
    this.#forgetIdle(now)
    const known = id === undefined ? undefined : this.#known.get(id)
    if (known) {
      known.seenAt = now
      return known
    }
    const made: Visitor = { id: random(), csrf: random(), lang: 'nl', seenAt: now, portals: new Map() }
    this.#known.set(made.id, made)
    return made
  }

  #forgetIdle(now: number): void {
    for (const [id, visitor] of this.#known) if (now - visitor.seenAt > IDLE_MS) this.#known.delete(id)
    // Oldest first: a Map keeps the order in which they came.
    for (const id of this.#known.keys()) {
      if (this.#known.size < MOST) break
      this.#known.delete(id)
    }
  }
}

export function visitOf(visitor: Visitor, provider: string): PortalVisit {
  const known = visitor.portals.get(provider)
  if (known) return known
  const made: PortalVisit = {
    tokens: null,
    panels: null,
    pending: null,
    addressChange: null,
    newFactor: null,
    userName: '',
    said: null,
  }
  visitor.portals.set(provider, made)
  return made
}

/** Does a form carry the visitor's own mark? */
export function formIsTheirs(visitor: Visitor, given: unknown): boolean {
  if (typeof given !== 'string') return false
  const [left, right] = [Buffer.from(given), Buffer.from(visitor.csrf)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** What the case of a question shows, and when its answer is due. Pure; the demo data use it too. */
import type { Facet } from '../../shared/domain/cases.ts'
import type { ContactKind } from '../../shared/domain/contact-requests.ts'
import { toInstant, toLocal } from '../../shared/domain/local-time.ts'
import type { ContactSubject, PortalProfile } from '../../shared/domain/portal-profile.ts'
import { addWorkingDays } from '../../shared/domain/working-days.ts'
import type { CaseShape } from '../cases/write.ts'

/** The end of a working day, local: an answer due "on Tuesday" is due by then. */
const END_OF_WORKING_DAY = '17:00'

/** Longest excerpt in a row of the queue, in code points; the ellipsis comes on top. */
const EXCERPT_MAX = 160

type AnswerRules = Pick<PortalProfile, 'answerWithinWorkingDays' | 'holidays'>

export interface Asked {
  readonly kind: ContactKind
  readonly subject: ContactSubject
  readonly message: string
  readonly submittedAt: Date
  readonly changedAt: Date | null
}

/** The start of a message on one line; cut between characters, never within one. */
export function excerptOf(message: string): string {
  const line = [...message.replace(/\s+/gu, ' ').trim()]
  return line.length <= EXCERPT_MAX ? line.join('') : `${line.slice(0, EXCERPT_MAX).join('').trimEnd()}…`
}

function facetOfKind(kind: ContactKind): Facet | null {
  switch (kind) {
    case 'contact-request':
      return null
    case 'message':
      return 'message'
    case 'care-signal':
      return 'care-signal'
    case 'project-question':
      return 'project'
    default: {
      const never: never = kind
      return never
    }
  }
}

/** Facts, facets and due of a question. A change does not move the due: the client has been waiting since the first. */
export function contactShape(asked: Asked, rules: AnswerRules): CaseShape {
  const kindFacet = facetOfKind(asked.kind)
  const answerDay = addWorkingDays(toLocal(asked.submittedAt).date, rules.answerWithinWorkingDays, rules.holidays)
  return {
    facts: { queue: 'contact-requests', kind: asked.kind, subject: asked.subject, excerpt: excerptOf(asked.message) },
    facets: [...(asked.changedAt ? (['changed'] as const) : []), ...(kindFacet ? [kindFacet] : [])],
    dueAt: toInstant(answerDay, END_OF_WORKING_DAY),
  }
}

/** Which wording of a question the user has seen, and whether a newer one must be looked at before the reply may go. */
import type { ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import type { DiffPart } from '../../components/diff-parts.ts'
import { countChanges } from '../../components/diff-parts.ts'
import { messageDiff } from './message-diff.ts'

/** A wording and the version it belongs to. */
export interface Seen {
  readonly version: number
  readonly message: string
}

export interface Unseen {
  readonly parts: readonly DiffPart[]
  readonly count: number
}

/** What the question read like at `version`, as far as is known here: the screen's memory, else the wording before the last change. */
export function wordingAt(seen: Seen, subject: Pick<ContactSubjectOfCase, 'request' | 'previousMessage'>): string {
  return seen.message !== '' ? seen.message : (subject.previousMessage ?? subject.request.message)
}

/** The change that was not seen yet, or null when there is none. A newer version with the same words is no change to look at. */
export function unseenChange(seen: Seen, subject: Pick<ContactSubjectOfCase, 'request' | 'previousMessage'>): Unseen | null {
  if (subject.request.version <= seen.version) return null
  const parts = messageDiff(wordingAt(seen, subject), subject.request.message)
  const count = countChanges(parts)
  return count === 0 ? null : { parts, count }
}

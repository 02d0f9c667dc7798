/** The best places for a visit, standing still under the hand: when the planning moves on it is said what is different, and the new ones come when asked. */
import { useState } from 'react'
import type { Visit } from '../../../shared/domain/planning.ts'
import { type PortalValue, usePortal } from '../../data/use-desk.ts'
import { besideOf, type Decisions } from './decision-state.ts'
import { placeKey } from './proposal-words.ts'

type Answer = PortalValue<'rescheduling.proposals'>
type Proposal = Answer['proposals'][number]

export interface Difference {
  readonly gone: readonly Proposal[]
  readonly fresh: readonly Proposal[]
}

/** What is another place now; null when the list says the same. */
export function differenceOf(shown: Answer, latest: Answer): Difference | null {
  const [before, after] = [shown, latest].map((one) => new Set(one.proposals.map(placeKey)))
  const gone = shown.proposals.filter((one) => !after?.has(placeKey(one)))
  const fresh = latest.proposals.filter((one) => !before?.has(placeKey(one)))
  const same = shown.proposals.every((one, index) => one.score === latest.proposals[index]?.score)
  return gone.length === 0 && fresh.length === 0 && same ? null : { gone, fresh }
}

export interface Proposals {
  readonly answer: Answer | null
  readonly isPending: boolean
  readonly error: Error | null
  readonly retry: () => void
  /** The planning moved on since what is shown. */
  readonly difference: Difference | null
  readonly refresh: () => void
}

/** Where a notice sends a visit the client asked for it: nobody is disturbed by that. */
export const CLIENT_ASKED = 'client-asked'
/** Nine have a key; the tenth is for who looks on. */
export const TOP = 10

export function useProposals(visit: Visit, visits: readonly Visit[], state: Decisions): Proposals {
  const body = { visitId: visit.id, reason: CLIENT_ASKED, beside: besideOf(visits, state, visit.id), top: TOP } as const
  const query = usePortal('rescheduling.proposals', { body }, { onOpen: 'always' })
  // Another question (another visit, other choices beside it) is another list; the same question answered anew is a difference.
  const asked = JSON.stringify(body)
  const [held, setHeld] = useState<{ readonly asked: string; readonly answer: Answer } | null>(null)
  const latest = query.data ?? null
  const isHeld = held !== null && held.asked === asked
  if (latest && !isHeld) setHeld({ asked, answer: latest })
  const shown = isHeld ? held.answer : latest
  return {
    answer: shown,
    isPending: query.isPending,
    error: shown ? null : query.error,
    retry: () => void query.refetch(),
    difference: shown && latest && shown !== latest ? differenceOf(shown, latest) : null,
    refresh: () => latest && setHeld({ asked, answer: latest }),
  }
}

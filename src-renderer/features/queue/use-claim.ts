/**
 * The claim on an open case: taken when it opens, renewed while it stays open, given back on leaving. A claim never blocks saving;
 * who takes it over does so visibly.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { CaseDetail, Claim } from '../../../shared/domain/cases.ts'
import { reportFault } from '../../app/faults/faults.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { isProblem, problemOf } from '../../data/problem-error.ts'
import { newRequestId } from '../../data/request-id.ts'
import { act } from '../../data/use-act.ts'
import { useStaff } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'
import { registerUnsaved } from '../../stores/unsaved.ts'

/** A claim lasts 120 s (shared/domain/cases.ts); two renewals may fail before it is lost. */
const RENEW_MS = 45_000

export type ClaimStanding =
  | { readonly who: 'me' }
  | { readonly who: 'other'; readonly id: string; readonly name: string }
  | { readonly who: 'nobody' }
  /** A closed case is nobody's to take. */
  | { readonly who: 'closed' }

export interface ClaimOnCase {
  readonly standing: ClaimStanding
  /** Takes it, from a colleague too. */
  readonly take: () => void
}

function claimCase(caseId: string, takeOver: boolean): Promise<{ claim: Claim }> {
  return act('cases.claim', { params: { id: caseId }, body: { takeOver } }, newRequestId())
}

/** Gives it back; releasing what is not yours changes nothing, so that it need not be known whose it is. */
async function release(caseId: string): Promise<void> {
  try {
    await act('cases.release', { params: { id: caseId } }, newRequestId())
  } catch (error) {
    if (!ignorable(error)) reportFault(error)
  }
}

/** Refusals that need no telling: the header shows whose the case is, and a portal out of reach shows in the title bar. */
function ignorable(error: unknown): boolean {
  return problemOf(error) !== null
}

/** `null` for an account that was opened without a case. */
export function useClaim(detail: CaseDetail | null): ClaimOnCase {
  const { t } = useWords()
  const me = useStaff().id
  const caseId = detail?.id ?? null
  const isOpen = detail?.status === 'open'
  /** What the last answer said; the case as fetched may be older. */
  const [held, setHeld] = useState<boolean | null>(null)
  const other = detail?.claim && detail.claim.by.id !== me ? detail.claim : null
  /** The colleague's claim that was taken over, by its moment: when they take it back it is another one. */
  const [ended, setEnded] = useState<string | null>(null)
  const isMine = held === true && (other === null || other.since === ended)

  const claim = useEffectEvent((id: string, takeOver: boolean) => {
    claimCase(id, takeOver)
      .then(() => {
        setEnded(other?.since ?? null)
        setHeld(true)
      })
      .catch((error: unknown) => {
        if (isProblem(error, 'claimed-by-other')) setHeld(false)
        else if (!ignorable(error)) reportFault(error)
      })
  })

  useEffect(() => {
    if (caseId === null || !isOpen) return
    claim(caseId, false)
    // Signing out and locking give it back too, while the portal still listens.
    const unregister = registerUnsaved(() => release(caseId))
    return () => {
      unregister()
      setHeld(null)
      void release(caseId)
    }
  }, [caseId, isOpen])

  useEffect(() => {
    if (caseId === null || !isOpen || !isMine) return
    const timer = setInterval(() => claim(caseId, false), RENEW_MS)
    return () => clearInterval(timer)
  }, [caseId, isOpen, isMine])

  const lostTo = held === true && other !== null && other.since !== ended ? other.by.name : null
  useEffect(() => {
    if (lostTo !== null) announce(t('case.claim.lost', { name: lostTo }))
  }, [lostTo, t])

  const standing: ClaimStanding = !isOpen
    ? { who: 'closed' }
    : isMine
      ? { who: 'me' }
      : other
        ? { who: 'other', id: other.by.id, name: other.by.name }
        : { who: 'nobody' }
  return { standing, take: () => caseId !== null && claim(caseId, true) }
}

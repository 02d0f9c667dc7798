/** Carrying out a plan, and what the portal says: done, or which visits stand in its way and why. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { BatchPlanRow, BatchState } from '../../../shared/api/batches.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { deskKey } from '../../data/keys.ts'
import { isProblem, problemOf } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'
import { announce } from '../../stores/announcer.ts'
import type { PlanChoices } from '../../stores/plan-choices.ts'
import { type Refused, refusalsOf } from '../absences/refusals.ts'

export interface AcceptPlan {
  readonly accept: () => void
  readonly pending: boolean
  /** Why a visit stands in the way, by its id; those left out since are no obstacle any more. */
  readonly refusals: Readonly<Record<string, Refused>>
  /** Visits for which the portal asks a reason on the planning of now. */
  readonly asked: ReadonlySet<string>
  /** What is refused as a whole. */
  readonly refusal: string | null
  /** The planning moved on under the plan: only a new computation reckons with that. */
  readonly movedOn: boolean
}

/** After these the plan is to be computed anew. */
const OVERTAKEN = [
  'planning-moved-on',
  'planning-changed',
  'double-booking',
  'rule-broken',
  'moved-into-past',
  'moved-into-absence',
] as const

const NONE: Readonly<Record<string, Refused>> = {}

export function useAcceptPlan(state: BatchState, plan: BatchPlanRow, choices: PlanChoices, onDone: () => void): AcceptPlan {
  const { t, lang } = useTelling()
  const client = useQueryClient()
  const accepting = useAct('rescheduling.accept-batch')
  const sentence = useSentence(accepting.error)
  // The portal names a move by its place among those that were sent.
  const sent = useRef<readonly string[]>([])
  const problem = problemOf(accepting.error)
  const named = sent.current.map((id) => ({ id }))
  const all = problem ? refusalsOf(problem, named, lang) : NONE
  const isAsked = problem?.code === 'reason-needed'
  const key = deskKey('portal:rescheduling.batch', { params: { id: state.id } })
  return {
    accept: () => {
      const leaveOut = choices.leftOut.filter((id) => plan.moves.some((move) => move.visitId === id))
      const kept = plan.moves.filter((move) => !leaveOut.includes(move.visitId)).map((move) => move.visitId)
      sent.current = kept
      const overrides = kept.flatMap((visitId) => {
        const reason = choices.reasons[visitId]?.trim() ?? ''
        return reason === '' ? [] : [{ visitId, reason }]
      })
      accepting.mutate(
        { params: { id: state.id }, body: { leaveOut: [...leaveOut], overrides } },
        {
          onSuccess: (after) => {
            client.setQueryData(key, after)
            for (const channel of ['portal:rescheduling.batches', 'portal:rescheduling.absences', 'portal:rescheduling.absence'])
              void client.invalidateQueries({ queryKey: [channel] })
            announce(t('planning.plan.acceptedSaid', { count: kept.length }))
            onDone()
          },
          onError: (error) => {
            if (isProblem(error, 'plan-accepted', 'no-plan')) void client.invalidateQueries({ queryKey: key })
          },
        },
      )
    },
    pending: accepting.isPending,
    refusals: isAsked ? NONE : all,
    asked: new Set(isAsked ? Object.keys(all) : []),
    refusal: problem && Object.keys(all).length > 0 ? null : sentence,
    movedOn: isProblem(accepting.error, ...OVERTAKEN),
  }
}

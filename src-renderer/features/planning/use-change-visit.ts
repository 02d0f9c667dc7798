/** One visit changed by hand, beside a plan. What was computed before says so itself when it is carried out. */
import { useQueryClient } from '@tanstack/react-query'
import type { VisitChange } from '../../../shared/domain/planning.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { isProblem } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'

export interface ChangeVisit {
  readonly run: (change: VisitChange) => void
  readonly pending: boolean
  readonly refusal: string | null
  /** It may be done with a reason. */
  readonly asksReason: boolean
}

export function useChangeVisit(onDone: () => void): ChangeVisit {
  const client = useQueryClient()
  const changing = useAct('planning.change-visits')
  return {
    run: (change) =>
      changing.mutate(
        { body: { changes: [change] } },
        {
          onSuccess: () => {
            for (const channel of ['portal:rescheduling.batch', 'portal:rescheduling.absence', 'portal:rescheduling.absences'])
              void client.invalidateQueries({ queryKey: [channel] })
            onDone()
          },
        },
      ),
    pending: changing.isPending,
    refusal: useSentence(changing.error),
    asksReason: isProblem(changing.error, 'reason-needed'),
  }
}

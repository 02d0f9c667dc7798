/** Starting a search for places, and where to look when one of mine is under way already. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { BatchSummary } from '../../../shared/api/batches.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { deskKey } from '../../data/keys.ts'
import { problemOf } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'
import { usePortal } from '../../data/use-desk.ts'
import { addressOfAbsence, TO_TITLE } from './places.ts'

export interface StartBatch {
  readonly start: (visitIds: readonly string[], seconds: number) => void
  readonly pending: boolean
  readonly refusal: string | null
  /** Goes to the search that stands in the way; null when none does. */
  readonly toRunning: (() => void) | null
}

function absenceOf(batches: readonly BatchSummary[] | undefined, batchId: unknown): string | null {
  return batches?.find((batch) => batch.id === batchId)?.absenceId ?? null
}

export function useStartBatch(absenceId: string, onStarted: (batchId: string) => void): StartBatch {
  const client = useQueryClient()
  const navigate = useNavigate()
  const starting = useAct('rescheduling.start-batch')
  const refusal = useSentence(starting.error)
  const problem = problemOf(starting.error)
  const batches = usePortal('rescheduling.batches', {}).data?.batches
  const elsewhere = problem?.code === 'batch-running' ? absenceOf(batches, problem.params['batchId']) : null
  return {
    start: (visitIds, seconds) =>
      starting.mutate(
        { body: { reason: 'other', visitIds: [...visitIds], absenceId, seconds } },
        {
          onSuccess: (state) => {
            client.setQueryData(deskKey('portal:rescheduling.batch', { params: { id: state.id } }), state)
            void client.invalidateQueries({ queryKey: ['portal:rescheduling.batches'] })
            onStarted(state.id)
          },
        },
      ),
    pending: starting.isPending,
    refusal,
    toRunning: elsewhere === null ? null : () => void navigate(addressOfAbsence(elsewhere), TO_TITLE),
  }
}

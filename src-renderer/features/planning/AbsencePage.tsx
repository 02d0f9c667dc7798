/** A caregiver who is not there: the visits it hits, the search for places, the plan, and what became of it; one after the other in one place. */
import { type RefObject, useRef } from 'react'
import type { BatchState, BatchSummary } from '../../../shared/api/batches.ts'
import { ProblemState } from '../../app/faults/ProblemState.tsx'
import { useTelling } from '../../app/format/use-format.ts'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import { type PortalValue, usePortal } from '../../data/use-desk.ts'
import { AcceptedPlan } from './AcceptedPlan.tsx'
import { BatchProgress } from './BatchProgress.tsx'
import { HitVisits } from './HitVisits.tsx'
import { PlanView } from './PlanView.tsx'
import { useBatchOf } from './use-batch-of.ts'

export type AbsenceDetail = PortalValue<'rescheduling.absence'>

export interface AbsencePageProps {
  absenceId: string
  batches: readonly BatchSummary[]
  onBack: () => void
}

/** What every stage of the page is given. */
export interface StageProps {
  detail: AbsenceDetail
  /** The computations of this absence, newest first. */
  earlier: readonly BatchSummary[]
  shownId: string | null
  /** Shows a computation; null = choose the visits. */
  onShow: (batchId: string | null) => void
  /** Whether the stage before this one had the focus. */
  held: RefObject<boolean>
  onBack: () => void
}

function Stage({ state, fetchedAt, ...rest }: StageProps & { state: BatchState; fetchedAt: number }) {
  switch (state.status) {
    case 'waiting':
    case 'running':
      return <BatchProgress {...rest} state={state} fetchedAt={fetchedAt} />
    case 'done':
      return state.accepted === null ? <PlanView {...rest} state={state} /> : <AcceptedPlan {...rest} state={state} />
    case 'cancelled':
    case 'failed':
      return <HitVisits {...rest} ended={state} />
    default: {
      const never: never = state.status
      return never
    }
  }
}

export function AbsencePage({ absenceId, batches, onBack }: AbsencePageProps) {
  const { t } = useTelling()
  // It names clients: every opening is a look, and asks the portal anew.
  const answer = usePortal('rescheduling.absence', { params: { id: absenceId } }, { onOpen: 'always' })
  const batch = useBatchOf(absenceId, batches)
  const held = useRef(false)
  if (!answer.data)
    return answer.isError ? (
      <ProblemState title={t('planning.listFails')} error={answer.error} onRetry={() => void answer.refetch()} />
    ) : (
      <LoadingRows label={t('planning.loading')} slowLabel={t('planning.loadingSlow')} />
    )
  const stage = { detail: answer.data, earlier: batch.all, shownId: batch.id, onShow: batch.show, held, onBack }
  if (batch.id === null) return <HitVisits {...stage} ended={null} />
  if (batch.state === null)
    return batch.error ? (
      <ProblemState title={t('planning.progress.fails')} error={batch.error} onRetry={batch.retry} />
    ) : (
      <LoadingRows label={t('planning.loading')} slowLabel={t('planning.loadingSlow')} />
    )
  return <Stage key={batch.state.id} {...stage} state={batch.state} fetchedAt={batch.fetchedAt} />
}

/** The computation that an absence is looked at with: the newest one, or an earlier one that was asked for. */
import { useState } from 'react'
import type { BatchState, BatchSummary } from '../../../shared/api/batches.ts'
import { usePortal } from '../../data/use-desk.ts'

export interface BatchOf {
  /** Newest first. */
  readonly all: readonly BatchSummary[]
  /** The one that is shown; null = the visits are chosen. */
  readonly id: string | null
  readonly state: BatchState | null
  /** ms since the epoch at which `state` was fetched. */
  readonly fetchedAt: number
  readonly error: Error | null
  readonly retry: () => void
  readonly show: (id: string | null) => void
}

export function useBatchOf(absenceId: string, batches: readonly BatchSummary[]): BatchOf {
  const all = batches.filter((batch) => batch.absenceId === absenceId)
  const [asked, setAsked] = useState<{ readonly id: string | null } | null>(null)
  const newest = all[0]
  // A search that gave nothing leads back to the visits, where it is said why.
  const first = newest && newest.status !== 'cancelled' && newest.status !== 'failed' ? newest.id : null
  const id = asked === null ? first : asked.id
  const answer = usePortal('rescheduling.batch', { params: { id: id ?? '' } }, { enabled: id !== null, onOpen: 'always' })
  return {
    all,
    id,
    state: id === null ? null : (answer.data ?? null),
    fetchedAt: answer.dataUpdatedAt,
    error: id === null ? null : answer.error,
    retry: () => void answer.refetch(),
    show: (next) => setAsked({ id: next }),
  }
}

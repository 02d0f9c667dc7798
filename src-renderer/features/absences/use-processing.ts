/** Handing over the decisions of a notice, and what the portal says: accepted, or which cards it is about. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { OutboxEntry } from '../../../shared/bridge/outbox.ts'
import type { AbsenceSubject, CaseDetail } from '../../../shared/domain/cases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { deskKey } from '../../data/keys.ts'
import { dismissEntry, submitEntry, useEntryOfCase } from '../../data/outbox.ts'
import { newRequestId } from '../../data/request-id.ts'
import { forgetDecisions, takeStep, useDecisions } from '../../stores/decisions.ts'
import { markDone } from '../../stores/done.ts'
import { noteSent } from '../../stores/sent.ts'
import { planningOf, toDecisions } from './decision-state.ts'
import { refusalsOf } from './refusals.ts'
import type { Check } from './use-check.ts'

export interface Processing {
  /** The entry about this notice, while it is on its way or came back. */
  readonly entry: OutboxEntry | null
  /** On its way: nothing can be changed. */
  readonly busy: boolean
  readonly submit: () => void
  readonly error: Error | null
}

export function useProcessing(
  detail: CaseDetail,
  subject: AbsenceSubject,
  check: Pick<Check, 'warned' | 'planning'>,
  onDone: (caseId: string) => void,
): Processing {
  const { lang } = useWords()
  const client = useQueryClient()
  const state = useDecisions(detail.id)
  const entry = useEntryOfCase(detail.id)
  const submitting = useMutation({
    mutationFn: async () => {
      const decisions = toDecisions(subject.affected, state, check.warned)
      if (decisions === null) throw new Error('Decisions were handed over before all were made')
      if (entry?.state === 'returned') await dismissEntry(entry.requestId)
      const requestId = newRequestId()
      noteSent(requestId)
      const visits = subject.affected
      const sent = await submitEntry({
        requestId,
        route: 'absences.decide',
        subjectId: subject.notice.id,
        caseId: detail.id,
        basedOn: subject.notice.version,
        body: { decisions, planning: planningOf(subject.affected, state, check.planning) },
        label: detail.name,
        draftKey: null,
      })
      return { requestId: sent.requestId, visits }
    },
  })

  const settled = entry?.state === 'accepted' || entry?.state === 'returned' ? `${entry.state} ${entry.requestId}` : null
  const onSettled = useEffectEvent(() => {
    if (entry?.state === 'accepted') {
      markDone(detail.id)
      forgetDecisions(detail.id)
      // Only what was sent while this case stands open leads on to the next one.
      if (submitting.data?.requestId === entry.requestId) onDone(detail.id)
      return
    }
    if (!entry?.problem) return
    // The portal names a decision by its place among those that were sent.
    const sent = submitting.data?.requestId === entry.requestId ? submitting.data.visits : subject.affected
    takeStep(detail.id, { type: 'refuse', refusals: refusalsOf(entry.problem, sent, lang) })
    // The notice or the planning is another one by now: the cards show it and ask to look again.
    void client.invalidateQueries({ queryKey: deskKey('portal:cases.open', { params: { id: detail.id } }) })
    for (const channel of ['portal:rescheduling.proposals', 'portal:rescheduling.check'] as const)
      void client.invalidateQueries({ queryKey: [channel] })
  })
  useEffect(() => {
    if (settled !== null) onSettled()
  }, [settled])

  return {
    entry: entry?.state === 'accepted' ? null : entry,
    busy: submitting.isPending || entry?.state === 'waiting' || entry?.state === 'sending',
    submit: () => submitting.mutate(),
    error: submitting.error,
  }
}

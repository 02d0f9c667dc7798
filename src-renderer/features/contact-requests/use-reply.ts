/** Answering a question: the text, which wording it answers, the change that must be seen first, and sending it once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { OutboxEntry } from '../../../shared/bridge/outbox.ts'
import type { CaseDetail, ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { MESSAGE_MAX } from '../../../shared/domain/contact-requests.ts'
import { deskKey } from '../../data/keys.ts'
import { dismissEntry, submitEntry, useEntryOfCase } from '../../data/outbox.ts'
import { newRequestId } from '../../data/request-id.ts'
import { markDone } from '../../stores/done.ts'
import { noteSent } from '../../stores/sent.ts'
import { type Seen, type Unseen, unseenChange } from './seen-version.ts'
import { draftKeyOf, type ReplyDraft, useReplyDraft } from './use-reply-draft.ts'

export interface Reply {
  readonly draft: ReplyDraft
  /** The entry about this question, on its way or come back. */
  readonly entry: OutboxEntry | null
  readonly busy: boolean
  /** A change that stands between the text and its sending. */
  readonly unseen: Unseen | null
  /** The change as it is shown, seen or not; null when the question did not change here. */
  readonly change: Unseen | null
  /** The change that is marked, 0-based; null before the first step. */
  readonly step: number | null
  /** Goes to the next change; after the last one the question counts as seen. */
  readonly next: () => void
  /** Why it cannot be sent, or null. */
  readonly hindrance: 'empty' | 'stale' | 'tooLong' | null
  readonly send: () => void
  /** Throws the text away, and what came back with it. */
  readonly discard: () => Promise<void>
  readonly error: Error | null
}

export function useReply(detail: CaseDetail, subject: ContactSubjectOfCase, onDone: (caseId: string) => void): Reply {
  const { request } = subject
  const client = useQueryClient()
  const entry = useEntryOfCase(detail.id)
  const [seen, setSeen] = useState<Seen>({ version: request.version, message: request.message })
  const [step, setStep] = useState<number | null>(null)
  const [reviewed, setReviewed] = useState<Unseen | null>(null)
  const draft = useReplyDraft(draftKeyOf(request.id), seen.version)
  const now: Seen = { version: request.version, message: request.message }

  // A text from before answers the wording of then: what was changed since must be looked at.
  const [restored, setRestored] = useState<number | null>(null)
  if (draft.restoredFrom !== restored) {
    setRestored(draft.restoredFrom)
    if (draft.restoredFrom !== null && draft.restoredFrom < seen.version) setSeen({ version: draft.restoredFrom, message: '' })
  }

  const isOpen = request.status === 'open'
  const hasText = draft.text.trim() !== ''
  const found = isOpen ? unseenChange(seen, subject) : null
  // Nothing typed yet, or the same words: there is nothing that the change could be at odds with.
  if (isOpen && request.version > seen.version && draft.status !== 'loading' && (found === null || !hasText)) setSeen(now)
  const unseen = hasText ? found : null

  const sending = useMutation({
    mutationFn: async () => {
      await draft.flush()
      if (entry?.state === 'returned') await dismissEntry(entry.requestId)
      const requestId = newRequestId()
      noteSent(requestId)
      return submitEntry({
        requestId,
        route: 'contact-requests.reply',
        subjectId: request.id,
        caseId: detail.id,
        basedOn: seen.version,
        body: { text: draft.text },
        label: detail.name,
        draftKey: draftKeyOf(request.id),
      })
    },
  })

  const settled = entry?.state === 'accepted' || entry?.state === 'returned' ? `${entry.state} ${entry.requestId}` : null
  const onSettled = useEffectEvent(() => {
    if (entry?.state !== 'accepted') {
      void client.invalidateQueries({ queryKey: deskKey('portal:cases.open', { params: { id: detail.id } }) })
      return
    }
    markDone(detail.id)
    void draft.drop()
    // Only what was sent while this question stands open leads on to the next one.
    if (sending.data?.requestId === entry.requestId) onDone(detail.id)
  })
  useEffect(() => {
    if (settled !== null) onSettled()
  }, [settled])

  const hindrance = unseen ? 'stale' : !hasText ? 'empty' : [...draft.text].length > MESSAGE_MAX ? 'tooLong' : null
  const busy = sending.isPending || entry?.state === 'waiting' || entry?.state === 'sending'
  const change = unseen ?? reviewed
  return {
    draft,
    entry: entry?.state === 'accepted' ? null : entry,
    busy,
    unseen,
    change,
    step,
    next: () => {
      if (!change) return
      const to = step === null ? 0 : (step + 1) % change.count
      setStep(to)
      if (unseen && to === unseen.count - 1) {
        setReviewed(unseen)
        setSeen(now)
      }
    },
    hindrance,
    send: () => {
      if (hindrance === null && !busy) sending.mutate()
    },
    discard: async () => {
      await draft.drop()
      if (entry?.state === 'returned') await dismissEntry(entry.requestId)
    },
    error: sending.error,
  }
}

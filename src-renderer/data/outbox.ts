/** Handing over to the send queue, and what became of it. */
import type { OutboxEntry, OutboxSubmit } from '../../shared/bridge/outbox.ts'
import { ask } from './bridge.ts'
import { isProblem } from './problem-error.ts'
import { useOutbox } from './workstation.ts'

/** Keeps it and sends it, at once or when there is a connection; under this id exactly once. */
export function submitEntry(submit: OutboxSubmit): Promise<OutboxEntry> {
  return ask('outbox.submit', submit)
}

export function retryEntry(requestId: string): Promise<OutboxEntry> {
  return ask('outbox.retry', { requestId })
}

/** Takes an entry that came back or was accepted out of the list; one that is gone already is what was asked. */
export async function dismissEntry(requestId: string): Promise<void> {
  try {
    await ask('outbox.dismiss', { requestId })
  } catch (error) {
    if (!isProblem(error, 'not-found')) throw error
  }
}

/** The newest entry about a case, or null. */
export function useEntryOfCase(caseId: string): OutboxEntry | null {
  return useOutbox().findLast((entry) => entry.caseId === caseId) ?? null
}

/** What was handed to the send queue from this window, to tell what became of it. Newest last. */
import { create } from 'zustand'

interface SentState {
  readonly requestIds: readonly string[]
}

export const useSentStore = create<SentState>(() => ({ requestIds: [] }))

export function noteSent(requestId: string): void {
  useSentStore.setState(({ requestIds }) => ({ requestIds: [...requestIds, requestId] }))
}

export function forgetSent(requestId: string): void {
  useSentStore.setState(({ requestIds }) => ({ requestIds: requestIds.filter((id) => id !== requestId) }))
}

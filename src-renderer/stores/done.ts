/** The cases this user finished here: their rows may leave the list though it is in use. */
import { create } from 'zustand'

interface DoneState {
  readonly done: ReadonlySet<string>
}

export const useDoneStore = create<DoneState>(() => ({ done: new Set() }))

export function markDone(caseId: string): void {
  useDoneStore.setState(({ done }) => ({ done: new Set([...done, caseId]) }))
}

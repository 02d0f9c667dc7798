/** The question "is it still you?": an act waits here until the code was right, or the person gave up. */
import { create } from 'zustand'

interface ConfirmState {
  /** What waits for the answer; null when nothing is asked. */
  readonly waiting: readonly ((confirmed: boolean) => void)[] | null
}

export const useConfirmStore = create<ConfirmState>(() => ({ waiting: null }))

/** Asks; true once the code was right. Acts that ask at the same time share one question. */
export function confirmIdentity(): Promise<boolean> {
  return new Promise((resolve) => {
    useConfirmStore.setState(({ waiting }) => ({ waiting: [...(waiting ?? []), resolve] }))
  })
}

export function answerConfirmation(confirmed: boolean): void {
  const { waiting } = useConfirmStore.getState()
  useConfirmStore.setState({ waiting: null })
  for (const resolve of waiting ?? []) resolve(confirmed)
}

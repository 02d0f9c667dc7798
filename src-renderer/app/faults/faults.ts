/** Faults: what nobody expected. Each is logged and can be shown; typed text is in the drafts and stays. */
import { create } from 'zustand'

interface FaultState {
  /** The last fault outside any pane (an unhandled rejection); null when there is none, or it was put away. */
  readonly fault: string | null
}

export const useFaultStore = create<FaultState>(() => ({ fault: null }))

/** What a fault is called on the screen: its kind and moment, for copying. No content of cases. */
export function codeOfFault(error: unknown, now: number): string {
  const name = error instanceof Error ? error.name : 'fault'
  return `${name} ${new Date(now).toISOString()}`
}

export function reportFault(error: unknown): void {
  console.error(error)
  useFaultStore.setState({ fault: codeOfFault(error, Date.now()) })
}

/** Listens for what escapes everywhere else; the function returned stops it. */
export function catchFaults(): () => void {
  const onError = (event: ErrorEvent) => reportFault(event.error ?? event.message)
  const onRejection = (event: PromiseRejectionEvent) => reportFault(event.reason)
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}

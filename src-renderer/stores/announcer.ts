/** What a screen reader must say though focus stays where it is (WCAG 4.1.3). */
import { create } from 'zustand'

interface AnnouncerState {
  readonly text: string
  /** Counts, so that the same sentence twice is said twice. */
  readonly count: number
}

export const useAnnouncerStore = create<AnnouncerState>(() => ({ text: '', count: 0 }))

export function announce(text: string): void {
  useAnnouncerStore.setState(({ count }) => ({ text, count: count + 1 }))
}

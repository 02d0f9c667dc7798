/** The panes as the user set them: how wide list and context are, and whether the context drawer is open. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface PanesState {
  /** px wider or narrower than the layout grid. */
  readonly listOffset: number
  readonly contextOffset: number
  /** Only counts where the context is a drawer. */
  readonly contextOpen: boolean
}

/** Widths are remembered on this machine; they say nothing about anyone. */
export const usePanes = create<PanesState>()(
  persist((): PanesState => ({ listOffset: 0, contextOffset: 0, contextOpen: false }), {
    name: 'desk-panes',
    version: 1,
    partialize: ({ listOffset, contextOffset }) => ({ listOffset, contextOffset }),
  }),
)

/** One stop for Tab in a list of rows, moved with the keys (WAI-ARIA: roving tabindex). */
import { type RefObject, useEffect, useState } from 'react'

export interface Roving {
  /** The row that Tab comes to. */
  readonly activeId: string | null
  readonly setActive: (id: string) => void
  /** The row `step` places on from the active one; stops at both ends. */
  readonly after: (step: number) => string | null
  /** Moves the focus to a row once it is in the document. */
  readonly focus: (id: string) => void
}

export function useRoving(ids: readonly string[], selectedId: string | null, container: RefObject<HTMLElement | null>): Roving {
  const [active, setActive] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const known = (id: string | null) => (id !== null && ids.includes(id) ? id : null)
  const activeId = known(active) ?? known(selectedId) ?? ids[0] ?? null

  // Runs after every render until the row is there: a virtual row may come into the document one render later.
  useEffect(() => {
    if (wanted === null) return
    const row = container.current?.querySelector<HTMLElement>(`[data-row-id="${wanted}"]`)
    if (!row) return
    row.focus()
    setWanted(null)
  })

  return {
    activeId,
    setActive,
    after: (step) => {
      const at = activeId === null ? -1 : ids.indexOf(activeId)
      // From outside the list the first press comes to the active row itself.
      const inside = container.current?.contains(document.activeElement) ?? false
      const next = inside ? at + step : Math.max(at, 0)
      return ids[Math.max(0, Math.min(ids.length - 1, next))] ?? null
    },
    focus: (id) => {
      setActive(id)
      setWanted(id)
    },
  }
}

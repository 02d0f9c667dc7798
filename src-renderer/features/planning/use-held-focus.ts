/**
 * Keeps the focus when one stage of a page gives way to the next: the title of the new one takes it over. Who works elsewhere, in the
 * list or in a dialog, is left alone.
 */
import { type RefObject, useLayoutEffect } from 'react'

/** @param held kept by the page around the stages: whether the stage that went had the focus */
export function useHeldFocus(held: RefObject<boolean>, title: RefObject<HTMLHeadingElement | null>): void {
  useLayoutEffect(() => {
    const heading = title.current
    const pane = heading?.closest('section')
    if (held.current) heading?.focus()
    held.current = false
    return () => {
      const { activeElement, body } = document
      // A button that was switched off while it was at work has given the focus away.
      held.current = activeElement === body || (pane?.contains(activeElement) ?? false)
    }
  }, [held, title])
}

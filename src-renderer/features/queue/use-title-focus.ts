/** Moves the focus to the title of a case that was opened on purpose, so that a screen reader and the keyboard are there. */
import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

interface Told {
  readonly focus?: boolean
}

export function useTitleFocus(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null)
  const { key, state } = useLocation()
  const wanted = (state as Told | null)?.focus === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: every opening has its own key, also of the same case.
  useEffect(() => {
    if (wanted) title.current?.focus()
  }, [key, wanted])
  return title
}

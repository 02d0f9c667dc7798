/**
 * Keyboard shortcuts. Those of a single character can be switched off (WCAG 2.1.4) and never work while someone types; those with
 * Ctrl always do. Nothing works through an open dialog or menu.
 */
import { useContext, useEffect, useEffectEvent } from 'react'
import { SingleKeysContext } from '../../components/key-hints.ts'

/** Key as written here (`J`, `/`, `Ctrl+Enter`, `Ctrl+Shift+L`, `Escape`) → what it does. */
export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

const EDITABLE = 'input, textarea, select, [contenteditable="true"]'
const OVERLAY = '[role="dialog"], [role="menu"], [role="listbox"].MuiList-root, .MuiModal-root'

/** `Ctrl+Shift+L`, `J`, `?`: the name under which a press is bound. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isLetter = /^\p{L}$/u.test(key)
  const ctrl = event.ctrlKey || event.metaKey
  return [ctrl && 'Ctrl', event.altKey && 'Alt', event.shiftKey && (ctrl || isLetter || key.length > 1) && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

const isCharacter = (name: string): boolean => name.length === 1

export function useKeys(bindings: Bindings, active = true): void {
  const singleKeys = useContext(SingleKeysContext)
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const name = nameOf(event)
    const action = bindings[name]
    if (!action) return
    const typing = event.target instanceof Element && event.target.matches(EDITABLE)
    if (isCharacter(name) && (!singleKeys || typing)) return
    if (document.querySelector(OVERLAY)) return
    event.preventDefault()
    action(event)
  })
  useEffect(() => {
    if (!active) return
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [active])
}

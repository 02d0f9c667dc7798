/** Whether hints for single-key shortcuts are shown: hidden where the user switched those shortcuts off (WCAG 2.1.4). */
import { createContext, useContext } from 'react'

/** `true` while single-key shortcuts are on. The shell provides the user's setting. */
export const SingleKeysContext = createContext(true)

/** Enter and arrows are no character keys: they work whatever the setting. */
const notCharacters = new Set(['↵', '←', '→', '↑', '↓'])

/** A shortcut of character keys alone, so one that a slip of the hand or dictated speech can set off. */
export function isSingleKey(keys: readonly string[]): boolean {
  return keys.every((key) => [...key].length === 1 && !notCharacters.has(key))
}

/** Whether the hint for these keys may be shown now. Combinations with Ctrl, Alt or Shift always stay. */
export function useKeyHint(keys: readonly string[]): boolean {
  const singleKeys = useContext(SingleKeysContext)
  return singleKeys || !isSingleKey(keys)
}

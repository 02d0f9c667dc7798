/** Keycaps to the words of `aria-keyshortcuts`. */
const names: Record<string, string> = {
  Ctrl: 'Control',
  '↵': 'Enter',
  Esc: 'Escape',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
}

/** "Ctrl" and "↵" become "Control+Enter", the form of WAI-ARIA 1.2. */
export function ariaKeys(keys: readonly string[]): string {
  return keys.map((key) => names[key] ?? key).join('+')
}

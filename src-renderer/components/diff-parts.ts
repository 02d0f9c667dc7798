/** The parts of a difference, and how they form changes to step through. */

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface NumberedPart extends DiffPart {
  /** 0-based number of the change this part belongs to; `null` for text that stayed. */
  change: number | null
  /** Place in the difference: its key. */
  place: number
}

/** Numbers the changes: what was removed and what came in its place are one change, also with only white space between them. */
export function numberChanges(parts: readonly DiffPart[]): NumberedPart[] {
  let change = -1
  let kindsInChange = new Set<DiffPart['kind']>()
  return parts.map((part, place) => {
    if (part.kind === 'same') {
      if (part.text.trim() !== '') kindsInChange = new Set()
      return { ...part, place, change: null }
    }
    if (kindsInChange.size === 0 || kindsInChange.has(part.kind)) {
      change += 1
      kindsInChange = new Set()
    }
    kindsInChange.add(part.kind)
    return { ...part, place, change }
  })
}

/** How many changes there are. */
export function countChanges(parts: readonly DiffPart[]): number {
  return numberChanges(parts).reduce((count, part) => (part.change === null ? count : Math.max(count, part.change + 1)), 0)
}

/** The old or the new text, without marks. */
export function textOf(parts: readonly DiffPart[], side: 'old' | 'new'): string {
  const gone = side === 'old' ? 'added' : 'removed'
  return parts
    .filter((part) => part.kind !== gone)
    .map((part) => part.text)
    .join('')
}

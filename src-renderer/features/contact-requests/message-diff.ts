/** The difference between two wordings of a question, word by word. */
import { diffWordsWithSpace } from 'diff'
import type { DiffPart } from '../../components/diff-parts.ts'

const isBlank = (text: string): boolean => text.trim() === ''

const endOf = (text: string): string => /\s*$/.exec(text)?.[0] ?? ''

function sharedEnd(a: string, b: string): string {
  const [endA, endB] = [endOf(a), endOf(b)]
  return endA.endsWith(endB) ? endB : endB.endsWith(endA) ? endA : ''
}

/**
 * The parts of the difference. Changes with only white space between them are one: "~~liefst~~ graag wel" reads as a replacement,
 * not as two.
 */
export function messageDiff(was: string, is: string): DiffPart[] {
  const parts: DiffPart[] = []
  let removed = ''
  let added = ''
  /** White space since the last change: belongs to the change if another follows, else to what stayed. */
  let between = ''
  const flush = () => {
    // White space that both end with stayed.
    const shared = removed !== '' && added !== '' ? sharedEnd(removed, added) : ''
    removed = removed.slice(0, removed.length - shared.length)
    added = added.slice(0, added.length - shared.length)
    between = shared + between
    if (removed !== '') parts.push({ kind: 'removed', text: removed })
    if (added !== '') parts.push({ kind: 'added', text: added })
    if (between !== '') parts.push({ kind: 'same', text: between })
    removed = ''
    added = ''
    between = ''
  }
  for (const { value, added: isAdded, removed: isRemoved } of diffWordsWithSpace(was, is)) {
    const inChange = removed !== '' || added !== ''
    if (isAdded || isRemoved) {
      removed += between + (isRemoved ? value : '')
      added += between + (isAdded ? value : '')
      between = ''
    } else if (inChange && isBlank(value)) between += value
    else {
      flush()
      parts.push({ kind: 'same', text: value })
    }
  }
  flush()
  return parts
}

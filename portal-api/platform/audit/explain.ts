/** Says more precisely what happened where a chain breaks, from the lines around it. */
import { chainHash } from './line.ts'
import type { Break, ChainWalk, Row } from './walk.ts'

/** How many places a line may have been shifted by lines put in or taken out. */
const SHIFT = 20

/** Would the line hold at another place, under the hash it names itself? */
function fitsAt(row: Row, shift: number): boolean {
  const { link, line } = row
  return line !== null && chainHash(link.previousHash, { ...link, position: link.position + shift }, line) === link.hash
}

function aboutLink(found: Break, row: Row, walk: ChainWalk, around: readonly Row[]): Break {
  const twin = around.find((other) => other.link.position !== row.link.position && other.link.previousHash === walk.hash)
  if (row.link.previousHash === walk.hashBefore) {
    return {
      ...found,
      fault: 'inserted',
      position: walk.position,
      entryId: walk.entryId,
      detail: 'it was put in: the line after it was linked to the one before it',
    }
  }
  if (twin) return { ...found, fault: 'swapped', detail: `it changed places with the line at ${twin.link.position}` }
  for (let shift = 1; shift <= SHIFT; shift += 1) {
    if (fitsAt(row, shift)) {
      return {
        ...found,
        fault: 'missing',
        entryId: null,
        detail: `${shift} lines are gone from here, and those after them were numbered anew`,
      }
    }
    if (fitsAt(row, -shift))
      return { ...found, fault: 'inserted', detail: `${shift} lines were put in before it, and those after them numbered anew` }
  }
  return found
}

function aboutContent(found: Break, row: Row, walk: ChainWalk, around: readonly Row[]): Break {
  const rightful = around.find(
    (other) =>
      other.line !== null && other.line.id !== row.line?.id && chainHash(walk.hash, row.link, other.line) === row.link.hash,
  )
  return rightful ? { ...found, fault: 'swapped', detail: `it changed places with the line at ${rightful.link.position}` } : found
}

/**
 * @param found what the walk said of `row`
 * @param walk as it stood before that row
 * @param around lines near it, the row itself among them
 */
export function explain(found: Break, row: Row, walk: ChainWalk, around: readonly Row[]): Break {
  if (found.position !== row.link.position || row.line === null) return found
  if (row.link.previousHash !== walk.hash) return aboutLink(found, row, walk, around)
  return found.fault === 'changed' ? aboutContent(found, row, walk, around) : found
}

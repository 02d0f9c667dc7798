/**
 * A list that someone has the pointer or the focus in does not move under them: changed rows change in place, rows that left
 * stay where they are until the list is let go, and new rows wait behind "3 nieuwe".
 */
import type { QueueItem } from '../../../shared/domain/cases.ts'

export interface HeldRow {
  readonly item: QueueItem
  /** No longer in the queue; stays visible until the list is let go. */
  readonly gone: boolean
}

export interface HeldRows {
  readonly rows: readonly HeldRow[]
  /** Rows that are in the queue and not yet shown. */
  readonly waiting: number
}

const present = (item: QueueItem): HeldRow => ({ item, gone: false })

/** Everything as it is now: the list is free. */
export function freeRows(fresh: readonly QueueItem[]): HeldRows {
  return { rows: fresh.map(present), waiting: 0 }
}

/**
 * The rows to show while the list is in use. What sorts behind the last row shown is added at the end, where it moves nothing:
 * that is how a next page arrives.
 */
export function heldRows(shown: readonly HeldRow[], fresh: readonly QueueItem[]): HeldRows {
  const now = new Map(fresh.map((item) => [item.id, item]))
  const known = new Set(shown.map((row) => row.item.id))
  const lastShown = fresh.findLastIndex((item) => known.has(item.id))
  const kept = shown.map((row): HeldRow => {
    const item = now.get(row.item.id)
    return item ? present(item) : { item: row.item, gone: true }
  })
  const added = fresh.slice(lastShown + 1).filter((item) => !known.has(item.id))
  const waiting = fresh.slice(0, lastShown + 1).filter((item) => !known.has(item.id)).length
  return { rows: [...kept, ...added.map(present)], waiting }
}

/**
 * The row that takes the place of `id` when it leaves: the next one still there, else the one before it. `lastAt` is where it stood
 * when it was last seen: the list may know sooner than the case that it is done.
 */
export function neighbourOf(rows: readonly HeldRow[], id: string, lastAt: number): QueueItem | null {
  const at = rows.findIndex((row) => row.item.id === id)
  const from = at < 0 ? lastAt : at
  const others = (part: readonly HeldRow[]) => part.filter((row) => !row.gone && row.item.id !== id)
  return (others(rows.slice(from))[0] ?? others(rows.slice(0, from)).at(-1))?.item ?? null
}

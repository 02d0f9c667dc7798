/** The rows of a queue, page by page, and how they are shown while the list is in use. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { QueueItem } from '../../../shared/domain/cases.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { ask } from '../../data/bridge.ts'
import { deskKey } from '../../data/keys.ts'
import { useDoneStore } from '../../stores/done.ts'
import { type QueuePlace, queryOf } from './place.ts'
import { freeRows, type HeldRow, type HeldRows, heldRows } from './rows-in-use.ts'

const PAGE = 50

export function useQueuePages(queue: QueueId, place: QueuePlace) {
  const query = queryOf(place)
  const pages = useInfiniteQuery({
    queryKey: deskKey('portal:cases.list', { params: { queue }, query }),
    queryFn: ({ pageParam }) =>
      ask('portal:cases.list', {
        params: { queue },
        query: { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const rows = useMemo(() => {
    // A row that moved between two pages while they were fetched is shown once.
    const seen = new Map<string, QueueItem>()
    for (const page of pages.data?.pages ?? []) for (const row of page.rows) if (!seen.has(row.id)) seen.set(row.id, row)
    return [...seen.values()]
  }, [pages.data])
  return { pages, rows }
}

/** How long a row that is done stays while it fades (ms, look: 180 ms). */
const LEAVING_MS = 200

export interface ShownRows extends HeldRows {
  /** Shows what waits, now. */
  readonly showAll: () => void
}

/** Hides rows a moment after they were told to leave, so that they can fade. */
function useFaded(rows: readonly HeldRow[], leaves: (row: HeldRow) => boolean): readonly HeldRow[] {
  const [faded, setFaded] = useState<ReadonlySet<string>>(new Set())
  const leaving = rows.filter((row) => leaves(row) && !faded.has(row.item.id)).map((row) => row.item.id)
  const names = leaving.join()
  useEffect(() => {
    if (names === '') return
    const timer = setTimeout(() => setFaded((former) => new Set([...former, ...names.split(',')])), LEAVING_MS)
    return () => clearTimeout(timer)
  }, [names])
  return rows.filter((row) => !(leaves(row) && faded.has(row.item.id)))
}

/** Rows as the list shows them: standing still while `inUse`, except that what the user finished leaves at once. */
export function useShownRows(fresh: readonly QueueItem[], inUse: boolean, placeKey: string): ShownRows {
  const [base, setBase] = useState<{ readonly key: string; readonly rows: readonly HeldRow[] } | null>(null)
  const done = useDoneStore((state) => state.done)
  const hold = () => setBase({ key: placeKey, rows: freeRows(fresh).rows })
  if (inUse && base?.key !== placeKey) hold()
  if (!inUse && base !== null) setBase(null)
  const held = useMemo(
    () => (base !== null && base.key === placeKey ? heldRows(base.rows, fresh) : freeRows(fresh)),
    [base, fresh, placeKey],
  )
  const rows = useFaded(held.rows, (row) => row.gone && done.has(row.item.id))
  return { rows, waiting: held.waiting, showAll: hold }
}

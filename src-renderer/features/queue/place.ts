/** Where someone is in a queue, as the address says it: filter and order. A reload or a link brings back the same place. */
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type QueueQuery, queueQuery, queueSort } from '../../../shared/api/cases.ts'
import { caseStatus, type Facet, facet } from '../../../shared/domain/cases.ts'

export type Claimed = QueueQuery['claimed']

export interface QueuePlace {
  readonly status: QueueQuery['status']
  readonly facet: Facet | null
  readonly claimed: Claimed
  /** Only what was written to whoever looks, or is about their project. */
  readonly addressed: QueueQuery['addressed']
  readonly q: string
  readonly sort: QueueQuery['sort']
  readonly direction: QueueQuery['direction']
}

export const FIRST_PLACE: QueuePlace = {
  status: 'open',
  facet: null,
  claimed: 'anyone',
  addressed: 'anyone',
  q: '',
  sort: 'due',
  direction: 'ascending',
}

/** Reads an address; what it does not know is as if it were not there. */
export function readPlace(search: URLSearchParams): QueuePlace {
  const or = <T>(result: { success: true; data: T } | { success: false }, otherwise: T): T =>
    result.success ? result.data : otherwise
  const { claimed, addressed, direction } = queueQuery.shape
  return {
    status: or(caseStatus.safeParse(search.get('status')), FIRST_PLACE.status),
    facet: or<Facet | null>(facet.safeParse(search.get('facet')), null),
    claimed: or(claimed.safeParse(search.get('claimed') ?? undefined), FIRST_PLACE.claimed),
    addressed: or(addressed.safeParse(search.get('addressed') ?? undefined), FIRST_PLACE.addressed),
    q: (search.get('q') ?? '').slice(0, 100),
    sort: or(queueSort.safeParse(search.get('sort')), FIRST_PLACE.sort),
    direction: or(direction.safeParse(search.get('direction') ?? undefined), FIRST_PLACE.direction),
  }
}

/** The address of a place; only what differs from the first one is written. */
export function writePlace(place: QueuePlace): URLSearchParams {
  const search = new URLSearchParams()
  for (const key of ['status', 'facet', 'claimed', 'addressed', 'q', 'sort', 'direction'] as const) {
    const value = place[key]
    if (value !== null && value !== FIRST_PLACE[key]) search.set(key, value)
  }
  return search
}

/** The query of a place, without page and limit. */
export function queryOf(place: QueuePlace): Partial<QueueQuery> {
  const { facet: narrowed, q, ...rest } = place
  return { ...rest, ...(narrowed ? { facet: narrowed } : {}), ...(q ? { q } : {}) }
}

export function isNarrowed(place: QueuePlace): boolean {
  return place.facet !== null || place.claimed !== 'anyone' || place.addressed !== 'anyone' || place.q !== ''
}

export function usePlace(): readonly [QueuePlace, (change: Partial<QueuePlace>) => void] {
  const [search, setSearch] = useSearchParams()
  const place = useMemo(() => readPlace(search), [search])
  const change = (next: Partial<QueuePlace>) =>
    // Narrowing is not a step to go back to; opening a case is.
    setSearch(writePlace({ ...place, ...next }), { replace: true })
  return [place, change]
}

/** Head of a queue: its name, how many, and what narrows and orders it. */
import Skeleton from '@mui/material/Skeleton'
import { ArchiveIcon } from '@phosphor-icons/react/Archive'
import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple'
import { SortAscendingIcon } from '@phosphor-icons/react/SortAscending'
import { type ReactNode, type Ref, useEffect, useState } from 'react'
import type { QueueSort } from '../../../shared/api/cases.ts'
import { FACETS_OF_QUEUE } from '../../../shared/domain/cases.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { FilterChip } from '../../components/FilterChip.tsx'
import { IconAction } from '../../components/IconAction.tsx'
import { ListHeader } from '../../components/ListHeader.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useCounter } from '../../data/queues.ts'
import { AccountDeskMenu } from '../accounts/AccountPanes.tsx'
import { isNarrowed, type QueuePlace } from './place.ts'

export interface QueueHeadProps {
  queue: QueueId
  place: QueuePlace
  onPlace: (change: Partial<QueuePlace>) => void
  /** Rows fetched so far, and whether there are more; null while loading. */
  found: { count: number; more: boolean } | null
  searchRef: Ref<HTMLInputElement>
  /** From the field down into the list. */
  onToRows: () => void
  /** Instead of the filter by name: the search for accounts. */
  search?: ReactNode
}

/** The filter follows the typing after this pause (ms). */
const TYPING_MS = 250

function NameFilter({
  place,
  onPlace,
  searchRef,
  onToRows,
}: Pick<QueueHeadProps, 'place' | 'onPlace' | 'searchRef' | 'onToRows'>) {
  const { t } = useWords()
  const [typed, setTyped] = useState(place.q)
  // The address may change from elsewhere (a link in the rail); the last word is the address's.
  const [known, setKnown] = useState(place.q)
  // What came from here does not take away the letters that were typed since.
  const [own, setOwn] = useState<string | null>(null)
  if (known !== place.q) {
    setKnown(place.q)
    if (place.q !== own) {
      setOwn(null)
      setTyped(place.q)
    }
  }
  useEffect(() => {
    const q = typed.trim()
    if (q === place.q) return
    const timer = setTimeout(() => {
      setOwn(q)
      onPlace({ q })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, place.q, onPlace])
  return (
    <SearchField
      label={t('queue.filter')}
      placeholder={t('queue.filter')}
      icon={FunnelSimpleIcon}
      value={typed}
      onChange={setTyped}
      clearLabel={t('queue.clearFilter')}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onToRows()
      }}
      inputRef={searchRef}
    />
  )
}

type Order = 'due' | 'newest' | 'oldest' | 'name'
const ORDERS: Readonly<Record<Order, { sort: QueueSort; direction: QueuePlace['direction'] }>> = {
  due: { sort: 'due', direction: 'ascending' },
  newest: { sort: 'opened', direction: 'descending' },
  oldest: { sort: 'opened', direction: 'ascending' },
  name: { sort: 'name', direction: 'ascending' },
}

/** Open work stands in the order of care; of what is handled the latest is wanted. */
const OPEN = { status: 'open', ...ORDERS.due } as const
const CLOSED = { status: 'closed', ...ORDERS.newest } as const

function SortMenu({ queue, place, onPlace }: Pick<QueueHeadProps, 'queue' | 'place' | 'onPlace'>) {
  const { t } = useWords()
  const orders = Object.keys(ORDERS) as Order[]
  const now = orders.find((order) => ORDERS[order].sort === place.sort && ORDERS[order].direction === place.direction)
  return (
    <MenuButton
      icon={SortAscendingIcon}
      label={t('queue.sort')}
      value={now}
      choices={orders.map((value) => ({
        value,
        label: value === 'due' ? t(`queue.sortBy.due.${queue}`) : t(`queue.sortBy.${value}`),
      }))}
      onPick={(order) => onPlace(ORDERS[order])}
      edge="end"
    />
  )
}

function Chips({ queue, place, onPlace }: Pick<QueueHeadProps, 'queue' | 'place' | 'onPlace'>) {
  const { t } = useWords()
  const claimed = { anyone: t('queue.claimedAnyone'), mine: t('queue.claimedMine'), nobody: t('queue.claimedNobody') }
  const facetName = place.facet ? t(`domain.facet.${place.facet}`) : t('queue.allKinds')
  const remove = (filter: string) => t('queue.removeFilter', { filter })
  return (
    <>
      <MenuButton
        look="chip"
        label={facetName}
        value={place.facet ?? undefined}
        ariaLabel={place.facet ? remove(facetName) : `${t('queue.kind')}: ${facetName}`}
        choices={FACETS_OF_QUEUE[queue].map((value) => ({ value, label: t(`domain.facet.${value}`) }))}
        onPick={(facet) => onPlace({ facet })}
        onRemove={() => onPlace({ facet: null })}
      />
      <MenuButton
        look="chip"
        label={claimed[place.claimed]}
        value={place.claimed === 'anyone' ? undefined : place.claimed}
        ariaLabel={place.claimed === 'anyone' ? `${t('queue.claimedBy')}: ${claimed.anyone}` : remove(claimed[place.claimed])}
        choices={[
          { value: 'mine', label: claimed.mine },
          { value: 'nobody', label: claimed.nobody },
        ]}
        onPick={(value) => onPlace({ claimed: value })}
        onRemove={() => onPlace({ claimed: 'anyone' })}
      />
      {queue === 'contact-requests' && (
        <FilterChip
          label={t('queue.addressedMe')}
          on={place.addressed === 'me'}
          ariaLabel={place.addressed === 'me' ? remove(t('queue.addressedMe')) : t('queue.addressedMeOnly')}
          onOpen={() => onPlace({ addressed: 'me' })}
          onRemove={() => onPlace({ addressed: 'anyone' })}
        />
      )}
      {place.status === 'closed' && (
        <FilterChip
          label={t('queue.statusClosed')}
          on
          ariaLabel={remove(t('queue.statusClosed'))}
          onRemove={() => onPlace(OPEN)}
        />
      )}
    </>
  )
}

export function QueueHead({ queue, place, onPlace, found, searchRef, onToRows, search }: QueueHeadProps) {
  const { t } = useWords()
  const counter = useCounter(queue)
  const whole = !isNarrowed(place) && place.status === 'open'
  const count =
    whole && counter ? (
      t('queue.open', { count: counter.open })
    ) : found ? (
      t(found.more ? 'queue.foundMore' : 'queue.found', { count: found.count })
    ) : (
      <Skeleton variant="rounded" width={48} height={10} />
    )
  return (
    <ListHeader
      title={t(`domain.queue.${queue}`)}
      count={count}
      actions={
        <>
          <IconAction
            icon={ArchiveIcon}
            label={t('queue.showClosed')}
            pressed={place.status === 'closed'}
            onClick={() => onPlace(place.status === 'closed' ? OPEN : CLOSED)}
          />
          <SortMenu queue={queue} place={place} onPlace={onPlace} />
          {queue === 'accounts' && <AccountDeskMenu />}
        </>
      }
      filters={
        <>
          <div style={{ display: 'flex', width: '100%' }}>
            {search ?? <NameFilter place={place} onPlace={onPlace} searchRef={searchRef} onToRows={onToRows} />}
          </div>
          <Chips queue={queue} place={place} onPlace={onPlace} />
        </>
      }
    />
  )
}

/** A queue beside the open case: the same for every queue; what a row says and what a case looks like differs. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { QueueItem } from '../../../shared/domain/cases.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { FaultBoundary } from '../../app/faults/FaultBoundary.tsx'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { ListPane, Sheet } from '../../components/Sheet.tsx'
import { AccountPaneOf, ApprovalsWaiting } from '../accounts/AccountPanes.tsx'
import { AccountSearch } from '../accounts/AccountSearch.tsx'
import type { AccountPane } from '../accounts/panes.ts'
import { SearchResults } from '../accounts/SearchResults.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { OpenCase } from './OpenCase.tsx'
import { usePlace, writePlace } from './place.ts'
import { QueueBody } from './QueueBody.tsx'
import { QueueHead } from './QueueHead.tsx'
import { useQueueTable } from './queue-table.ts'
import { neighbourOf } from './rows-in-use.ts'
import { useSentToast } from './SentToast.tsx'
import { useQueuePages, useShownRows } from './use-queue-rows.ts'

export interface QueueScreenProps {
  queue: QueueId
  caseId: string | null
  /** A portal user opened without a case (accounts). */
  userId: string | null
  /** Something else of the accounts desk in its place. */
  pane: AccountPane | null
}

/** What an opened place is told: whether the focus goes to it. */
export interface OpenState {
  readonly focus?: boolean
}

export function QueueScreen({ queue, caseId, userId, pane }: QueueScreenProps) {
  const telling = useTelling()
  const { t } = telling
  const [place, setPlace] = usePlace()
  const { search } = useLocation()
  const navigate = useNavigate()
  const [inUse, setInUse] = useState(false)
  const [searched, setSearched] = useState('')
  const searchRef = useRef<HTMLInputElement>(null)
  const { pages, rows } = useQueuePages(queue, place)
  const shown = useShownRows(rows, inUse, `${queue}?${writePlace(place)}`)
  const table = useQueueTable(shown.rows, queue, place, telling)
  const lastAt = useRef(0)
  useEffect(() => {
    const at = shown.rows.findIndex((row) => row.item.id === caseId)
    if (at >= 0) lastAt.current = at
  }, [shown.rows, caseId])
  const name = t(`domain.queue.${queue}`)
  const toast = useSentToast(queue)

  const focusRow = useCallback((id: string | null) => {
    const named = id ? document.querySelector<HTMLElement>(`[data-row-id="${id}"]`) : null
    const row = named ?? document.querySelector<HTMLElement>('[data-row-id][tabindex="0"]')
    row?.focus()
  }, [])
  const open = (id: string) =>
    void navigate({ pathname: `/${queue}/${id}`, search }, { state: { focus: true } satisfies OpenState })
  const toList = useCallback(() => {
    void navigate({ pathname: `/${queue}`, search })
    // In a narrow window the list is drawn only after the address has changed.
    requestAnimationFrame(() => focusRow(caseId))
  }, [navigate, queue, search, caseId, focusRow])
  /** A case is done: the one that took its place in the list opens, else the list. */
  const toNext = (id: string) => {
    const next = neighbourOf(shown.rows, id, lastAt.current)
    if (next) open(next.id)
    else toList()
  }
  useKeys({
    '/': () => searchRef.current?.focus(),
    Escape: () => {
      if (document.querySelector('[data-row-id]') === null) toList()
      else if (!document.activeElement?.closest('[role="listbox"]')) focusRow(caseId)
    },
  })

  const isSearching = queue === 'accounts' && searched.length > 1
  return (
    <Sheet
      pane={caseId || userId || pane ? 'case' : 'list'}
      list={
        <ListPane
          label={t('queue.list', { queue: name })}
          ownScroll
          toast={toast}
          header={
            <>
              <OfflineBanner />
              {queue === 'accounts' && <ApprovalsWaiting open={pane === 'approvals'} />}
              <QueueHead
                queue={queue}
                place={place}
                onPlace={setPlace}
                found={pages.data ? { count: rows.length, more: pages.hasNextPage } : null}
                searchRef={searchRef}
                onToRows={() => focusRow(caseId)}
                search={
                  queue === 'accounts' ? (
                    <AccountSearch onSearch={setSearched} onToRows={() => focusRow(caseId)} inputRef={searchRef} />
                  ) : undefined
                }
              />
            </>
          }
        >
          {isSearching && <SearchResults q={searched} openCaseId={caseId} openUserId={userId} />}
          <FaultBoundary resetKey={queue}>
            <QueueBody
              queue={queue}
              place={place}
              onPlace={setPlace}
              pages={pages}
              rows={table}
              shown={shown}
              selectedId={caseId}
              onOpen={(item: QueueItem) => open(item.id)}
              onUse={setInUse}
            />
          </FaultBoundary>
        </ListPane>
      }
    >
      <FaultBoundary resetKey={caseId ?? userId ?? pane}>
        {pane ? (
          <AccountPaneOf pane={pane} onBack={toList} />
        ) : (
          <OpenCase queue={queue} caseId={caseId} userId={userId} onBack={toList} onDone={toNext} />
        )}
      </FaultBoundary>
    </Sheet>
  )
}

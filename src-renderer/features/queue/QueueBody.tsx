/** The rows of a queue or the state it is in: loading, not loading, empty, nothing found. */
import Button from '@mui/material/Button'
import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { QueueItem } from '../../../shared/domain/cases.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { ProblemState } from '../../app/faults/ProblemState.tsx'
import { useWords } from '../../app/i18n/use-words.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import type { PortalValue } from '../../data/use-desk.ts'
import { FIRST_PLACE, isNarrowed, type QueuePlace } from './place.ts'
import { QueueList } from './QueueList.tsx'
import type { ListRow } from './queue-table.ts'
import type { ShownRows } from './use-queue-rows.ts'

export interface QueueBodyProps {
  queue: QueueId
  place: QueuePlace
  onPlace: (change: Partial<QueuePlace>) => void
  pages: UseInfiniteQueryResult<InfiniteData<PortalValue<'cases.list'>>>
  rows: readonly ListRow[]
  shown: ShownRows
  selectedId: string | null
  onOpen: (item: QueueItem) => void
  onUse: (inUse: boolean) => void
}

function Nothing({ queue, place, onPlace }: Pick<QueueBodyProps, 'queue' | 'place' | 'onPlace'>) {
  const { t } = useWords()
  if (isNarrowed(place)) {
    return (
      <EmptyState
        icon={FunnelSimpleIcon}
        title={t('queue.noResultTitle')}
        text={t('queue.noResultText')}
        action={<Button onClick={() => onPlace(FIRST_PLACE)}>{t('queue.clearAll')}</Button>}
      />
    )
  }
  return place.status === 'closed' ? (
    <EmptyState title={t('queue.emptyClosedTitle')} text={t('queue.emptyClosedText')} />
  ) : (
    <EmptyState title={t(`queue.emptyTitle.${queue}`)} text={t(`queue.emptyText.${queue}`)} />
  )
}

export function QueueBody({ queue, place, onPlace, pages, rows, shown, selectedId, onOpen, onUse }: QueueBodyProps) {
  const { t } = useWords()
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = pages
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  if (!pages.data) {
    return pages.isError ? (
      <ProblemState title={t(`queue.errorTitle.${queue}`)} error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <LoadingRows label={t('queue.loading')} slowLabel={t('queue.loadingSlow')} />
    )
  }
  if (rows.length === 0) return <Nothing queue={queue} place={place} onPlace={onPlace} />
  return (
    <>
      <QueueList
        rows={rows}
        isOpen={place.status === 'open'}
        waiting={shown.waiting}
        onShowWaiting={shown.showAll}
        selectedId={selectedId}
        onOpen={onOpen}
        onUse={onUse}
        onEnd={onEnd}
        label={t('queue.rows')}
        sortedBy={place.sort === 'due' ? t(`queue.sortedBy.due.${queue}`) : t(`queue.sortedBy.${place.sort}`)}
        queueName={t(`domain.queue.${queue}`)}
      />
      {isFetchNextPageError && (
        <div role="alert" style={{ padding: '8px 20px', display: 'flex', gap: 8, alignItems: 'center' }}>
          {t('queue.loadingMoreFails')}
          <Button size="small" onClick={() => void fetchNextPage()}>
            {t('case.retry')}
          </Button>
        </div>
      )}
    </>
  )
}

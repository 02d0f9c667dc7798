/** One case in a list: with the clock first, or on the accounts desk the person first. */
import type { QueueItem } from '../../../shared/domain/cases.ts'
import { isUrgent } from '../../app/format/due.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { MarkSpec } from '../../components/Mark.tsx'
import { PersonRow } from '../../components/PersonRow.tsx'
import { QueueRow, type RowClaim, type RowClock } from '../../components/QueueRow.tsx'
import type { RowStateProps } from '../../components/row-frame.ts'
import { useStaff } from '../../data/workstation.ts'
import type { RowWords } from './row-words.ts'

export interface CaseRowProps extends RowStateProps {
  item: QueueItem
  isOpen: boolean
  /** No longer in the queue; keeps its place while the list is in use. */
  gone: boolean
  clock: RowClock
  words: RowWords
  marks: readonly MarkSpec[]
}

/** How long a row that has come in is tinted; the clock of the screen ticks slower than that. */
const NEW_MS = 20_000

function useClaimWords(item: QueueItem): RowClaim | undefined {
  const { t } = useTelling()
  const me = useStaff().id
  if (!item.claim) return undefined
  const { id, name } = item.claim.by
  return { id, name, label: id === me ? t('queue.claimedByYou') : t('queue.claimedByName', { name }) }
}

export function CaseRow({ item, isOpen, gone, clock, words, marks, ...state }: CaseRowProps) {
  const { t, now } = useTelling()
  const claim = useClaimWords(item)
  const isNew = isOpen && !gone && now - Date.parse(item.openedAt) < NEW_MS
  if (item.facts.queue === 'accounts') {
    return (
      <PersonRow
        {...state}
        person={{ id: item.facts.portalUserId, name: item.name }}
        facts={gone ? t('queue.gone') : words.facts}
        marks={gone ? [] : marks}
        isNew={isNew}
      />
    )
  }
  return (
    <QueueRow
      {...state}
      clock={clock}
      name={item.name}
      facts={gone ? t('queue.gone') : words.facts}
      preview={gone ? undefined : (words.preview ?? undefined)}
      marks={gone ? [] : marks}
      claim={gone ? undefined : claim}
      urgent={isOpen && !gone && isUrgent(item.dueAt, now)}
      muted={gone || !isOpen}
      isNew={isNew}
    />
  )
}

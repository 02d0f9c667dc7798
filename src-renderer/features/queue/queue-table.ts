/** The table behind a queue: rows as they come from the portal, with what each says worked out once per row. */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { QueueId } from '../../../shared/domain/staff.ts'
import type { Telling } from '../../app/format/dates.ts'
import type { MarkSpec } from '../../components/Mark.tsx'
import type { RowClock } from '../../components/QueueRow.tsx'
import { groupOf } from './groups.ts'
import type { QueuePlace } from './place.ts'
import { marksOf, type RowWords, rowClock, rowWords } from './row-words.ts'
import type { HeldRow } from './rows-in-use.ts'

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, HeldRow>()

/** What a row of the list is made of. */
export interface ListRow {
  readonly id: string
  readonly held: HeldRow
  readonly group: string
  readonly clock: RowClock
  readonly words: RowWords
  readonly marks: readonly MarkSpec[]
}

/** Sorting and filtering are the portal's (keyset pages); the table holds rows, columns and their values. */
export function useQueueTable(rows: readonly HeldRow[], queue: QueueId, place: QueuePlace, telling: Telling): readonly ListRow[] {
  const isOpen = place.status === 'open'
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor((row) => groupOf(row.item, queue, place.sort, telling), { id: 'group' }),
        helper.accessor((row) => rowClock(row.item, isOpen, telling), { id: 'clock' }),
        helper.accessor((row) => rowWords(row.item, telling), { id: 'words' }),
        helper.accessor((row) => marksOf(row.item.facets, telling.t), { id: 'marks' }),
      ]),
    [queue, place.sort, isOpen, telling],
  )
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.item.id })
  return table.getRowModel().rows.map((row) => ({
    id: row.id,
    held: row.original,
    group: row.getValue<string>('group'),
    clock: row.getValue<RowClock>('clock'),
    words: row.getValue<RowWords>('words'),
    marks: row.getValue<readonly MarkSpec[]>('marks'),
  }))
}

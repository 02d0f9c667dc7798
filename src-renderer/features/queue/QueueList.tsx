/**
 * The rows of a queue: only those in sight are in the document. A listbox with one stop for Tab: arrows or J and K go through it,
 * Enter opens. A row that has the focus stays in the document wherever the list is scrolled to.
 */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { ArrowUpIcon } from '@phosphor-icons/react/ArrowUp'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { QueueItem } from '../../../shared/domain/cases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { useDensity } from '../../app/theme/density.ts'
import { GroupLabel } from '../../components/ListHeader.tsx'
import { queueRowHeight } from '../../components/row-height.ts'
import { announce } from '../../stores/announcer.ts'
import { CaseRow } from './CaseRow.tsx'
import type { ListRow } from './queue-table.ts'
import { useRoving } from './use-roving.ts'

export interface QueueListProps {
  rows: readonly ListRow[]
  isOpen: boolean
  /** New rows that wait until the list is let go. */
  waiting: number
  onShowWaiting: () => void
  selectedId: string | null
  onOpen: (item: QueueItem) => void
  /** The pointer or the focus is in the list. */
  onUse: (inUse: boolean) => void
  /** The end of what was fetched is in sight. */
  onEnd: () => void
  label: string
  /** The sort key by name, at the right of the first group. */
  sortedBy: string
  queueName: string
}

type Line =
  | { readonly key: string; readonly group: string }
  | { readonly key: string; readonly row: ListRow; readonly first: boolean }

const GROUP_HEIGHT = 32

function linesOf(rows: readonly ListRow[]): readonly Line[] {
  const lines: Line[] = []
  let group: string | null = null
  for (const row of rows) {
    const first = row.group !== group
    if (first) lines.push({ key: `group ${row.group} ${row.id}`, group: row.group })
    group = row.group
    lines.push({ key: row.id, row, first })
  }
  return lines
}

const Scroller = styled('div')({ flex: 1, minHeight: 0, overflowY: 'auto', scrollPaddingBlock: '40px 60px', paddingBottom: 12 })
const Place = styled('div')({ position: 'relative' })
const At = styled('div')({ position: 'absolute', top: 0, left: 0, right: 0 })
const New = styled('div')({
  position: 'absolute',
  zIndex: 3,
  top: 4,
  left: 0,
  right: 0,
  display: 'flex',
  justifyContent: 'center',
  pointerEvents: 'none',
  '& > *': { pointerEvents: 'auto' },
})

/** Whether the pointer or the focus is inside. */
function useInUse(onUse: (inUse: boolean) => void) {
  const [pointer, setPointer] = useState(false)
  const [focus, setFocus] = useState(false)
  useEffect(() => onUse(pointer || focus), [pointer, focus, onUse])
  return {
    onPointerEnter: () => setPointer(true),
    onPointerLeave: () => setPointer(false),
    onFocus: () => setFocus(true),
    onBlur: (event: React.FocusEvent) => setFocus(event.currentTarget.contains(event.relatedTarget)),
  }
}

export function QueueList(props: QueueListProps) {
  const { rows, waiting, selectedId, onOpen, onEnd } = props
  const { t } = useWords()
  const density = useDensity()
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesOf(rows), [rows])
  const use = useInUse(props.onUse)
  const ids = useMemo(() => rows.filter((row) => !row.held.gone).map((row) => row.id), [rows])
  const roving = useRoving(ids, selectedId, scroller)
  const lineOf = (id: string | null) => lines.findIndex((line) => 'row' in line && line.row.id === id)
  /** The hairline gives way beside the selected row. */
  const isSelected = (index: number) => {
    const line = lines[index]
    return line !== undefined && 'row' in line && line.row.id === selectedId
  }
  const heldLine = lineOf(roving.activeId)

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const line = lines[index]
      if (!line || !('row' in line)) return GROUP_HEIGHT
      return queueRowHeight({ preview: line.row.words.preview !== null, marks: line.row.marks.length > 0 }, density)
    },
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return heldLine < 0 || shown.includes(heldLine) ? shown : [...shown, heldLine].sort((a, b) => a - b)
    },
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= lines.length - 1) onEnd()
  }, [last, lines.length, onEnd])
  useEffect(() => {
    if (waiting > 0) announce(t('queue.arrived', { count: waiting, queue: props.queueName }))
  }, [waiting, t, props.queueName])

  const go = (id: string | null) => {
    if (id === null) return
    virtualizer.scrollToIndex(lineOf(id), { align: 'auto' })
    roving.focus(id)
  }
  useKeys({ J: () => go(roving.after(1)), K: () => go(roving.after(-1)) })
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Record<string, () => string | null> = {
      ArrowDown: () => roving.after(1),
      ArrowUp: () => roving.after(-1),
      PageDown: () => roving.after(8),
      PageUp: () => roving.after(-8),
      Home: () => ids[0] ?? null,
      End: () => ids.at(-1) ?? null,
    }
    const move = to[event.key]
    if (!move || event.ctrlKey || event.altKey) return
    event.preventDefault()
    go(move())
  }

  return (
    <>
      {waiting > 0 && (
        <New>
          <Button
            size="small"
            onClick={() => {
              props.onShowWaiting()
              virtualizer.scrollToIndex(0)
            }}
            aria-label={t('queue.showWaiting', { count: waiting })}
          >
            <ArrowUpIcon />
            {t('queue.waiting', { count: waiting })}
          </Button>
        </New>
      )}
      <Scroller ref={scroller} role="listbox" aria-label={props.label} onKeyDown={onKeyDown} {...use}>
        <Place role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const line = lines[item.index]
            if (!line) return null
            return (
              <At
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                role="presentation"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {'row' in line ? (
                  <CaseRow
                    item={line.row.held.item}
                    isOpen={props.isOpen}
                    gone={line.row.held.gone}
                    clock={line.row.clock}
                    words={line.row.words}
                    marks={line.row.marks}
                    role="option"
                    aria-posinset={ids.indexOf(line.row.id) + 1 || undefined}
                    aria-setsize={ids.length}
                    data-row-id={line.row.id}
                    tabIndex={line.row.id === roving.activeId ? 0 : -1}
                    selected={line.row.id === selectedId}
                    divider={!line.first && !isSelected(item.index - 1)}
                    disabled={line.row.held.gone}
                    onFocus={() => roving.setActive(line.row.id)}
                    onClick={() => onOpen(line.row.held.item)}
                  />
                ) : (
                  <GroupLabel label={line.group} sortedBy={item.index === 0 ? props.sortedBy : undefined} />
                )}
              </At>
            )
          })}
        </Place>
      </Scroller>
    </>
  )
}

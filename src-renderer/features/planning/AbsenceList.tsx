/** Who is not there, now and later, each with what is left to be done. A listbox with one stop for Tab. */
import { styled } from '@mui/material/styles'
import { CalendarPlusIcon } from '@phosphor-icons/react/CalendarPlus'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { HourglassMediumIcon } from '@phosphor-icons/react/HourglassMedium'
import { ListChecksIcon } from '@phosphor-icons/react/ListChecks'
import { type KeyboardEvent, useRef } from 'react'
import type { BatchSummary } from '../../../shared/api/batches.ts'
import type { CaregiverAbsence } from '../../../shared/api/rescheduling.ts'
import { shortDay, todayAt } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { GroupLabel } from '../../components/ListHeader.tsx'
import type { MarkSpec } from '../../components/Mark.tsx'
import { PersonRow } from '../../components/PersonRow.tsx'
import { useRoving } from '../queue/use-roving.ts'

const Rows = styled('div')({ paddingBottom: 12 })

export interface AbsenceListProps {
  absences: readonly CaregiverAbsence[]
  batches: readonly BatchSummary[]
  selectedId: string | null
  onOpen: (id: string) => void
}

/** What stands out: a search under way, a plan that waits, or visits nobody has placed. */
function marksOf(absence: CaregiverAbsence, batches: readonly BatchSummary[], t: Translate): readonly MarkSpec[] {
  const latest = batches.find((batch) => batch.absenceId === absence.id)
  if (latest?.status === 'waiting' || latest?.status === 'running')
    return [{ tone: 'info', icon: HourglassMediumIcon, label: t('planning.mark.running') }]
  if (latest?.status === 'done' && latest.acceptedAt === null && absence.visits > 0)
    return [{ tone: 'ok', icon: ListChecksIcon, label: t('planning.mark.ready') }]
  if (absence.visits > 0) return [{ tone: 'warn', icon: CalendarPlusIcon, label: t('planning.mark.left') }]
  return latest?.acceptedAt ? [{ tone: 'ok', icon: CheckCircleIcon, label: t('planning.mark.done') }] : []
}

export function AbsenceList({ absences, batches, selectedId, onOpen }: AbsenceListProps) {
  const telling = useTelling()
  const { t } = telling
  const list = useRef<HTMLDivElement>(null)
  const today = todayAt(telling.now)
  const groups = [
    { label: t('planning.now'), rows: absences.filter((one) => one.from <= today) },
    { label: t('planning.later'), rows: absences.filter((one) => one.from > today) },
  ].filter((group) => group.rows.length > 0)
  const ids = groups.flatMap((group) => group.rows.map((row) => row.id))
  const roving = useRoving(ids, selectedId, list)
  const go = (id: string | null | undefined) => id && roving.focus(id)
  useKeys({ J: () => go(roving.after(1)), K: () => go(roving.after(-1)) })
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Record<string, () => string | null | undefined> = {
      ArrowDown: () => roving.after(1),
      ArrowUp: () => roving.after(-1),
      Home: () => ids[0],
      End: () => ids.at(-1),
    }
    const move = to[event.key]
    if (!move || event.ctrlKey || event.altKey) return
    event.preventDefault()
    go(move())
  }
  const facts = ({ kind, from, to, visits }: CaregiverAbsence) =>
    [
      t(`planning.kind.${kind}`),
      from > today
        ? from === to
          ? shortDay(from, telling)
          : `${shortDay(from, telling)} – ${shortDay(to, telling)}`
        : t('planning.until', { day: shortDay(to, telling) }),
      ...(visits > 0 ? [t('planning.visitsLeft', { count: visits })] : []),
    ].join(' · ')
  return (
    <Rows ref={list} role="listbox" aria-label={t('planning.list')} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, a fieldset holds controls of a form.
        <div key={group.label} role="group" aria-label={group.label}>
          <div aria-hidden="true">
            <GroupLabel label={group.label} />
          </div>
          {group.rows.map((absence, index) => (
            <PersonRow
              key={absence.id}
              person={absence.caregiver}
              facts={facts(absence)}
              marks={marksOf(absence, batches, t)}
              role="option"
              data-row-id={absence.id}
              tabIndex={absence.id === roving.activeId ? 0 : -1}
              selected={absence.id === selectedId}
              divider={index > 0 && group.rows[index - 1]?.id !== selectedId}
              onFocus={() => roving.setActive(absence.id)}
              onClick={() => onOpen(absence.id)}
            />
          ))}
        </div>
      ))}
    </Rows>
  )
}

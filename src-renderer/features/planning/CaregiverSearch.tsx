/** Which caregiver: found by name, with what each has next. It waits until the typing rests. */
import { styled } from '@mui/material/styles'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CaregiverRef } from '../../../shared/domain/planning.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { nearMoment } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { color, radius } from '../../app/theme/tokens.ts'
import { PersonRow } from '../../components/PersonRow.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { usePortal } from '../../data/use-desk.ts'
import { useRoving } from '../queue/use-roving.ts'

const Found = styled('div')({
  maxHeight: 400,
  overflowY: 'auto',
  marginTop: 8,
  padding: '4px 0',
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
})
const Quiet = styled('p')({ marginTop: 8, color: color.t3 })

const TYPING_MS = 300
/** The portal asks two characters at least (shared/api/rescheduling.ts). */
const SHORTEST = 2

export function CaregiverSearch({ onPick }: { onPick: (caregiver: CaregiverRef) => void }) {
  const telling = useTelling()
  const { t } = telling
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const ready = typed.trim().length >= SHORTEST
  useEffect(() => {
    const timer = setTimeout(() => setQ(ready ? typed.trim().slice(0, 100) : ''), ready ? TYPING_MS : 0)
    return () => clearTimeout(timer)
  }, [typed, ready])
  useEffect(() => field.current?.focus(), [])
  const answer = usePortal('rescheduling.caregivers', { query: { q } }, { enabled: q !== '', keepFormer: true })
  const refusal = useSentence(answer.error)
  const rows = q === '' ? [] : (answer.data?.rows ?? [])
  const roving = useRoving(
    rows.map((row) => row.id),
    null,
    list,
  )
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const to = step === undefined ? null : roving.after(step)
    if (to === null) return
    event.preventDefault()
    roving.focus(to)
  }
  return (
    <section>
      <SectionHeading title={t('planning.form.who')} />
      <div style={{ display: 'flex' }}>
        <SearchField
          label={t('planning.form.search')}
          placeholder={t('planning.form.search')}
          value={typed}
          onChange={setTyped}
          clearLabel={t('planning.form.searchClear')}
          inputRef={field}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && ready) setQ(typed.trim().slice(0, 100))
            if (event.key === 'ArrowDown') move(event)
          }}
        />
      </div>
      {refusal && (
        <p role="alert" style={{ marginTop: 8, color: color.hot }}>
          {t('planning.form.searchFails')} {refusal}
        </p>
      )}
      {rows.length > 0 && (
        <Found
          ref={list}
          role="listbox"
          aria-label={t('planning.form.found')}
          aria-busy={answer.isPlaceholderData}
          onKeyDown={move}
        >
          {rows.map(({ next, ...caregiver }, index) => (
            <PersonRow
              key={caregiver.id}
              person={caregiver}
              facts={
                next
                  ? t('planning.form.next', { moment: nearMoment(next.date, next.startTime, telling) })
                  : t('planning.form.noNext')
              }
              role="option"
              data-row-id={caregiver.id}
              tabIndex={caregiver.id === roving.activeId ? 0 : -1}
              selected={false}
              divider={index > 0}
              onFocus={() => roving.setActive(caregiver.id)}
              onClick={() => onPick(caregiver)}
            />
          ))}
        </Found>
      )}
      <Quiet role="status">
        {q !== '' && answer.data && rows.length === 0 && t('planning.form.none')}
        {answer.data?.more && q !== '' && t('planning.form.more')}
      </Quiet>
    </section>
  )
}

/** A caregiver is not there: who, why, from when until when. What is stored leads on to the visits that it hits. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { type CaregiverAbsenceKind, caregiverAbsenceKind } from '../../../shared/api/rescheduling.ts'
import { isRealDate } from '../../../shared/domain/local-time.ts'
import type { CaregiverRef } from '../../../shared/domain/planning.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { longDay, todayAt } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'
import { useKeys } from '../../app/keys/use-keys.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { CaseHeader } from '../../components/CaseHeader.tsx'
import { CaseFooter, CaseMain, CasePane } from '../../components/CasePane.tsx'
import { Field } from '../../components/Field.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { media } from '../../components/layout.ts'
import { Segmented } from '../../components/Segmented.tsx'
import { isProblem, problemOf } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'
import { BackToList } from '../queue/BackToList.tsx'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { CaregiverSearch } from './CaregiverSearch.tsx'

/** The longest note the portal takes (shared/api/rescheduling.ts). */
const NOTE_MAX = 200

const Who = styled('div')({ display: 'flex', alignItems: 'center', gap: 10, marginBottom: 16, '& b': { fontWeight: 600 } })
const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: '200px 200px',
  columnGap: 16,
  [media.onePane]: { gridTemplateColumns: 'minmax(0, 1fr)' },
})
const Wide = styled('div')({ maxWidth: 416 })
const Label = styled('div')({ marginBottom: 4, ...small, fontWeight: 560, color: color.t2 })

interface Form {
  readonly kind: CaregiverAbsenceKind
  readonly from: string
  readonly to: string
  readonly note: string
}

export interface ReportAbsentProps {
  onBack: () => void
  onReported: (absenceId: string) => void
}

export function ReportAbsent({ onBack, onReported }: ReportAbsentProps) {
  const telling = useTelling()
  const { t } = telling
  const client = useQueryClient()
  const titleRef = useTitleFocus()
  const connected = useIsConnected()
  const id = useId()
  const today = todayAt(telling.now)
  const [who, setWho] = useState<CaregiverRef | null>(null)
  const [form, setForm] = useState<Form>({ kind: 'ill', from: today, to: today, note: '' })
  const [tried, setTried] = useState(false)
  const reporting = useAct('rescheduling.report-absent')
  const refusal = useSentence(isProblem(reporting.error, 'invalid-input') ? null : reporting.error)
  const told = new Map(problemOf(reporting.error)?.fields?.map((field) => [field.field.replace(/^body\./, ''), field.message]))
  const found: Partial<Record<'from' | 'to', string>> = {
    ...(isRealDate(form.from) ? {} : { from: t('planning.form.needsDate') }),
    ...(isRealDate(form.to)
      ? form.to < form.from
        ? { to: t('planning.form.endFirst') }
        : {}
      : { to: t('planning.form.needsDate') }),
  }
  const wrong = {
    from: (tried ? found.from : undefined) ?? told.get('from'),
    to: (tried ? found.to : undefined) ?? told.get('to'),
  }
  const count = Number(wrong.from !== undefined) + Number(wrong.to !== undefined)
  const set = (change: Partial<Form>) => setForm((former) => ({ ...former, ...change }))
  const kindRef = useRef<HTMLDivElement>(null)
  // The row that was chosen is gone: the focus goes on to the first question.
  useEffect(() => {
    if (who) kindRef.current?.querySelector<HTMLElement>('button')?.focus()
  }, [who])

  const submit = () => {
    if (who === null || reporting.isPending) return
    setTried(true)
    const first = found.from ? 'from' : found.to ? 'to' : null
    if (first !== null) {
      document.getElementById(`${id}-${first}`)?.focus()
      return
    }
    const { kind, from, to, note } = form
    reporting.mutate(
      { params: { id: who.id }, body: { kind, from, to, note: note.trim() } },
      {
        onSuccess: (made) => {
          void client.invalidateQueries({ queryKey: ['portal:rescheduling.absences'] })
          announce(t('planning.form.done', { name: who.name }))
          onReported(made.id)
        },
      },
    )
  }
  const possible = who !== null && connected && !reporting.isPending
  useKeys({ 'Ctrl+Enter': submit }, possible)
  const waits = reporting.isPending ? t('planning.form.busy') : connected ? null : t('planning.offline')
  return (
    <CasePane label={t('planning.form.title')} contextLabel="">
      <CaseMain
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={[t('planning.menu')]}
            title={t('planning.form.title')}
            sentence={<Said i18nKey="planning.form.sentence" />}
          />
        }
        foot={
          who ? (
            <CaseFooter
              start={
                <span role={refusal || count > 0 ? 'alert' : 'status'}>
                  {refusal ?? (count > 0 ? t('planning.form.wrong', { count }) : waits)}
                </span>
              }
            >
              <Button disabled={reporting.isPending} onClick={onBack}>
                {t('planning.form.cancel')}
              </Button>
              <Button variant="contained" disabled={!possible} onClick={submit} aria-keyshortcuts="Control+Enter">
                {t('planning.form.submit')}
                <Kbd keys={['Ctrl', '↵']} />
              </Button>
            </CaseFooter>
          ) : undefined
        }
      >
        {who === null ? (
          <CaregiverSearch onPick={setWho} />
        ) : (
          <>
            <Who>
              <Avatar {...who} size="medium" />
              <b>{who.name}</b>
              <LinkButton onClick={() => setWho(null)}>{t('planning.form.other')}</LinkButton>
            </Who>
            <Label>{t('planning.form.kind')}</Label>
            <div ref={kindRef} style={{ display: 'flex', marginBottom: 14 }}>
              <Segmented
                label={t('planning.form.kind')}
                value={form.kind}
                options={caregiverAbsenceKind.options.map((value) => ({ value, label: t(`planning.kind.${value}`) }))}
                onChange={(kind) => set({ kind })}
              />
            </div>
            <Grid>
              <Field
                id={`${id}-from`}
                label={t('planning.form.from')}
                type="date"
                value={form.from}
                problem={wrong.from}
                hint={isRealDate(form.from) ? longDay(form.from, telling) : undefined}
                onChange={(event) => set({ from: event.target.value })}
              />
              <Field
                id={`${id}-to`}
                label={t('planning.form.to')}
                type="date"
                value={form.to}
                problem={wrong.to}
                hint={isRealDate(form.to) ? longDay(form.to, telling) : undefined}
                onChange={(event) => set({ to: event.target.value })}
              />
            </Grid>
            <Wide>
              <Field
                label={t('planning.form.note')}
                value={form.note}
                hint={t('planning.form.noteHint')}
                inputProps={{ maxLength: NOTE_MAX }}
                onChange={(event) => set({ note: event.target.value })}
              />
            </Wide>
          </>
        )}
      </CaseMain>
    </CasePane>
  )
}

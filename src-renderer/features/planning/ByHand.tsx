/** A place for one visit chosen by hand: date, time and who can; stored at once, with a reason where a rule asks it. */
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { Visit } from '../../../shared/domain/planning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { Field } from '../../components/Field.tsx'
import type { Aim } from '../absences/decision-state.ts'
import { MoveForm } from '../absences/MoveForm.tsx'
import { useChangeVisit } from './use-change-visit.ts'

const Below = styled('div')({
  padding: '0 14px 10px',
  '& p': { ...small, color: color.t2 },
  '& p[role="alert"]': { color: color.hot },
})

export function ByHand({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { t } = useWords()
  const [to, setTo] = useState<Aim>({
    date: visit.date,
    startTime: visit.startTime,
    caregivers: visit.caregivers.map(() => null),
  })
  const [reason, setReason] = useState('')
  const changing = useChangeVisit(onDone)
  const take = () => {
    const { date, startTime, caregivers } = to
    if (!date || !startTime || changing.pending) return
    changing.run({
      action: 'move',
      visitId: visit.id,
      visitVersion: visit.version,
      to: { date, startTime, caregiverIds: caregivers.flatMap((one) => one?.id ?? []) },
      ...(reason.trim() === '' ? {} : { override: { reason: reason.trim() } }),
    })
  }
  return (
    <>
      <MoveForm
        visit={visit}
        notice={null}
        choice={{ to }}
        onAim={(change) => setTo((former) => ({ ...former, ...change }))}
        onTake={take}
      />
      {(changing.refusal !== null || changing.pending) && (
        <Below>
          <p role={changing.refusal ? 'alert' : 'status'}>{changing.pending ? t('planning.unplaced.busy') : changing.refusal}</p>
          {changing.asksReason && (
            <Field label={t('planning.plan.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Below>
      )}
    </>
  )
}

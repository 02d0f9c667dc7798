/** What proposals are weighed with: everybody who works with them reads it, a team lead changes it. All in minutes of score. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type RescheduleWeights, rescheduleWeights } from '../../../shared/rescheduling/settings.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, radius, small } from '../../app/theme/tokens.ts'
import { deskKey } from '../../data/keys.ts'
import { isProblem } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'
import { type PortalValue, usePortal } from '../../data/use-desk.ts'
import { useIsConnected, useStaff } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'

type Name = keyof RescheduleWeights
const NAMES = Object.keys(rescheduleWeights.shape) as readonly Name[]

const List = styled('div')({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 92px', rowGap: 6, columnGap: 16 })
const Label = styled('label')({
  alignSelf: 'center',
  '& small': { ...small, display: 'block', color: color.t3 },
})
const Value = styled('input')({
  height: 32,
  padding: '0 10px',
  textAlign: 'right',
  border: `1px solid ${color.ctl}`,
  borderRadius: radius.control,
  backgroundColor: color.work,
  color: color.text,
  font: 'inherit',
  '&:focus-visible': { outline: `2px solid ${color.accent}`, outlineOffset: '-1px' },
  '&[aria-invalid="true"]': { borderColor: color.hot },
  '&:read-only': { borderColor: 'transparent', backgroundColor: 'transparent' },
})
const Said = styled('p')({ ...small, marginTop: 10, color: color.t2, '&[role="alert"]': { color: color.hot } })

type Typed = Readonly<Record<Name, string>>

/** "2,5" and "2.5" are the same number; null for what is none the portal takes. */
export function weightOf(typed: string): number | null {
  const value = typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'))
  return rescheduleWeights.shape.travel.safeParse(value).success ? value : null
}

function Weights({ row, onClose }: { row: PortalValue<'rescheduling.settings'>; onClose: () => void }) {
  const { t, lang } = useWords()
  const id = useId()
  const client = useQueryClient()
  const connected = useIsConnected()
  const mayChange = useStaff().role === 'team-lead'
  const written = (value: number) => String(value).replace('.', lang === 'nl' ? ',' : '.')
  const [typed, setTyped] = useState<Partial<Typed>>({})
  const changing = useAct('rescheduling.change-settings')
  const refusal = useSentence(changing.error)
  const key = deskKey('portal:rescheduling.settings', {})
  const shown = (name: Name) => typed[name] ?? written(row.settings.weights[name])
  const wrong = NAMES.filter((name) => weightOf(shown(name)) === null)
  const save = () => {
    if (wrong.length > 0) {
      document.getElementById(`${id}-${wrong[0]}`)?.focus()
      return
    }
    const weights = { ...row.settings.weights }
    for (const name of NAMES) weights[name] = weightOf(shown(name)) ?? weights[name]
    changing.mutate(
      { basedOn: row.version, body: { ...row.settings, weights } },
      {
        onSuccess: (after) => {
          client.setQueryData(key, after)
          setTyped({})
          announce(t('settings.weights.saved'))
        },
        onError: (error) => {
          if (isProblem(error, 'stale-version')) void client.invalidateQueries({ queryKey: key })
        },
      },
    )
  }
  return (
    <>
      <DialogContent>
        <p style={{ marginBottom: 12, color: color.t2 }}>
          {t(mayChange ? 'settings.weights.textChange' : 'settings.weights.text')}
        </p>
        <List>
          {NAMES.map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <Label htmlFor={`${id}-${name}`}>
                {t(`settings.weights.name.${name}`)}
                <small>{t(`settings.weights.unit.${name}`)}</small>
              </Label>
              <Value
                id={`${id}-${name}`}
                inputMode="decimal"
                autoComplete="off"
                readOnly={!mayChange}
                value={shown(name)}
                aria-invalid={weightOf(shown(name)) === null}
                aria-describedby={`${id}-said`}
                onChange={(event) => setTyped((former) => ({ ...former, [name]: event.target.value }))}
              />
            </div>
          ))}
        </List>
        <Said id={`${id}-said`} role={refusal || wrong.length > 0 ? 'alert' : 'status'}>
          {wrong.length > 0
            ? t('settings.weights.wrong')
            : (refusal ??
              (changing.isSuccess ? t('settings.weights.saved') : connected ? '' : t('accounts.acts.needsConnection')))}
        </Said>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.close')}</Button>
        {mayChange && (
          <Button variant="contained" disabled={changing.isPending || !connected} onClick={save}>
            {t('settings.weights.save')}
          </Button>
        )}
      </DialogActions>
    </>
  )
}

export function WeightsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const answer = usePortal('rescheduling.settings', {}, { enabled: open, onOpen: 'always' })
  const refusal = useSentence(answer.error)
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="weights-title">
      <DialogTitle id="weights-title">{t('settings.weights.title')}</DialogTitle>
      {answer.data ? (
        <Weights row={answer.data} onClose={onClose} />
      ) : (
        <>
          <DialogContent>
            <p role={refusal ? 'alert' : 'status'}>{refusal ?? t('settings.weights.loading')}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('shell.close')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}

/** A visit that finds no place lapses, after one question. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import type { Visit } from '../../../shared/domain/planning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { useChangeVisit } from './use-change-visit.ts'

const Sure = styled('div')({
  ...small,
  padding: '10px 14px 12px',
  borderTop: `1px solid ${color.line}`,
  backgroundColor: color.sunken,
  color: color.t2,
  '& p[role="alert"]': { color: color.hot },
  '& > div': { display: 'flex', gap: 8, marginTop: 10 },
  '&:focus': { outline: 'none' },
})

export function Lapse({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { t } = useWords()
  const changing = useChangeVisit(onDone)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const run = () => changing.run({ action: 'cancel', visitId: visit.id, visitVersion: visit.version })
  return (
    <Sure ref={box} tabIndex={-1}>
      <p>{t('planning.unplaced.lapseSure')}</p>
      {changing.refusal && <p role="alert">{changing.refusal}</p>}
      <div>
        <Button size="small" disabled={changing.pending} onClick={run}>
          {t('planning.unplaced.lapseNow')}
        </Button>
        <Button size="small" variant="text" disabled={changing.pending} onClick={onDone}>
          {t('planning.unplaced.notNow')}
        </Button>
      </div>
    </Sure>
  )
}

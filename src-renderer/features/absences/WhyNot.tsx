/** "Waarom niet …?": which rule stops a caregiver at the best place, or what it costs to take them, and where they fit best. */
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import { styled } from '@mui/material/styles'
import { useId, useState } from 'react'
import type { ProposalRow as Place } from '../../../shared/api/rescheduling.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { type PortalInput, type PortalValue, usePortal } from '../../data/use-desk.ts'
import { besideOf, type Decisions } from './decision-state.ts'
import { breachWords, placeMoment, sumWords } from './proposal-words.ts'
import { CLIENT_ASKED } from './use-proposals.ts'
import { targetMoment } from './visit-words.ts'

const Body = styled('div')({
  ...small,
  padding: '10px 14px 12px',
  borderTop: `1px solid ${color.line}`,
  color: color.t2,
  '& ul': { margin: '4px 0', paddingLeft: 18, listStyle: 'disc' },
  '& li': { padding: '1px 0' },
  '& b': { color: color.text },
})
const Row = styled('div')({ display: 'flex', alignItems: 'center', gap: 10, marginBottom: 8, '& label': { fontWeight: 560 } })
const Best = styled('div')({ display: 'flex', alignItems: 'center', gap: 10, marginTop: 4, '& > span': { flex: 1 } })

type Why = PortalValue<'rescheduling.explain'>

interface AnswerProps {
  /** Of a visit by more caregivers no best place of one of them is known. */
  ofPair: boolean
  onPick: (place: Place, planning: number) => void
}

function Answered({ why, ofPair, onPick }: AnswerProps & { why: Why }) {
  const telling = useTelling()
  const { t, lang } = telling
  const { name } = why.caregiver
  const moment = targetMoment(why.spot, telling)
  // Beside a colleague: only what stops the one asked about.
  const isTheirs = (one: Why['breaches'][number]) => one.caregiverId === null || one.caregiverId === why.caregiver.id
  const breaches = why.breaches.filter((one) => one.severity !== 'soft' && isTheirs(one))
  const stops = breaches.some((one) => one.severity === 'hard')
  const words = [...new Set(breaches.map((one) => breachWords(one, lang)))]
  const { best, cost } = why
  return (
    <div role="status">
      {words.length > 0 && (
        <>
          <b>{t(stops ? 'absences.whyNot.stops' : 'absences.whyNot.warns', { name, moment })}</b>
          <ul>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </>
      )}
      {!stops && cost && <p>{t('absences.whyNot.costs', { name, moment, minutes: cost.score, sum: sumWords(cost, telling) })}</p>}
      {best ? (
        <Best>
          <span>{t('absences.whyNot.best', { name, moment: placeMoment(best, telling), minutes: best.score })}</span>
          {best.spots.length === 1 && (
            <Button size="small" onClick={() => onPick(best, why.planning)}>
              {t('absences.proposals.pick')}
            </Button>
          )}
        </Best>
      ) : (
        !ofPair && <p>{t('absences.whyNot.noBest', { name })}</p>
      )}
    </div>
  )
}

function Explained({ ask, ...rest }: AnswerProps & { ask: PortalInput<'rescheduling.explain'> }) {
  const { t } = useTelling()
  const answer = usePortal('rescheduling.explain', ask, { keepFormer: true })
  const refusal = useSentence(answer.error)
  if (answer.isError) return <p role="alert">{t('absences.whyNot.fails', { sentence: refusal ?? '' })}</p>
  if (!answer.data) return <p role="status">{t('absences.whyNot.loading')}</p>
  return <Answered why={answer.data} {...rest} />
}

export interface WhyNotProps {
  visit: Visit
  visits: readonly Visit[]
  state: Decisions
  /** The place asked about: the best one; null when there is none. */
  best: Place | null
  onPick: AnswerProps['onPick']
  onClose: () => void
}

export function WhyNot({ visit, visits, state, best, onPick, onClose }: WhyNotProps) {
  const { t } = useTelling()
  const id = useId()
  const [caregiverId, setCaregiverId] = useState('')
  const spot = best?.spots[0]
  const at = { date: spot?.date ?? visit.date, startTime: spot?.startTime ?? visit.startTime }
  const caregivers = usePortal('planning.caregivers', { params: { visitId: visit.id }, query: at }, { keepFormer: true })
  const options = [...(caregivers.data?.options ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  return (
    <Body>
      <Row>
        <label id={`${id}-label`} htmlFor={id}>
          {t('absences.whyNot.who')}
        </label>
        <Select
          id={id}
          labelId={`${id}-label`}
          autoFocus
          displayEmpty
          value={caregiverId}
          onChange={(event) => setCaregiverId(event.target.value)}
          renderValue={(value) => options.find((one) => one.id === value)?.name ?? t('absences.whyNot.pick')}
          sx={{ height: 30, minWidth: 220 }}
          MenuProps={{ slotProps: { paper: { sx: { maxHeight: 344 } } } }}
        >
          {options.map((option) => (
            <MenuItem key={option.id} value={option.id}>
              {option.name}
            </MenuItem>
          ))}
        </Select>
        <Button size="small" variant="text" onClick={onClose} sx={{ marginLeft: 'auto' }}>
          {t('absences.whyNot.close')}
        </Button>
      </Row>
      {caregiverId !== '' && (
        <Explained
          ask={{
            body: {
              visitId: visit.id,
              reason: CLIENT_ASKED,
              caregiverId,
              ...(spot && { date: spot.date, startTime: spot.startTime }),
              beside: besideOf(visits, state, visit.id),
            },
          }}
          ofPair={visit.caregivers.length > 1}
          onPick={onPick}
        />
      )}
    </Body>
  )
}

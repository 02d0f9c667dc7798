/** Where a visit goes: date, time and a caregiver who can. Who cannot stays visible with why. */
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import { styled } from '@mui/material/styles'
import { useId, useState } from 'react'
import type { CaregiverOption } from '../../../shared/api/planning.ts'
import { absencePeriod, isHit } from '../../../shared/domain/absences.ts'
import type { AbsenceSubject } from '../../../shared/domain/cases.ts'
import { isRealDate, toInstant } from '../../../shared/domain/local-time.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { nearDay } from '../../app/format/dates.ts'
import { typedTime } from '../../app/format/typed-time.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { Field } from '../../components/Field.tsx'
import { usePortal } from '../../data/use-desk.ts'
import { type Aim, type Choice, isComplete } from './decision-state.ts'

export interface MoveFormProps {
  visit: Visit
  /** The absence it must stay out of; null where there is none. */
  notice: AbsenceSubject['notice'] | null
  choice: Pick<Choice, 'to'>
  onAim: (to: Partial<Aim>) => void
  onTake: () => void
}

const Form = styled('form')({
  display: 'grid',
  gridTemplateColumns: '150px 110px minmax(0, 1fr)',
  columnGap: 12,
  padding: '10px 14px 12px',
  borderTop: `1px solid ${color.line}`,
  '@media (max-width:819.98px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    '& > :nth-of-type(3)': { gridColumn: '1 / -1' },
  },
})
const Seats = styled('div')({ display: 'flex', flexDirection: 'column', gap: 8 })
const Picker = styled('div')({ '& > label': { display: 'block', marginBottom: 4, ...small, fontWeight: 560, color: color.t2 } })
const Below = styled('div')({ ...small, marginTop: 4, color: color.t3 })
const Foot = styled('div')({
  gridColumn: '1 / -1',
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  ...small,
  color: color.t3,
  '& > span': { flex: 1 },
})
const Why = styled('span')({ marginLeft: 'auto', paddingLeft: 16, ...small, color: color.t3 })

function whyWords(option: CaregiverOption, t: Translate): string {
  if (option.free) return option.known ? t('absences.known') : t('absences.free')
  if (option.why === 'busy' && option.busyWith) return t('absences.busyWith', { slot: option.busyWith })
  return option.why ? t(`absences.why.${option.why}`) : ''
}

/** What is wrong with the place itself, before the portal is asked; null when nothing is. */
function placeProblem(visit: Visit, notice: MoveFormProps['notice'], to: Aim, now: number, t: Translate): string | null {
  const { date, startTime } = to
  if (!date || !startTime) return null
  if (toInstant(date, startTime).getTime() <= now) return t('absences.inPast')
  if (notice !== null && isHit(absencePeriod(notice), { date, startTime, minutes: visit.minutes })) return t('absences.inAbsence')
  const stay = to.caregivers.every((chosen) => visit.caregivers.some((one) => one.id === chosen?.id))
  const same = date === visit.date && startTime === visit.startTime && stay
  return same ? t('absences.unchanged') : null
}

interface SeatProps extends Pick<MoveFormProps, 'visit' | 'choice' | 'onAim'> {
  /** Which of those who carry it out together is chosen here. */
  seat: number
}

function Caregiver({ visit, choice, onAim, seat }: SeatProps) {
  const { t } = useTelling()
  const id = useId()
  const { date, startTime, caregivers } = choice.to
  const ready = Boolean(date && startTime)
  const answer = usePortal(
    'planning.caregivers',
    { params: { visitId: visit.id }, query: { date: date ?? visit.date, startTime: startTime ?? visit.startTime } },
    { enabled: ready, keepFormer: true },
  )
  const refusal = useSentence(answer.error)
  const options = ready ? (answer.data?.options ?? []) : []
  const chosen = options.find((option) => option.id === caregivers[seat]?.id)
  const isBeside = (option: CaregiverOption) => caregivers.some((one, index) => index !== seat && one?.id === option.id)
  const below = !ready
    ? t('absences.caregiversFirst')
    : answer.isError
      ? t('absences.caregiversFail', { sentence: refusal ?? '' })
      : answer.isPending || answer.isPlaceholderData
        ? t('absences.caregiversLoading')
        : options.every((option) => !option.free)
          ? t('absences.nobodyFree')
          : chosen
            ? whyWords(chosen, t)
            : ''
  return (
    <Picker>
      <label id={`${id}-label`} htmlFor={id}>
        {caregivers.length > 1 ? t('absences.caregiverOf', { number: seat + 1 }) : t('absences.caregiver')}
      </label>
      <Select
        id={id}
        labelId={`${id}-label`}
        fullWidth
        displayEmpty
        // Open to the keyboard while the answer is on its way: Tab must not skip it.
        disabled={!ready}
        value={chosen?.id ?? ''}
        onChange={(event) => {
          const option = options.find((one) => one.id === event.target.value)
          if (!option) return
          const { id, name } = option
          onAim({ caregivers: caregivers.map((one, index) => (index === seat ? { id, name } : one)) })
        }}
        renderValue={() => chosen?.name ?? t('absences.pickCaregiver')}
        SelectDisplayProps={{ 'aria-describedby': `${id}-below` }}
        sx={{ height: 36 }}
        MenuProps={{ slotProps: { paper: { sx: { maxHeight: 344 } } } }}
      >
        {options.length === 0 && (
          <MenuItem disabled value="">
            {below}
          </MenuItem>
        )}
        {options.map((option) => (
          // Why someone cannot must be as readable as who can.
          <MenuItem
            key={option.id}
            value={option.id}
            disabled={!option.free || isBeside(option)}
            sx={{ '&.Mui-disabled': { opacity: 1, color: color.t3 } }}
          >
            {option.name}
            <Why>{isBeside(option) ? t('absences.besideAlready') : whyWords(option, t)}</Why>
          </MenuItem>
        ))}
      </Select>
      <Below id={`${id}-below`} role="status">
        {below}
      </Below>
    </Picker>
  )
}

export function MoveForm({ visit, notice, choice, onAim, onTake }: MoveFormProps) {
  const telling = useTelling()
  const { t, now } = telling
  // What is being typed may not be a date or time yet; only a whole one counts.
  const [date, setDate] = useState(choice.to.date ?? '')
  const [time, setTime] = useState(choice.to.startTime ?? '')
  const problem = placeProblem(visit, notice, choice.to, now, t)
  const ready = isComplete(choice.to) && problem === null
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onTake()
      }}
    >
      <Field
        label={t('absences.date')}
        type="date"
        value={date}
        hint={choice.to.date ? nearDay(choice.to.date, telling) : undefined}
        autoFocus
        onChange={(event) => {
          setDate(event.target.value)
          onAim({ date: isRealDate(event.target.value) ? event.target.value : undefined })
        }}
      />
      <Field
        label={t('absences.startTime')}
        value={time}
        placeholder="09:00"
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => {
          setTime(event.target.value)
          onAim({ startTime: typedTime(event.target.value) ?? undefined })
        }}
        onBlur={() => setTime(typedTime(time) ?? time)}
      />
      <Seats>
        {choice.to.caregivers.map((_, seat) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place in the row.
          <Caregiver key={seat} visit={visit} choice={choice} onAim={onAim} seat={seat} />
        ))}
      </Seats>
      <Foot>
        <span role="status">{problem ?? (isComplete(choice.to) ? '' : t('absences.incomplete'))}</span>
        <Button type="submit" size="small" color="primary" disabled={!ready}>
          {t('absences.take')}
        </Button>
      </Foot>
    </Form>
  )
}

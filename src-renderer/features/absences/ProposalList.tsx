/** The best places for a visit with what each costs, why they are best and what they warn of; a key picks one. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { ArrowsClockwiseIcon } from '@phosphor-icons/react/ArrowsClockwise'
import type { ProposalRow as Place } from '../../../shared/api/rescheduling.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import type { Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import { ProposalRow } from '../../components/ProposalRow.tsx'
import { targetOf } from './decision-state.ts'
import { barParts, breachWords, placeCaregivers, placeKey, placeMoment, shortRule, sumWords } from './proposal-words.ts'
import type { Difference, Proposals } from './use-proposals.ts'

const Line = styled('div')({
  ...small,
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '9px 14px',
  borderTop: `1px solid ${color.line}`,
  color: color.t2,
  '& > span': { flex: 1 },
  '& b': { color: color.text },
  '&[data-stale]': { color: color.info, backgroundColor: color.infoBg, borderTopColor: color.infoLine },
  '&[role="alert"]': { color: color.hot, backgroundColor: color.hotBg, borderTopColor: color.hotLine },
})

/** So many are shown at first; the others come with `M`. */
export const SHOWN_FIRST = 3

function differenceWords({ gone, fresh }: Difference, telling: Telling): string {
  const { t } = telling
  const places = (list: readonly Place[]) => list.map((one) => `${placeMoment(one, telling)} ${placeCaregivers(one)}`).join('; ')
  const parts = [
    t('absences.proposals.stale'),
    ...(gone.length > 0 ? [t('absences.proposals.staleGone', { count: gone.length, places: places(gone) })] : []),
    ...(fresh.length > 0 ? [t('absences.proposals.staleNew', { count: fresh.length, places: places(fresh) })] : []),
    ...(gone.length + fresh.length === 0 ? [t('absences.proposals.staleOrder')] : []),
  ]
  return parts.join(' ')
}

function NoPlace({
  stoppedBy,
}: {
  stoppedBy: readonly { readonly rule: Parameters<typeof shortRule>[0]; readonly count: number }[]
}) {
  const { t, lang } = useTelling()
  const rules = stoppedBy
    .slice(0, 3)
    .map(({ rule, count }) => t('absences.proposals.stopped', { rule: shortRule(rule, lang), count }))
    .join(', ')
  return (
    <Line role="status">
      <span>
        <b>{t('absences.proposals.noneTitle')}</b>{' '}
        {rules === '' ? t('absences.proposals.noneBare') : t('absences.proposals.none', { rules })}
      </span>
    </Line>
  )
}

export interface ProposalListProps {
  proposals: Proposals
  /** All of them, or the first few. */
  whole: boolean
  /** @param planning the version of the planning on which the place was worked out */
  onPick: (place: Place, planning: number) => void
}

export function ProposalList({ proposals, whole, onPick }: ProposalListProps) {
  const telling = useTelling()
  const { t, lang } = telling
  const { answer, error, difference, refresh, retry } = proposals
  const refusal = useSentence(error)
  const shown = (answer?.proposals ?? []).slice(0, whole ? undefined : SHOWN_FIRST)
  const gone = new Set(difference?.gone.map(placeKey))
  const isGone = (place: Place) => gone.has(placeKey(place))
  const isApart = (place: Place) => targetOf(place) === null
  const pick = (place: Place) => {
    if (answer && !isGone(place) && !isApart(place)) onPick(place, answer.planning)
  }
  const unpickable = (place: Place) =>
    isGone(place) ? t('absences.proposals.gone') : isApart(place) ? t('absences.proposals.notTogether') : undefined
  const warningsOf = (place: Place) => [
    ...(isApart(place) ? [t('absences.proposals.apart')] : []),
    ...new Set(place.warnings.map((warning) => breachWords(warning, lang))),
  ]
  useKeys(Object.fromEntries(shown.slice(0, 9).map((place, index) => [String(index + 1), () => pick(place)])), shown.length > 0)
  if (error)
    return (
      <Line role="alert">
        <span>{t('absences.proposals.fails', { sentence: refusal ?? '' })}</span>
        <Button size="small" onClick={retry}>
          {t('absences.proposals.retry')}
        </Button>
      </Line>
    )
  if (!answer)
    return (
      <div style={{ borderTop: `1px solid ${color.line}`, height: 132, overflow: 'hidden' }}>
        <LoadingRows label={t('absences.proposals.loading')} slowLabel={t('absences.proposals.loading')} />
      </div>
    )
  return (
    <section aria-label={t('absences.proposals.list')}>
      {difference && (
        <Line data-stale="" role="status">
          <ArrowsClockwiseIcon size={14} />
          <span>{differenceWords(difference, telling)}</span>
          <Button size="small" onClick={refresh}>
            {t('absences.proposals.refresh')}
          </Button>
        </Line>
      )}
      {shown.length === 0 && <NoPlace stoppedBy={answer.stoppedBy} />}
      {shown.map((place, index) => (
        <ProposalRow
          key={placeKey(place)}
          pickKey={index < 9 ? String(index + 1) : undefined}
          moment={placeMoment(place, telling)}
          caregiver={placeCaregivers(place)}
          parts={barParts(place)}
          score={t('absences.proposals.minutes', { minutes: place.score })}
          scoreWord={t('absences.proposals.score')}
          scoreHint={t('absences.proposals.scoreHint')}
          sum={sumWords(place, telling)}
          warnings={warningsOf(place)}
          gone={unpickable(place)}
          best={index === 0 && unpickable(place) === undefined}
          actionLabel={t(index === 0 ? 'absences.proposals.accept' : 'absences.proposals.pick')}
          actionAriaLabel={t('absences.proposals.pickLabel', {
            moment: placeMoment(place, telling),
            caregiver: placeCaregivers(place),
            minutes: place.score,
          })}
          onPick={() => pick(place)}
        />
      ))}
    </section>
  )
}

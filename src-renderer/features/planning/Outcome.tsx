/** Gevolgen of a plan: visits, caregivers, rules, score and messages, before anything is stored. */
import { hoursOf } from '../../app/format/numbers.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { type Consequence, ConsequenceList } from '../../components/ConsequenceList.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { sumWords } from '../absences/proposal-words.ts'
import type { PlanOutcome } from './plan-outcome.ts'

export function Outcome({ outcome }: { outcome: PlanOutcome }) {
  const telling = useTelling()
  const { t, lang } = telling
  const { moved, leftOut, unplaced, otherMoment, warned, caregivers, score } = outcome
  const visits = [
    t('planning.outcome.moved', { count: moved }),
    ...(leftOut > 0 ? [t('planning.outcome.leftOut', { count: leftOut })] : []),
    ...(unplaced > 0 ? [t('planning.outcome.unplaced', { count: unplaced })] : []),
  ].join(', ')
  const hours = caregivers.map(({ name, minutes }) =>
    t(minutes > 0 ? 'absences.hoursMore' : 'absences.hoursLess', { name, hours: hoursOf(Math.abs(minutes), lang) }),
  )
  const items: readonly Consequence[] = [
    {
      term: t('absences.term.visits'),
      text: (
        <>
          <b>{visits}.</b>{' '}
          {otherMoment > 0 ? t('planning.outcome.moment', { count: otherMoment }) : t('planning.outcome.noMoment')}
        </>
      ),
    },
    { term: t('absences.term.caregivers'), text: hours.length === 0 ? t('absences.nobodyTouched') : `${hours.join(', ')}.` },
    {
      term: t('absences.term.rules'),
      text: warned > 0 ? t('planning.outcome.warns', { count: warned }) : t('planning.outcome.held'),
      tone: warned > 0 ? 'warn' : 'ok',
    },
    {
      term: t('absences.scoreTerm'),
      text: t('absences.scoreSum', { minutes: score.score, sum: sumWords(score, telling) }),
    },
    { term: t('absences.term.messages'), text: t('planning.outcome.messages') },
  ]
  return (
    <>
      <SectionHeading title={t('planning.outcome.title')} note={t('planning.outcome.notYet')} top={12} bottom={6} />
      <ConsequenceList items={items} />
    </>
  )
}

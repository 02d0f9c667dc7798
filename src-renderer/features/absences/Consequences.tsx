/** Gevolgen: what the choices so far come to. Says that nothing is saved yet, and only what follows from the choices. */

import type { Language } from '../../../shared/domain/language.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { hoursOf } from '../../app/format/numbers.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { type Consequence, ConsequenceList } from '../../components/ConsequenceList.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import type { Consequences as Outcome } from './consequences.ts'

export interface ConsequencesProps {
  outcome: Outcome
  visits: readonly Visit[]
  /** Who gets a message: the client, and who sent the notice when that was somebody else. */
  told: readonly string[]
}

function visitsText({ moved, cancelled, kept, undecided }: Outcome, t: Translate) {
  const decided = [
    moved > 0 && t('absences.moved', { count: moved }),
    cancelled > 0 && t('absences.cancelled', { count: cancelled }),
    kept > 0 && t('absences.kept', { count: kept }),
  ].filter((part) => part !== false)
  const open = undecided > 0 ? t('absences.undecided', { count: undecided }) : null
  if (decided.length === 0) return open ? `${open[0]?.toUpperCase()}${open.slice(1)}.` : t('absences.noVisits')
  return (
    <>
      <b>{decided.join(', ')}</b>
      {open ? `, ${open}.` : '.'}
    </>
  )
}

function caregiversText(outcome: Outcome, t: Translate, lang: Language): string {
  if (outcome.caregivers.length === 0) return t('absences.nobodyTouched')
  const words = outcome.caregivers.map(({ name, minutes }) => {
    const hours = hoursOf(Math.abs(minutes), lang)
    const key = minutes === 0 ? 'absences.hoursSame' : minutes > 0 ? 'absences.hoursMore' : 'absences.hoursLess'
    return t(key, { name, hours })
  })
  return `${words.join(', ')}.`
}

export function Consequences({ outcome, visits, told }: ConsequencesProps) {
  const { t, lang } = useWords()
  const decided = outcome.moved + outcome.cancelled + outcome.kept > 0
  const changes = outcome.moved + outcome.cancelled > 0
  const items: Consequence[] = [
    ...outcome.clashes
      .map(
        (clash): Consequence => ({
          term: t('absences.term.rules'),
          text: t('absences.clash', { caregiver: clash.caregiver }),
          tone: 'hot',
        }),
      )
      .slice(0, 1),
    { term: t('absences.term.visits'), text: visitsText(outcome, t) },
    ...(decided ? [{ term: t('absences.term.caregivers'), text: caregiversText(outcome, t, lang) }] : []),
    ...(decided || visits.length === 0
      ? [
          {
            term: t('absences.term.messages'),
            text: `${t('absences.mail', { names: [...new Set(told)].join(` ${t('absences.and')} `) })} ${t(changes ? 'absences.seen' : 'absences.seenNothing')}`,
          },
        ]
      : []),
  ]
  return (
    <>
      <SectionHeading title={t('absences.consequences')} note={t('absences.notYet')} top={12} bottom={6} />
      <ConsequenceList items={items} />
    </>
  )
}

/** Gevolgen: what the choices so far come to. Says that nothing is saved yet, and only what follows from the choices. */

import type { RuleBreach } from '../../../shared/api/rescheduling.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import type { Telling } from '../../app/format/dates.ts'
import { hoursOf } from '../../app/format/numbers.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { type Consequence, ConsequenceList } from '../../components/ConsequenceList.tsx'
import { Field } from '../../components/Field.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { takeStep } from '../../stores/decisions.ts'
import type { Consequences as Outcome } from './consequences.ts'
import type { Decisions } from './decision-state.ts'
import { addScores, breachWords, sumWords } from './proposal-words.ts'
import type { Check } from './use-check.ts'

/** The longest reason the portal takes (shared/domain/absences.ts). */
const OVERRIDE_MAX = 300

export interface ConsequencesProps {
  caseId: string
  check: Check
  state: Decisions
  /** The reason is asked for: processing waits for it. */
  locked: boolean
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

function useRules({ caseId, check, state, locked }: Omit<ConsequencesProps, 'outcome' | 'visits' | 'told'>): Consequence[] {
  const { t, lang } = useWords()
  const refusal = useSentence(check.error)
  const term = t('absences.term.rules')
  const wordsOf = (severity: RuleBreach['severity']) =>
    [...new Set(check.breaches.filter((one) => one.severity === severity).map((one) => breachWords(one, lang)))].join('; ')
  switch (check.state) {
    case 'none':
      return []
    case 'checking':
      return [{ term, text: t('absences.rulesChecking') }]
    case 'unknown':
      return [{ term, text: t('absences.rulesUnknown', { sentence: refusal ?? '' }), tone: 'warn' }]
    case 'held':
      return [{ term, text: t('absences.rulesHeld'), tone: 'ok' }]
    case 'broken':
      return [{ term, text: t('absences.rulesBroken', { rules: wordsOf('hard') }), tone: 'hot' }]
    case 'warned':
      return [
        {
          term,
          tone: 'warn',
          text: <b>{t('absences.rulesWarn', { rules: wordsOf('warning') })}</b>,
          field: (
            <div style={{ margin: '8px 0 -8px' }}>
              <Field
                label={t('absences.overrideReason')}
                value={state.override}
                disabled={locked}
                inputProps={{ maxLength: OVERRIDE_MAX }}
                onChange={(event) => takeStep(caseId, { type: 'override', reason: event.target.value })}
              />
            </div>
          ),
        },
      ]
    default: {
      const never: never = check.state
      return never
    }
  }
}

/** What the accepted proposals cost together; nothing while none was accepted. */
function scoreItems(visits: readonly Visit[], state: Decisions, telling: Telling): Consequence[] {
  const scores = visits.flatMap((visit) => {
    const choice = state.choices[visit.id]
    return choice?.settled && choice.score ? [choice.score] : []
  })
  if (scores.length === 0) return []
  const whole = addScores(scores)
  const { t } = telling
  return [
    {
      term: t('absences.scoreTerm'),
      text: t('absences.scoreSum', { minutes: whole.score, sum: sumWords(whole, telling) }),
    },
  ]
}

export function Consequences({ caseId, check, state, locked, outcome, visits, told }: ConsequencesProps) {
  const telling = useTelling()
  const { t, lang } = telling
  const rules = useRules({ caseId, check, state, locked })
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
    // Two of these moves over each other say it already.
    ...(outcome.clashes.length > 0 ? [] : rules),
    { term: t('absences.term.visits'), text: visitsText(outcome, t) },
    ...(decided ? [{ term: t('absences.term.caregivers'), text: caregiversText(outcome, t, lang) }] : []),
    ...scoreItems(visits, state, telling),
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

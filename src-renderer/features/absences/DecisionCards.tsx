/** The visits a notice hits, one card each: one stands open, the decided ones are folded to "old → new". */
import Button from '@mui/material/Button'
import { useEffect, useRef } from 'react'
import type { ProposalRow as Place } from '../../../shared/api/rescheduling.ts'
import type { AbsenceSubject } from '../../../shared/domain/cases.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import type { Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { DecisionCard } from '../../components/DecisionCard.tsx'
import { Segmented } from '../../components/Segmented.tsx'
import { takeStep, useDecisions } from '../../stores/decisions.ts'
import { type Choice, type DecisionAction, type Decisions, isComplete, nextUndecided, targetOf } from './decision-state.ts'
import { Places } from './Places.tsx'
import { RefusedChoice } from './RefusedChoice.tsx'
import { targetMoment, visitDetail, visitMoment } from './visit-words.ts'

export interface DecisionCardsProps {
  caseId: string
  subject: AbsenceSubject
  /** On its way: nothing can be changed. */
  locked: boolean
}

const ACTIONS = [
  { value: 'move', keys: ['V'] },
  { value: 'cancel', keys: ['X'] },
  { value: 'keep', keys: ['S'] },
] as const satisfies readonly { value: DecisionAction; keys: readonly string[] }[]

/** What a settled visit becomes; undefined while it is not settled or stays as it is. */
function becomes(choice: Choice | undefined, telling: Telling): string | undefined {
  if (!choice?.settled) return undefined
  switch (choice.action) {
    case 'move':
      return isComplete(choice.to) ? targetMoment(choice.to, telling) : undefined
    case 'cancel':
      return telling.t('absences.cancels')
    case 'keep':
      return undefined
    default: {
      const never: never = choice.action
      return never
    }
  }
}

function detailOf(visit: Visit, choice: Choice | undefined, { t }: Telling): string {
  if (choice?.settled && choice.action === 'move' && isComplete(choice.to)) {
    const who = choice.to.caregivers.map((one) => one.name)
    const score = choice.score ? t('absences.proposals.minutes', { minutes: choice.score.score }) : null
    return [visit.serviceCode, ...who, score].filter(Boolean).join(' · ')
  }
  const stays = choice?.settled && choice.action === 'keep' ? t('absences.keeps') : null
  return [visitDetail(visit), visit.pinned ? t('domain.mark.pinned') : null, stays].filter(Boolean).join(' · ')
}

interface CardProps extends DecisionCardsProps {
  visit: Visit
  state: Decisions
  onPick: (visit: Visit, action: DecisionAction) => void
  onTake: (visit: Visit) => void
  onAccept: (visit: Visit, place: Place, planning: number) => void
}

function VisitCard({ caseId, subject, locked, visit, state, onPick, onTake, onAccept }: CardProps) {
  const telling = useTelling()
  const { t } = telling
  const choice = state.choices[visit.id]
  const notice = state.notices[visit.id]
  const isOpen = state.current === visit.id && !locked
  const status = isOpen ? 'current' : choice?.settled ? 'decided' : 'undecided'
  const moment = visitMoment(visit, telling)
  return (
    <DecisionCard
      state={status}
      stateLabel={t(`absences.state.${status}`)}
      moment={moment}
      becomes={isOpen ? undefined : becomes(choice, telling)}
      becomesLabel={t('absences.becomes')}
      detail={detailOf(visit, isOpen ? undefined : choice, telling)}
      open={isOpen}
      stale={notice?.kind === 'changed' ? t('absences.staleCard') : undefined}
      problem={notice?.kind === 'refused' ? <RefusedChoice {...notice} /> : undefined}
      control={
        isOpen ? (
          <Segmented
            label={t('absences.decision')}
            value={choice?.action ?? null}
            options={ACTIONS.map(({ value, keys }) => ({ value, label: t(`absences.action.${value}`), keys }))}
            onChange={(action) => onPick(visit, action)}
            showKeys
          />
        ) : (
          !locked && (
            <Button
              size="small"
              variant={choice?.settled ? 'text' : 'outlined'}
              aria-label={t(choice?.settled ? 'absences.changeLabel' : 'absences.chooseLabel', { visit: moment })}
              onClick={() => takeStep(caseId, { type: 'open', visitId: visit.id })}
            >
              {t(choice?.settled ? 'absences.change' : 'absences.choose')}
            </Button>
          )
        )
      }
    >
      {isOpen && (choice === undefined || choice.action === 'move') && (
        <Places
          caseId={caseId}
          subject={subject}
          visit={visit}
          choice={choice}
          state={state}
          onAccept={onAccept}
          onByHand={(one) => onPick(one, 'move')}
          onTake={onTake}
        />
      )}
    </DecisionCard>
  )
}

export function DecisionCards(props: DecisionCardsProps) {
  const { caseId, subject, locked } = props
  const visits = subject.affected
  const state = useDecisions(caseId)
  const cards = useRef<HTMLDivElement>(null)
  // The planning moved on, or the case was just opened: choices are held against the visits as they are.
  useEffect(() => takeStep(caseId, { type: 'visits', visits }), [caseId, visits])

  /** After a decision the next card opens, and the focus goes with it. */
  const goOn = (from: Visit, moveFocus: boolean) => {
    const after = { ...state, choices: { ...state.choices, [from.id]: { ...state.choices[from.id], settled: true } as Choice } }
    const next = nextUndecided(visits, after, from.id)
    takeStep(caseId, { type: 'open', visitId: next })
    if (moveFocus) requestAnimationFrame(() => cards.current?.querySelector<HTMLElement>('[data-open] button')?.focus())
  }
  const onPick = (visit: Visit, action: DecisionAction) => {
    takeStep(caseId, { type: 'pick', visit, action })
    if (action !== 'move') goOn(visit, cards.current?.contains(document.activeElement) ?? false)
  }
  const onTake = (visit: Visit) => {
    takeStep(caseId, { type: 'settle', visitId: visit.id })
    goOn(visit, true)
  }
  const onAccept = (visit: Visit, place: Place, planning: number) => {
    const to = targetOf(place)
    if (to === null) return
    const { score, parts } = place
    takeStep(caseId, { type: 'accept', visit, to, score: { score, parts }, planning })
    goOn(visit, true)
  }
  const byKey = (action: DecisionAction) => () => {
    const visit = visits.find((one) => one.id === state.current)
    if (visit) onPick(visit, action)
  }
  useKeys({ V: byKey('move'), X: byKey('cancel'), S: byKey('keep') }, !locked)

  return (
    <div ref={cards}>
      {visits.map((visit) => (
        <VisitCard key={visit.id} {...props} visit={visit} state={state} onPick={onPick} onTake={onTake} onAccept={onAccept} />
      ))}
    </div>
  )
}

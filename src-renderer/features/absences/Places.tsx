/** Where a visit may go: the proposals, all of them with `M`, why not somebody else, and a place chosen by hand. */
import { useState } from 'react'
import type { ProposalRow as Place } from '../../../shared/api/rescheduling.ts'
import type { AbsenceSubject } from '../../../shared/domain/cases.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { ProposalFoot } from '../../components/DecisionCard.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { takeStep } from '../../stores/decisions.ts'
import type { Choice, Decisions } from './decision-state.ts'
import { MoveForm } from './MoveForm.tsx'
import { ProposalList, SHOWN_FIRST } from './ProposalList.tsx'
import { useProposals } from './use-proposals.ts'
import { WhyNot } from './WhyNot.tsx'

export interface PlacesProps {
  caseId: string
  subject: AbsenceSubject
  visit: Visit
  choice: Choice | undefined
  state: Decisions
  onAccept: (visit: Visit, place: Place, planning: number) => void
  onByHand: (visit: Visit) => void
  onTake: (visit: Visit) => void
}

export function Places({ caseId, subject, visit, choice, state, onAccept, onByHand, onTake }: PlacesProps) {
  const { t } = useTelling()
  const proposals = useProposals(visit, subject.affected, state)
  const [whole, setWhole] = useState(false)
  const [asking, setAsking] = useState(false)
  const count = proposals.answer?.proposals.length ?? 0
  const more = count - SHOWN_FIRST
  const pick = (place: Place, planning: number) => onAccept(visit, place, planning)
  const toggle = () => setWhole((former) => !former)
  useKeys({ M: toggle }, more > 0)
  // A proposal that came back makes room for the others; a place chosen by hand stays to be mended.
  const isOvertaken = state.notices[visit.id]?.kind === 'refused' && choice?.score !== null
  const byHand = choice?.action === 'move' && !isOvertaken
  return (
    <>
      <ProposalList proposals={proposals} whole={whole} onPick={pick} />
      {proposals.answer && (
        <ProposalFoot>
          {more > 0 && (
            <LinkButton onClick={toggle} aria-expanded={whole} aria-keyshortcuts="M">
              {whole ? t('absences.proposals.fewer') : t('absences.proposals.more', { count: more })} <Kbd keys={['M']} />
            </LinkButton>
          )}
          {more > 0 && <span aria-hidden="true">·</span>}
          <LinkButton onClick={() => setAsking((former) => !former)} aria-expanded={asking}>
            {t('absences.whyNot.ask')}
          </LinkButton>
          {!byHand && (
            <>
              <span aria-hidden="true">·</span>
              <LinkButton onClick={() => onByHand(visit)}>{t('absences.proposals.byHand')}</LinkButton>
            </>
          )}
        </ProposalFoot>
      )}
      {asking && (
        <WhyNot
          visit={visit}
          visits={subject.affected}
          state={state}
          best={proposals.answer?.proposals[0] ?? null}
          onPick={pick}
          onClose={() => setAsking(false)}
        />
      )}
      {byHand && (
        <MoveForm
          visit={visit}
          notice={subject.notice}
          choice={choice}
          onAim={(to) => takeStep(caseId, { type: 'aim', visit, to })}
          onTake={() => onTake(visit)}
        />
      )}
    </>
  )
}

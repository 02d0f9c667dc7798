/** An absence notice: how it stands, what the client changed, the visits it hits with their decisions, and what these come to. */
import Button from '@mui/material/Button'
import { ClockCountdownIcon } from '@phosphor-icons/react/ClockCountdown'
import { useMemo } from 'react'
import type { AbsenceSubject, CaseDetail } from '../../../shared/domain/cases.ts'
import { problemSentence } from '../../../shared/domain/problems.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { nearInstant, shortDay, type Telling } from '../../app/format/dates.ts'
import { spacedNumber } from '../../app/format/numbers.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { CaseHeader } from '../../components/CaseHeader.tsx'
import { CaseFooter, CaseMain, CasePane } from '../../components/CasePane.tsx'
import { DiffBlock } from '../../components/DiffBlock.tsx'
import { countChanges } from '../../components/diff-parts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import type { MarkSpec } from '../../components/Mark.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { useDecisions } from '../../stores/decisions.ts'
import { usePanes } from '../../stores/panes.ts'
import { ClientContext } from '../clients/ClientContext.tsx'
import { BackToList } from '../queue/BackToList.tsx'
import { CaseClaim } from '../queue/CaseClaim.tsx'
import { marksOf } from '../queue/row-words.ts'
import { useClaim } from '../queue/use-claim.ts'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { AbsenceSentence, hitsArePast } from './AbsenceSentence.tsx'
import { Consequences } from './Consequences.tsx'
import { consequencesOf, type Consequences as Outcome } from './consequences.ts'
import { DecisionCards } from './DecisionCards.tsx'
import { type Decisions, decidedCount } from './decision-state.ts'
import { noticeChanges } from './notice-changes.ts'
import { ProcessedNotice } from './ProcessedNotice.tsx'
import { type Check, useCheck } from './use-check.ts'
import { type Processing, useProcessing } from './use-processing.ts'

export interface AbsenceCaseProps {
  detail: CaseDetail
  subject: AbsenceSubject
  onBack: () => void
  onDone: (caseId: string) => void
}

/** "AM-20418 · cliënt 104 882 · gemeld vandaag 08:41 door Ingrid Verbeek, dochter". */
function metaOf(detail: CaseDetail, telling: Telling): string[] {
  const { t } = telling
  const { name, relation } = detail.reportedBy
  const who = name === detail.name ? relation : `${name}, ${relation}`
  return [
    detail.number,
    ...(detail.clientNumber === null ? [] : [t('domain.clientNumber', { number: spacedNumber(detail.clientNumber) })]),
    t('case.sentBy', { when: nearInstant(detail.openedAt, telling), who }),
  ]
}

function headMarks(detail: CaseDetail, subject: AbsenceSubject, { t }: Telling): MarkSpec[] {
  const marks = marksOf(
    detail.facets.filter((facet) => facet !== 'late-notice'),
    t,
  )
  const { late } = subject.notice
  if (!late) return marks
  const label = t('domain.mark.lateDays', { count: late.workingDays, required: late.required })
  return [{ tone: 'warn', icon: ClockCountdownIcon, label }, ...marks]
}

function Changes({ subject }: { subject: AbsenceSubject }) {
  const telling = useTelling()
  const { t } = telling
  if (!subject.before) return null
  const parts = noticeChanges(subject.before, subject.notice, telling)
  const count = countChanges(parts)
  if (count === 0) return null
  return (
    <div style={{ marginBottom: 16 }}>
      <DiffBlock
        title={t('absences.changedTitle')}
        detail={t('absences.changedText')}
        parts={parts}
        words={{ was: t('absences.was'), new: t('absences.now') }}
        countText={t('absences.changes', { count })}
      />
    </div>
  )
}

/** Why the notice cannot be processed now, or what is under way; null when it can. */
function useWaitingFor(processing: Processing, outcome: Outcome, asksReason: boolean): string | null {
  const { t, lang } = useTelling()
  const refusal = useSentence(processing.error)
  const { entry } = processing
  if (entry?.state === 'waiting') return t('absences.waiting')
  if (processing.busy) return t('absences.sending')
  if (outcome.undecided > 0) return t('absences.processWhy', { count: outcome.undecided })
  if (outcome.clashes.length > 0) return t('absences.processClash')
  if (asksReason) return t('absences.overrideNeeded')
  if (entry?.problem) return t('absences.returned', { sentence: problemSentence(entry.problem, lang) })
  return refusal
}

interface Standing {
  processing: Processing
  outcome: Outcome
  check: Check
  state: Decisions
}

function Foot({ processing, outcome, check, state }: Standing) {
  const { t } = useTelling()
  const asksReason = check.warned.size > 0 && state.override.trim() === ''
  const waitingFor = useWaitingFor(processing, outcome, asksReason)
  const isAllowed = check.state !== 'checking' && check.state !== 'broken' && !asksReason
  const possible = !processing.busy && outcome.undecided === 0 && outcome.clashes.length === 0 && isAllowed
  useKeys({ 'Ctrl+Enter': processing.submit }, possible)
  return (
    <CaseFooter start={<span role="status">{waitingFor}</span>}>
      <Button variant="contained" disabled={!possible} onClick={processing.submit} aria-keyshortcuts="Control+Enter">
        {t('absences.process')}
        <Kbd keys={['Ctrl', '↵']} />
      </Button>
    </CaseFooter>
  )
}

function Open({ detail, subject, processing, outcome, check, state }: Omit<AbsenceCaseProps, 'onBack' | 'onDone'> & Standing) {
  const telling = useTelling()
  const { t } = telling
  const { affected } = subject
  return (
    <>
      <Changes subject={subject} />
      {affected.length === 0 ? (
        <div style={{ padding: '28px 0 8px' }}>
          {hitsArePast(detail, affected) ? (
            <EmptyState title={t('absences.pastVisitsTitle')} text={t('absences.pastVisitsText')} />
          ) : (
            <EmptyState title={t('absences.noVisitsTitle')} text={t('absences.noVisitsText')} />
          )}
        </div>
      ) : (
        <>
          <SectionHeading
            title={t('absences.visits')}
            note={t('absences.decidedOf', { count: decidedCount(affected, state), total: affected.length })}
          />
          {!subject.notice.endDateKnown && (
            <p style={{ marginBottom: 8 }}>{t('absences.horizon', { day: shortDay(subject.horizon, telling) })}</p>
          )}
          <DecisionCards caseId={detail.id} subject={subject} locked={processing.busy} />
        </>
      )}
      <Consequences
        caseId={detail.id}
        check={check}
        state={state}
        locked={processing.busy}
        outcome={outcome}
        visits={affected}
        told={[detail.name, detail.reportedBy.name]}
      />
    </>
  )
}

export function AbsenceCase({ detail, subject, onBack, onDone }: AbsenceCaseProps) {
  const telling = useTelling()
  const { t } = telling
  const titleRef = useTitleFocus()
  const claim = useClaim(detail)
  const state = useDecisions(detail.id)
  const check = useCheck(subject.affected, state)
  const processing = useProcessing(detail, subject, check, onDone)
  const outcome = useMemo(() => consequencesOf(subject.affected, state), [subject.affected, state])
  const affected = useMemo(() => new Set(subject.affected.map((visit) => visit.id)), [subject.affected])
  const contextOpen = usePanes((panes) => panes.contextOpen)
  const isOpen = subject.notice.status === 'open'
  return (
    <CasePane
      label={detail.name}
      contextLabel={t('case.context')}
      context={
        detail.client ? (
          <ClientContext context={detail.client} caseId={detail.id} affected={isOpen ? affected : undefined} />
        ) : undefined
      }
      contextOpen={contextOpen}
      onContextClose={() => usePanes.setState({ contextOpen: false })}
    >
      <CaseMain
        bodyTop={12}
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={metaOf(detail, telling)}
            claim={<CaseClaim claim={claim} contextLabel={t('case.openContext')} />}
            title={detail.name}
            sentence={<AbsenceSentence detail={detail} subject={subject} />}
            marks={headMarks(detail, subject, telling)}
          />
        }
        foot={isOpen ? <Foot processing={processing} outcome={outcome} check={check} state={state} /> : undefined}
      >
        {isOpen ? (
          <Open detail={detail} subject={subject} processing={processing} outcome={outcome} check={check} state={state} />
        ) : (
          <ProcessedNotice subject={subject} />
        )}
      </CaseMain>
    </CasePane>
  )
}

/** A plan that waits for the planner: what goes where and why, what has no place, what it comes to; carried out as one act. */
import Button from '@mui/material/Button'
import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple'
import { HourglassMediumIcon } from '@phosphor-icons/react/HourglassMedium'
import { SealCheckIcon } from '@phosphor-icons/react/SealCheck'
import { WarningOctagonIcon } from '@phosphor-icons/react/WarningOctagon'
import { useMemo } from 'react'
import type { BatchPlanRow, BatchState } from '../../../shared/api/batches.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { Said } from '../../app/i18n/Said.tsx'
import { useKeys } from '../../app/keys/use-keys.ts'
import { CaseFooter } from '../../components/CasePane.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import type { MarkSpec } from '../../components/Mark.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { useIsConnected } from '../../data/workstation.ts'
import { type PlanChoices, usePlanChoices } from '../../stores/plan-choices.ts'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { AbsenceFrame, Away } from './AbsenceFrame.tsx'
import type { StageProps } from './AbsencePage.tsx'
import { Outcome } from './Outcome.tsx'
import { PlanTable } from './PlanTable.tsx'
import { planOutcome } from './plan-outcome.ts'
import { movesOf, usePlanTable } from './plan-rows.ts'
import { UnplacedVisits } from './UnplacedVisits.tsx'
import { type AcceptPlan, useAcceptPlan } from './use-accept-plan.ts'
import { useSavePlan } from './use-save-plan.ts'
import { useStartBatch } from './use-start-batch.ts'

/** How good the plan is said to be: no better than the portal proved. */
export function planMarks(
  plan: Pick<BatchPlanRow, 'proven' | 'cutShort' | 'score' | 'lower' | 'unplaced'>,
  t: Translate,
): MarkSpec[] {
  const { proven, cutShort, score, lower, unplaced } = plan
  return [
    ...(unplaced.length > 0
      ? [{ tone: 'hot' as const, icon: WarningOctagonIcon, label: t('planning.plan.unplaced', { count: unplaced.length }) }]
      : []),
    ...(cutShort ? [{ tone: 'warn' as const, icon: HourglassMediumIcon, label: t('planning.plan.cutShort') }] : []),
    ...(proven
      ? [{ tone: 'ok' as const, icon: SealCheckIcon, label: t('planning.plan.proven') }]
      : lower > 0
        ? [
            {
              tone: 'neutral' as const,
              icon: SealCheckIcon,
              label: t('planning.plan.atLeast', { score, lower: Math.floor(lower) }),
            },
          ]
        : []),
  ]
}

/** What keeps the plan from being carried out; null when nothing does. */
function waitsFor(
  t: Translate,
  {
    accepting,
    open,
    refused,
    moved,
    connected,
  }: { accepting: AcceptPlan; open: number; refused: number; moved: number; connected: boolean },
): string | null {
  if (accepting.pending) return t('planning.plan.accepting')
  if (!connected) return t('planning.offline')
  if (moved === 0) return t('planning.plan.nothing')
  if (refused > 0) return t('planning.plan.refused', { count: refused })
  if (open > 0) return t('planning.plan.needsReason', { count: open })
  return null
}

function reasonsOpen(needs: ReadonlySet<string>, { leftOut, reasons }: PlanChoices): number {
  return [...needs].filter((id) => !leftOut.includes(id) && (reasons[id] ?? '').trim() === '').length
}

export function PlanView({ state, ...stage }: StageProps & { state: BatchState }) {
  const { plan } = state
  if (plan === null) throw new Error('A batch that is done has a plan')
  return <Plan {...stage} state={state} plan={plan} />
}

function Plan({ state, plan, ...stage }: StageProps & { state: BatchState; plan: BatchPlanRow }) {
  const telling = useTelling()
  const { t } = telling
  const titleRef = useTitleFocus()
  const connected = useIsConnected()
  const choices = usePlanChoices(state.id)
  const { detail, onShow } = stage
  const toTitle = () => titleRef.current?.focus()
  const moves = useMemo(() => movesOf(plan, state.visits), [plan, state.visits])
  const lines = usePlanTable(moves, telling)
  const outcome = useMemo(() => planOutcome(plan, moves, choices.leftOut), [plan, moves, choices.leftOut])
  const accepting = useAcceptPlan(state, plan, choices, toTitle)
  const saving = useSavePlan(state.id)
  const needs = new Set([
    ...moves.filter(({ move }) => move.proposal.warnings.length > 0).map(({ visit }) => visit.id),
    ...accepting.asked,
  ])
  const refused = Object.keys(accepting.refusals).filter((id) => !choices.leftOut.includes(id)).length
  const open = reasonsOpen(needs, choices)
  const waits = waitsFor(t, { accepting, open, refused, moved: outcome.moved, connected })
  const possible = waits === null
  // Of the visits that this plan is about, those that still are with the caregiver who is not there.
  const still = detail.visits.flatMap(({ visit }) => (state.visits.some((one) => one.id === visit.id) ? [visit.id] : []))
  const starting = useStartBatch(detail.absence.id, (id) => {
    onShow(id)
    toTitle()
  })
  const mayAgain = connected && still.length > 0 && !starting.pending && !accepting.pending
  const again = () => starting.start(still, state.seconds)
  useKeys({ 'Ctrl+Enter': accepting.accept }, possible)
  useKeys({ B: again }, mayAgain)
  useKeys({ D: saving.save }, connected && !saving.pending)
  const refusal = accepting.refusal ?? starting.refusal ?? saving.refusal
  return (
    <AbsenceFrame
      {...stage}
      titleRef={titleRef}
      marks={planMarks(plan, t)}
      sentence={
        <>
          <Away absence={detail.absence} />{' '}
          <Said i18nKey="planning.sentence.plan" count={state.visits.length} values={{ placed: plan.moves.length }} />
        </>
      }
      foot={
        <CaseFooter
          start={
            <span role={refusal || refused > 0 ? 'alert' : 'status'}>
              {refusal ?? waits ?? (saving.file ? t('planning.plan.csvSaved', { file: saving.file }) : null)}{' '}
              {starting.toRunning && <LinkButton onClick={starting.toRunning}>{t('planning.hits.toRunning')}</LinkButton>}
            </span>
          }
        >
          <Button
            variant={accepting.movedOn ? 'contained' : 'outlined'}
            color={accepting.movedOn ? 'primary' : 'inherit'}
            disabled={!mayAgain}
            onClick={again}
            aria-keyshortcuts="B"
          >
            {t('planning.plan.again')}
            <Kbd keys={['B']} />
          </Button>
          {plan.moves.length > 0 && (
            <Button
              variant={accepting.movedOn ? 'outlined' : 'contained'}
              disabled={!possible}
              onClick={accepting.accept}
              aria-keyshortcuts="Control+Enter"
            >
              {t('planning.plan.accept', { count: outcome.moved })}
              <Kbd keys={['Ctrl', '↵']} />
            </Button>
          )}
        </CaseFooter>
      }
    >
      <SectionHeading
        title={t('planning.plan.title')}
        note={<Said i18nKey="planning.plan.score" values={{ score: plan.score }} />}
        actions={
          <>
            <LinkButton onClick={() => onShow(null)}>{t('planning.plan.toVisits')}</LinkButton>
            <Button size="small" disabled={!connected || saving.pending} onClick={saving.save} aria-keyshortcuts="D">
              <DownloadSimpleIcon />
              {t('planning.plan.csv')}
              <Kbd keys={['D']} />
            </Button>
          </>
        }
      />
      {lines.length === 0 ? (
        <div style={{ padding: '20px 0' }}>
          <EmptyState icon={WarningOctagonIcon} title={t('planning.unplaced.title')} text={t('planning.plan.empty')} />
        </div>
      ) : (
        <PlanTable
          batchId={state.id}
          lines={lines}
          choices={choices}
          refusals={accepting.refusals}
          needsReason={needs}
          locked={accepting.pending}
        />
      )}
      <UnplacedVisits state={state} plan={plan} />
      {lines.length > 0 && <Outcome outcome={outcome} />}
    </AbsenceFrame>
  )
}

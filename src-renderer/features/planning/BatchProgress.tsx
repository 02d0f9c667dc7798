/** A search for places under way: which phase, how much of its time has passed, how good the best plan is; it ends early or is called off. */
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { type BatchState, batchPhase } from '../../../shared/api/batches.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { nearInstant } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'
import { color, radius, small } from '../../app/theme/tokens.ts'
import { CaseFooter } from '../../components/CasePane.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { type DecisionState, StateDot } from '../../components/StateDot.tsx'
import { deskKey } from '../../data/keys.ts'
import { useAct } from '../../data/use-act.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { useSeconds } from '../../stores/use-seconds.ts'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { AbsenceFrame, Away } from './AbsenceFrame.tsx'
import type { StageProps } from './AbsencePage.tsx'

const Card = styled('div')({ padding: '16px 18px', borderRadius: radius.card, backgroundColor: color.sunken })
const Phases = styled('ol')({
  margin: '16px 0',
  padding: 0,
  listStyle: 'none',
  '& li': { display: 'flex', alignItems: 'center', gap: 10, minHeight: 30, color: color.t2 },
  '& li[aria-current]': { color: color.text, fontWeight: 600 },
})
const Best = styled('p')({ color: color.t2, '& b': { color: color.text, fontWeight: 640 } })
const Quiet = styled('p')({ ...small, marginTop: 10, color: color.t3 })
const Bar = styled(LinearProgress)({
  height: 6,
  borderRadius: 3,
  backgroundColor: color.line2,
  '& .MuiLinearProgress-bar': { borderRadius: 3, backgroundColor: color.accent },
})

/** Seconds of the search that have passed: as the portal said, and the clock here since. */
export function passedSeconds(
  state: Pick<BatchState, 'progress' | 'seconds' | 'status'>,
  fetchedAt: number,
  now: number,
): number {
  if (state.status === 'waiting') return 0
  const since = Math.max(0, now - fetchedAt) / 1000
  return Math.min(state.seconds, Math.round(state.progress * state.seconds + since))
}

function SoFar({ soFar }: Pick<BatchState, 'soFar'>) {
  const { t } = useTelling()
  if (soFar === null) return <Best>{t('planning.progress.none')}</Best>
  const { score, lower, unplaced } = soFar
  return (
    <Best>
      <Said i18nKey="planning.progress.score" values={{ score }} />{' '}
      {lower !== null && <Said i18nKey="planning.progress.bound" values={{ lower }} />}{' '}
      {unplaced > 0 && <Said i18nKey="planning.progress.unplaced" count={unplaced} />}
    </Best>
  )
}

function PhaseList({ state }: { state: BatchState }) {
  const { t } = useTelling()
  const at = state.status === 'waiting' ? -1 : batchPhase.options.indexOf(state.phase)
  return (
    <Phases>
      {batchPhase.options.map((phase, index) => {
        const dot: DecisionState = index < at ? 'decided' : index === at ? 'current' : 'undecided'
        return (
          <li key={phase} {...(index === at && { 'aria-current': 'step' })}>
            <StateDot state={dot} label={t(`planning.progress.phaseState.${dot}`)} />
            {t(`planning.progress.phase.${phase}`)}
          </li>
        )
      })}
    </Phases>
  )
}

export function BatchProgress({ state, fetchedAt, ...stage }: StageProps & { state: BatchState; fetchedAt: number }) {
  const telling = useTelling()
  const { t } = telling
  const client = useQueryClient()
  const titleRef = useTitleFocus()
  const connected = useIsConnected()
  const isWaiting = state.status === 'waiting'
  const passed = passedSeconds(state, fetchedAt, useSeconds(!isWaiting))
  const cancelling = useAct('rescheduling.cancel-batch')
  const finishing = useAct('rescheduling.finish-batch')
  const refusal = useSentence(cancelling.error ?? finishing.error)
  const settle = (after: BatchState) => {
    client.setQueryData(deskKey('portal:rescheduling.batch', { params: { id: after.id } }), after)
    if (after.status === 'cancelled') void client.invalidateQueries({ queryKey: ['portal:rescheduling.batches'] })
    titleRef.current?.focus()
  }
  const ask = { params: { id: state.id } }
  const told = cancelling.isPending || cancelling.isSuccess || finishing.isPending || finishing.isSuccess
  const time = t('planning.progress.time', { passed, most: state.seconds })
  const said = cancelling.isSuccess
    ? t('planning.progress.cancelling')
    : finishing.isSuccess
      ? t('planning.progress.finishing')
      : connected
        ? null
        : t('planning.offline')
  return (
    <AbsenceFrame
      {...stage}
      titleRef={titleRef}
      sentence={
        <>
          <Away absence={stage.detail.absence} /> <Said i18nKey="planning.sentence.searching" count={state.visits.length} />
        </>
      }
      foot={
        <CaseFooter start={<span role={refusal ? 'alert' : 'status'}>{refusal ?? said}</span>}>
          <Button disabled={told || !connected} onClick={() => cancelling.mutate(ask, { onSuccess: settle })}>
            {t('planning.progress.cancel')}
          </Button>
          <Button
            disabled={told || !connected || isWaiting || state.soFar === null}
            onClick={() => finishing.mutate(ask, { onSuccess: settle })}
          >
            {t('planning.progress.finish')}
          </Button>
        </CaseFooter>
      }
    >
      <SectionHeading
        title={t('planning.progress.title')}
        note={t('planning.progress.by', { when: nearInstant(state.startedAt, telling), by: state.by.name })}
      />
      <Card>
        <Bar
          variant="determinate"
          aria-label={t('planning.progress.bar')}
          aria-valuetext={time}
          value={(100 * passed) / Math.max(1, state.seconds)}
        />
        <Quiet style={{ marginTop: 6 }}>{isWaiting ? t('planning.progress.waiting') : time}</Quiet>
        <PhaseList state={state} />
        <div role="status">
          <SoFar soFar={state.soFar} />
        </div>
        <Quiet>{t('planning.progress.stay')}</Quiet>
      </Card>
    </AbsenceFrame>
  )
}

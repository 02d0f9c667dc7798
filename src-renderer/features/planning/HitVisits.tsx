/** Which visits of a caregiver who is not there get another place: all of them, unless some are left where they are. */
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import { InfoIcon } from '@phosphor-icons/react/Info'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { BATCH_MAX, type BatchState } from '../../../shared/api/batches.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { radius } from '../../app/theme/tokens.ts'
import { Banner } from '../../components/Banner.tsx'
import { CaseFooter } from '../../components/CasePane.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SelectField } from '../../components/Field.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { useAct } from '../../data/use-act.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'
import { keepVisits, useKept } from '../../stores/plan-choices.ts'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { AbsenceFrame, Away, Hits } from './AbsenceFrame.tsx'
import type { AbsenceDetail, StageProps } from './AbsencePage.tsx'
import { AWAY } from './places.ts'
import { useStartBatch } from './use-start-batch.ts'
import { ClientCell, momentWords, VisitTable, visitName } from './visit-cells.tsx'

/** How long may be searched, in seconds; the portal takes up to a minute. */
const SECONDS = ['10', '30', '60'] as const

function Visits({ absenceId, visits }: { absenceId: string; visits: AbsenceDetail['visits'] }) {
  const telling = useTelling()
  const { t } = telling
  const kept = useKept(absenceId)
  const ids = visits.map((one) => one.visit.id)
  const count = ids.filter((id) => !kept.includes(id)).length
  return (
    <VisitTable aria-label={t('planning.hits.table')}>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              checked={count === ids.length}
              indeterminate={count > 0 && count < ids.length}
              onChange={(event) => keepVisits(absenceId, ids, !event.target.checked)}
              slotProps={{ input: { 'aria-label': t('planning.hits.all') } }}
            />
          </th>
          <th scope="col">{t('planning.column.client')}</th>
          <th scope="col">{t('planning.column.visit')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map(({ visit, client }) => (
          <tr key={visit.id} {...(kept.includes(visit.id) && { 'data-out': '' })}>
            <td>
              <Checkbox
                checked={!kept.includes(visit.id)}
                onChange={(event) => keepVisits(absenceId, [visit.id], !event.target.checked)}
                slotProps={{ input: { 'aria-label': t('planning.hits.choose', { visit: visitName(client, visit, telling) }) } }}
              />
            </td>
            <th scope="row">
              <ClientCell client={client} visit={visit} />
            </th>
            <td data-named={t('planning.column.visit')}>
              {momentWords(visit, telling)}
              {visit.caregivers.length > 1 && <small>{visit.caregivers.map((one) => one.name).join(', ')}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </VisitTable>
  )
}

/** Why the search before this one has no plan. */
function Ended({ state }: { state: BatchState }) {
  const { t } = useTelling()
  const failed = state.status === 'failed'
  const text = failed ? t(`planning.hits.failed.${state.failure ?? 'fault'}`) : t('planning.hits.cancelled')
  return (
    <div style={{ marginBottom: 12, borderRadius: radius.card, overflow: 'hidden' }}>
      <Banner icon={failed ? WarningIcon : InfoIcon} tone={failed ? 'warn' : 'info'} title={text} />
    </div>
  )
}

export interface HitVisitsProps extends StageProps {
  /** The search that ended without a plan, when it is that one that is looked at. */
  ended: BatchState | null
}

export function HitVisits({ ended, ...stage }: HitVisitsProps) {
  const { t } = useTelling()
  const { detail, onShow } = stage
  const { absence, visits } = detail
  const client = useQueryClient()
  const navigate = useNavigate()
  const titleRef = useTitleFocus()
  const connected = useIsConnected()
  const kept = useKept(absence.id)
  const [seconds, setSeconds] = useState<(typeof SECONDS)[number]>('10')
  const chosen = visits.flatMap(({ visit }) => (kept.includes(visit.id) ? [] : [visit.id]))
  const starting = useStartBatch(absence.id, (id) => {
    onShow(id)
    titleRef.current?.focus()
  })
  const ending = useAct('rescheduling.end-absence')
  const endRefusal = useSentence(ending.error)
  const end = () =>
    ending.mutate(
      { params: { id: absence.id } },
      {
        onSuccess: () => {
          announce(t('planning.hits.ended', { name: absence.caregiver.name }))
          void client.invalidateQueries({ queryKey: ['portal:rescheduling.absences'] })
          void navigate(AWAY)
        },
      },
    )
  const possible = connected && !starting.pending && chosen.length > 0 && chosen.length <= BATCH_MAX
  const start = () => starting.start(chosen, Number(seconds))
  useKeys({ 'Ctrl+Enter': start }, possible)
  const waits = starting.pending
    ? t('planning.hits.starting')
    : ending.isPending
      ? t('planning.hits.ending')
      : !connected
        ? t('planning.offline')
        : visits.length > 0 && chosen.length === 0
          ? t('planning.hits.none')
          : null
  const refusal = starting.refusal ?? endRefusal
  return (
    <AbsenceFrame
      {...stage}
      titleRef={titleRef}
      sentence={
        <>
          <Away absence={absence} /> <Hits visits={visits} />
        </>
      }
      foot={
        <CaseFooter
          start={
            <span role={refusal ? 'alert' : 'status'}>
              {refusal ?? waits}{' '}
              {starting.toRunning && <LinkButton onClick={starting.toRunning}>{t('planning.hits.toRunning')}</LinkButton>}
            </span>
          }
        >
          {detail.endedAt === null && (
            <Button disabled={!connected || ending.isPending || starting.pending} onClick={end}>
              {t('planning.hits.end')}
            </Button>
          )}
          {visits.length > 0 && (
            <Button variant="contained" disabled={!possible} onClick={start} aria-keyshortcuts="Control+Enter">
              {t('planning.hits.start', { count: chosen.length })}
              <Kbd keys={['Ctrl', '↵']} />
            </Button>
          )}
        </CaseFooter>
      }
    >
      {ended && <Ended state={ended} />}
      {visits.length === 0 ? (
        <div style={{ padding: '28px 0 8px' }}>
          <EmptyState title={t('planning.hits.emptyTitle')} text={t('planning.hits.emptyText')} />
        </div>
      ) : (
        <>
          <SectionHeading
            title={t('planning.hits.title')}
            note={t('planning.hits.chosen', { count: chosen.length, total: visits.length })}
          />
          <Visits absenceId={absence.id} visits={visits} />
          <div style={{ width: 200 }}>
            <SelectField
              label={t('planning.hits.seconds')}
              value={seconds}
              options={SECONDS.map((value) => ({ value, label: t('planning.hits.secondsOf', { count: Number(value) }) }))}
              onChange={setSeconds}
            />
          </div>
        </>
      )}
    </AbsenceFrame>
  )
}

/** A plan that was carried out: what went where, who is told and who has to be phoned, and what is left. */
import Button from '@mui/material/Button'
import { PhoneIcon } from '@phosphor-icons/react/Phone'
import { useMemo } from 'react'
import type { BatchState } from '../../../shared/api/batches.ts'
import { nearInstant } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'
import { radius } from '../../app/theme/tokens.ts'
import { Banner } from '../../components/Banner.tsx'
import { CaseFooter } from '../../components/CasePane.tsx'
import { KeyValueList } from '../../components/KeyValueList.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { AbsenceFrame, Away } from './AbsenceFrame.tsx'
import type { StageProps } from './AbsencePage.tsx'
import { DoneTable } from './PlanTable.tsx'
import { movesOf, type PlanLine, stoodAt, usePlanTable } from './plan-rows.ts'
import { UnplacedVisits } from './UnplacedVisits.tsx'
import { visitName } from './visit-cells.tsx'

export function AcceptedPlan({ state, ...stage }: StageProps & { state: BatchState }) {
  const telling = useTelling()
  const { t } = telling
  const titleRef = useTitleFocus()
  const { plan, accepted, visits } = state
  if (plan === null || accepted === null) throw new Error('A plan that was carried out is there')
  const moves = useMemo(
    () => movesOf(plan, visits).filter(({ visit }) => !accepted.leftOut.includes(visit.id)),
    [plan, visits, accepted],
  )
  const lines = usePlanTable(moves, telling)
  const leftOut = visits.filter((visit) => accepted.leftOut.includes(visit.id))
  const left = stage.detail.visits.length
  /** A visit that somebody moved again after the plan stands elsewhere by now. */
  const noteOf = ({ visit, move }: PlanLine) => {
    const [first] = move.proposal.spots
    const stays = visit.now?.status === 'planned' && visit.now.date === first?.date && visit.now.startTime === first.startTime
    return stays ? null : t('planning.done.movedSince')
  }
  return (
    <AbsenceFrame
      {...stage}
      titleRef={titleRef}
      sentence={
        <>
          <Away absence={stage.detail.absence} />{' '}
          <Said i18nKey="planning.sentence.accepted" values={{ by: accepted.by, when: nearInstant(accepted.at, telling) }} />
        </>
      }
      foot={
        left > 0 ? (
          <CaseFooter>
            <Button variant="contained" onClick={() => stage.onShow(null)}>
              {t('planning.done.more', { count: left })}
            </Button>
          </CaseFooter>
        ) : undefined
      }
    >
      {accepted.notReached.length > 0 && (
        <div style={{ marginBottom: 12, borderRadius: radius.card, overflow: 'hidden' }}>
          <Banner
            icon={PhoneIcon}
            title={t('planning.done.phone')}
            text={accepted.notReached.map((one) => one.name).join(', ')}
          />
        </div>
      )}
      <SectionHeading title={t('planning.done.title')} note={t('planning.plan.acceptedSaid', { count: lines.length })} />
      <DoneTable lines={lines} noteOf={noteOf} />
      <p style={{ marginBottom: 12 }}>{t('planning.done.told')}</p>
      {leftOut.length > 0 && (
        <KeyValueList
          kind="facts"
          items={leftOut.map((visit) => ({
            id: visit.id,
            text: visitName(visit.client, stoodAt(visit), telling),
            end: t('planning.done.leftOut', {
              name:
                stoodAt(visit)
                  ?.caregivers.map((one) => one.name)
                  .join(', ') ?? '',
            }),
          }))}
        />
      )}
      <UnplacedVisits state={state} plan={plan} />
    </AbsenceFrame>
  )
}

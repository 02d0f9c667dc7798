/** Visits for which no place was found: the rule that stopped most, and the ways on: a place by hand, or the visit lapses. */
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { BatchPlanRow, BatchState, BatchVisit } from '../../../shared/api/batches.ts'
import { shortDay, type Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { color, radius, small } from '../../app/theme/tokens.ts'
import { LinkButton } from '../../components/LinkButton.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { useIsConnected } from '../../data/workstation.ts'
import { shortRule } from '../absences/proposal-words.ts'
import { ByHand } from './ByHand.tsx'
import { Lapse } from './Lapse.tsx'
import { stoodAt } from './plan-rows.ts'
import { ClientCell, momentWords, visitName } from './visit-cells.tsx'

/** So many rules are named; the rest stopped fewer. */
const RULES_TOLD = 3

const List = styled('ul')({
  margin: '0 0 12px',
  padding: 0,
  listStyle: 'none',
  border: `1px solid ${color.hotLine}`,
  borderRadius: radius.card,
  '& > li + li': { borderTop: `1px solid ${color.line}` },
})
const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 16px',
  padding: '10px 14px',
  '& > div:first-of-type': { flex: '1 1 180px', '& small': { ...small, display: 'block', color: color.t2 } },
  '& > div:nth-of-type(2)': { flex: '2 1 260px' },
  '& b': { fontWeight: 600 },
})
const Ways = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 14, marginTop: 6 })
const Why = styled('div')({ ...small, color: color.hot })

type Stopped = BatchPlanRow['unplaced'][number]['stoppedBy']

/** Why there is no place, in words. */
export function stoppedWords(stoppedBy: Stopped, { t, lang }: Telling): string {
  const [first] = stoppedBy
  if (first === undefined) return t('planning.unplaced.noTime')
  if (first.rule === 'out-of-horizon' && stoppedBy.length === 1) return `${t('planning.unplaced.goneTitle')}.`
  const rules = stoppedBy
    .slice(0, RULES_TOLD)
    .map(({ rule, count }) => t('absences.proposals.stopped', { rule: shortRule(rule, lang), count }))
    .join(', ')
  return t('planning.unplaced.stopped', { rules })
}

/** What became of the visit since: somebody placed it, or it lapsed; null while it waits. */
function sinceWords(visit: BatchVisit, telling: Telling): string | null {
  const { now, version } = visit
  if (now === null) return null
  if (now.status === 'cancelled') return telling.t('planning.unplaced.lapsed')
  if (now.version === version) return null
  const moment = `${shortDay(now.date, telling)} ${now.startTime}`
  return telling.t('planning.unplaced.placed', { moment, caregivers: now.caregivers.map((one) => one.name).join(', ') })
}

function Unplaced({ visit, stoppedBy }: { visit: BatchVisit; stoppedBy: Stopped }) {
  const telling = useTelling()
  const { t } = telling
  const connected = useIsConnected()
  const [way, setWay] = useState<'hand' | 'lapse' | null>(null)
  const since = sinceWords(visit, telling)
  const was = stoodAt(visit)
  const named = visitName(visit.client, was, telling)
  const { now } = visit
  const toggle = (next: 'hand' | 'lapse') => setWay((former) => (former === next ? null : next))
  return (
    <li>
      <Row>
        <div>
          <ClientCell client={visit.client} visit={now} />
        </div>
        <div>
          {was && momentWords(was, telling)}
          {since ? <div>{since}</div> : <Why>{stoppedWords(stoppedBy, telling)}</Why>}
          {since === null && now !== null && connected && (
            <Ways>
              <LinkButton
                aria-expanded={way === 'hand'}
                aria-label={t('planning.unplaced.byHandOf', { visit: named })}
                onClick={() => toggle('hand')}
              >
                {t('planning.unplaced.byHand')}
              </LinkButton>
              <LinkButton
                aria-expanded={way === 'lapse'}
                aria-label={t('planning.unplaced.lapseOf', { visit: named })}
                onClick={() => toggle('lapse')}
              >
                {t('planning.unplaced.lapse')}
              </LinkButton>
            </Ways>
          )}
        </div>
      </Row>
      {since === null && now !== null && way === 'hand' && <ByHand visit={now} onDone={() => setWay(null)} />}
      {since === null && now !== null && way === 'lapse' && <Lapse visit={now} onDone={() => setWay(null)} />}
    </li>
  )
}

export function UnplacedVisits({ state, plan }: { state: BatchState; plan: BatchPlanRow }) {
  const { t } = useTelling()
  if (plan.unplaced.length === 0) return null
  const visits = new Map(state.visits.map((visit) => [visit.id, visit]))
  return (
    <>
      <SectionHeading title={t('planning.unplaced.title')} note={plan.unplaced.length} top={4} />
      <List>
        {plan.unplaced.map(({ visitId, stoppedBy }) => {
          const visit = visits.get(visitId)
          return visit ? <Unplaced key={visitId} visit={visit} stoppedBy={stoppedBy} /> : null
        })}
      </List>
    </>
  )
}

/** The head of an absence and its context, the same at every stage; what stands in the middle and at the foot differs. */
import { styled } from '@mui/material/styles'
import { InfoIcon } from '@phosphor-icons/react/Info'
import type { ReactNode, RefObject } from 'react'
import type { BatchSummary } from '../../../shared/api/batches.ts'
import { nearDay, nearInstant, nearMoment, type Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'
import { useKeys } from '../../app/keys/use-keys.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { CaseHeader } from '../../components/CaseHeader.tsx'
import { CaseMain, CasePane } from '../../components/CasePane.tsx'
import { ContextSection } from '../../components/ContextSection.tsx'
import { IconAction } from '../../components/IconAction.tsx'
import { KeyValueList } from '../../components/KeyValueList.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { useShellLayout } from '../../components/layout.ts'
import type { MarkSpec } from '../../components/Mark.tsx'
import { usePanes } from '../../stores/panes.ts'
import { BackToList } from '../queue/BackToList.tsx'
import type { AbsenceDetail, StageProps } from './AbsencePage.tsx'
import { useHeldFocus } from './use-held-focus.ts'

const Lines = styled('ul')({
  ...small,
  color: color.t2,
  '& li': { display: 'flex', gap: 8, padding: '4px 0' },
  '& li > span:last-of-type': { marginLeft: 'auto' },
  '& li[aria-current]': { color: color.text, fontWeight: 600 },
})

/** "Ziek van ma 23 nov tot en met wo 25 nov." */
export function Away({ absence }: Pick<AbsenceDetail, 'absence'>) {
  const telling = useTelling()
  const { from, to, kind } = absence
  const values = { kind: telling.t(`planning.kind.${kind}`), from: nearDay(from, telling), to: nearDay(to, telling) }
  return <Said i18nKey={from === to ? 'planning.sentence.one' : 'planning.sentence.several'} values={values} />
}

/** "Dat raakt 8 diensten; de eerste begint morgen 09:00." */
export function Hits({ visits }: Pick<AbsenceDetail, 'visits'>) {
  const telling = useTelling()
  const first = visits[0]?.visit
  if (!first) return <Said i18nKey="planning.sentence.hitsNone" />
  return (
    <Said
      i18nKey="planning.sentence.hits"
      count={visits.length}
      values={{ start: nearMoment(first.date, first.startTime, telling) }}
    />
  )
}

function outcomeWords(batch: BatchSummary, { t }: Telling): string {
  if (batch.acceptedAt) return t('planning.earlier.outcome.accepted')
  if (batch.status !== 'done' || batch.plan === null) return t(`planning.earlier.outcome.${batch.status}`)
  const { moves, score } = batch.plan
  return t('planning.earlier.outcome.done', { placed: moves, count: batch.count, score })
}

function Earlier({ earlier, shownId, onShow }: Pick<StageProps, 'earlier' | 'shownId' | 'onShow'>) {
  const telling = useTelling()
  const { t } = telling
  if (earlier.length === 0) return <p style={{ ...small, color: color.t3 }}>{t('planning.earlier.none')}</p>
  return (
    <Lines>
      {earlier.map((batch) => (
        <li key={batch.id} {...(batch.id === shownId && { 'aria-current': 'true' })}>
          {batch.id === shownId ? (
            <span>{nearInstant(batch.startedAt, telling)}</span>
          ) : (
            <LinkButton
              aria-label={t('planning.earlier.open', { when: nearInstant(batch.startedAt, telling) })}
              onClick={() => onShow(batch.id)}
            >
              {nearInstant(batch.startedAt, telling)}
            </LinkButton>
          )}
          <span>{outcomeWords(batch, telling)}</span>
        </li>
      ))}
    </Lines>
  )
}

export interface AbsenceFrameProps extends StageProps {
  titleRef: RefObject<HTMLHeadingElement | null>
  sentence: ReactNode
  marks?: readonly MarkSpec[]
  foot?: ReactNode
  children: ReactNode
}

export function AbsenceFrame({ detail, titleRef, sentence, marks, foot, children, onBack, held, ...rest }: AbsenceFrameProps) {
  useHeldFocus(held, titleRef)
  const telling = useTelling()
  const { t } = telling
  const { absence, reportedAt, reportedBy } = detail
  const { contextDrawer } = useShellLayout()
  const contextOpen = usePanes((panes) => panes.contextOpen)
  const openContext = () => usePanes.setState({ contextOpen: true })
  useKeys({ I: openContext }, contextDrawer)
  return (
    <CasePane
      label={absence.caregiver.name}
      contextLabel={t('planning.details.context')}
      contextOpen={contextOpen}
      onContextClose={() => usePanes.setState({ contextOpen: false })}
      context={
        <>
          <ContextSection title={t('planning.details.title')}>
            <KeyValueList
              items={[
                { id: 'kind', term: t('planning.details.kind'), text: t(`planning.kind.${absence.kind}`), strong: true },
                { id: 'note', term: t('planning.details.note'), text: absence.note || t('planning.details.noNote') },
              ]}
            />
          </ContextSection>
          <ContextSection title={t('planning.earlier.title')}>
            <Earlier {...rest} />
          </ContextSection>
        </>
      }
    >
      <CaseMain
        bodyTop={12}
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={[t('planning.menu'), t('planning.meta.reported', { when: nearInstant(reportedAt, telling), by: reportedBy })]}
            claim={
              contextDrawer ? (
                <IconAction icon={InfoIcon} label={t('planning.details.context')} keys={['I']} onClick={openContext} edge="end" />
              ) : undefined
            }
            title={absence.caregiver.name}
            sentence={sentence}
            marks={marks}
          />
        }
        foot={foot}
      >
        {children}
      </CaseMain>
    </CasePane>
  )
}

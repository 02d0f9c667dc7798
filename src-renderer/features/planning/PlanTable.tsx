/** The plan, visit by visit: where it stands, where it goes, what that costs and why; a visit is left out by its tick. */
import Checkbox from '@mui/material/Checkbox'
import { styled } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { WarningOctagonIcon } from '@phosphor-icons/react/WarningOctagon'
import type { ReactNode } from 'react'
import { useTelling } from '../../app/format/use-format.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { Field } from '../../components/Field.tsx'
import { giveReason, leaveOut, type PlanChoices } from '../../stores/plan-choices.ts'
import { RefusedChoice } from '../absences/RefusedChoice.tsx'
import type { Refused } from '../absences/refusals.ts'
import type { PlanLine } from './plan-rows.ts'
import { ClientCell, VisitTable } from './visit-cells.tsx'

/** The longest reason the portal takes (shared/domain/planning.ts). */
const REASON_MAX = 300

const Said = styled('div')({
  ...small,
  display: 'flex',
  gap: 5,
  marginTop: 4,
  '& svg': { flex: 'none', marginTop: 1 },
  '&[data-tone="warn"]': { color: color.warn },
  '&[data-tone="hot"]': { color: color.hot },
})
const Reason = styled('div')({ marginTop: 8, maxWidth: 420, '& > div': { marginBottom: 0 } })
const Score = styled('span')({ fontWeight: 640, whiteSpace: 'nowrap' })

export interface PlanTableProps {
  batchId: string
  lines: readonly PlanLine[]
  choices: PlanChoices
  /** Why the portal did not take a move, by its visit. */
  refusals: Readonly<Record<string, Refused>>
  /** Visits for which a reason is needed before the plan can be carried out. */
  needsReason: ReadonlySet<string>
  locked: boolean
}

function Line({ line, batchId, choices, refusals, needsReason, locked }: Omit<PlanTableProps, 'lines'> & { line: PlanLine }) {
  const { t } = useTelling()
  const isOut = choices.leftOut.includes(line.id)
  const refused = refusals[line.id]
  const asks = !isOut && needsReason.has(line.id)
  return (
    <tr {...(isOut && { 'data-out': '' })} {...(refused && !isOut && { 'data-refused': '' })}>
      <td>
        <Checkbox
          checked={!isOut}
          disabled={locked}
          onChange={(event) => leaveOut(batchId, line.id, !event.target.checked)}
          slotProps={{ input: { 'aria-label': t('planning.plan.include', { visit: line.name }) } }}
        />
      </td>
      <th scope="row">
        <ClientCell client={line.visit.client} visit={line.visit.now} />
      </th>
      <td data-named={t('planning.column.was')}>
        <span data-moment="">{isOut ? line.was.moment : <del>{line.was.moment}</del>}</span>
        <small>{line.was.caregivers}</small>
      </td>
      <td data-named={t('planning.column.becomes')}>
        {isOut ? (
          t('planning.plan.leftOut')
        ) : (
          <>
            <b data-moment="">{line.becomes.moment}</b>
            {line.becomes.sameMoment && ` · ${t('planning.plan.same')}`}
            <small>{line.becomes.caregivers}</small>
            <small>{line.sum}</small>
            {line.warnings.map((warning) => (
              <Said key={warning} data-tone="warn">
                <WarningIcon size={13} />
                <span>{warning}</span>
              </Said>
            ))}
          </>
        )}
        {refused && !isOut && (
          <Said data-tone="hot" role="alert">
            <WarningOctagonIcon size={13} />
            <div>
              <RefusedChoice {...refused} />
            </div>
          </Said>
        )}
        {asks && (
          <Reason>
            <Field
              label={t('planning.plan.reason')}
              aria-label={`${t('planning.plan.reason')} ${line.name}`}
              value={choices.reasons[line.id] ?? ''}
              disabled={locked}
              inputProps={{ maxLength: REASON_MAX, 'aria-label': `${t('planning.plan.reason')} ${line.name}` }}
              onChange={(event) => giveReason(batchId, line.id, event.target.value)}
            />
          </Reason>
        )}
      </td>
      <td data-end="" data-named={t('planning.column.score')}>
        {!isOut && <Score>{t('absences.proposals.minutes', { minutes: line.move.proposal.score })}</Score>}
      </td>
    </tr>
  )
}

function Head({ first, was }: { first: ReactNode; was: 'was' | 'stood' }) {
  const { t } = useTelling()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{t('planning.column.client')}</th>
        <th scope="col">{t(`planning.column.${was}`)}</th>
        <th scope="col">{t('planning.column.becomes')}</th>
        <th scope="col" data-end="">
          <Tooltip title={t('planning.plan.scoreHint')} describeChild>
            <span>{t('planning.column.score')}</span>
          </Tooltip>
        </th>
      </tr>
    </thead>
  )
}

export function PlanTable({ lines, ...rest }: PlanTableProps) {
  const { t } = useTelling()
  const { batchId, choices, locked } = rest
  const out = lines.filter((line) => choices.leftOut.includes(line.id)).length
  return (
    <VisitTable aria-label={t('planning.plan.table')}>
      <Head
        was="was"
        first={
          <Checkbox
            checked={out === 0}
            indeterminate={out > 0 && out < lines.length}
            disabled={locked}
            onChange={(event) => {
              for (const line of lines) leaveOut(batchId, line.id, !event.target.checked)
            }}
            slotProps={{ input: { 'aria-label': t('planning.hits.all') } }}
          />
        }
      />
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} {...rest} />
        ))}
      </tbody>
    </VisitTable>
  )
}

/** A plan that was carried out: the same lines, with a tick for a box. */
export function DoneTable({ lines, noteOf }: { lines: readonly PlanLine[]; noteOf: (line: PlanLine) => string | null }) {
  const { t } = useTelling()
  return (
    <VisitTable aria-label={t('planning.plan.table')}>
      <Head first={null} was="stood" />
      <tbody>
        {lines.map((line) => {
          const note = noteOf(line)
          return (
            <tr key={line.id}>
              <td>
                <CheckCircleIcon size={16} color={color.ok} role="img" aria-label={t('planning.done.title')} />
              </td>
              <th scope="row">
                <ClientCell client={line.visit.client} visit={line.visit.now} />
              </th>
              <td data-named={t('planning.column.stood')}>
                <del data-moment="">{line.was.moment}</del>
                <small>{line.was.caregivers}</small>
              </td>
              <td data-named={t('planning.column.becomes')}>
                <b data-moment="">{line.becomes.moment}</b>
                {line.becomes.sameMoment && ` · ${t('planning.plan.same')}`}
                <small>{line.becomes.caregivers}</small>
                {note && <small>{note}</small>}
              </td>
              <td data-end="" data-named={t('planning.column.score')}>
                <Score>{t('absences.proposals.minutes', { minutes: line.move.proposal.score })}</Score>
              </td>
            </tr>
          )
        })}
      </tbody>
    </VisitTable>
  )
}

/** The table of visits: its looks, and the cells that the choice of visits and the plan share. */
import { styled } from '@mui/material/styles'
import type { BatchVisit } from '../../../shared/api/batches.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { shortDay, type Telling } from '../../app/format/dates.ts'
import { spacedNumber } from '../../app/format/numbers.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { color, radius, small } from '../../app/theme/tokens.ts'
import { media } from '../../components/layout.ts'

export const VisitTable = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  marginBottom: 12,
  '& th': { textAlign: 'left', fontWeight: 'inherit' },
  '& thead th': {
    height: 30,
    padding: '0 10px 0 0',
    ...small,
    fontWeight: 500,
    color: color.t3,
    whiteSpace: 'nowrap',
  },
  '& tbody > tr > *': { padding: '8px 10px 8px 0', borderTop: `1px solid ${color.line}`, verticalAlign: 'top' },
  // The box that chooses the visit: the first cell of a row, whose heading is the client.
  '& thead th:first-of-type, & tbody td:first-of-type': { paddingLeft: 10, width: 34 },
  '& tbody th': { width: '28%' },
  '& [data-moment]': { whiteSpace: 'nowrap' },
  '& td[data-end], & th[data-end]': { textAlign: 'right' },
  '& small': { ...small, display: 'block', color: color.t2 },
  '& b': { fontWeight: 600 },
  '& del': { color: color.t3 },
  '& tr[data-out] td, & tr[data-out] th': { color: color.t3 },
  '& tr[data-refused] > td:first-of-type': { boxShadow: `inset 3px 0 ${color.hot}` },
  // At 200 % zoom each visit is a block: what stood below a heading carries that heading itself.
  [media.onePane]: {
    '& thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& tbody > tr': { display: 'grid', gridTemplateColumns: '34px minmax(0, 1fr)', borderTop: `1px solid ${color.line}` },
    '& tbody > tr:first-of-type': { borderTop: 0 },
    '& tbody > tr > *': { borderTop: 0, padding: '4px 10px 4px 0' },
    '& tbody > tr > td:first-of-type': { padding: '4px 0 4px 10px', gridRow: '1 / span 4' },
    '& tbody > tr > th, & tbody > tr > td:not(:first-of-type)': { gridColumn: 2, width: 'auto' },
    '& td[data-end]': { textAlign: 'left' },
    '& td[data-named]::before': { content: 'attr(data-named)', display: 'block', ...small, color: color.t3 },
  },
})

/** "di 24 nov 09:00". */
export const momentWords = (at: Pick<Visit, 'date' | 'startTime'>, telling: Telling): string =>
  `${shortDay(at.date, telling)} ${at.startTime}`

/** How a visit is named where only words can be: "Mevr. C. Test, di 24 nov 09:00". */
export const visitName = (
  client: BatchVisit['client'],
  at: Pick<Visit, 'date' | 'startTime'> | null,
  telling: Telling,
): string => (at ? `${client.name}, ${momentWords(at, telling)}` : client.name)

/** Who: the client with the number and the service. */
export function ClientCell({
  client,
  visit,
}: {
  client: BatchVisit['client']
  visit: Pick<Visit, 'serviceCode' | 'minutes'> | null
}) {
  const { t } = useTelling()
  const facts = [
    ...(visit ? [`${visit.serviceCode}, ${t('time.minutes', { count: visit.minutes })}`] : []),
    ...(client.number === null ? [] : [t('domain.clientNumber', { number: spacedNumber(client.number) })]),
  ]
  return (
    <>
      <b>{client.name}</b>
      <small>{facts.join(' · ')}</small>
    </>
  )
}

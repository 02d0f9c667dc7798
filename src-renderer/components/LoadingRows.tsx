/** Rows that are still loading: nothing for 200 ms, then a still skeleton, after 3 s a sentence that it takes longer. */
import Skeleton from '@mui/material/Skeleton'
import { styled } from '@mui/material/styles'
import { color, small } from '../app/theme/tokens.ts'
import { useLoadingPhase } from './use-loading-phase.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface LoadingRowsProps {
  /** "Meldingen laden." For screen readers from the start of the skeleton. */
  label: string
  /** "Meldingen laden. Het duurt langer dan normaal." Shown and read out after 3 s. */
  slowLabel: string
}

/** Widths in px of time, its second line, name, facts and mark. */
const rows = [
  [40, 48, 148, 186, 76],
  [36, 44, 112, 204, 64],
  [42, 48, 168, 150, 0],
  [34, 46, 126, 192, 90],
  [40, 0, 120, 0, 0],
] as const

const Rows = styled('div')({ padding: '4px 20px', overflow: 'hidden' })
const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '58px minmax(0, 1fr)',
  columnGap: 10,
  padding: '14px 0',
  '&:last-of-type': { opacity: 0.5 },
  '& .MuiSkeleton-root': { maxWidth: '100%' },
})
const Slow = styled('div')({ ...small, padding: '8px 20px', color: color.t3 })

function Bars({ widths }: { widths: readonly [number, number, number?] }) {
  const [first, second, mark = 0] = widths
  return (
    <div>
      <Skeleton variant="rounded" width={first} height={10} sx={{ borderRadius: '5px' }} />
      {second > 0 && (
        <Skeleton variant="rounded" width={second} height={8} sx={{ mt: '9px', borderRadius: '5px', opacity: 0.7 }} />
      )}
      {mark > 0 && <Skeleton variant="rounded" width={mark} height={18} sx={{ mt: '9px', borderRadius: '4px', opacity: 0.6 }} />}
    </div>
  )
}

export function LoadingRows({ label, slowLabel }: LoadingRowsProps) {
  const phase = useLoadingPhase()
  return (
    <div aria-busy="true">
      <div role="status">
        {phase === 'skeleton' && <VisuallyHidden>{label}</VisuallyHidden>}
        {phase === 'slow' && <Slow>{slowLabel}</Slow>}
      </div>
      {phase !== 'quiet' && (
        <Rows aria-hidden="true">
          {rows.map(([time, moment, name, facts, mark]) => (
            <Row key={name}>
              <Bars widths={[time, moment]} />
              <Bars widths={[name, facts, mark]} />
            </Row>
          ))}
        </Rows>
      )}
    </div>
  )
}

/** Row of a queue: the clock first, then who, one line of facts, and at most two marks. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { AvatarTone } from '../app/theme/colors.ts'
import { type Density, useDensity } from '../app/theme/density.ts'
import { color, ellipsis, small } from '../app/theme/tokens.ts'
import { Avatar } from './Avatar.tsx'
import { DueRing } from './DueRing.tsx'
import type { MarkSpec } from './Mark.tsx'
import { RowMarks } from './RowMarks.tsx'
import { RowFrame, type RowStateProps, rowProps } from './row-frame.ts'
import { Typing } from './Typing.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** Time left or moment, and below it the other of the two. */
export interface RowClock {
  /** "1 u 48", "08:15", "do 26". */
  main: string
  /** "11:00", "23 u 3", "te laat". */
  sub: string
  /** The whole in words: "over 1 uur 48, om 11:00". */
  spoken: string
  /** How full the ring is, 0 to 1; see `ringFraction`. */
  fraction: number
}

/** Who has the case in hand. */
export interface RowClaim {
  id?: string
  name: string
  tone?: AvatarTone
  /** In words: "in behandeling bij Sanne Bakker", or "Sanne Bakker typt". */
  label: string
  /** Shows three dots: the colleague is typing. */
  typing?: boolean
}

export interface QueueRowProps extends RowStateProps {
  clock: RowClock
  name: ReactNode
  /** One line of facts, cut with an ellipsis. */
  facts: ReactNode
  /** A quiet third line: how the message begins. */
  preview?: ReactNode
  /** All marks; two are shown in the fixed order, the rest wait behind "+1". A change under you is an `info` mark. */
  marks?: readonly MarkSpec[]
  claim?: RowClaim
  /** Within 2 hours or too late: the clock in the hot colour. */
  urgent?: boolean
  /** Nothing for this user to do now: quieter. */
  muted?: boolean
  /** Left out, the density the user chose. */
  density?: Density
}

const Frame = styled(RowFrame)({
  '--row-text': '80px',
  gridTemplateColumns: '58px minmax(0, 1fr)',
  '&[data-density="compact"]': { gridTemplateColumns: '58px minmax(0, 1fr) auto' },
})

const Clock = styled('span')({
  fontSize: 13,
  lineHeight: '20px',
  fontWeight: 560,
  color: color.text,
  whiteSpace: 'nowrap',
  '& small': { display: 'flex', alignItems: 'center', gap: 5, ...small, fontWeight: 400, color: color.t3 },
  '[data-muted] &': { color: color.t2, fontWeight: 500 },
  '[data-urgent] &': { color: color.hot, fontWeight: 660, '& small': { color: color.hot } },
})

const Name = styled('span')({
  ...ellipsis,
  display: 'block',
  fontWeight: 600,
  lineHeight: '20px',
  '[data-muted] &': { color: color.t2, fontWeight: 500 },
  '&[data-claimed]': { paddingRight: 24 },
})
const Facts = styled('span')({ ...ellipsis, ...small, display: 'block', color: color.t2 })
const Preview = styled(Facts)({ color: color.t3 })
const Who = styled('span')({ position: 'absolute', top: 10, right: 14, display: 'flex', gap: 4 })
const End = styled('span')({ display: 'flex', alignItems: 'center', gap: 6 })
const Text = styled('span')({ minWidth: 0 })

export function QueueRow(props: QueueRowProps) {
  const chosen = useDensity()
  const { clock, name, facts, preview, marks = [], claim, urgent = false, muted = false, density = chosen, ...rest } = props
  const compact = density === 'compact'
  const who = claim && (
    <>
      {claim.typing && <Typing />}
      <Avatar id={claim.id} name={claim.name} tone={claim.tone} label={claim.label} />
    </>
  )
  const markRow = <RowMarks marks={marks} iconOnly={compact} />
  return (
    <Frame {...rowProps(rest)} data-density={density} {...(urgent && { 'data-urgent': '' })} {...(muted && { 'data-muted': '' })}>
      <Clock>
        <VisuallyHidden>{clock.spoken}</VisuallyHidden>
        <span aria-hidden="true">
          {clock.main}
          <small>
            <DueRing fraction={clock.fraction} />
            {clock.sub}
          </small>
        </span>
      </Clock>
      <Text>
        <Name {...(claim && !compact && { 'data-claimed': '' })}>{name}</Name>
        <Facts>{facts}</Facts>
        {!compact && preview && <Preview>{preview}</Preview>}
        {!compact && markRow}
      </Text>
      {compact ? (
        <End>
          {markRow}
          {who}
        </End>
      ) : (
        who && <Who>{who}</Who>
      )}
    </Frame>
  )
}

/** One proposal for a new moment: key, moment and caregiver, the score with its parts in words that add up, and the button. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { color, radius, small } from '../app/theme/tokens.ts'
import { ariaKeys } from './aria-keys.ts'
import { Kbd } from './Kbd.tsx'
import { media } from './layout.ts'

export interface ScorePart {
  /** Share of the score in minutes. */
  minutes: number
  /** Which of the three chart colours: 1 travel, 2 later, 3 the rest. */
  shade: 1 | 2 | 3
}

export interface ProposalRowProps {
  /** Key that picks it, 1 to 9. */
  pickKey?: string
  /** "do 26 nov 09:15". */
  moment: string
  caregiver: string
  parts: readonly ScorePart[]
  /** "14 min". */
  score: string
  /** "score". */
  scoreWord: string
  /** Tooltip of the score: lower is better, and what it counts. */
  scoreHint: string
  /** The parts as words that add up: "6 reistijd + 8 drie dagen later". */
  sum: string
  /** The best one: tinted, with the accent button. */
  best?: boolean
  /** "Accepteer", "Kies". */
  actionLabel: string
  /** Hint on the button. */
  actionKeys?: readonly string[]
  /** Name of the button for screen readers, with the moment in it. */
  actionAriaLabel: string
  onPick: () => void
  busy?: boolean
  /** Rules that warn, in words with their figures: it can be chosen with a reason. */
  warnings?: readonly string[]
  /** It cannot be chosen any more, and why; stands instead of the button. */
  gone?: string
}

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '22px 142px minmax(0, 1fr) 112px',
  columnGap: 10,
  alignItems: 'center',
  padding: '8px 10px 8px 14px',
  borderTop: `1px solid ${color.line}`,
  position: 'relative',
  '&[data-best]': { backgroundColor: color.tint },
  // The whole proposal carries the ring of its button.
  '&:has(button:focus-visible)': {
    borderRadius: radius.control,
    boxShadow: `inset 0 0 0 2px ${color.accent}`,
    borderTopColor: 'transparent',
  },
  '& button:focus-visible': { outline: 'none' },
  [media.onePane]: { gridTemplateColumns: 'minmax(0, 1fr) auto', rowGap: 4 },
})

const Moment = styled('div')({ fontWeight: 600, whiteSpace: 'nowrap' })
const Quiet = styled('div')({ ...small, color: color.t2 })
const Warn = styled('div')({
  ...small,
  display: 'flex',
  gap: 4,
  color: color.warn,
  '& svg': { flex: 'none', marginTop: 2 },
})
const Score = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  whiteSpace: 'nowrap',
  '& b': { fontWeight: 640 },
  '& small': { ...small, color: color.t3 },
})
const Bar = styled('span')({
  display: 'flex',
  gap: 1,
  height: 6,
  borderRadius: 3,
  overflow: 'hidden',
  flex: 'none',
  '& i': { height: 6 },
})

const shades = { 1: color.a1, 2: color.a2, 3: color.a3 } as const

/** 4 px a minute, and never longer than the row has room for. */
const barWidth = (minutes: number, total: number) => minutes * Math.min(4, 140 / Math.max(total, 1))

export function ProposalRow(props: ProposalRowProps) {
  const { pickKey, parts, best = false, actionKeys } = props
  const total = parts.reduce((sum, part) => sum + part.minutes, 0)
  return (
    <Row {...(best && { 'data-best': '' })}>
      {pickKey === undefined ? <span /> : <Kbd keys={[pickKey]} />}
      <div>
        <Moment>{props.moment}</Moment>
        <Quiet>{props.caregiver}</Quiet>
      </div>
      <div>
        <Tooltip title={props.scoreHint} describeChild>
          <Score>
            <Bar aria-hidden="true">
              {parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one score keep their order.
                <i key={index} style={{ width: barWidth(part.minutes, total), backgroundColor: shades[part.shade] }} />
              ))}
            </Bar>
            <b>{props.score}</b>
            <small>{props.scoreWord}</small>
          </Score>
        </Tooltip>
        <Quiet>{props.sum}</Quiet>
        {props.warnings?.map((warning) => (
          <Warn key={warning}>
            <WarningIcon size={13} />
            {warning}
          </Warn>
        ))}
      </div>
      <div style={{ textAlign: 'right' }}>
        {props.gone ? (
          <Quiet>{props.gone}</Quiet>
        ) : (
          <Button
            size="small"
            color={best ? 'primary' : 'inherit'}
            aria-label={props.actionAriaLabel}
            aria-keyshortcuts={pickKey === undefined ? undefined : ariaKeys([pickKey])}
            disabled={props.busy}
            onClick={props.onPick}
          >
            {props.actionLabel}
            {actionKeys && <Kbd keys={actionKeys} />}
          </Button>
        )}
      </div>
    </Row>
  )
}

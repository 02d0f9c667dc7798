/** Decision on one visit: what it is, which of the three it becomes, and once decided "old → new" in one line. One card is open at a time. */
import { styled } from '@mui/material/styles'
import { ArrowsClockwiseIcon } from '@phosphor-icons/react/ArrowsClockwise'
import { WarningOctagonIcon } from '@phosphor-icons/react/WarningOctagon'
import { type ReactNode, useId } from 'react'
import { color, motion, radius, shadow, small } from '../app/theme/tokens.ts'
import { type DecisionState, StateDot } from './StateDot.tsx'

export interface DecisionCardProps {
  /** undecided: open ring; current: thick ring; decided: green tick. */
  state: DecisionState
  /** The state in words, for screen readers. */
  stateLabel: string
  /** "ma 23 nov 11:00–13:00". */
  moment: string
  /** What it becomes: "vr 27 nov 09:00", "Vervalt". The old moment is then struck. */
  becomes?: string
  /** How a screen reader says the arrow between the two ("wordt"). */
  becomesLabel?: string
  /** Service and caregiver: "HV 1 · Samira Öztürk". */
  detail: ReactNode
  /** Right in the head: the `Segmented`, or the button that opens or accepts. */
  control?: ReactNode
  /** The card is lifted and shows its body. */
  open?: boolean
  /** Proposals or the form of the chosen decision. */
  children?: ReactNode
  /** Line below the body: more proposals, why not this caregiver. */
  foot?: ReactNode
  /** Refused or failed: the rule in words, and what can be done. */
  problem?: ReactNode
  /** The ground has changed ("opnieuw berekend"): info edge and this line. */
  stale?: ReactNode
}

const Card = styled('article')({
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  backgroundColor: color.work,
  marginBottom: 8,
  transition: `box-shadow ${motion.open}`,
  '&[data-open]': { boxShadow: shadow.sh2 },
  '&[data-stale]': { borderColor: color.infoLine },
  '&[data-problem]': { borderColor: color.hotLine },
})

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 52,
  padding: '10px 10px 10px 14px',
  flexWrap: 'wrap',
})
const What = styled('div')({ flex: 1, minWidth: 180 })
const Moment = styled('h3')({ fontSize: 13, lineHeight: '20px', fontWeight: 600, '& del': { fontWeight: 600 } })
const Arrow = styled('span')({ color: color.t3 })
const Detail = styled('div')({ ...small, color: color.t2 })
/** Line below the proposals: more of them, why not somebody else. */
export const ProposalFoot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  padding: '7px 14px',
  borderTop: `1px solid ${color.line}`,
  fontSize: 12,
  lineHeight: '18px',
  color: color.t2,
})
const Notice = styled('div')({
  ...small,
  display: 'flex',
  gap: 8,
  padding: '8px 14px',
  borderTop: `1px solid ${color.line}`,
  '&[data-kind="problem"]': { color: color.hot, backgroundColor: color.hotBg, borderTopColor: color.hotLine },
  '&[data-kind="stale"]': { color: color.info, backgroundColor: color.infoBg, borderTopColor: color.infoLine },
  '&:last-child': { borderRadius: '0 0 9px 9px' },
})

export function DecisionCard(props: DecisionCardProps) {
  const {
    state,
    stateLabel,
    moment,
    becomes,
    becomesLabel,
    detail,
    control,
    open = false,
    children,
    foot,
    problem,
    stale,
  } = props
  const id = useId()
  const lifted = { ...(open && { 'data-open': '' }), ...(stale && { 'data-stale': '' }), ...(problem && { 'data-problem': '' }) }
  return (
    <Card aria-labelledby={id} {...lifted}>
      <Head>
        <StateDot state={state} label={stateLabel} />
        <What>
          <Moment id={id}>
            {becomes === undefined ? (
              moment
            ) : (
              <>
                <del>{moment}</del>{' '}
                <Arrow role="img" aria-label={becomesLabel}>
                  →
                </Arrow>{' '}
                {becomes}
              </>
            )}
          </Moment>
          <Detail>{detail}</Detail>
        </What>
        {control}
      </Head>
      {stale && (
        <Notice data-kind="stale" role="status">
          <ArrowsClockwiseIcon size={14} />
          <div>{stale}</div>
        </Notice>
      )}
      {problem && (
        <Notice data-kind="problem" role="alert">
          <WarningOctagonIcon size={14} />
          <div>{problem}</div>
        </Notice>
      )}
      {open && children}
      {open && foot && <ProposalFoot>{foot}</ProposalFoot>}
    </Card>
  )
}

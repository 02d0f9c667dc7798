/** Account actions: each opens to what it stops, what it opens, who gets a message and who must agree, with the reason and the button. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import { CaretDownIcon } from '@phosphor-icons/react/CaretDown'
import { CaretUpIcon } from '@phosphor-icons/react/CaretUp'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { type ReactNode, useId } from 'react'
import { color, radius, small } from '../app/theme/tokens.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface ActionAccordionProps {
  /** `ActionItem`s. */
  children: ReactNode
}

const Frame = styled('div')({
  margin: '0 -4px',
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  backgroundColor: color.work,
  overflow: 'hidden',
})

export function ActionAccordion({ children }: ActionAccordionProps) {
  return <Frame>{children}</Frame>
}

export interface ActionOutcome {
  /** "Stopt", "Gaat open", "Bericht", "Akkoord". */
  term: string
  text: ReactNode
}

export interface ActionItemProps {
  icon: Icon
  title: string
  open: boolean
  onToggle: () => void
  /** Waits for the receipt that the caller was verified. It can be opened and read, not carried out. */
  locked?: boolean
  /** The lock in words, for screen readers ("na controle"). */
  lockedLabel?: string
  /** Instead of the lock or the caret: a `Mark` ("Vier ogen"). */
  mark?: ReactNode
  outcomes: readonly ActionOutcome[]
  /** Field for the reason; left out where none is asked. */
  reason?: { label: string; value: string; onChange: (value: string) => void; problem?: string }
  /** The verb with its object: "Vergeet 2 apparaten". */
  actionLabel: string
  onAct: () => void
  /** Not now, besides the lock; say why in `note`. */
  disabled?: boolean
  busy?: boolean
  /** Below the button: why it is not possible, or whom it waits for. */
  note?: ReactNode
}

const Item = styled('div')({
  // 36 high with the hairline.
  '& + &': { borderTop: `1px solid ${color.line}`, '& > h3 > button': { minHeight: 35 } },
  '& h3': { fontSize: 13, lineHeight: '20px', fontWeight: 400 },
})
const Toggle = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  width: '100%',
  minHeight: 36,
  padding: '0 14px',
  border: 0,
  background: 'none',
  color: color.t2,
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { backgroundColor: color.hover },
  '&:focus-visible': { outline: `2px solid ${color.accent}`, outlineOffset: '-2px', borderRadius: 9 },
  '&[aria-expanded="true"]': { color: color.text, fontWeight: 600 },
  '& > [data-title]': { flex: 1 },
})
const Body = styled('div')({ padding: '0 14px 12px', ...small })
const Outcomes = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '64px minmax(0, 1fr)',
  rowGap: 4,
  padding: '8px 10px',
  borderRadius: radius.row,
  backgroundColor: color.sunken,
  '& dt': { color: color.t3 },
})
const Reason = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 28,
  margin: '8px 0',
  padding: '0 10px',
  border: `1px solid ${color.ctl}`,
  borderRadius: radius.control,
  '&:focus-within': { outline: `2px solid ${color.accent}`, outlineOffset: '-1px' },
  '&[data-invalid]': { borderColor: color.hot },
  '& > span': { color: color.t3 },
  '& input': { flex: 1, minWidth: 0, padding: 0, border: 0, background: 'none', outline: 'none' },
})
const Below = styled('div')({ marginTop: 6, color: color.t3, '&[role="alert"]': { color: color.hot } })

export function ActionItem(props: ActionItemProps) {
  const {
    icon: ActionIcon,
    title,
    open,
    onToggle,
    locked = false,
    lockedLabel,
    mark,
    outcomes,
    reason,
    actionLabel,
    onAct,
    disabled = false,
    busy = false,
    note,
  } = props
  const id = useId()
  return (
    <Item>
      <h3>
        <Toggle type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={onToggle}>
          <ActionIcon />
          <span data-title="">{title}</span>
          {locked && lockedLabel && <VisuallyHidden>{lockedLabel}</VisuallyHidden>}
          {mark ?? <ItemEnd open={open} locked={locked} />}
        </Toggle>
      </h3>
      {open && (
        <Body id={id}>
          <Outcomes>
            {outcomes.map(({ term, text }) => (
              <div key={term} style={{ display: 'contents' }}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </Outcomes>
          {reason ? (
            <>
              <Reason {...(reason.problem && { 'data-invalid': '' })}>
                <span>{reason.label}</span>
                <input
                  value={reason.value}
                  onChange={(event) => reason.onChange(event.target.value)}
                  aria-invalid={reason.problem !== undefined}
                  aria-describedby={reason.problem ? `${id}-reason` : undefined}
                />
              </Reason>
              {reason.problem && (
                <Below id={`${id}-reason`} role="alert" style={{ margin: '-4px 0 8px' }}>
                  {reason.problem}
                </Below>
              )}
            </>
          ) : (
            <div style={{ height: 8 }} />
          )}
          <Button size="small" fullWidth color="primary" disabled={locked || disabled || busy} onClick={onAct}>
            {locked && <LockSimpleIcon />}
            {actionLabel}
          </Button>
          {note && <Below>{note}</Below>}
        </Body>
      )}
    </Item>
  )
}

function ItemEnd({ open, locked }: { open: boolean; locked: boolean }) {
  const EndIcon = open ? CaretUpIcon : locked ? LockSimpleIcon : CaretDownIcon
  return <EndIcon size={14} color={color.t3} />
}

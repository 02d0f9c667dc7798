/** Verify the caller: frame with the ways to do it as radios. What cannot be done stays visible, dashed, with why. */
import { styled } from '@mui/material/styles'
import { ShieldCheckIcon } from '@phosphor-icons/react/ShieldCheck'
import { type ReactNode, useId } from 'react'
import { color, radius, shadow, small } from '../app/theme/tokens.ts'

export interface VerifyPanelProps {
  /** "Controleer de beller". */
  title: string
  /** "stap 2 van 2". */
  step?: string
  /** What the caller is verified for; stands above the methods and stays when there is a receipt. */
  before?: ReactNode
  /** `VerifyMethod`s. */
  children: ReactNode
  /** The receipt exists: this line takes the place of the methods. */
  done?: ReactNode
}

const Panel = styled('section')({
  margin: '0 -4px 18px',
  padding: '10px 14px 6px',
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  backgroundColor: color.work,
  boxShadow: shadow.sh1,
})
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 24,
  marginBottom: 8,
  '& > svg': { color: color.accent },
  '& h2': { flex: 1, fontSize: 13, lineHeight: '20px', fontWeight: 640 },
  '& small': { ...small, color: color.t3 },
})
const Done = styled('div')({ display: 'flex', gap: 8, padding: '2px 0 8px', color: color.ok })

export function VerifyPanel({ title, step, before, children, done }: VerifyPanelProps) {
  const id = useId()
  return (
    <Panel aria-labelledby={id}>
      <Head>
        <ShieldCheckIcon />
        <h2 id={id}>{title}</h2>
        {step && <small>{step}</small>}
      </Head>
      {before}
      {done ? (
        <Done role="status">{done}</Done>
      ) : (
        <div role="radiogroup" aria-labelledby={id}>
          {children}
        </div>
      )}
    </Panel>
  )
}

export interface VerifyMethodProps {
  /** Name of the radio group, the same for all methods of one panel. */
  group: string
  value: string
  checked: boolean
  onSelect: (value: string) => void
  /** "Terugbellen op 075 ··· 3190". */
  title: string
  /** Why it can be trusted, or why it is impossible now. */
  detail: string
  /** Cannot be done now: dashed, not selectable; `detail` says why. */
  impossible?: boolean
  /** What the chosen way asks: `VerifyCode` and buttons. */
  children?: ReactNode
}

const Method = styled('div')({
  borderTop: `1px solid ${color.line}`,
  '&:first-of-type': { borderTop: 0 },
  '&:first-of-type > label': { paddingTop: 2 },
  '& > label': { display: 'flex', gap: 10, alignItems: 'flex-start', padding: '8px 0', cursor: 'pointer' },
  '& b': { display: 'block', fontWeight: 560 },
  '& small': { ...small, display: 'block', color: color.t3 },
  '&[data-impossible]': { color: color.t3, '& > label': { cursor: 'default' } },
  // Under an open way there is no hairline: its block already ends it.
  '&:has(> div) + &': { borderTop: 0, '& > label': { paddingTop: 10 } },
})

const Radio = styled('input')({
  appearance: 'none',
  flex: 'none',
  width: 16,
  height: 16,
  margin: '2px 0 0',
  borderRadius: '50%',
  border: `1.5px solid ${color.ctl}`,
  backgroundColor: color.work,
  '&:checked': { border: `5px solid ${color.accent}` },
  '&:disabled': { borderStyle: 'dashed' },
})

export function VerifyMethod({
  group,
  value,
  checked,
  onSelect,
  title,
  detail,
  impossible = false,
  children,
}: VerifyMethodProps) {
  const id = useId()
  return (
    <Method {...(impossible && { 'data-impossible': '' })}>
      <label htmlFor={id}>
        <Radio
          id={id}
          type="radio"
          name={group}
          value={value}
          checked={checked && !impossible}
          disabled={impossible}
          onChange={() => onSelect(value)}
        />
        <span>
          <b>{title}</b>
          <small>{detail}</small>
        </span>
      </label>
      {checked && !impossible && children && <div>{children}</div>}
    </Method>
  )
}

export interface VerifyCodeProps {
  /** What the desk does and what the caller does. */
  text: ReactNode
  /** `CodeBoxes`. */
  children: ReactNode
  /** `Countdown` with "Nog 9:24 geldig". */
  countdown?: ReactNode
  /** Refused, expired: why and what now. */
  problem?: ReactNode
}

const Code = styled('div')({
  borderRadius: radius.row,
  backgroundColor: color.sunken,
  padding: '10px 12px 8px',
  marginBottom: 8,
  '& > p': { ...small, color: color.t2 },
  '& > p + *': { margin: '8px 0' },
})
const Problem = styled('div')({ ...small, color: color.hot, paddingTop: 4 })

/** The desk never sees the code: it types what the caller says. */
export function VerifyCode({ text, children, countdown, problem }: VerifyCodeProps) {
  return (
    <Code>
      <p>{text}</p>
      <div>{children}</div>
      {countdown}
      {problem && <Problem role="alert">{problem}</Problem>}
    </Code>
  )
}

/**
 * The composer: who will read it, the text, one line per finding, tools, and when it was saved. The text is always there,
 * whatever the state, and can always be selected and copied.
 */
import { styled } from '@mui/material/styles'
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react'
import { color, radius, small } from '../app/theme/tokens.ts'
import { flaggedPieces, type TextRange } from './flagged-text.ts'

/**
 * empty, typing and saved look the same but for the saved line; offline waits for the connection; sending holds the text still;
 * stale: the question has changed under it; returned: it came back with a reason.
 */
export type ComposerState = 'empty' | 'typing' | 'saved' | 'offline' | 'sending' | 'stale' | 'returned'

export interface ComposerProps {
  /** Name of the field for screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  state: ComposerState
  /** `ComposerReaders`: who will read it, with right. */
  readers?: ReactNode
  /** `ComposerWarning` lines, one per finding. */
  warnings?: ReactNode
  /** Stretches of the text that a finding is about: tinted and underlined. */
  flagged?: readonly TextRange[]
  /** Buttons at the foot, left. */
  tools?: ReactNode
  /** Foot, right: reading level and "Bewaard 09:12", as `ComposerNote`s. */
  notes?: ReactNode
  /** Why it is offline, stale or returned, and what the user can do; read out when it appears. */
  reason?: ReactNode
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  inputRef?: Ref<HTMLTextAreaElement>
}

const Box = styled('div')({
  border: `1px solid ${color.ctl}`,
  borderRadius: radius.card,
  backgroundColor: color.work,
  overflow: 'hidden',
  '&:has(textarea:focus-visible)': { outline: `2px solid ${color.accent}`, outlineOffset: '-1px' },
  '&[data-state="stale"]': { borderColor: color.info },
  '&[data-state="returned"]': { borderColor: color.hot },
})

// The mirror holds the same text and so gives the field its height; it also paints what is flagged.
const Field = styled('div')({
  display: 'grid',
  minHeight: 108,
  maxHeight: '40vh',
  overflowY: 'auto',
  fontSize: 14,
  lineHeight: '22px',
  '& > *': {
    gridArea: '1 / 1',
    font: 'inherit',
    padding: '12px 16px 8px',
    border: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    wordBreak: 'normal',
  },
  '& > div': { color: 'transparent', pointerEvents: 'none' },
  '& mark': {
    color: 'transparent',
    borderRadius: 0,
    backgroundColor: color.warnBg,
    textDecoration: `underline wavy ${color.warn} 1px`,
    textUnderlineOffset: 4,
  },
  '& textarea': {
    resize: 'none',
    overflow: 'hidden',
    background: 'none',
    outline: 'none',
    width: '100%',
    color: color.text,
    position: 'relative',
  },
  '& textarea::placeholder': { color: color.t3, opacity: 1 },
  '& textarea[readonly]': { color: color.t2 },
})

const Reason = styled('div')({
  ...small,
  padding: '8px 16px',
  borderBottom: `1px solid ${color.line}`,
  '&[data-state="stale"]': { color: color.info, backgroundColor: color.infoBg, borderBottomColor: color.infoLine },
  '&[data-state="returned"]': { color: color.hot, backgroundColor: color.hotBg, borderBottomColor: color.hotLine },
  '&[data-state="offline"]': { color: color.warn, backgroundColor: color.warnBg, borderBottomColor: color.warnLine },
})

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  minHeight: 36,
  padding: '4px 12px 6px 6px',
  '& > [data-tools]': { flex: 1, display: 'flex', alignItems: 'center', gap: 2 },
})

export function Composer(props: ComposerProps) {
  const {
    label,
    value,
    onChange,
    placeholder,
    state,
    readers,
    warnings,
    flagged = [],
    tools,
    notes,
    reason,
    onKeyDown,
    inputRef,
  } = props
  const reasonId = useId()
  const sending = state === 'sending'
  return (
    <Box data-state={state} aria-busy={sending}>
      {readers}
      <div role="status">
        {reason && (
          <Reason data-state={state} id={reasonId}>
            {reason}
          </Reason>
        )}
      </div>
      <Field>
        <div aria-hidden="true">
          {flaggedPieces(value, flagged).map((piece) =>
            piece.flagged ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
          )}
          {/* A last empty line counts too. */}
          {'\u200b'}
        </div>
        <textarea
          ref={inputRef}
          aria-label={label}
          aria-describedby={reason ? reasonId : undefined}
          value={value}
          placeholder={placeholder}
          readOnly={sending}
          rows={1}
          lang="nl"
          spellCheck
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {warnings}
      {(tools || notes) && (
        <Foot>
          <div data-tools="">{tools}</div>
          {notes}
        </Foot>
      )}
    </Box>
  )
}

/** Internal note for colleagues: dashed edge and a lock, so that it never looks like a message to the client. */
import { styled } from '@mui/material/styles'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import type { ReactNode } from 'react'
import { color, radius } from '../app/theme/tokens.ts'

export interface NoteBlockProps {
  /** "Notitie voor collega's". */
  title: string
  /** Who and when. */
  by: string
  children: ReactNode
  /** Change or remove it. */
  actions?: ReactNode
}

const Note = styled('article')({
  display: 'flex',
  gap: 10,
  padding: '9px 14px',
  marginBottom: 14,
  border: `1px dashed ${color.warnLine}`,
  borderRadius: radius.card,
  backgroundColor: color.warnBg,
  fontSize: 12.5,
  lineHeight: '18px',
  '& > svg': { color: color.warn, marginTop: 2 },
  '& > div:first-of-type': { flex: 1, minWidth: 0 },
  '& small': { fontSize: 'inherit', lineHeight: 'inherit', color: color.warn, marginLeft: 6 },
})

export function NoteBlock({ title, by, children, actions }: NoteBlockProps) {
  return (
    <Note>
      <LockSimpleIcon size={14} />
      <div>
        <b>{title}</b> <small>{by}</small>
        <p>{children}</p>
      </div>
      {actions}
    </Note>
  )
}

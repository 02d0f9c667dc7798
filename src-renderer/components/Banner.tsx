/** A strip over the width of its pane that holds as long as the state does: offline, read only, a newer version. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import { color, small } from '../app/theme/tokens.ts'

export interface BannerProps {
  icon: Icon
  /** "Geen verbinding sinds 09:06". */
  title: string
  /** What the user can do. */
  text?: ReactNode
  tone?: 'warn' | 'hot' | 'info'
  action?: ReactNode
}

const Strip = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  flex: 'none',
  padding: '12px 16px',
  borderBottom: '1px solid',
  '& > svg': { marginTop: 2 },
  '& > div:first-of-type': { flex: 1, minWidth: 0, color: color.text },
  '& small': { ...small, display: 'block' },
  '&[data-tone="warn"]': { color: color.warn, backgroundColor: color.warnBg, borderColor: color.warnLine },
  '&[data-tone="hot"]': { color: color.hot, backgroundColor: color.hotBg, borderColor: color.hotLine },
  '&[data-tone="info"]': { color: color.info, backgroundColor: color.infoBg, borderColor: color.infoLine },
})

export function Banner({ icon: BannerIcon, title, text, tone = 'warn', action }: BannerProps) {
  return (
    <Strip data-tone={tone} role="status">
      <BannerIcon />
      <div>
        <b>{title}</b>
        {text && <small>{text}</small>}
      </div>
      {action}
    </Strip>
  )
}

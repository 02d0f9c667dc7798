/** A number to call: large, with whose it is. The one to call first is tinted. */
import { styled } from '@mui/material/styles'
import { PhoneIcon } from '@phosphor-icons/react/Phone'
import type { ReactNode } from 'react'
import { color, motion, radius, small } from '../app/theme/tokens.ts'

export interface PhoneCardProps {
  /** As people read it: "06 2419 0377". */
  number: string
  /** Whose it is; name in `<b>`. Or why it is of no use now. */
  children: ReactNode
  /** The one to call first. */
  preferred?: boolean
  /** Opens the telephone of this machine; left out where the host cannot. */
  href?: string
}

const look = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  padding: '8px 10px 9px',
  marginBottom: 6,
  border: `1px solid ${color.line2}`,
  borderRadius: radius.row,
  color: color.t2,
  textDecoration: 'none',
  '& > svg': { marginTop: 2 },
  '& strong': {
    display: 'block',
    fontSize: 14.5,
    lineHeight: '20px',
    fontWeight: 600,
    letterSpacing: '.005em',
    color: color.text,
  },
  '& small': { ...small, display: 'block', color: color.t3 },
  '& small b': { color: color.t2 },
  '&[data-preferred]': { borderColor: color.tint2, backgroundColor: color.tint, '& > svg': { color: color.accent } },
} as const

const Card = styled('div')(look)
const Call = styled('a')({ ...look, transition: `border-color ${motion.press}`, '&:hover': { borderColor: color.ctl } })

export function PhoneCard({ number, children, preferred = false, href }: PhoneCardProps) {
  const attributes = preferred ? { 'data-preferred': '' } : {}
  const content = (
    <>
      <PhoneIcon />
      <span>
        <strong>{number}</strong>
        <small>{children}</small>
      </span>
    </>
  )
  return href === undefined ? (
    <Card {...attributes}>{content}</Card>
  ) : (
    <Call href={href} {...attributes}>
      {content}
    </Call>
  )
}

/** Whose case it is: "Bij jou", "Bij Sanne, overnemen?", "Vrij, neem over"; and a colleague who is looking along. */
import { styled } from '@mui/material/styles'
import type { AvatarTone } from '../app/theme/colors.ts'
import { color } from '../app/theme/tokens.ts'
import { Avatar } from './Avatar.tsx'
import { LinkButton } from './LinkButton.tsx'

export interface ClaimStateProps {
  /** Who has it; left out when it is free. */
  person?: { id?: string; name: string; tone?: AvatarTone }
  /** "Bij jou", "Bij Sanne", "Vrij", "kijkt mee". */
  text: string
  /** Quieter, for someone who only looks along. */
  quiet?: boolean
  /** Take over, or take: text and what it does. */
  action?: { label: string; onClick: () => void }
}

const Line = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
  color: color.t2,
  '&[data-quiet]': { color: color.t3, marginLeft: 6 },
})

export function ClaimState({ person, text, quiet = false, action }: ClaimStateProps) {
  return (
    <Line {...(quiet && { 'data-quiet': '' })}>
      {person && <Avatar {...person} />}
      {text}
      {action && <LinkButton onClick={action.onClick}>{action.label}</LinkButton>}
    </Line>
  )
}

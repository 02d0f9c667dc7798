/** Foot of the rail: which colleagues are at work, and who is signed in. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { AvatarTone } from '../app/theme/colors.ts'
import { color, ellipsis, small } from '../app/theme/tokens.ts'
import { Avatar, AvatarStack } from './Avatar.tsx'
import { useRailFolded } from './Rail.tsx'

export interface RailTeamProps {
  people: readonly { id?: string; name: string; tone?: AvatarTone }[]
  /** "4 collega's actief". */
  text: string
}

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '10px 8px 0',
  '&[data-folded]': { flexDirection: 'column', padding: '10px 0 0' },
})
const Quiet = styled('span')({ ...small, ...ellipsis, color: color.t3 })

export function RailTeam({ people, text }: RailTeamProps) {
  if (useRailFolded()) return null
  return (
    <Line style={{ paddingBottom: 12 }}>
      <AvatarStack people={people} />
      <Quiet>{text}</Quiet>
    </Line>
  )
}

export interface RailUserProps {
  id?: string
  name: string
  tone?: AvatarTone
  /** Role and team. */
  role: string
  /** Settings, or a menu with signing out: an `IconAction`. */
  action?: ReactNode
}

const UserLine = styled(Line)({
  borderTop: `1px solid ${color.line2}`,
  paddingRight: 1,
  gap: 3,
  '& > span:first-of-type': { marginRight: 7 },
  '&[data-folded]': { borderTop: 0, gap: 8, padding: '10px 0 0' },
})
const Who = styled('div')({
  flex: 1,
  minWidth: 0,
  '& b, & span': { ...ellipsis, display: 'block' },
  '& b': { lineHeight: '16px' },
  '& span': { lineHeight: '20px' },
})

export function RailUser({ id, name, tone, role, action }: RailUserProps) {
  const folded = useRailFolded()
  return (
    <UserLine {...(folded && { 'data-folded': '' })}>
      {folded ? (
        <>
          {action}
          <Avatar id={id} name={name} tone={tone} size="medium" label={`${name}, ${role}`} />
        </>
      ) : (
        <>
          <Avatar id={id} name={name} tone={tone} size="medium" />
          <Who>
            <b>{name}</b>
            <Quiet>{role}</Quiet>
          </Who>
          {action}
        </>
      )}
    </UserLine>
  )
}

/** A person as initials on a coloured disc; there are no pictures of people on the desk. */
import { styled } from '@mui/material/styles'
import type { AvatarTone } from '../app/theme/colors.ts'
import { avatarColor, color } from '../app/theme/tokens.ts'
import { initialsOf, toneOf } from './avatar.ts'

export interface AvatarProps {
  /** Full name: gives the initials, and the colour when there is no id. */
  name: string
  /** Stable id of the person, so that the colour survives a change of name. */
  id?: string
  /** 20, 28 or 36 px. */
  size?: 'small' | 'medium' | 'large'
  /** Colour by hand; left out, it follows from id or name. */
  tone?: AvatarTone
  /** What a screen reader says, for example "in behandeling bij Noor Willemsen". Left out, the avatar is silent: the name stands beside it. */
  label?: string
}

const sizes = { small: [20, 9], medium: [28, 11], large: [36, 13] } as const

const Disc = styled('span')({
  borderRadius: '50%',
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  lineHeight: 1,
  fontWeight: 700,
  letterSpacing: '.01em',
})

export function Avatar({ name, id, size = 'small', tone = toneOf(id ?? name), label }: AvatarProps) {
  const [box, fontSize] = sizes[size]
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return (
    <Disc {...named} style={{ width: box, height: box, fontSize, ...avatarColor(tone) }}>
      {initialsOf(name)}
    </Disc>
  )
}

export interface AvatarStackProps {
  /** The people, most important first. */
  people: readonly { id?: string; name: string; tone?: AvatarTone }[]
  /** How many are drawn at most. */
  max?: number
}

const Stack = styled('span')({
  display: 'flex',
  '& > * + *': { marginLeft: -2 },
  '& > *': { boxShadow: `0 0 0 2px ${color.app}` },
})

/** Small overlapping avatars; the words beside them say how many people there are. */
export function AvatarStack({ people, max = 4 }: AvatarStackProps) {
  return (
    <Stack>
      {people.slice(0, max).map((person) => (
        <Avatar key={person.id ?? person.name} {...person} />
      ))}
    </Stack>
  )
}

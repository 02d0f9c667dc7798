/** One queue in the rail: icon, name, count. And the narrower lists below it. */
import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import type { Icon } from '@phosphor-icons/react'
import type { MouseEvent } from 'react'
import { color, ellipsis, motion, radius, shadow } from '../app/theme/tokens.ts'
import { useRailFolded } from './Rail.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface RailItemProps {
  icon: Icon
  label: string
  /** Address, so that it is a real link; with a router take it from `useHref`. */
  href: string
  /** With a router: the handler of `useLinkClickHandler`. */
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void
  /** Open cases in it, as shown ("23", "99+"). */
  count?: string
  /** The count in words, for screen readers ("23 open"). */
  countLabel?: string
  /** Too late or within 2 hours: the count in the hot colour. */
  hot?: boolean
  /** This is where the user is. */
  current?: boolean
}

const base = {
  justifyContent: 'flex-start',
  gap: 10,
  flex: 'none',
  borderRadius: radius.control,
  font: 'inherit',
  color: color.t2,
  textDecoration: 'none',
  transition: `background-color ${motion.press}`,
  '&:hover': { backgroundColor: color.hover },
} as const

const Item = styled(ButtonBase)({
  ...base,
  height: 32,
  padding: '0 8px',
  fontWeight: 500,
  '&[aria-current]': {
    backgroundColor: color.railOn,
    color: color.text,
    fontWeight: 600,
    boxShadow: shadow.railOn,
    '& svg': { color: color.accent },
  },
  '&[data-folded]': { width: 40, height: 40, padding: 0, justifyContent: 'center', position: 'relative', marginBottom: 2 },
}) as typeof ButtonBase

const Label = styled('span')({ ...ellipsis, flex: '0 1 auto' })

const Count = styled('span')({
  marginLeft: 'auto',
  fontSize: 12,
  fontWeight: 500,
  color: color.t3,
  '&[data-sub]': { fontWeight: 400 },
  '[aria-current] > &': { color: color.text, fontWeight: 600 },
  '&[data-hot]': { color: color.hot, fontWeight: 640 },
  '[data-folded] > &': {
    position: 'absolute',
    top: 2,
    right: 1,
    padding: '0 3px',
    borderRadius: 7,
    fontSize: 10,
    lineHeight: '14px',
    fontWeight: 600,
    backgroundColor: color.app,
    color: color.t2,
  },
  '[data-folded][aria-current] > &': { backgroundColor: color.railOn },
})

interface RailCountProps {
  count: string
  countLabel?: string
  hot: boolean
  sub?: boolean
}

function RailCount({ count, countLabel, hot, sub = false }: RailCountProps) {
  return (
    <>
      <Count aria-hidden={countLabel !== undefined} {...(sub && { 'data-sub': '' })} {...(hot && { 'data-hot': '' })}>
        {count}
      </Count>
      {countLabel && <VisuallyHidden>{countLabel}</VisuallyHidden>}
    </>
  )
}

export function RailItem({
  icon: ItemIcon,
  label,
  href,
  onClick,
  count,
  countLabel,
  hot = false,
  current = false,
}: RailItemProps) {
  const folded = useRailFolded()
  const item = (
    <Item
      component="a"
      href={href}
      onClick={onClick}
      {...(current && { 'aria-current': 'page' })}
      {...(folded && { 'data-folded': '' })}
    >
      <ItemIcon size={folded ? 18 : 16} weight={current ? 'fill' : 'regular'} />
      {folded ? <VisuallyHidden>{label}</VisuallyHidden> : <Label>{label}</Label>}
      {count !== undefined && <RailCount count={count} countLabel={countLabel} hot={hot} />}
    </Item>
  )
  return folded ? (
    <Tooltip title={label} placement="right" describeChild>
      {item}
    </Tooltip>
  ) : (
    item
  )
}

export interface RailSubItemProps extends Omit<RailItemProps, 'icon'> {}

const SubItem = styled(ButtonBase)({
  ...base,
  height: 28,
  padding: '0 8px 0 34px',
  fontSize: 12.5,
  '&[aria-current]': { color: color.text, fontWeight: 600, backgroundColor: color.hover },
}) as typeof ButtonBase

/** A narrower list under the current queue; not shown in a folded rail. */
export function RailSubItem({ label, href, onClick, count, countLabel, hot = false, current = false }: RailSubItemProps) {
  if (useRailFolded()) return null
  return (
    <SubItem component="a" href={href} onClick={onClick} {...(current && { 'aria-current': 'page' })}>
      <Label>{label}</Label>
      {count !== undefined && <RailCount sub count={count} countLabel={countLabel} hot={hot} />}
    </SubItem>
  )
}

/** The rail: the queues of the role, the team, and who is signed in. Folded to icons in a window below 1360. */
import { styled } from '@mui/material/styles'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { color } from '../app/theme/tokens.ts'
import { useShellLayout } from './layout.ts'

export interface RailProps {
  /** Name of the navigation for screen readers. */
  label: string
  /** `RailItem`, `RailSubItem`, `RailGroup`. */
  children: ReactNode
  /** `RailTeam` and `RailUser`, at the bottom. */
  foot?: ReactNode
  /** Folded whatever the window width (the week board). */
  folded?: boolean
}

/** Whether the rail around an item is folded. */
const FoldedContext = createContext(false)
export const useRailFolded = (): boolean => useContext(FoldedContext)

const Nav = styled('nav')({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  overflowY: 'auto',
  padding: '8px 10px 12px',
  backgroundColor: color.app,
  '&[data-folded]': { alignItems: 'center' },
})

const Foot = styled('div')({ marginTop: 'auto', paddingTop: 12, width: '100%' })

export function Rail({ label, children, foot, folded }: RailProps) {
  const { railFolded } = useShellLayout()
  const isFolded = folded ?? railFolded
  return (
    <FoldedContext value={isFolded}>
      <Nav aria-label={label} {...(isFolded && { 'data-folded': '' })}>
        {children}
        {foot && <Foot>{foot}</Foot>}
      </Nav>
    </FoldedContext>
  )
}

export interface RailGroupProps {
  label: string
  children: ReactNode
}

const GroupName = styled('div')({ padding: '16px 8px 6px', fontSize: 11.5, lineHeight: '16px', fontWeight: 560, color: color.t3 })
const Gap = styled('div')({ width: 24, borderTop: `1px solid ${color.line2}`, margin: '8px auto' })
const Items = styled('div')({ display: 'flex', flexDirection: 'column' })

/** A group of items under a quiet name; folded, a short line takes the place of the name. */
export function RailGroup({ label, children }: RailGroupProps) {
  const folded = useRailFolded()
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls; these are links.
    <div role="group" {...(folded ? { 'aria-label': label } : { 'aria-labelledby': id })}>
      {folded ? <Gap /> : <GroupName id={id}>{label}</GroupName>}
      <Items>{children}</Items>
    </div>
  )
}

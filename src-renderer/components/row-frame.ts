/** The frame that every row of a list shares: hover, selected, focus, hairline, leaving and new. */
import ListItemButton, { type ListItemButtonProps } from '@mui/material/ListItemButton'
import { keyframes, styled } from '@mui/material/styles'
import { color, motion, radius, ringInside } from '../app/theme/tokens.ts'

const arrive = keyframes`from { background-color: ${color.tint2}; }`

export const RowFrame = styled(ListItemButton)({
  display: 'grid',
  columnGap: 10,
  alignItems: 'start',
  width: 'auto',
  flexGrow: 0,
  margin: '0 8px',
  padding: '9px 14px 10px 12px',
  borderRadius: radius.row,
  position: 'relative',
  textAlign: 'left',
  transition: `background-color ${motion.press}, opacity ${motion.leave}`,
  '&:focus-visible, &.Mui-focusVisible': ringInside,
  // The hairline belongs to the row below it and gives way beside the selected row.
  '&[data-divider]::before': {
    content: '""',
    position: 'absolute',
    top: 0,
    left: 'var(--row-text)',
    right: 14,
    borderTop: `1px solid ${color.line}`,
  },
  '&.Mui-selected::before, &:focus-visible::before': { display: 'none' },
  '&.Mui-selected, &:focus-visible': { zIndex: 1 },
  '&.Mui-selected::after': {
    content: '""',
    position: 'absolute',
    top: '100%',
    left: 'var(--row-text)',
    right: 14,
    borderTop: `1px solid ${color.list}`,
  },
  '&[data-new]': { animation: `${arrive} 1.2s ease-out` },
  '&[data-leaving]': { opacity: 0, pointerEvents: 'none' },
  '&[data-density="compact"]': { padding: '4px 14px 4px 12px', alignItems: 'center' },
})

/** What every row takes: the DOM props the list needs (role, tabIndex, ref, key handlers), and the states all rows have. */
export interface RowStateProps extends Omit<ListItemButtonProps<'div'>, 'selected' | 'children' | 'color' | 'divider' | 'dense'> {
  /** This row is open beside the list. */
  selected?: boolean
  /** Draw the hairline above; off for the first row of a group. */
  divider?: boolean
  /** The row has just come in: a tint of 1.2 s. */
  isNew?: boolean
  /** The row is done and fades. */
  leaving?: boolean
}

/**
 * The DOM props of a row with its states turned into attributes. In a listbox `selected` is `aria-selected`, elsewhere the row is
 * the current one of a set.
 */
export function rowProps({ selected = false, divider = true, isNew = false, leaving = false, role, ...dom }: RowStateProps) {
  const chosen =
    role === 'option' || role === 'row' ? { 'aria-selected': selected } : selected ? { 'aria-current': 'true' as const } : {}
  return {
    ...dom,
    // Left out where none is given: the row is a button then.
    ...(role && { role }),
    ...chosen,
    selected,
    ...(divider && { 'data-divider': '' }),
    ...(isNew && { 'data-new': '' }),
    ...(leaving && { 'data-leaving': '' }),
  }
}

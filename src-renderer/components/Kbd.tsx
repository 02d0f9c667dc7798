/** Key hint: small keycaps after a label, for an action in reach now. Never the only label. */
import { styled } from '@mui/material/styles'
import { color, radius } from '../app/theme/tokens.ts'
import { useKeyHint } from './key-hints.ts'

export interface KbdProps {
  /** The keys to press together, as printed on the caps: ['Ctrl', '↵'], ['A']. */
  keys: readonly string[]
  /** In the list of keys they are the content and are read out; elsewhere they are silent. */
  spoken?: boolean
}

const Caps = styled('span')({
  display: 'inline-flex',
  gap: 2,
  flex: 'none',
  fontSize: 11,
  lineHeight: '16px',
  fontWeight: 500,
  color: color.t3,
  '& kbd': {
    font: 'inherit',
    lineHeight: 1,
    minWidth: 18,
    height: 18,
    display: 'inline-grid',
    placeItems: 'center',
    padding: '0 4px',
    border: `1px solid ${color.line2}`,
    borderBottomWidth: 2,
    borderRadius: radius.mark,
    backgroundColor: color.work,
  },
  '.MuiButton-contained:not(.Mui-disabled, [aria-disabled="true"]) & kbd': {
    backgroundColor: color.capBg,
    borderColor: color.capLine,
    color: color.onAccent,
  },
})

/** Silent for screen readers; give the control itself `aria-keyshortcuts`. Hidden when single-key shortcuts are off. */
export function Kbd({ keys, spoken = false }: KbdProps) {
  if (!useKeyHint(keys)) return null
  return (
    <Caps aria-hidden={!spoken}>
      {keys.map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key may occur twice in one hint ("::"), and hints never reorder.
        <kbd key={index}>{key}</kbd>
      ))}
    </Caps>
  )
}

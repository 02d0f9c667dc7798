/** An action that looks like a link in a line of text; its target is 24 high without moving the line. */
import { styled } from '@mui/material/styles'
import type { ComponentProps } from 'react'
import { color, radius } from '../app/theme/tokens.ts'

const Text = styled('button')({
  position: 'relative',
  padding: 0,
  border: 0,
  borderRadius: radius.mark,
  background: 'none',
  color: color.accent,
  fontWeight: 560,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
  '&::after': { content: '""', position: 'absolute', inset: '-4px -2px' },
  '&[data-plain]': { color: 'inherit', textDecoration: 'underline' },
})

export interface LinkButtonProps extends ComponentProps<'button'> {
  /** In the colour of the line it stands in, underlined: on a tinted warning. */
  plain?: boolean
}

export function LinkButton({ plain = false, ...button }: LinkButtonProps) {
  return <Text type="button" {...button} {...(plain && { 'data-plain': '' })} />
}

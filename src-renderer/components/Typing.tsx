/** Three dots beside an avatar: this colleague is typing. The words are in the avatar's label. */
import { styled } from '@mui/material/styles'
import { color } from '../app/theme/tokens.ts'

const Dots = styled('span')({
  display: 'flex',
  gap: 2,
  alignItems: 'center',
  height: 20,
  paddingRight: 2,
  '& i': { width: 4, height: 4, borderRadius: 2, backgroundColor: color.t3 },
  '& i:nth-of-type(2)': { opacity: 0.7 },
  '& i:nth-of-type(3)': { opacity: 0.4 },
})

export function Typing() {
  return (
    <Dots aria-hidden="true">
      <i />
      <i />
      <i />
    </Dots>
  )
}

/** Section of the context pane: a quiet heading with an addition or a link, over a hairline or straight below the one before. */
import { styled } from '@mui/material/styles'
import { type ReactNode, useId } from 'react'
import { color } from '../app/theme/tokens.ts'

export interface ContextSectionProps {
  title: string
  /** Behind the title: "2 keer dit jaar". */
  note?: ReactNode
  /** Right: a `LinkButton`, or the lock with "na controle". */
  action?: ReactNode
  /** A hairline above, over the full width of the pane. */
  divider?: boolean
  children: ReactNode
}

const Section = styled('section')({
  '& + &': { marginTop: 20 },
  '&[data-divider]': { margin: '16px -20px 0', padding: '16px 20px 0', borderTop: `1px solid ${color.line}` },
  '&:first-of-type': { marginTop: 4 },
})
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  marginBottom: 8,
  fontSize: 12,
  lineHeight: '16px',
  '& h2': { fontSize: 12, lineHeight: '16px', fontWeight: 600, color: color.t2 },
  '& > :last-child:not(h2)': { marginLeft: 'auto' },
})
const Note = styled('span')({ color: color.t3 })

export function ContextSection({ title, note, action, divider = false, children }: ContextSectionProps) {
  const id = useId()
  return (
    <Section aria-labelledby={id} {...(divider && { 'data-divider': '' })}>
      <Head>
        <h2 id={id}>{title}</h2>
        {note && <Note>{note}</Note>}
        <span>{action}</span>
      </Head>
      {children}
    </Section>
  )
}

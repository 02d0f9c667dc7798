/** Frame of the sign-in steps: the mark, a title, the form, and a quiet line below. */
import { styled } from '@mui/material/styles'
import type { FormEvent, ReactNode } from 'react'
import { color, radius, small } from '../app/theme/tokens.ts'
import { Logo } from './Logo.tsx'

export interface SignInCardProps {
  title: string
  /** `Field`s and the one filled button. */
  children: ReactNode
  /** What comes after, or another way in. */
  hint?: ReactNode
  /** Refused: what is so and what to do; read out when it appears. */
  problem?: ReactNode
  /** Without the frame, inside another surface. */
  bare?: boolean
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

const Page = styled('main')({
  display: 'grid',
  minHeight: '100%',
  placeItems: 'center',
  padding: 24,
  overflowY: 'auto',
  backgroundColor: color.app,
})
const Card = styled('form')({
  width: 334,
  maxWidth: '100%',
  padding: '24px 28px 28px',
  border: `1px solid ${color.line2}`,
  borderRadius: radius.sheet,
  backgroundColor: color.work,
  '&[data-bare]': { width: 'auto', border: 0 },
  '& > button[type="submit"]': { marginTop: 4 },
  '& > h1': { margin: '14px 0', fontSize: 22, lineHeight: '28px', fontWeight: 640, letterSpacing: '-.012em' },
})
const Hint = styled('div')({ ...small, color: color.t3, marginTop: 10 })
const Problem = styled('div')({
  padding: '8px 10px',
  marginBottom: 12,
  borderRadius: radius.control,
  ...small,
  color: color.hot,
  backgroundColor: color.hotBg,
})

export function SignInCard({ title, children, hint, problem, bare = false, onSubmit }: SignInCardProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(event)
  }
  return (
    <Card onSubmit={submit} noValidate {...(bare && { 'data-bare': '' })}>
      <Logo size={26} />
      <h1>{title}</h1>
      <div role="alert">{problem && <Problem>{problem}</Problem>}</div>
      {children}
      {hint && <Hint>{hint}</Hint>}
    </Card>
  )
}

/** The card in the middle of an otherwise empty window. */
export function SignInPage({ children }: { children: ReactNode }) {
  return <Page>{children}</Page>
}

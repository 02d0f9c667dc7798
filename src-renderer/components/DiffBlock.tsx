/** Difference: the question was changed, or withdrawn, while someone typed. The typed text is elsewhere and untouched. */
import { styled } from '@mui/material/styles'
import { PencilSimpleLineIcon } from '@phosphor-icons/react/PencilSimpleLine'
import { type ReactNode, useEffect, useRef } from 'react'
import { color, radius, small } from '../app/theme/tokens.ts'
import { ariaKeys } from './aria-keys.ts'
import { type DiffPart, type NumberedPart, numberChanges, textOf } from './diff-parts.ts'
import { Kbd } from './Kbd.tsx'
import { LinkButton } from './LinkButton.tsx'

export type DiffView = 'difference' | 'beside' | 'new'

export interface DiffBlockProps {
  /** "De vraag is gewijzigd terwijl je typte"; read out when the block appears. */
  title: string
  /** When and by whom, and that the typed text is still there. */
  detail: ReactNode
  /** Already computed parts, in order. */
  parts: readonly DiffPart[]
  view?: DiffView
  /** Right in the head: a `Segmented` for the views, or a button. */
  control?: ReactNode
  /** The words "was" and "nieuw": legend, and heads of the two columns. */
  words: { was: string; new: string }
  /** "3 wijzigingen". */
  countText?: string
  /** Steps to the next change; `current` is the one that is marked, 0-based. */
  next?: { label: string; keys?: readonly string[]; onNext: () => void }
  current?: number
}

const Block = styled('article')({
  border: `1px solid ${color.infoLine}`,
  borderRadius: radius.card,
  backgroundColor: color.work,
  overflow: 'hidden',
})
const Head = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  padding: '10px 10px 10px 14px',
  backgroundColor: color.infoBg,
  '& > svg': { color: color.info },
  '& > div:first-of-type': { flex: 1, minWidth: 200 },
  '& small': { ...small, display: 'block' },
})
const Text = styled('div')({
  padding: '14px 16px 12px',
  fontSize: 14,
  lineHeight: '23px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
})
const marks = {
  '& ins': {
    fontWeight: 600,
    color: color.ok,
    backgroundColor: color.okBg,
    boxShadow: `0 0 0 2px ${color.okBg}`,
    borderRadius: 2,
    borderBottom: `2px solid ${color.ok}`,
  },
  '& del': { color: color.t3, textDecorationColor: color.hot, textDecorationThickness: '1.5px' },
  // The two wordings of one change stand apart.
  '& del + ins': { marginLeft: 5 },
  '& [data-current]': { outline: `2px solid ${color.info}`, outlineOffset: 2, borderRadius: 2 },
} as const
const Marked = styled('div')(marks)
const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  '& > * + *': { borderLeft: `1px solid ${color.line}` },
  '& h3': { ...small, fontWeight: 600, color: color.t2, padding: '12px 16px 0', marginBottom: -8 },
})
const Foot = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  padding: '0 14px 10px 16px',
  ...small,
  color: color.t2,
})
const Legend = styled('span')({ flex: 1, display: 'flex', gap: 12, fontSize: 12, lineHeight: '20px' })

function Parts({ parts, current }: { parts: readonly NumberedPart[]; current?: number }) {
  return parts.map((part) => {
    const mark = part.change !== null && part.change === current ? { 'data-current': '' } : {}
    switch (part.kind) {
      case 'same':
        return <span key={part.place}>{part.text}</span>
      case 'added':
        return (
          <ins key={part.place} {...mark}>
            {part.text}
          </ins>
        )
      case 'removed':
        return (
          <del key={part.place} {...mark}>
            {part.text}
          </del>
        )
      default:
        return part.kind satisfies never
    }
  })
}

export function DiffBlock(props: DiffBlockProps) {
  const { title, detail, parts, view = 'difference', control, words, countText, next, current } = props
  const body = useRef<HTMLDivElement>(null)
  const numbered = numberChanges(parts)
  useEffect(() => {
    if (current !== undefined) body.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <Block aria-label={title}>
      <Head>
        <PencilSimpleLineIcon />
        <div>
          <b role="alert">{title}</b>
          <small>{detail}</small>
        </div>
        {control}
      </Head>
      <Marked ref={body}>
        {view === 'difference' && (
          <Text>
            <Parts parts={numbered} current={current} />
          </Text>
        )}
        {view === 'new' && <Text>{textOf(parts, 'new')}</Text>}
        {view === 'beside' && (
          <Columns>
            <section>
              <h3>{words.was}</h3>
              <Text>
                <Parts parts={numbered.filter((part) => part.kind !== 'added')} current={current} />
              </Text>
            </section>
            <section>
              <h3>{words.new}</h3>
              <Text>
                <Parts parts={numbered.filter((part) => part.kind !== 'removed')} current={current} />
              </Text>
            </section>
          </Columns>
        )}
        <Foot>
          <Legend>
            {view === 'difference' && (
              <>
                <del>{words.was}</del>
                <ins>{words.new}</ins>
              </>
            )}
          </Legend>
          {countText && <span>{countText}</span>}
          {next && (
            <LinkButton
              onClick={next.onNext}
              aria-keyshortcuts={next.keys && ariaKeys(next.keys)}
              style={{ color: color.t2, fontWeight: 400, display: 'inline-flex', alignItems: 'center', gap: 6 }}
            >
              {next.keys && <Kbd keys={next.keys} />}
              {next.label}
            </LinkButton>
          )}
        </Foot>
      </Marked>
    </Block>
  )
}

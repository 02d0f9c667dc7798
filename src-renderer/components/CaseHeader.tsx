/** Head of a case: where it comes from, who it is about, how it stands in one sentence, and its marks. On scroll name and sentence stay in 44 px. */
import { styled } from '@mui/material/styles'
import { Fragment, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { color, ellipsis, motion, small } from '../app/theme/tokens.ts'
import { media } from './layout.ts'
import { type MarkSpec, Marks } from './Mark.tsx'

export interface CaseHeaderProps {
  /** Number, client number, sent when by whom; a dot is set between them. */
  meta: readonly ReactNode[]
  /** Right of the meta line: `ClaimState`, who else is looking, more. */
  claim?: ReactNode
  /** Name of the client, contact or project. */
  title: string
  /** How it stands, the two or three facts that matter in `<b>`, the urgent one in `<Hot>`. */
  sentence: ReactNode
  marks?: readonly MarkSpec[]
  /** Left of everything in a narrow window: back to the list. */
  back?: ReactNode
  /** The title, to move the focus to when the case opens. */
  titleRef?: Ref<HTMLHeadingElement>
}

const Head = styled('header')({
  padding: '18px 28px 16px',
  borderBottom: `1px solid ${color.line}`,
  [media.wide]: { '& > *': { maxWidth: 860 } },
  [media.onePane]: { padding: '12px 16px' },
})

const Meta = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 28,
  marginBottom: 6,
  ...small,
  color: color.t3,
  '& > [data-meta]': { flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', columnGap: 8 },
})

const Title = styled('h1')({
  fontSize: 22,
  lineHeight: '28px',
  fontWeight: 640,
  letterSpacing: '-.012em',
  marginBottom: 2,
  // Focus comes here by program when the case opens: the screen reader says it, a ring would say that it can be pressed.
  '&:focus': { outline: 'none' },
})

const Sentence = styled('p')({
  fontSize: 15,
  lineHeight: '22px',
  letterSpacing: '-.003em',
  color: color.t2,
  '& b': { color: color.text },
})

/** The urgent fact in a state sentence. */
export const Hot = styled('b')({ '&&': { color: color.hot } })

const Bar = styled('div')({
  position: 'sticky',
  zIndex: 3,
  top: 0,
  height: 0,
  '& > div': {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    height: 44,
    padding: '0 28px',
    backgroundColor: color.work,
    borderBottom: `1px solid ${color.line}`,
    opacity: 0,
    visibility: 'hidden',
    transition: `opacity ${motion.open}`,
  },
  '&[data-shown] > div': { opacity: 1, visibility: 'visible' },
  '& strong': { flex: 'none', fontWeight: 640 },
  '& span': { ...ellipsis, minWidth: 0, color: color.t2 },
})

/** Whether the element has left its scroller at the top. */
function useScrolledPast() {
  const ref = useRef<HTMLElement>(null)
  const [past, setPast] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const root = element.parentElement
    const observer = new IntersectionObserver(([entry]) => setPast(entry !== undefined && !entry.isIntersecting), {
      root,
      rootMargin: '-44px 0px 0px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, past] as const
}

/** Stands in the scroller of `CaseMain`. */
export function CaseHeader({ meta, claim, title, sentence, marks = [], back, titleRef }: CaseHeaderProps) {
  const [ref, past] = useScrolledPast()
  return (
    <>
      {/* The same words as in the head below it: for the eye alone. */}
      <Bar aria-hidden="true" {...(past && { 'data-shown': '' })}>
        <div>
          <strong>{title}</strong>
          <span>{sentence}</span>
        </div>
      </Bar>
      <Head ref={ref}>
        <Meta>
          {back}
          <div data-meta="">
            {meta.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts have a fixed place in the line.
              <Fragment key={index}>
                {index > 0 && <span aria-hidden="true">·</span>}
                <span>{part}</span>
              </Fragment>
            ))}
          </div>
          {claim}
        </Meta>
        <Title ref={titleRef} tabIndex={-1}>
          {title}
        </Title>
        <Sentence>{sentence}</Sentence>
        {marks.length > 0 && (
          <div style={{ marginTop: 10 }}>
            <Marks marks={marks} />
          </div>
        )}
      </Head>
    </>
  )
}

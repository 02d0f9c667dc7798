/** Gevolgen: what will happen before it happens, as terms and sentences on a sunken ground. A broken warning rule stands first. */
import { styled } from '@mui/material/styles'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { WarningOctagonIcon } from '@phosphor-icons/react/WarningOctagon'
import type { ReactNode } from 'react'
import { color, radius } from '../app/theme/tokens.ts'

export interface Consequence {
  /** "Diensten", "Medewerkers", "Regels", "Berichten". */
  term: string
  /** The sentence; the figure that matters in `<b>`. */
  text: ReactNode
  /** An icon before the sentence: `ok` held, `warn` can be overridden with a reason, `hot` cannot be done. */
  tone?: 'ok' | 'warn' | 'hot'
  /** Field for the reason of an override. */
  field?: ReactNode
}

export interface ConsequenceListProps {
  items: readonly Consequence[]
}

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '100px minmax(0, 1fr)',
  rowGap: 6,
  padding: '12px 14px',
  borderRadius: radius.card,
  backgroundColor: color.sunken,
  fontSize: 12.5,
  lineHeight: '18px',
  '& dt': { color: color.t3 },
  '& dd': { color: color.t2 },
  '& dd b': { color: color.text },
  '& dd svg': { verticalAlign: '-2px' },
})

const icons = { ok: CheckCircleIcon, warn: WarningIcon, hot: WarningOctagonIcon } as const
const tones = { ok: color.ok, warn: color.warn, hot: color.hot } as const
const rank = (item: Consequence) => (item.tone === 'hot' ? 0 : item.tone === 'warn' ? 1 : 2)

export function ConsequenceList({ items }: ConsequenceListProps) {
  return (
    <List>
      {[...items]
        .sort((a, b) => rank(a) - rank(b))
        .map(({ term, text, tone, field }) => {
          const ToneIcon = tone && icons[tone]
          return (
            <div key={term} style={{ display: 'contents' }}>
              <dt>{term}</dt>
              <dd>
                {ToneIcon && <ToneIcon size={14} color={tones[tone]} />} {text}
                {field}
              </dd>
            </div>
          )
        })}
    </List>
  )
}

/** What stands around the text of the composer: the readers, the findings, and the notes at its foot. */
import { styled } from '@mui/material/styles'
import type { Icon } from '@phosphor-icons/react'
import { ShieldCheckIcon } from '@phosphor-icons/react/ShieldCheck'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import { WarningOctagonIcon } from '@phosphor-icons/react/WarningOctagon'
import type { ReactNode } from 'react'
import type { AvatarTone } from '../app/theme/colors.ts'
import { color, radius, small } from '../app/theme/tokens.ts'
import { Avatar } from './Avatar.tsx'
import { FilterChip } from './FilterChip.tsx'
import { LinkButton } from './LinkButton.tsx'

export interface Reader {
  id?: string
  name: string
  tone?: AvatarTone
  /** Name with relation as shown: "Ruud van Dalen, zoon". Left out, the name. */
  text?: string
  /** May not read it: struck, with the reason in words behind it. */
  refused?: string
}

export interface ComposerReadersProps {
  /** "Leest mee". */
  label: string
  readers: readonly Reader[]
  /** The finding in words ("Allebei met recht"); `ok` unless a reader is refused. */
  verdict?: string
}

const Guard = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '7px 12px',
  borderBottom: `1px solid ${color.line}`,
  fontSize: 12,
  whiteSpace: 'nowrap',
  '& > span:first-of-type': { color: color.t3 },
})
const Pill = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  height: 26,
  padding: '0 9px 0 3px',
  borderRadius: 13,
  backgroundColor: color.sunken,
  fontWeight: 560,
  '&[data-refused] > [data-name]': { textDecoration: 'line-through', color: color.t3 },
  '& > em': { fontStyle: 'normal', fontWeight: 400, color: color.hot },
})
const Verdict = styled('span')({
  marginLeft: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  ...small,
  color: color.ok,
  '&[data-refused]': { color: color.hot },
})

export function ComposerReaders({ label, readers, verdict }: ComposerReadersProps) {
  const refused = readers.some((reader) => reader.refused !== undefined)
  const VerdictIcon = refused ? WarningOctagonIcon : ShieldCheckIcon
  return (
    <Guard>
      <span>{label}</span>
      {readers.map((reader) => (
        <Pill key={reader.id ?? reader.name} {...(reader.refused !== undefined && { 'data-refused': '' })}>
          <Avatar id={reader.id} name={reader.name} tone={reader.tone} />
          <span data-name="">{reader.text ?? reader.name}</span>
          {reader.refused && <em>{reader.refused}</em>}
        </Pill>
      ))}
      {verdict && (
        <Verdict {...(refused && { 'data-refused': '' })}>
          <VerdictIcon size={14} />
          {verdict}
        </Verdict>
      )}
    </Guard>
  )
}

export interface ComposerWarningProps {
  /** The finding: what is wrong, in words. */
  children: ReactNode
  /** `warn` can be sent after one confirmation; `hot` cannot. */
  tone?: 'warn' | 'hot'
  /** One-step repair. */
  repair?: { label: string; onClick: () => void }
}

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  margin: '4px 8px',
  padding: '6px 8px',
  borderRadius: radius.control,
  ...small,
  color: color.warn,
  backgroundColor: color.warnBg,
  '&[data-tone="hot"]': { color: color.hot, backgroundColor: color.hotBg },
  '& > span': { flex: 1, minWidth: 0 },
})

export function ComposerWarning({ children, tone = 'warn', repair }: ComposerWarningProps) {
  const ToneIcon = tone === 'hot' ? WarningOctagonIcon : WarningIcon
  return (
    <Line data-tone={tone}>
      <ToneIcon />
      <span>{children}</span>
      {repair && (
        <LinkButton plain onClick={repair.onClick}>
          {repair.label}
        </LinkButton>
      )}
    </Line>
  )
}

export interface ComposerNoteProps {
  icon: Icon
  /** "Leesniveau B1", "Bewaard 09:12". */
  text: string
  /** Changes are read out. */
  live?: boolean
}

const Note = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 5,
  marginLeft: 8,
  ...small,
  color: color.t3,
  whiteSpace: 'nowrap',
})

export function ComposerNote({ icon: NoteIcon, text, live = false }: ComposerNoteProps) {
  return (
    <Note role={live ? 'status' : undefined}>
      <NoteIcon size={14} />
      {text}
    </Note>
  )
}

export interface SuggestedTextsProps {
  /** "Past hierbij". */
  label: string
  texts: readonly { id: string; title: string }[]
  onPick: (id: string) => void
}

const Suggested = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  padding: '12px 0 10px',
  '& > span': { ...small, color: color.t3 },
})

/** Canned texts that fit, above the composer. */
export function SuggestedTexts({ label, texts, onPick }: SuggestedTextsProps) {
  return (
    <Suggested>
      <span>{label}</span>
      {texts.map((text) => (
        <FilterChip key={text.id} label={text.title} onOpen={() => onPick(text.id)} />
      ))}
    </Suggested>
  )
}

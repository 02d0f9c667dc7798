/** For whom: a client or an organisation, found by name or number. Searching is logged, so it waits until the typing rests. */
import { styled } from '@mui/material/styles'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AccountOwner } from '../../../../shared/domain/accounts.ts'
import { useSentence } from '../../../app/faults/use-sentence.ts'
import { spacedNumber } from '../../../app/format/numbers.ts'
import type { Translate } from '../../../app/i18n/i18n.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { color, radius } from '../../../app/theme/tokens.ts'
import { PersonRow } from '../../../components/PersonRow.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { SectionHeading } from '../../../components/SectionHeading.tsx'
import { usePortal } from '../../../data/use-desk.ts'
import { useRoving } from '../../queue/use-roving.ts'

const Found = styled('div')({
  maxHeight: 360,
  overflowY: 'auto',
  marginTop: 8,
  padding: '4px 0',
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
})
const Quiet = styled('p')({ marginTop: 8, color: color.t3 })

const TYPING_MS = 500
/** The portal asks two characters at least (shared/api/first-credentials.ts). */
const SHORTEST = 2

/** "cliënt 104 882 · Krommenie · heeft al: cliënt". */
export function ownerFacts(owner: AccountOwner, t: Translate): string {
  return [
    owner.clientNumber === null ? '' : t('domain.clientNumber', { number: spacedNumber(owner.clientNumber) }),
    owner.city,
    owner.has.length === 0
      ? t('accountDesk.create.hasNone')
      : t('accountDesk.create.has', { kinds: owner.has.map((kind) => t(`domain.accountKind.${kind}`)).join(', ') }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

export interface OwnerSearchProps {
  /** Whether clients are looked for, or organisations. */
  ofOrganisations: boolean
  onPick: (owner: AccountOwner) => void
}

export function OwnerSearch({ ofOrganisations, onPick }: OwnerSearchProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const ready = typed.trim().length >= SHORTEST
  useEffect(() => {
    const timer = setTimeout(() => setQ(ready ? typed.trim().slice(0, 100) : ''), ready ? TYPING_MS : 0)
    return () => clearTimeout(timer)
  }, [typed, ready])
  const answer = usePortal('accounts.owners', { query: { q } }, { enabled: q !== '', keepFormer: true })
  const refusal = useSentence(answer.error)
  const rows = q === '' ? [] : (answer.data?.rows ?? [])
  const roving = useRoving(
    rows.map((row) => row.id),
    null,
    list,
  )
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const to = step === undefined ? null : roving.after(step)
    if (to === null) return
    event.preventDefault()
    roving.focus(to)
  }
  const label = t(ofOrganisations ? 'accountDesk.create.searchOrganisations' : 'accountDesk.create.searchClients')
  return (
    <section>
      <SectionHeading title={t('accountDesk.create.owner')} note={t('accounts.searchLogged')} />
      <div style={{ display: 'flex' }}>
        <SearchField
          label={label}
          placeholder={label}
          value={typed}
          onChange={setTyped}
          clearLabel={t('accounts.searchClear')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && ready) setQ(typed.trim().slice(0, 100))
            if (event.key === 'ArrowDown') move(event)
          }}
        />
      </div>
      {refusal && (
        <p role="alert" style={{ marginTop: 8, color: color.hot }}>
          {t('accountDesk.create.searchFails')}. {refusal}
        </p>
      )}
      {rows.length > 0 && (
        <Found
          ref={list}
          role="listbox"
          aria-label={t('accountDesk.create.found')}
          aria-busy={answer.isPlaceholderData}
          onKeyDown={move}
        >
          {rows.map((row, index) => (
            <PersonRow
              key={row.id}
              person={{ id: row.id, name: row.name }}
              facts={ownerFacts(row, t)}
              role="option"
              data-row-id={row.id}
              tabIndex={row.id === roving.activeId ? 0 : -1}
              selected={false}
              divider={index > 0}
              onFocus={() => roving.setActive(row.id)}
              onClick={() => onPick(row)}
            />
          ))}
        </Found>
      )}
      <Quiet role="status">
        {q !== '' && answer.data && rows.length === 0 && t('accountDesk.create.none')}
        {answer.data?.more && q !== '' && t('accountDesk.create.more')}
      </Quiet>
    </section>
  )
}

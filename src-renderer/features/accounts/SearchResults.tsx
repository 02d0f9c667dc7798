/** Who was found, above the queue. Opens the access case when there is one, else the account. */
import { styled } from '@mui/material/styles'
import { UserFocusIcon } from '@phosphor-icons/react/UserFocus'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { AccountSummary } from '../../../shared/domain/accounts.ts'
import { ProblemState } from '../../app/faults/ProblemState.tsx'
import { spacedNumber } from '../../app/format/numbers.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color } from '../../app/theme/tokens.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { GroupLabel } from '../../components/ListHeader.tsx'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import { PersonRow } from '../../components/PersonRow.tsx'
import { usePortal } from '../../data/use-desk.ts'
import { useRoving } from '../queue/use-roving.ts'
import { statusMark } from './status-mark.ts'

const Pane = styled('div')({
  flex: '0 1 auto',
  maxHeight: '55%',
  minHeight: 120,
  overflowY: 'auto',
  paddingBottom: 8,
  borderBottom: `1px solid ${color.line}`,
})

/** The found letters of a name in `<mark>`. */
function found(name: string, q: string): ReactNode {
  const at = name.toLocaleLowerCase().indexOf(q.toLocaleLowerCase())
  if (at < 0) return name
  return (
    <>
      {name.slice(0, at)}
      <mark>{name.slice(at, at + q.length)}</mark>
      {name.slice(at + q.length)}
    </>
  )
}

/** "t.hofstra · cliënt 118 204", "contactpersoon van T. Hofstra". */
function factsOf(account: AccountSummary, t: Translate): string {
  if (account.kind !== 'client' && account.clientName) {
    return t('accounts.contactOf', { kind: t(`domain.accountKind.${account.kind}`), name: account.clientName })
  }
  const number = account.clientNumber === null ? null : t('domain.clientNumber', { number: spacedNumber(account.clientNumber) })
  return [account.userName, number].filter(Boolean).join(' · ')
}

export interface SearchResultsProps {
  q: string
  /** What is open beside the list. */
  openCaseId: string | null
  openUserId: string | null
}

export function SearchResults({ q, openCaseId, openUserId }: SearchResultsProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const pane = useRef<HTMLDivElement>(null)
  const answer = usePortal('accounts.search', { query: { q } }, { keepFormer: true })
  const rows = answer.data?.rows ?? []
  const ids = rows.map((row) => row.id)
  const openId = rows.find((row) => row.id === openUserId || (row.caseId !== null && row.caseId === openCaseId))?.id ?? null
  const roving = useRoving(ids, openId, pane)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const to = step === undefined ? null : roving.after(step)
    if (to === null) return
    event.preventDefault()
    roving.focus(to)
  }
  const open = (row: AccountSummary) =>
    void navigate(row.caseId ? `/accounts/${row.caseId}` : `/accounts/user/${row.id}`, { state: { focus: true } })

  if (!answer.data) {
    return (
      <Pane>
        {answer.isError ? (
          <ProblemState title={t('accounts.searchFails')} error={answer.error} onRetry={() => void answer.refetch()} />
        ) : (
          <LoadingRows label={t('accounts.searching')} slowLabel={t('accounts.searchingSlow')} />
        )}
      </Pane>
    )
  }
  const count = answer.data.next ? t('accounts.foundMore', { count: rows.length }) : t('accounts.found', { count: rows.length })
  return (
    <Pane aria-busy={answer.isPlaceholderData}>
      <div role="status">
        <GroupLabel label={count} sortedBy={t('accounts.searchLogged')} />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={UserFocusIcon} title={t('accounts.noResultTitle')} text={t('accounts.noResultText')} />
      ) : (
        <div ref={pane} role="listbox" aria-label={t('accounts.results')} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <PersonRow
              key={row.id}
              person={{ id: row.id, name: row.name }}
              name={found(row.name, q)}
              facts={factsOf(row, t)}
              marks={statusMark(row.status, t)}
              role="option"
              data-row-id={row.id}
              tabIndex={row.id === roving.activeId ? 0 : -1}
              selected={row.id === openId}
              divider={index > 0}
              onFocus={() => roving.setActive(row.id)}
              onClick={() => open(row)}
            />
          ))}
        </div>
      )}
    </Pane>
  )
}

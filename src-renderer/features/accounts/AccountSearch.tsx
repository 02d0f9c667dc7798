/** Search for whoever calls: by name, user name or client number. Searching is logged, so it waits until the typing rests. */
import { type Ref, useEffect, useState } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { SearchField } from '../../components/SearchField.tsx'

export interface AccountSearchProps {
  /** What is searched for; empty while there is too little to search with. */
  onSearch: (q: string) => void
  /** From the field down into the list. */
  onToRows: () => void
  inputRef: Ref<HTMLInputElement>
}

const TYPING_MS = 500
/** The portal asks two characters at least (shared/api/accounts.ts). */
const SHORTEST = 2

export function AccountSearch({ onSearch, onToRows, inputRef }: AccountSearchProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const q = typed.trim().length < SHORTEST ? '' : typed.trim().slice(0, 100)
  useEffect(() => {
    const timer = setTimeout(() => onSearch(q), q === '' ? 0 : TYPING_MS)
    return () => clearTimeout(timer)
  }, [q, onSearch])
  return (
    <SearchField
      label={t('accounts.search')}
      placeholder={t('accounts.searchHint')}
      value={typed}
      onChange={setTyped}
      clearLabel={t('accounts.searchClear')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(q)
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onToRows()
      }}
      inputRef={inputRef}
    />
  )
}

/** Letters with first credentials that wait for the printer. Each is printed once: it leaves as a PDF, and its secret is erased. */
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingLetter } from '../../../../shared/domain/letters.ts'
import { ProblemState } from '../../../app/faults/ProblemState.tsx'
import { Said } from '../../../app/i18n/Said.tsx'
import { useWords } from '../../../app/i18n/use-words.ts'
import { color, radius } from '../../../app/theme/tokens.ts'
import { CaseHeader } from '../../../components/CaseHeader.tsx'
import { CaseMain, CasePane } from '../../../components/CasePane.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { LoadingRows } from '../../../components/LoadingRows.tsx'
import { deskKey } from '../../../data/keys.ts'
import { usePortal } from '../../../data/use-desk.ts'
import { BackToList } from '../../queue/BackToList.tsx'
import { useTitleFocus } from '../../queue/use-title-focus.ts'
import { LetterRow } from './LetterRow.tsx'

const List = styled('ul')({
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  overflow: 'hidden',
  '& > li + li': { borderTop: `1px solid ${color.line}` },
})

/** The most that stand here; the oldest first, so that printing brings up the next. */
const MOST = 100
const QUERY = { query: { limit: MOST } } as const

function Sentence({ count, more }: { count: number; more: boolean }) {
  if (more) return <Said i18nKey="accountDesk.letters.sentenceMore" values={{ count }} />
  return count === 0 ? (
    <Said i18nKey="accountDesk.letters.sentenceNone" />
  ) : (
    <Said i18nKey="accountDesk.letters.sentence" count={count} />
  )
}

export function Letters({ onBack }: { onBack: () => void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const titleRef = useTitleFocus()
  const answer = usePortal('accounts.letters', QUERY, { onOpen: 'always' })
  // What was printed here stays in sight with what to do when the paper jams, though it has left the list.
  const [printed, setPrinted] = useState<readonly WaitingLetter[]>([])
  const isPrinted = (letter: WaitingLetter) => printed.some((one) => one.id === letter.id)
  const refresh = () => {
    for (const channel of ['portal:accounts.letters', 'portal:cases.counters'] as const)
      void client.invalidateQueries({ queryKey: [channel] })
  }
  if (!answer.data) {
    return answer.isError ? (
      <ProblemState title={t('accountDesk.letters.errorTitle')} error={answer.error} onRetry={() => void answer.refetch()} />
    ) : (
      <LoadingRows label={t('case.loading')} slowLabel={t('case.loadingSlow')} />
    )
  }
  const waiting = answer.data.rows.filter((letter) => !isPrinted(letter))
  const shown = [...printed, ...waiting]
  const onPrinted = (letter: WaitingLetter) => {
    client.setQueryData(deskKey('portal:accounts.letters', QUERY), {
      ...answer.data,
      rows: waiting.filter((one) => one !== letter),
    })
    setPrinted((former) => [...former, letter])
    refresh()
  }
  return (
    <CasePane label={t('accountDesk.letters.title')} contextLabel="">
      <CaseMain
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={[t('domain.queue.accounts')]}
            title={t('accountDesk.letters.title')}
            sentence={<Sentence count={waiting.length} more={answer.data.next !== null} />}
          />
        }
      >
        {shown.length === 0 ? (
          <EmptyState title={t('accountDesk.letters.emptyTitle')} text={t('accountDesk.letters.emptyText')} />
        ) : (
          <>
            <p style={{ marginBottom: 12, color: color.t2 }}>
              <Said i18nKey="accountDesk.letters.once" />
            </p>
            <List aria-label={t('accountDesk.letters.list')}>
              {shown.map((letter) => (
                <LetterRow key={letter.id} letter={letter} onPrinted={onPrinted} onGone={refresh} />
              ))}
            </List>
          </>
        )}
      </CaseMain>
    </CasePane>
  )
}

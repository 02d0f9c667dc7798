/** The access case at the foot of an account: open one for a caller, or close the one there is, with a note. */
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { CaseFooter } from '../../components/CasePane.tsx'
import { useAct } from '../../data/use-act.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'
import { markDone } from '../../stores/done.ts'

export interface AccessCaseFootProps {
  userId: string
  /** The open access case, or null. */
  caseId: string | null
  /** Closing the case is the next step: nothing is left to repair. */
  isNext: boolean
  onDone: (caseId: string) => void
}

/** Longest note that the portal takes (shared/api/accounts.ts). */
const NOTE_MAX = 500

export function AccessCaseFoot({ userId, caseId, isNext, onDone }: AccessCaseFootProps) {
  const { t } = useWords()
  const connected = useIsConnected()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const opening = useAct('accounts.open-case')
  const closing = useAct('accounts.close-case')
  const refusal = useSentence(opening.error ?? closing.error)
  const open = () =>
    opening.mutate(
      { params: { id: userId }, body: { note } },
      {
        onSuccess: (made) => {
          announce(t('accounts.case.opened'))
          void navigate(`/accounts/${made.caseId}`, { state: { focus: true } })
        },
      },
    )
  const close = (id: string) =>
    closing.mutate(
      { params: { id }, body: { note } },
      {
        onSuccess: () => {
          announce(t('accounts.case.closed'))
          markDone(id)
          onDone(id)
        },
      },
    )
  const busy = opening.isPending || closing.isPending
  return (
    <CaseFooter
      start={
        <>
          <OutlinedInput
            value={note}
            onChange={(event) => setNote(event.target.value)}
            placeholder={t('accounts.case.note')}
            inputProps={{ 'aria-label': t('accounts.case.noteLabel'), maxLength: NOTE_MAX }}
            fullWidth
          />
          {(refusal || !connected) && <span role="alert">{refusal ?? t('accounts.acts.needsConnection')}</span>}
        </>
      }
    >
      {caseId ? (
        <Button variant={isNext ? 'contained' : 'outlined'} disabled={busy || !connected} onClick={() => close(caseId)}>
          {t('accounts.case.close')}
        </Button>
      ) : (
        <Button disabled={busy || !connected} onClick={open}>
          {t('accounts.case.open')}
        </Button>
      )}
    </CaseFooter>
  )
}

/** Asks the authenticator code when an act needs a recent proof of identity (ASVS 7.5.1); the act waits and then goes on. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { CodeBoxes } from '../../components/CodeBoxes.tsx'
import { useSessionAct } from '../../data/use-session-act.ts'
import { answerConfirmation, useConfirmStore } from '../../stores/confirm.ts'

const DIGITS = 6
const Refusal = styled('div')({ ...small, minHeight: 20, paddingTop: 6, color: color.hot })

function Ask() {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const confirm = useSessionAct('session.confirm')
  const refusal = useSentence(confirm.error)
  const submit = (value: string) => {
    if (value.length < DIGITS || confirm.isPending) return
    confirm.mutate({ code: value }, { onSuccess: () => answerConfirmation(true), onError: () => setCode('') })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit(code)
      }}
    >
      <DialogTitle id="confirm-title">{t('session.confirmTitle')}</DialogTitle>
      <DialogContent>
        <p style={{ marginBottom: 12 }}>{t('session.confirmText')}</p>
        <CodeBoxes
          label={t('session.code')}
          value={code}
          onChange={setCode}
          onComplete={submit}
          invalid={confirm.isError}
          describedBy="confirm-refusal"
          autoFocus
        />
        <Refusal id="confirm-refusal" role="alert">
          {refusal}
        </Refusal>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => answerConfirmation(false)}>{t('session.cancel')}</Button>
        <Button type="submit" variant="contained" disabled={code.length < DIGITS || confirm.isPending}>
          {t('session.confirm')}
        </Button>
      </DialogActions>
    </form>
  )
}

export function ConfirmDialog() {
  const asked = useConfirmStore((state) => state.waiting !== null)
  return (
    <Dialog open={asked} onClose={() => answerConfirmation(false)} aria-labelledby="confirm-title">
      {asked && <Ask />}
    </Dialog>
  )
}

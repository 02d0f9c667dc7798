/** Second step of signing in: the code of the authenticator app. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { CodeBoxes } from '../../components/CodeBoxes.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { SignInCard, SignInPage } from '../../components/SignInCard.tsx'
import { useSessionAct } from '../../data/use-session-act.ts'
import { useNow } from '../../stores/clock.ts'

const DIGITS = 6

export function CodeScreen({ email, expiresAt }: { email: string; expiresAt: string }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const send = useSessionAct('session.code')
  const back = useSessionAct('session.back')
  const expired = useNow() >= Date.parse(expiresAt)
  const refusal = useSentence(send.error)
  const submit = (value: string) => {
    if (value.length === DIGITS && !send.isPending) send.mutate({ code: value }, { onError: () => setCode('') })
  }
  return (
    <SignInPage>
      <SignInCard
        title={t('session.codeTitle')}
        problem={refusal ?? (expired ? t('session.expired') : null)}
        onSubmit={() => submit(code)}
        hint={<LinkButton onClick={() => back.mutate({})}>{t('session.otherAccount')}</LinkButton>}
      >
        <p>{t('session.codeFor', { email })}</p>
        <div style={{ padding: '12px 0' }}>
          <CodeBoxes
            label={t('session.code')}
            boxes="screen"
            value={code}
            onChange={setCode}
            onComplete={submit}
            invalid={send.isError}
            autoFocus
          />
        </div>
        <Button type="submit" variant="contained" size="large" fullWidth disabled={send.isPending || code.length < DIGITS}>
          {send.isPending ? t('session.busy') : t('session.check')}
        </Button>
      </SignInCard>
    </SignInPage>
  )
}

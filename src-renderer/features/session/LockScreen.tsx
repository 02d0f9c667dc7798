/** Locked: nothing of the work is on the screen, and only the code of the same person opens it. */
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { clockTime } from '../../app/format/dates.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { CodeBoxes } from '../../components/CodeBoxes.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { Logo } from '../../components/Logo.tsx'
import { SignInPage } from '../../components/SignInCard.tsx'
import { StateMessage } from '../../components/StateMessage.tsx'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useSessionAct } from '../../data/use-session-act.ts'

const Refusal = styled('div')({ ...small, minHeight: 20, paddingTop: 6, color: color.hot })

export function LockScreen({ name, since }: { name: string; since: string }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const unlock = useSessionAct('session.unlock')
  const signOut = useSessionAct('session.sign-out')
  const refusal = useSentence(unlock.error)
  return (
    <SignInPage>
      <VisuallyHidden as="h1">{t('session.locked')}</VisuallyHidden>
      <StateMessage
        figure={<Logo size={44} />}
        title={name}
        text={t('session.lockedSince', { time: clockTime(since) })}
        hint={
          <>
            <p>{t('session.code')}</p>
            <p style={{ marginTop: 12 }}>
              <LinkButton onClick={() => signOut.mutate({})}>{t('session.otherAccount')}</LinkButton>
            </p>
          </>
        }
      >
        <CodeBoxes
          label={t('session.code')}
          boxes="screen"
          value={code}
          onChange={setCode}
          onComplete={(value) => unlock.mutate({ code: value }, { onError: () => setCode('') })}
          invalid={unlock.isError}
          describedBy="unlock-refusal"
          disabled={unlock.isPending}
          autoFocus
        />
        <Refusal id="unlock-refusal" role="alert">
          {refusal}
        </Refusal>
      </StateMessage>
    </SignInPage>
  )
}

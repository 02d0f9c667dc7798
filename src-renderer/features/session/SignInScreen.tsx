/** First step of signing in: e-mail address and password. */
import Button from '@mui/material/Button'
import { EyeIcon } from '@phosphor-icons/react/Eye'
import { EyeSlashIcon } from '@phosphor-icons/react/EyeSlash'
import { useState } from 'react'
import { emailTyped } from '../../../shared/domain/clients.ts'
import { ruleSentence } from '../../../shared/domain/field-rules.ts'
import { type Problem, problemSentence } from '../../../shared/domain/problems.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Field } from '../../components/Field.tsx'
import { IconAction } from '../../components/IconAction.tsx'
import { SignInCard, SignInPage } from '../../components/SignInCard.tsx'
import { useSessionAct } from '../../data/use-session-act.ts'
import { HostNotice } from './HostNotice.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'

type FieldName = 'email' | 'password'

export function SignInScreen({ problem }: { problem: Problem | null }) {
  const { t, lang } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [wrong, setWrong] = useState<Partial<Record<FieldName, string>>>({})
  const signIn = useSessionAct('session.sign-in')
  const refusal = useSentence(signIn.error)

  const submit = () => {
    const found: Partial<Record<FieldName, string>> = {
      ...(email.trim() === ''
        ? { email: ruleSentence('text-empty', lang) }
        : emailTyped.safeParse(email.trim()).success
          ? {}
          : { email: ruleSentence('email-format', lang) }),
      ...(password === '' ? { password: ruleSentence('text-empty', lang) } : {}),
    }
    setWrong(found)
    if (found.email || found.password) {
      document.getElementById(found.email ? 'sign-in-email' : 'sign-in-password')?.focus()
      return
    }
    signIn.mutate({ email: email.trim(), password }, { onError: () => setPassword('') })
  }

  return (
    <SignInPage>
      <div>
        <SignInCard
          title={t('session.signIn')}
          hint={t('session.codeComes')}
          problem={refusal ?? (problem ? problemSentence(problem, lang) : null)}
          onSubmit={submit}
        >
          <Field
            id="sign-in-email"
            label={t('session.email')}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            problem={wrong.email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Field
            id="sign-in-password"
            label={t('session.password')}
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            value={password}
            problem={wrong.password}
            onChange={(event) => setPassword(event.target.value)}
            end={
              <IconAction
                icon={shown ? EyeSlashIcon : EyeIcon}
                label={shown ? t('session.hidePassword') : t('session.showPassword')}
                pressed={shown}
                onClick={() => setShown(!shown)}
              />
            }
          />
          <Button type="submit" variant="contained" size="large" fullWidth disabled={signIn.isPending}>
            {signIn.isPending ? t('session.busy') : t('session.next')}
          </Button>
        </SignInCard>
        <HostNotice />
        <LanguageSwitch />
      </div>
    </SignInPage>
  )
}

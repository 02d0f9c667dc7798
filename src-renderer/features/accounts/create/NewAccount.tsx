/** Making an account: for whom, who logs in, what follows; then the credentials go out by themselves and nobody here sees them. */
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Account, AccountOwner, AccountRules } from '../../../../shared/domain/accounts.ts'
import { ProblemState } from '../../../app/faults/ProblemState.tsx'
import { useSentence } from '../../../app/faults/use-sentence.ts'
import { Said } from '../../../app/i18n/Said.tsx'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useKeys } from '../../../app/keys/use-keys.ts'
import { CaseHeader } from '../../../components/CaseHeader.tsx'
import { CaseFooter, CaseMain, CasePane } from '../../../components/CasePane.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { Kbd } from '../../../components/Kbd.tsx'
import { LoadingRows } from '../../../components/LoadingRows.tsx'
import { isProblem, problemOf } from '../../../data/problem-error.ts'
import { useAct } from '../../../data/use-act.ts'
import { usePortal } from '../../../data/use-desk.ts'
import { useIsConnected } from '../../../data/workstation.ts'
import { announce } from '../../../stores/announcer.ts'
import { BackToList } from '../../queue/BackToList.tsx'
import { useTitleFocus } from '../../queue/use-title-focus.ts'
import { addressOfPane } from '../panes.ts'
import { AccountForm, fieldId } from './AccountForm.tsx'
import { bodyOf, check, FORM_FIELDS, formFor, type NewAccountForm, type Wrong, wrongOf } from './new-account.ts'
import { OwnerSearch } from './OwnerSearch.tsx'

const TO_PANE = { state: { focus: true } } as const

/** A letter goes to a client's address; an organisation's contact gets mail. */
const goesByLetter = (rules: AccountRules, owner: AccountOwner) => rules.firstCredentials === 'letter' && owner.kind === 'client'

function Made({ account, byLetter, onAnother }: { account: Account; byLetter: boolean; onAnother: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const to = (address: string) => void navigate(address, TO_PANE)
  return (
    <EmptyState
      title={t('accountDesk.create.done', { name: account.name })}
      text={t(byLetter ? 'accountDesk.create.doneLetter' : 'accountDesk.create.doneMail')}
      action={
        <>
          {byLetter && (
            <Button variant="contained" onClick={() => to(addressOfPane('letters'))}>
              {t('accountDesk.create.toLetters')}
            </Button>
          )}
          <Button onClick={() => to(`/accounts/user/${account.id}`)}>{t('accountDesk.create.toAccount')}</Button>
          <Button variant="text" onClick={onAnother}>
            {t('accountDesk.create.another')}
          </Button>
        </>
      }
    />
  )
}

function Making({ rules, onBack }: { rules: AccountRules; onBack: () => void }) {
  const { t, lang } = useWords()
  const titleRef = useTitleFocus()
  const connected = useIsConnected()
  const [owner, setOwner] = useState<AccountOwner | null>(null)
  const [form, setForm] = useState<NewAccountForm | null>(null)
  // What is wrong is said after the first try, and then follows the typing.
  const [tried, setTried] = useState(false)
  const creating = useAct('accounts.create')
  const refusal = useSentence(isProblem(creating.error, 'invalid-input') ? null : creating.error)
  const fromPortal = wrongOf(problemOf(creating.error)?.fields ?? [])
  const found: Wrong = owner && form ? check(form, owner, rules, lang) : {}
  const wrong: Wrong = tried ? { ...fromPortal, ...found } : fromPortal
  const count = Object.keys(wrong).length
  const toFirst = useRef(false)
  useEffect(() => {
    if (!toFirst.current) return
    toFirst.current = false
    const first = FORM_FIELDS.find((name) => wrong[name])
    if (first) document.getElementById(fieldId(first))?.focus()
  })

  const pick = (next: AccountOwner | null) => {
    creating.reset()
    setTried(false)
    setOwner(next)
    setForm(next && formFor(next, rules))
  }
  const submit = () => {
    if (!owner || !form || creating.isPending) return
    setTried(true)
    if (Object.keys(found).length > 0) {
      toFirst.current = true
      return
    }
    creating.mutate(
      { body: bodyOf(form, owner) },
      {
        onSuccess: (account) => announce(t('accountDesk.create.done', { name: account.name })),
        onError: () => {
          toFirst.current = true
        },
      },
    )
  }
  const possible = owner !== null && connected && !creating.isPending && creating.data === undefined
  useKeys({ 'Ctrl+Enter': submit }, possible)
  const values = { days: rules.days }
  return (
    <CasePane label={t('accountDesk.create.title')} contextLabel="">
      <CaseMain
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={[t('domain.queue.accounts')]}
            title={t('accountDesk.create.title')}
            sentence={
              <>
                {owner === null && (
                  <>
                    <Said i18nKey="accountDesk.create.start" />{' '}
                  </>
                )}
                <Said
                  i18nKey={rules.firstCredentials === 'letter' ? 'accountDesk.create.letter' : 'accountDesk.create.mail'}
                  values={values}
                />
              </>
            }
          />
        }
        foot={
          owner && !creating.data ? (
            <CaseFooter
              start={
                <span role="alert">
                  {refusal ??
                    (connected
                      ? count > 0
                        ? t('accountDesk.create.wrong', { count })
                        : null
                      : t('accounts.acts.needsConnection'))}
                </span>
              }
            >
              <Button disabled={creating.isPending} onClick={() => pick(null)}>
                {t('accountDesk.create.cancel')}
              </Button>
              <Button variant="contained" disabled={!possible} onClick={submit} aria-keyshortcuts="Control+Enter">
                {t('accountDesk.create.make')}
                <Kbd keys={['Ctrl', '↵']} />
              </Button>
            </CaseFooter>
          ) : undefined
        }
      >
        {creating.data && owner ? (
          <Made account={creating.data} byLetter={goesByLetter(rules, owner)} onAnother={() => pick(null)} />
        ) : owner && form ? (
          <AccountForm owner={owner} rules={rules} form={form} wrong={wrong} onChange={setForm} onOther={() => pick(null)} />
        ) : (
          <OwnerSearch ofOrganisations={rules.kinds.every((kind) => kind === 'organisation-contact')} onPick={pick} />
        )}
      </CaseMain>
    </CasePane>
  )
}

export function NewAccount({ onBack }: { onBack: () => void }) {
  const { t } = useWords()
  const rules = usePortal('accounts.rules', {})
  if (rules.data) return <Making rules={rules.data} onBack={onBack} />
  return rules.isError ? (
    <ProblemState title={t('accountDesk.create.rulesFail')} error={rules.error} onRetry={() => void rules.refetch()} />
  ) : (
    <LoadingRows label={t('case.loading')} slowLabel={t('case.loadingSlow')} />
  )
}

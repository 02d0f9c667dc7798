/** First credentials again, for an account that nobody has used: the earlier ones are worthless from then on. */
import { PaperPlaneTiltIcon } from '@phosphor-icons/react/PaperPlaneTilt'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Account } from '../../../shared/domain/accounts.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { ActionItem } from '../../components/ActionAccordion.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { deskKey } from '../../data/keys.ts'
import { isProblem } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'
import { usePortal } from '../../data/use-desk.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'
import { addressOfPane } from './panes.ts'

/** An account that was used has a password of its own: that is reset, not sent again. */
export const canSendAgain = (account: Account): boolean => account.lastLoginAt === null && account.status !== 'ended'

export interface SendAgainProps {
  account: Account
  open: boolean
  onToggle: () => void
}

export function SendAgain({ account, open, onToggle }: SendAgainProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const connected = useIsConnected()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const rules = usePortal('accounts.rules', {}, { enabled: open })
  const sending = useAct('accounts.send-credentials')
  const refusal = useSentence(sending.error)
  const key = deskKey('portal:accounts.open', { params: { id: account.id } })
  const byLetter = rules.data?.firstCredentials === 'letter' && account.clientId !== null
  const run = () => {
    const typed = reason.trim()
    setAsked(typed === '')
    if (typed === '') return
    sending.mutate(
      { params: { id: account.id }, basedOn: account.version, body: { reason: typed } },
      {
        onSuccess: (after) => {
          client.setQueryData(key, after)
          setReason('')
          announce(t(byLetter ? 'accountDesk.again.doneLetter' : 'accountDesk.again.doneMail', { name: account.name }))
        },
        onError: (error) => {
          if (isProblem(error, 'stale-version', 'already-used')) void client.invalidateQueries({ queryKey: key })
        },
      },
    )
  }
  const note = refusal ? (
    <span role="alert">
      {refusal} {isProblem(sending.error, 'stale-version') && t('accounts.changedElsewhere')}
    </span>
  ) : sending.isSuccess ? (
    <span role="status">
      {t(byLetter ? 'accountDesk.again.doneLetter' : 'accountDesk.again.doneMail', { name: account.name })}{' '}
      {byLetter && (
        <LinkButton onClick={() => void navigate(addressOfPane('letters'), { state: { focus: true } })}>
          {t('accountDesk.again.toLetters')}
        </LinkButton>
      )}
    </span>
  ) : connected ? undefined : (
    t('accounts.acts.needsConnection')
  )
  return (
    <ActionItem
      icon={PaperPlaneTiltIcon}
      title={t('accountDesk.again.title')}
      open={open}
      onToggle={onToggle}
      outcomes={[
        { term: t('accounts.acts.term.stops'), text: t('accountDesk.again.stops') },
        { term: t('accounts.acts.term.opens'), text: t('accountDesk.again.opens') },
        {
          term: t('accounts.acts.term.tells'),
          text: rules.data ? t(byLetter ? 'accountDesk.again.letter' : 'accountDesk.again.mail') : '…',
        },
      ]}
      reason={{
        label: t('accounts.acts.reason'),
        value: reason,
        onChange: setReason,
        problem: asked && reason.trim() === '' ? t('accounts.acts.needsReason') : undefined,
      }}
      actionLabel={t('accountDesk.again.button')}
      onAct={run}
      disabled={!connected || !rules.data}
      busy={sending.isPending}
      note={note}
    />
  )
}

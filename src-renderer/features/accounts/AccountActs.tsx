/** The acts on an account, each opened to what it does before it is done. Sensitive ones wait for the receipt. */

import type { Icon } from '@phosphor-icons/react'
import { DevicesIcon } from '@phosphor-icons/react/Devices'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { LockSimpleOpenIcon } from '@phosphor-icons/react/LockSimpleOpen'
import { PasswordIcon } from '@phosphor-icons/react/Password'
import { ShieldSlashIcon } from '@phosphor-icons/react/ShieldSlash'
import { useState } from 'react'
import type { Account, ActPreview, SensitiveActOfAccount } from '../../../shared/domain/accounts.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { clockTime } from '../../app/format/dates.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color } from '../../app/theme/tokens.ts'
import { ActionAccordion, ActionItem } from '../../components/ActionAccordion.tsx'
import { ContextSection } from '../../components/ContextSection.tsx'
import { isProblem } from '../../data/problem-error.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { useSeconds } from '../../stores/use-seconds.ts'
import { buttonWords, outcomesOf } from './act-words.ts'
import { canSendAgain, SendAgain } from './SendAgain.tsx'
import type { ActName, AccountActs as Acts } from './use-account-acts.ts'
import type { Verification } from './use-verification.ts'

const ICONS: Readonly<Record<ActName, Icon>> = {
  unblock: LockSimpleOpenIcon,
  'reset-password': PasswordIcon,
  'clear-second-factor': ShieldSlashIcon,
  'forget-devices': DevicesIcon,
}

export interface AccountActsProps {
  account: Account
  acts: Acts
  verification: Verification
  open: ActName | null
  onOpen: (act: ActName | null) => void
  /** A sensitive act was opened: the caller must be verified for it. */
  onSensitive: (act: SensitiveActOfAccount) => void
  /** An act was done: the account is another one now. */
  onDone: () => void
}

/** The receipt for an act while it counts, or null. */
function useReceipt(verification: Verification, act: ActName): string | null {
  const { stage } = verification
  const receipt = stage.stage === 'receipt' && stage.act === act ? stage : null
  const now = useSeconds(receipt !== null)
  return receipt && receipt.until > now ? receipt.receiptId : null
}

type ItemProps = AccountActsProps & { preview: ActPreview }

function Act({ preview, acts, verification, open, onOpen, onSensitive, onDone }: ItemProps) {
  const { t } = useWords()
  const connected = useIsConnected()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { act } = preview
  const receiptId = useReceipt(verification, act)
  const locked = preview.needsReceipt && receiptId === null
  const error = acts.refused?.act === act ? acts.refused.error : null
  const refusal = useSentence(error)
  const missing = asked && reason.trim() === ''
  const note = preview.waits
    ? t('accountDesk.approvals.asked', { name: preview.waits.requestedBy.name, time: clockTime(preview.waits.expiresAt) })
    : preview.why
      ? t(`accounts.acts.why.${preview.why}`)
      : locked
        ? t('accounts.acts.checkFirst')
        : connected
          ? undefined
          : t('accounts.acts.needsConnection')
  const toggle = () => {
    const opens = open !== act
    onOpen(opens ? act : null)
    if (opens && act !== 'unblock' && preview.possible) onSensitive(act)
  }
  const run = () => {
    setAsked(true)
    if (reason.trim() === '') return
    acts.run(act, reason.trim(), receiptId, () => {
      setReason('')
      setAsked(false)
      if (receiptId) verification.reset()
      onDone()
    })
  }
  return (
    <ActionItem
      icon={ICONS[act]}
      title={t(`accounts.acts.name.${act}`)}
      open={open === act}
      onToggle={toggle}
      locked={locked}
      lockedLabel={t('accounts.acts.afterCheck')}
      outcomes={outcomesOf(preview, t)}
      reason={
        preview.possible
          ? {
              label: t('accounts.acts.reason'),
              value: reason,
              onChange: setReason,
              problem: missing ? t('accounts.acts.needsReason') : undefined,
            }
          : undefined
      }
      actionLabel={buttonWords(preview, t)}
      onAct={run}
      disabled={!preview.possible || !connected}
      busy={acts.pending !== null}
      note={
        refusal ? (
          <span role="alert">
            {refusal} {isProblem(error, 'stale-version') && t('accounts.changedElsewhere')}
          </span>
        ) : (
          note
        )
      }
    />
  )
}

export function AccountActs(props: AccountActsProps) {
  const { t } = useWords()
  const { stage } = props.verification
  const [again, setAgain] = useState(false)
  return (
    <ContextSection
      title={t('accounts.acts.title')}
      action={
        stage.stage === 'receipt' ? undefined : (
          <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4, color: color.t3 }}>
            <LockSimpleIcon size={14} />
            {t('accounts.acts.afterCheck')}
          </span>
        )
      }
    >
      <ActionAccordion>
        {canSendAgain(props.account) && (
          <SendAgain account={props.account} open={again} onToggle={() => setAgain((former) => !former)} />
        )}
        {props.account.acts.map((preview) => (
          <Act key={preview.act} {...props} preview={preview} />
        ))}
      </ActionAccordion>
    </ContextSection>
  )
}

/** The panel for verifying the caller. The desk never sees the code: it types what the caller reads out. */
import Button from '@mui/material/Button'
import { HandPalmIcon } from '@phosphor-icons/react/HandPalm'
import { ShieldCheckIcon } from '@phosphor-icons/react/ShieldCheck'
import { type RefObject, useId, useState } from 'react'
import {
  type Account,
  type SensitiveAct,
  sensitiveAct,
  type VerificationChannel,
  verifiesEnough,
} from '../../../shared/domain/accounts.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { countdown } from '../../app/format/spans.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { CodeBoxes } from '../../components/CodeBoxes.tsx'
import { Countdown } from '../../components/Countdown.tsx'
import { SelectField } from '../../components/Field.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { VerifyCode, VerifyMethod, VerifyPanel } from '../../components/VerifyPanel.tsx'
import { useIsConnected } from '../../data/workstation.ts'
import { useSeconds } from '../../stores/use-seconds.ts'
import type { Verification } from './use-verification.ts'

export interface VerifyCallerProps {
  account: Account
  verification: Verification
  /** The act the caller is verified for. */
  act: SensitiveAct
  onAct: (act: SensitiveAct) => void
  /** Takes the focus when an act asks for a verification. */
  panelRef: RefObject<HTMLDivElement | null>
}

const DIGITS = 6

function CodeEntry({ verification }: { verification: Verification }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const id = useId()
  const { stage, busy } = verification
  const sent = stage.stage === 'sent' ? stage : null
  const now = useSeconds(sent !== null && !sent.dead)
  const refusal = useSentence(verification.error)
  if (!sent) return null
  const left = sent.until - now
  const dead = sent.dead || left <= 0
  const submit = () => {
    if (code.length < DIGITS || dead || busy) return
    verification.check(code)
    setCode('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <VerifyCode
        text={t('accounts.verify.sent', { masked: sent.sentTo })}
        countdown={
          dead ? undefined : (
            <Countdown fraction={left / Math.max(1, sent.until - sent.from)}>
              {t('accounts.verify.valid', { time: countdown(left) })}, {t('accounts.verify.tries', { count: sent.triesLeft })}
            </Countdown>
          )
        }
        problem={refusal ? <span id={id}>{refusal}</span> : left <= 0 ? t('accounts.verify.expired') : undefined}
      >
        <CodeBoxes
          label={t('accounts.verify.code')}
          value={code}
          onChange={setCode}
          invalid={refusal !== null}
          describedBy={refusal ? id : undefined}
          disabled={dead}
          autoFocus
        />
      </VerifyCode>
      <div style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
        {dead ? (
          <Button fullWidth color="primary" onClick={verification.reset}>
            {t('accounts.verify.again')}
          </Button>
        ) : (
          <Button type="submit" fullWidth color="primary" disabled={code.length < DIGITS || busy} aria-keyshortcuts="Enter">
            {t('accounts.verify.check')}
            <Kbd keys={['↵']} />
          </Button>
        )}
        <Button color="error" disabled={busy} onClick={verification.refuse} sx={{ flex: 'none' }}>
          <HandPalmIcon />
          {t('accounts.verify.refuse')}
        </Button>
      </div>
    </form>
  )
}

function Done({ verification }: { verification: Verification }) {
  const { t } = useWords()
  const { stage } = verification
  const receipt = stage.stage === 'receipt' ? stage : null
  const now = useSeconds(receipt !== null)
  if (!receipt) return null
  const left = receipt.until - now
  const act = t(`accounts.acts.name.${receipt.act}`)
  return (
    <>
      <ShieldCheckIcon />
      {left > 0 ? (
        <span>
          {t('accounts.verify.done', { act })}{' '}
          <span aria-hidden="true">{t('accounts.verify.doneFor', { time: countdown(left) })}</span>
        </span>
      ) : (
        t('accounts.verify.used')
      )}
    </>
  )
}

export function VerifyCaller({ account, verification, act, onAct, panelRef }: VerifyCallerProps) {
  const { t } = useWords()
  const group = useId()
  const connected = useIsConnected()
  const options = account.verification.map((option) =>
    option.possible && !verifiesEnough(act, option.channel) ? { ...option, possible: false, why: 'too-weak' as const } : option,
  )
  const possible = options.filter((option) => option.possible)
  const [picked, setPicked] = useState<VerificationChannel | null>(null)
  const channel = (possible.find((option) => option.channel === picked) ?? possible[0])?.channel ?? null
  const refusal = useSentence(verification.error)
  const { stage, busy } = verification
  const isSent = stage.stage === 'sent'
  const pick = (value: string) => {
    const option = possible.find((one) => one.channel === value)
    if (option && !isSent) setPicked(option.channel)
  }
  return (
    <div ref={panelRef} tabIndex={-1} style={{ outline: 'none' }}>
      <VerifyPanel
        title={t('accounts.verify.title')}
        step={stage.stage === 'receipt' ? undefined : t('accounts.verify.step', { step: isSent ? 2 : 1 })}
        done={stage.stage === 'receipt' ? <Done verification={verification} /> : undefined}
        before={
          <SelectField
            label={t('accounts.verify.forAct')}
            value={act}
            disabled={isSent}
            options={sensitiveAct.options
              .filter((value) => account.acts.some((one) => one.act === value))
              .map((value) => ({ value, label: t(`accounts.acts.name.${value}`) }))}
            onChange={onAct}
          />
        }
      >
        {options.map((option) => (
          <VerifyMethod
            key={option.channel}
            group={group}
            value={option.channel}
            checked={option.channel === channel}
            onSelect={pick}
            title={
              option.masked === ''
                ? t(`accounts.verify.by.${option.channel}`)
                : t('accounts.verify.codeTo', { masked: option.masked })
            }
            detail={option.why ? t(`accounts.verify.why.${option.why}`) : t(`accounts.verify.known.${option.channel}`)}
            impossible={!option.possible}
          >
            {isSent ? (
              <CodeEntry verification={verification} />
            ) : (
              <div style={{ paddingBottom: 8 }}>
                <Button
                  fullWidth
                  color="primary"
                  disabled={busy || !connected}
                  onClick={() => verification.start(option.channel, act)}
                >
                  {t('accounts.verify.start')}
                </Button>
                <p role="alert">{refusal ?? (connected ? null : t('accounts.acts.needsConnection'))}</p>
              </div>
            )}
          </VerifyMethod>
        ))}
        {possible.length === 0 && (
          <p>{t(act === 'clear-second-factor' ? 'accounts.verify.noWayForFactor' : 'accounts.verify.noWay')}</p>
        )}
        {stage.stage === 'refused' && <p role="status">{t('accounts.verify.refused')}</p>}
      </VerifyPanel>
    </div>
  )
}

/** Verifying the caller: a code goes to an address on record, the caller reads it out, the right one gives a receipt for one act. */
import { useState } from 'react'
import type { SensitiveAct, VerificationChannel } from '../../../shared/domain/accounts.ts'
import { isProblem, problemOf } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'

export type VerificationStage =
  | { readonly stage: 'choose' }
  | {
      readonly stage: 'sent'
      readonly act: SensitiveAct
      readonly verificationId: string
      readonly sentTo: string
      /** When the screen was told, and until when it counts: both ms since the epoch. */
      readonly from: number
      readonly until: number
      readonly triesLeft: number
      /** No tries or no time left: only a new code helps. */
      readonly dead: boolean
    }
  | { readonly stage: 'receipt'; readonly act: SensitiveAct; readonly receiptId: string; readonly until: number }
  | { readonly stage: 'refused' }

export interface Verification {
  readonly stage: VerificationStage
  readonly busy: boolean
  readonly error: Error | null
  readonly start: (channel: VerificationChannel, act: SensitiveAct) => void
  readonly check: (code: string) => void
  readonly refuse: () => void
  /** The receipt was used, or is of no use any more. */
  readonly reset: () => void
}

export function useVerification(userId: string): Verification {
  const [stage, setStage] = useState<VerificationStage>({ stage: 'choose' })
  const starting = useAct('accounts.start-verification')
  const checking = useAct('accounts.check-verification')
  const refusing = useAct('accounts.refuse-verification')

  const start = (channel: VerificationChannel, act: SensitiveAct) => {
    checking.reset()
    starting.mutate(
      { params: { id: userId }, body: { channel, act } },
      {
        onSuccess: ({ verificationId, sentTo, expiresAt, triesLeft }) =>
          setStage({
            stage: 'sent',
            act,
            verificationId,
            sentTo,
            from: Date.now(),
            until: Date.parse(expiresAt),
            triesLeft,
            dead: false,
          }),
      },
    )
  }
  const check = (code: string) => {
    if (stage.stage !== 'sent') return
    checking.mutate(
      { params: { id: stage.verificationId }, body: { code } },
      {
        onSuccess: ({ receiptId, expiresAt }) =>
          setStage({ stage: 'receipt', act: stage.act, receiptId, until: Date.parse(expiresAt) }),
        onError: (error) => {
          const left = Number(problemOf(error)?.params['left'] ?? stage.triesLeft)
          const dead = isProblem(error, 'code-expired') || left <= 0
          setStage({ ...stage, triesLeft: left, dead })
        },
      },
    )
  }
  const refuse = () => {
    if (stage.stage !== 'sent') return
    refusing.mutate({ params: { id: stage.verificationId } }, { onSuccess: () => setStage({ stage: 'refused' }) })
  }
  const reset = () => {
    for (const one of [starting, checking, refusing]) one.reset()
    setStage({ stage: 'choose' })
  }
  return {
    stage,
    busy: starting.isPending || checking.isPending || refusing.isPending,
    error: checking.error ?? starting.error ?? refusing.error,
    start,
    check,
    refuse,
    reset,
  }
}

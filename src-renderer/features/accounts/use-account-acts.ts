/** The acts on an account. Each answers with the account as it is after it; a receipt works once. */
import { useQueryClient } from '@tanstack/react-query'
import type { Account, ActPreview } from '../../../shared/domain/accounts.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { deskKey } from '../../data/keys.ts'
import { isProblem } from '../../data/problem-error.ts'
import { useAct } from '../../data/use-act.ts'
import { announce } from '../../stores/announcer.ts'

export type ActName = ActPreview['act']

export interface AccountActs {
  readonly run: (act: ActName, reason: string, receiptId: string | null, onDone: () => void) => void
  readonly pending: ActName | null
  /** The act that was refused last, and why. */
  readonly refused: { readonly act: ActName; readonly error: Error } | null
}

export function useAccountActs(account: Account): AccountActs {
  const { t } = useWords()
  const client = useQueryClient()
  const acts = {
    unblock: useAct('accounts.unblock'),
    'reset-password': useAct('accounts.reset-password'),
    'clear-second-factor': useAct('accounts.clear-second-factor'),
    'forget-devices': useAct('accounts.forget-devices'),
  } as const
  const key = deskKey('portal:accounts.open', { params: { id: account.id } })

  const run: AccountActs['run'] = (act, reason, receiptId, onDone) => {
    const common = { params: { id: account.id }, basedOn: account.version }
    const answers = {
      onSuccess: (after: Account) => {
        client.setQueryData(key, after)
        const waits = after.acts.some((one) => one.act === act && one.waits !== null)
        announce(t(waits ? 'accounts.acts.asked' : `accounts.acts.done.${act}`, { name: account.name }))
        onDone()
      },
      onError: (error: Error) => {
        if (isProblem(error, 'stale-version', 'not-blocked', 'nothing-to-clear', 'approval-waits'))
          void client.invalidateQueries({ queryKey: key })
      },
    }
    for (const other of Object.values(acts)) if (!other.isPending) other.reset()
    if (act === 'unblock') acts.unblock.mutate({ ...common, body: { reason } }, answers)
    else if (receiptId) acts[act].mutate({ ...common, body: { reason, receiptId } }, answers)
  }

  const names = Object.keys(acts) as ActName[]
  const pending = names.find((name) => acts[name].isPending) ?? null
  const failed = names.find((name) => acts[name].error !== null)
  const error = failed ? acts[failed].error : null
  return { run, pending, refused: failed && error ? { act: failed, error } : null }
}

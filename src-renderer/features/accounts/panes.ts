/** What may stand where an account stands: a new account, the letters for the printer, what waits for approval. */
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import { UserPlusIcon } from '@phosphor-icons/react/UserPlus'
import { UsersIcon } from '@phosphor-icons/react/Users'

export const ACCOUNT_PANES = ['new', 'approvals', 'letters'] as const
export type AccountPane = (typeof ACCOUNT_PANES)[number]

export const addressOfPane = (pane: AccountPane): string => `/accounts/${pane}`

export const ICON_OF_PANE = { new: UserPlusIcon, approvals: UsersIcon, letters: PrinterIcon } as const
export const WORDS_OF_PANE = {
  new: 'accountDesk.create.title',
  approvals: 'accountDesk.approvals.menu',
  letters: 'accountDesk.letters.menu',
} as const satisfies Record<AccountPane, string>

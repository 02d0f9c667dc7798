/** The Dutch catalogue: every word on the screen. B1, "je" to staff, "u" to clients, no exclamation marks. */
import { absences } from './nl/absences.ts'
import { accountDesk } from './nl/account-desk.ts'
import { accounts } from './nl/accounts.ts'
import { caseWords } from './nl/case.ts'
import { contact } from './nl/contact.ts'
import { domain } from './nl/domain.ts'
import { planning } from './nl/planning.ts'
import { queue } from './nl/queue.ts'
import { session } from './nl/session.ts'
import { settings } from './nl/settings.ts'
import { shell } from './nl/shell.ts'
import { time } from './nl/time.ts'

export const nl = {
  absences,
  accountDesk,
  accounts,
  case: caseWords,
  contact,
  domain,
  planning,
  queue,
  session,
  settings,
  shell,
  time,
} as const

export type Catalogue = typeof nl

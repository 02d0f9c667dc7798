/** The English catalogue: the same keys as the Dutch one, no more and no fewer. */
import { absences } from './en/absences.ts'
import { accountDesk } from './en/account-desk.ts'
import { accounts } from './en/accounts.ts'
import { caseWords } from './en/case.ts'
import { contact } from './en/contact.ts'
import { domain } from './en/domain.ts'
import { planning } from './en/planning.ts'
import { queue } from './en/queue.ts'
import { session } from './en/session.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { time } from './en/time.ts'
import type { Catalogue } from './nl.ts'
import type { Wording } from './wording.ts'

export const en: Wording<Catalogue> = {
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
}

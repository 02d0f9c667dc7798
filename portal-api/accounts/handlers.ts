/** Portal accounts, for the helpdesk and team leads. Looking and searching are logged like any act. */
import type { accountRoutes } from '../../shared/api/accounts.ts'
import type { HandlersOf } from '../platform/context.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { readAccount } from './account.ts'
import { clearSecondFactor, forgetTrustedDevices, resetPassword, unblock } from './acts.ts'
import { approveAct, listApprovals, refuseAct } from './approvals.ts'
import { closeAccessCase, openAccessCase } from './call-case.ts'
import { createAccount, sendCredentials } from './create.ts'
import { listLetters, printLetter } from './letters.ts'
import { accountRules, findOwners } from './owners.ts'
import { findUser } from './rows.ts'
import { searchAccounts, searchPlace } from './search.ts'
import { checkVerification, refuseVerification, startVerification } from './verification.ts'
import { issueWipeCode } from './wipe-codes.ts'

export const accountHandlers = {
  'accounts.search': async (c) => {
    const after = c.query.cursor === undefined ? null : unpackCursor('accounts', searchPlace, c.query.cursor)
    if (c.query.cursor !== undefined && after === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    const found = await searchAccounts(c.tx, c.provider, c.query.q, after, c.query.limit)
    // The words searched for are personal data: the log says whose accounts were shown, not what was typed.
    c.audit({ details: { found: found.rows.map((row) => row.id) } })
    return { rows: found.rows, next: found.next ? packCursor('accounts', found.next) : null }
  },
  'accounts.open': async (c) => {
    const user = await findUser(c.tx, c.provider, c.params.id)
    if (!user) return c.fail('not-found')
    const account = await readAccount(c, c.profile, user)
    c.audit({ objectId: user.id, clientId: user.clientId, caseId: account.caseId })
    return account
  },
  'accounts.open-case': openAccessCase,
  'accounts.close-case': closeAccessCase,
  'accounts.start-verification': startVerification,
  'accounts.check-verification': checkVerification,
  'accounts.refuse-verification': refuseVerification,
  'accounts.unblock': unblock,
  'accounts.reset-password': resetPassword,
  'accounts.clear-second-factor': clearSecondFactor,
  'accounts.forget-devices': forgetTrustedDevices,
  'accounts.approvals': listApprovals,
  'accounts.approve-act': approveAct,
  'accounts.refuse-act': refuseAct,
  'accounts.issue-wipe-code': issueWipeCode,
  'accounts.rules': accountRules,
  'accounts.owners': findOwners,
  'accounts.create': createAccount,
  'accounts.send-credentials': sendCredentials,
  'accounts.letters': listLetters,
  'accounts.print-letter': printLetter,
} satisfies HandlersOf<typeof accountRoutes>

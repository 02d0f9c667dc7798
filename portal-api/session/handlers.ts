/** Signing in and staying so. Each file beside this one carries out one part of the log-in rules. */
import type { sessionRoutes } from '../../shared/api/session.ts'
import type { HandlersOf } from '../platform/context.ts'
import { chooseMembership, listMemberships, switchMembership } from './choose-membership.ts'
import { changePassword, me } from './client-session.ts'
import { portalOf } from './ground.ts'
import { acceptOwnInvitation, declineOwnInvitation } from './invitation.ts'
import { login } from './login.ts'
import { choosePassword, enrolAuthenticator, resendCode, verifyAuthenticator, verifyDevice } from './login-steps.ts'
import { confirmAuthenticator, startAuthenticator } from './own-authenticator.ts'
import { confirmAddressChange, ownProfile, startAddressChange } from './own-profile.ts'
import { forgotPassword, resetPassword } from './recovery.ts'
import { staffCode, staffLogin } from './staff-login.ts'
import { draftKey, staffConfirm, staffMe, staffSwitch } from './staff-session.ts'
import { logout, refresh } from './tokens.ts'

export const sessionHandlers = {
  // What the output schema does not name (holidays, terms) does not leave the server.
  'session.portal': async (c) => portalOf(c),
  'session.login': login,
  'session.verify-device': verifyDevice,
  'session.resend-code': resendCode,
  'session.verify-authenticator': verifyAuthenticator,
  'session.enrol-authenticator': enrolAuthenticator,
  'session.choose-password': choosePassword,
  'session.choose-membership': chooseMembership,
  'session.forgot-password': forgotPassword,
  'session.reset-password': resetPassword,
  'session.refresh': refresh,
  'session.logout': logout,
  'session.me': me,
  'session.memberships': listMemberships,
  'session.switch-membership': switchMembership,
  'session.accept-invitation': acceptOwnInvitation,
  'session.decline-invitation': declineOwnInvitation,
  'session.change-password': changePassword,
  'session.start-authenticator': startAuthenticator,
  'session.confirm-authenticator': confirmAuthenticator,
  'session.profile': ownProfile,
  'session.start-address-change': startAddressChange,
  'session.confirm-address-change': confirmAddressChange,
  'session.staff-login': staffLogin,
  'session.staff-code': staffCode,
  'session.staff-switch': staffSwitch,
  'session.staff-confirm': staffConfirm,
  'session.staff-me': staffMe,
  'session.draft-key': draftKey,
} satisfies HandlersOf<typeof sessionRoutes>

/** Words of signing in, locking and confirming, English. */
import type { session as nl } from '../nl/session.ts'
import type { Wording } from '../wording.ts'

export const session: Wording<typeof nl> = {
  signIn: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  next: 'Next',
  codeComes: 'Next we ask the code from your authenticator app.',
  code: 'Code from your authenticator app',
  codeTitle: 'One more step',
  codeFor: 'Signing in as {{email}}',
  check: 'Sign in',
  otherAccount: 'Sign in as someone else',
  expired: 'This step took too long. Start again.',
  browserHost: 'This is the browser version',
  browserHostText: 'After a restart you sign in again.',
  browserHostReason: 'Reason:',
  portal: 'Portal: {{url}}',
  locked: 'Locked',
  lockedSince: 'Locked at {{time}}. Your drafts are saved.',
  unlock: 'Unlock',
  confirmTitle: 'Is it still you?',
  confirmText: 'This act needs a recent check. Type the code from your authenticator app. Then your act goes on by itself.',
  confirm: 'Confirm',
  cancel: 'Cancel',
  busy: 'One moment',
}

/** Logging in to a portal, step by step, and a forgotten password. */
import { z } from 'zod'
import { sixDigits } from '../domain/accounts.ts'
import { emailTyped } from '../domain/clients.ts'
import { instant, optionalText, providerId, typedText, uuid } from '../domain/ids.ts'
import { passwordRules, portalProfile } from '../domain/portal-profile.ts'
import { done } from './common.ts'
import { membershipOption } from './own-session.ts'
import { route } from './route.ts'
import { tokens } from './tokens.ts'

const PUBLIC = { kind: 'public' } as const

const portal = z.object({ provider: providerId })
const secret = z.string().min(1).max(1024)

/**
 * What follows a right user name and password: in, or a next step. `ticket` carries the half-finished
 * log-in and is worth nothing elsewhere.
 */
export const loginStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('signed-in'), tokens, deviceToken: z.string().nullable() }),
  z.object({
    step: z.literal('verify-device'),
    ticket: z.string(),
    /** `06 ···· 4412` */
    sentTo: z.string(),
    resendAt: instant,
    expiresAt: instant,
  }),
  /** The code of the user's authenticator app, before anything else of the account opens. */
  z.object({ step: z.literal('authenticator'), ticket: z.string(), expiresAt: instant }),
  /** The authenticator was wiped: a new one is set up (scan `uri` or type `secret`) and proven by a first code. */
  z.object({
    step: z.literal('enrol-authenticator'),
    ticket: z.string(),
    uri: z.string(),
    secret: z.string(),
    expiresAt: instant,
  }),
  z.object({
    step: z.literal('choose-password'),
    ticket: z.string(),
    rules: passwordRules,
    /** The name that can be changed once, where the portal offers it. */
    userName: z.string().nullable(),
    expiresAt: instant,
  }),
  /** Selecteer organisatie: the account belongs to several clients or organisations. */
  z.object({ step: z.literal('choose-membership'), ticket: z.string(), options: z.array(membershipOption), expiresAt: instant }),
])
export type LoginStep = z.infer<typeof loginStep>

export const loginRoutes = {
  'session.portal': route({
    name: 'session.portal',
    method: 'GET',
    path: '/v1/portals/:provider',
    who: PUBLIC,
    summary: 'What the log-in page of a portal asks for, and what the portal offers',
    params: portal,
    output: portalProfile
      .pick({
        id: true,
        name: true,
        helpdesk: true,
        login: true,
        secondFactor: true,
        password: true,
        panels: true,
        subjects: true,
        absence: true,
      })
      .extend({
        /** Wrong passwords after which the account is blocked. */
        block: z.object({ afterFailures: z.number().int() }),
        recovery: z.object({
          selfService: z.boolean(),
          method: z.enum(['link', 'temporary-password']),
          minutes: z.number().int(),
          /** Does asking for a new password free who is blocked? */
          frees: z.boolean(),
        }),
      }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'portal-profile' },
    problems: ['not-found'],
  }),
  'session.login': route({
    name: 'session.login',
    method: 'POST',
    path: '/v1/portals/:provider/login',
    who: PUBLIC,
    summary: 'Log in to a portal with user name and password',
    params: portal,
    body: z.strictObject({
      userName: typedText(254),
      password: secret,
      /** The third field, where the portal has it. */
      organisation: z.string().max(100).optional(),
      deviceToken: z.string().max(200).optional(),
      /** How the device calls itself; shown to its owner and to the helpdesk. */
      deviceLabel: optionalText(100).default('Browser'),
    }),
    output: loginStep,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'login' },
    problems: ['not-found', 'credentials-wrong', 'account-blocked', 'no-access', 'no-mobile-number', 'too-many-attempts'],
  }),
  'session.verify-device': route({
    name: 'session.verify-device',
    method: 'POST',
    path: '/v1/portals/:provider/login/device',
    who: PUBLIC,
    summary: 'Verify the device with the code from the SMS',
    params: portal,
    body: z.strictObject({ ticket: secret, code: sixDigits }),
    output: loginStep,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'device-verification' },
    problems: ['not-found', 'code-wrong', 'code-expired', 'ticket-expired'],
  }),
  'session.resend-code': route({
    name: 'session.resend-code',
    method: 'POST',
    path: '/v1/portals/:provider/login/device/resend',
    who: PUBLIC,
    summary: 'Geen code ontvangen: send it again',
    params: portal,
    body: z.strictObject({ ticket: secret }),
    output: z.object({ resendAt: instant, expiresAt: instant }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'device-verification' },
    problems: ['not-found', 'ticket-expired', 'too-many-attempts', 'no-mobile-number'],
  }),
  'session.verify-authenticator': route({
    name: 'session.verify-authenticator',
    method: 'POST',
    path: '/v1/portals/:provider/login/authenticator',
    who: PUBLIC,
    summary: 'The second factor of a user with an authenticator app; each code works once',
    params: portal,
    body: z.strictObject({ ticket: secret, code: sixDigits }),
    output: loginStep,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'second-factor' },
    problems: ['not-found', 'code-wrong', 'ticket-expired'],
  }),
  'session.enrol-authenticator': route({
    name: 'session.enrol-authenticator',
    method: 'POST',
    path: '/v1/portals/:provider/login/authenticator/enrol',
    who: PUBLIC,
    summary: 'Set up a new authenticator after the old one was wiped: a code of the new one proves it',
    params: portal,
    body: z.strictObject({ ticket: secret, code: sixDigits }),
    output: loginStep,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'create', object: 'second-factor' },
    problems: ['not-found', 'code-wrong', 'ticket-expired'],
  }),
  'session.choose-password': route({
    name: 'session.choose-password',
    method: 'POST',
    path: '/v1/portals/:provider/login/password',
    who: PUBLIC,
    summary: 'Choose an own password at the first log-in or after a temporary one',
    params: portal,
    body: z.strictObject({ ticket: secret, newPassword: secret, userName: z.string().min(3).max(100).optional() }),
    output: loginStep,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'update', object: 'password' },
    problems: ['not-found', 'ticket-expired', 'password-refused', 'user-name-taken', 'user-name-fixed'],
  }),
  'session.choose-membership': route({
    name: 'session.choose-membership',
    method: 'POST',
    path: '/v1/portals/:provider/login/membership',
    who: PUBLIC,
    summary: 'Selecteer organisatie: log in for one of the clients or organisations of the account',
    params: portal,
    body: z.strictObject({ ticket: secret, membershipId: uuid }),
    output: loginStep,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'login' },
    problems: ['not-found', 'ticket-expired', 'no-access'],
  }),
  'session.forgot-password': route({
    name: 'session.forgot-password',
    method: 'POST',
    path: '/v1/portals/:provider/forgot-password',
    who: PUBLIC,
    summary: 'Wachtwoord vergeten: the answer is the same whether or not the user exists (ASVS 6.3.8)',
    params: portal,
    body: z.strictObject({ userName: typedText(254), email: emailTyped }),
    output: done,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'password-recovery' },
    problems: ['not-found', 'too-many-attempts'],
  }),
  'session.reset-password': route({
    name: 'session.reset-password',
    method: 'POST',
    path: '/v1/portals/:provider/reset-password',
    who: PUBLIC,
    summary: 'Choose a new password with the link from the e-mail',
    params: portal,
    body: z.strictObject({ link: secret, userName: typedText(254), newPassword: secret }),
    output: done,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'update', object: 'password' },
    problems: ['not-found', 'code-expired', 'password-refused', 'too-many-attempts'],
  }),
  'session.refresh': route({
    name: 'session.refresh',
    method: 'POST',
    path: '/v1/session/refresh',
    who: PUBLIC,
    summary: 'A new pair of tokens for a refresh token; a used one ends the session',
    body: z.strictObject({ refreshToken: secret }),
    output: tokens,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'session' },
    problems: ['signed-out'],
  }),
  'session.logout': route({
    name: 'session.logout',
    method: 'POST',
    path: '/v1/session/logout',
    who: PUBLIC,
    summary: 'End the session of a refresh token; ending one that is over is fine',
    body: z.strictObject({ refreshToken: secret }),
    output: done,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'delete', object: 'session' },
    problems: [],
  }),
} as const

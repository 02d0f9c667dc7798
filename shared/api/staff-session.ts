/** Staff: signing in at the workstation, going to another provider, proving again who it is. */
import { z } from 'zod'
import { sixDigits } from '../domain/accounts.ts'
import { emailTyped } from '../domain/clients.ts'
import { instant, optionalText, providerId } from '../domain/ids.ts'
import { membership, staffSession } from '../domain/staff.ts'
import { ANY_STAFF } from './common.ts'
import { route } from './route.ts'
import { tokens } from './tokens.ts'

const PUBLIC = { kind: 'public' } as const
const STAFF = { kind: 'staff', roles: ANY_STAFF } as const
const secret = z.string().min(1).max(1024)

export const staffSessionRoutes = {
  'session.staff-login': route({
    name: 'session.staff-login',
    method: 'POST',
    path: '/v1/staff/login',
    who: PUBLIC,
    summary: 'Staff, first step: e-mail address and password',
    body: z.strictObject({ email: emailTyped, password: secret }),
    output: z.object({ ticket: z.string(), expiresAt: instant }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'staff-login' },
    problems: ['credentials-wrong', 'account-blocked', 'too-many-attempts'],
  }),
  'session.staff-code': route({
    name: 'session.staff-code',
    method: 'POST',
    path: '/v1/staff/login/code',
    who: PUBLIC,
    summary: 'Staff, second step: the code of the authenticator app. Signs in at `provider`, or at the first membership',
    body: z.strictObject({
      ticket: secret,
      code: sixDigits,
      provider: providerId.optional(),
      workstation: optionalText(100).default(''),
    }),
    output: z.object({ tokens, provider: providerId, memberships: z.array(membership) }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'staff-login' },
    problems: ['code-wrong', 'ticket-expired', 'no-access', 'too-many-attempts'],
  }),
  'session.staff-switch': route({
    name: 'session.staff-switch',
    method: 'POST',
    path: '/v1/staff/switch',
    who: STAFF,
    summary: 'Go to another provider: a new session, the old one ends',
    body: z.strictObject({ provider: providerId }),
    output: z.object({ tokens }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'session' },
    problems: ['no-access'],
  }),
  'session.staff-confirm': route({
    name: 'session.staff-confirm',
    method: 'POST',
    path: '/v1/staff/confirm',
    who: STAFF,
    summary: 'Prove again that it is you: unlocks the workstation and sensitive acts',
    body: z.strictObject({ code: sixDigits }),
    output: z.object({ confirmedAt: instant }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'staff-confirmation' },
    problems: ['code-wrong', 'too-many-attempts'],
  }),
  'session.staff-me': route({
    name: 'session.staff-me',
    method: 'GET',
    path: '/v1/staff/me',
    who: STAFF,
    summary: 'Who is signed in, in which role, at which provider',
    output: staffSession,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'staff' },
    problems: [],
  }),
  'session.draft-key': route({
    name: 'session.draft-key',
    method: 'GET',
    path: '/v1/staff/draft-key',
    who: STAFF,
    summary: 'The key of this member of staff for drafts and the outbox at rest on a workstation (256 bits, base64)',
    output: z.object({ key: z.string() }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'draft-key' },
    problems: [],
  }),
} as const

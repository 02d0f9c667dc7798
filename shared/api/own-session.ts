/** A client's own session: who is logged in and for whom, and the security of the account. */
import { z } from 'zod'
import { portalUserKind, sixDigits } from '../domain/accounts.ts'
import { instant, providerId, uuid } from '../domain/ids.ts'
import { contactSubject, panel } from '../domain/portal-profile.ts'
import { done } from './common.ts'
import { route } from './route.ts'
import { tokens } from './tokens.ts'

const CLIENT = { kind: 'client' } as const
const secret = z.string().min(1).max(1024)

/** One of the clients or organisations for whom an account may be logged in. */
export const membershipOption = z.object({
  id: uuid,
  /** Of the client or the organisation. */
  name: z.string(),
  kind: portalUserKind,
})

export const ownSessionRoutes = {
  'session.me': route({
    name: 'session.me',
    method: 'GET',
    path: '/v1/me',
    who: CLIENT,
    summary: 'Who is logged in, for which client, and which panels the portal has',
    output: z.object({
      id: uuid,
      name: z.string(),
      userName: z.string(),
      membership: membershipOption.extend({ relation: z.string(), functionCode: z.number().int().nullable() }),
      client: z.object({ id: uuid, name: z.string(), number: z.number().int() }).nullable(),
      organisation: z.object({ id: uuid, name: z.string() }).nullable(),
      rights: z.array(z.string()),
      /** The portal's own administrator. */
      administrator: z.boolean(),
      /** An invitation that must be accepted before anything opens; null when there is none. */
      invitation: z.object({ by: z.string(), at: instant }).nullable(),
      provider: providerId,
      providerName: z.string(),
      /** The parts of the portal that are open to this person. */
      panels: z.array(panel),
      subjects: z.array(contactSubject),
      /** True until the contact details were looked at once, where the portal asks for it. */
      checkContactDetails: z.boolean(),
      /** What protects the account beside its password. */
      secondFactor: z.enum(['none', 'device', 'authenticator']),
      /** May the user set up an authenticator here? */
      authenticatorOffered: z.boolean(),
    }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'portal-user' },
    problems: [],
  }),
  'session.memberships': route({
    name: 'session.memberships',
    method: 'GET',
    path: '/v1/me/memberships',
    who: CLIENT,
    summary: 'Organisatie kiezen: for whom this account may be logged in',
    output: z.object({ rows: z.array(membershipOption.extend({ current: z.boolean(), invited: z.boolean() })) }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'portal-membership' },
    problems: [],
  }),
  'session.switch-membership': route({
    name: 'session.switch-membership',
    method: 'POST',
    path: '/v1/me/memberships/switch',
    who: CLIENT,
    summary: 'Go on for another client or organisation: a new session, the old one ends',
    body: z.strictObject({ membershipId: uuid }),
    output: z.object({ tokens }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'session' },
    problems: ['not-found', 'signed-out'],
  }),
  'session.accept-invitation': route({
    name: 'session.accept-invitation',
    method: 'POST',
    path: '/v1/me/invitation/accept',
    who: CLIENT,
    summary: 'Meldingen: accept the invitation; the parts that were ticked open',
    output: done,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'update', object: 'invitation' },
    problems: ['not-open'],
  }),
  'session.decline-invitation': route({
    name: 'session.decline-invitation',
    method: 'POST',
    path: '/v1/me/invitation/decline',
    who: CLIENT,
    summary: 'Decline the invitation: this membership ends, and its sessions with it',
    output: done,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'update', object: 'invitation' },
    problems: ['not-open'],
  }),
  'session.change-password': route({
    name: 'session.change-password',
    method: 'POST',
    path: '/v1/me/password',
    who: CLIENT,
    summary: 'Wachtwoord wijzigen',
    body: z.strictObject({ currentPassword: secret, newPassword: secret }),
    output: done,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'update', object: 'password' },
    problems: ['credentials-wrong', 'password-refused', 'too-many-attempts'],
  }),
  'session.start-authenticator': route({
    name: 'session.start-authenticator',
    method: 'POST',
    path: '/v1/me/authenticator',
    who: CLIENT,
    summary: 'Accountbeveiliging: set up an authenticator; `code` is of the one it replaces, where there is one',
    body: z.strictObject({ currentPassword: secret, code: sixDigits.optional() }),
    output: z.object({ ticket: z.string(), secret: z.string(), uri: z.string(), expiresAt: instant }),
    status: 200,
    // A kept answer would keep the secret.
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'create', object: 'second-factor' },
    problems: ['panel-not-available', 'credentials-wrong', 'code-wrong', 'too-many-attempts'],
  }),
  'session.confirm-authenticator': route({
    name: 'session.confirm-authenticator',
    method: 'POST',
    path: '/v1/me/authenticator/confirm',
    who: CLIENT,
    summary: 'A code of the new authenticator proves it; from then on the log-in asks it. Told to all addresses',
    body: z.strictObject({ ticket: secret, code: sixDigits }),
    output: done,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'create', object: 'second-factor' },
    problems: ['panel-not-available', 'code-wrong', 'ticket-expired'],
  }),
} as const

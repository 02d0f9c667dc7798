/** New accounts and their first credentials, on the wire: made by the provider's staff, who choose no password and read none on the screen. */
import { z } from 'zod'
import { account, accountOwner, accountRules, actReason, portalUserKind } from '../domain/accounts.ts'
import { emailTyped, phoneTyped } from '../domain/clients.ts'
import { optionalText, uuid } from '../domain/ids.ts'
import { waitingLetter } from '../domain/letters.ts'
import { personName } from '../domain/users.ts'
import { ACCESS_STAFF, byId, cursor, limit, pageOf } from './common.ts'
import { route } from './route.ts'

const STAFF = { kind: 'staff', roles: ACCESS_STAFF } as const

/** For whom the account logs in. */
const owner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('client'), clientId: uuid }),
  z.strictObject({ kind: z.literal('organisation'), organisationId: uuid }),
])

export const firstCredentialRoutes = {
  'accounts.rules': route({
    name: 'accounts.rules',
    method: 'GET',
    path: '/v1/account-rules',
    who: STAFF,
    summary: 'What this portal asks of an account that staff make, and how first credentials travel',
    output: accountRules,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'portal-profile' },
    problems: [],
  }),
  'accounts.owners': route({
    name: 'accounts.owners',
    method: 'GET',
    path: '/v1/account-owners',
    who: STAFF,
    summary: 'Find a client or an organisation to make an account for, by name or client number; searching is logged',
    query: z.object({ q: z.string().min(2).max(100) }),
    output: z.object({ rows: z.array(accountOwner), more: z.boolean() }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'client-search' },
    problems: [],
  }),
  'accounts.create': route({
    name: 'accounts.create',
    method: 'POST',
    path: '/v1/portal-users',
    who: STAFF,
    summary: 'Make an account for a client, a representative or an organisation; first credentials go out as the portal does',
    body: z.strictObject({
      owner,
      kind: portalUserKind,
      name: personName(120),
      relation: optionalText(80).default(''),
      email: z.union([emailTyped, z.literal('')]).default(''),
      mobile: z.union([phoneTyped, z.literal('')]).default(''),
      reason: actReason,
    }),
    output: account,
    status: 201,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    recent: true,
    audit: { action: 'create', object: 'portal-user' },
    problems: ['not-found', 'already-user', 'no-access', 'rank-too-high', 'too-many-attempts', 'confirm-first'],
  }),
  'accounts.send-credentials': route({
    name: 'accounts.send-credentials',
    method: 'POST',
    path: '/v1/portal-users/:id/credentials',
    who: STAFF,
    summary: 'First credentials again, of an account nobody used: a new secret, and the one before is worthless',
    params: byId,
    body: z.strictObject({ reason: actReason }),
    output: account,
    status: 200,
    requestId: 'required',
    basedOn: 'required',
    offline: 'never',
    recent: true,
    audit: { action: 'execute', object: 'first-credentials' },
    problems: [
      'not-found',
      'stale-version',
      'no-access',
      'already-used',
      'no-address',
      'address-too-new',
      'rank-too-high',
      'too-many-attempts',
      'confirm-first',
    ],
  }),
  'accounts.letters': route({
    name: 'accounts.letters',
    method: 'GET',
    path: '/v1/letters',
    who: STAFF,
    summary: 'Letters with first credentials that wait for the printer, the oldest first',
    query: z.object({ cursor, limit }),
    output: pageOf(waitingLetter),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'letter' },
    problems: [],
  }),
  'accounts.print-letter': route({
    name: 'accounts.print-letter',
    method: 'POST',
    path: '/v1/letters/:id/print',
    who: STAFF,
    summary: 'Print a letter, once: the secret in it is erased here. Printing again takes new credentials',
    params: byId,
    output: z.object({ fileName: z.string(), pdf: z.base64() }),
    status: 200,
    // A kept answer would keep the secret.
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    recent: true,
    audit: { action: 'execute', object: 'letter' },
    problems: ['not-found', 'letter-gone', 'confirm-first'],
  }),
} as const

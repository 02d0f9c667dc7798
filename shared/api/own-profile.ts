/** Profielinstellingen: the own e-mail address and mobile number of an account, and changing one. */
import { z } from 'zod'
import { sixDigits, verificationChannel } from '../domain/accounts.ts'
import { addressTyped } from '../domain/clients.ts'
import { instant } from '../domain/ids.ts'
import { route } from './route.ts'

const CLIENT = { kind: 'client' } as const
const secret = z.string().min(1).max(1024)

/** What an account knows of its owner. */
export const ownProfile = z.object({
  name: z.string(),
  userName: z.string(),
  addresses: z.array(
    z.object({
      channel: verificationChannel,
      /** As people write it; null where there is none. */
      value: z.string().nullable(),
      /** Changed lately: from when the helpdesk and a forgotten password go by it. */
      countsFrom: instant.nullable(),
    }),
  ),
})
export type OwnProfile = z.infer<typeof ownProfile>

export const ownProfileRoutes = {
  'session.profile': route({
    name: 'session.profile',
    method: 'GET',
    path: '/v1/me/profile',
    who: CLIENT,
    summary: 'Profielinstellingen: the own e-mail address and mobile number',
    output: ownProfile,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    panel: 'profile-settings',
    audit: { action: 'read', object: 'portal-user' },
    problems: [],
  }),
  'session.start-address-change': route({
    name: 'session.start-address-change',
    method: 'POST',
    path: '/v1/me/profile/address',
    who: CLIENT,
    summary:
      'Bewerken: another number or e-mail address. Asks the password (and a code of the authenticator, where there is one), and sends a code to the new one',
    body: z.strictObject({ address: addressTyped, currentPassword: secret, code: sixDigits.optional() }),
    output: z.object({ ticket: z.string(), sentTo: z.string(), expiresAt: instant }),
    status: 200,
    // A kept answer would keep the ticket.
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    panel: 'profile-settings',
    audit: { action: 'update', object: 'account-address' },
    problems: ['credentials-wrong', 'code-wrong', 'too-many-attempts'],
  }),
  'session.confirm-address-change': route({
    name: 'session.confirm-address-change',
    method: 'POST',
    path: '/v1/me/profile/address/confirm',
    who: CLIENT,
    summary: 'The code that was sent proves the new one: from then on it counts. Told to all addresses, the old one too',
    body: z.strictObject({ ticket: secret, code: sixDigits }),
    output: ownProfile,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    panel: 'profile-settings',
    audit: { action: 'update', object: 'account-address' },
    problems: ['code-wrong', 'code-expired'],
  }),
} as const

/**
 * Tells every address on record that an e-mail address or mobile number was added, changed or removed, the
 * old address too, with a way to say "this wasn't me" (63B §4.6, ASVS 6.3.7). The message does not repeat
 * the address: whoever reads it wrongly learns nothing.
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { ContactDetailKind } from '../../shared/domain/clients.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Tx } from '../db/database.ts'
import { contactDetails, portalUsers } from '../db/schema/index.ts'
import type { NewDelivery } from '../platform/context.ts'
import { letterText } from '../platform/delivery/letter.ts'
import type { ClientRow } from './own.ts'
import { contentOf, storedPhone } from './phone.ts'

interface Teller {
  readonly tx: Tx
  readonly profile: PortalProfile
  deliver(message: NewDelivery): Promise<void>
}

export interface AddressChange {
  readonly kind: ContactDetailKind
  readonly what: 'added' | 'changed' | 'removed'
  /** What it was before a change or removal, with its kind then. */
  readonly former: { readonly kind: ContactDetailKind; readonly value: string } | null
}

const VERB = { added: 'toegevoegd', changed: 'gewijzigd', removed: 'verwijderd' } as const
const NOUN = { email: 'e-mailadres', mobile: 'mobiel nummer' } as const

/** Every e-mail address and mobile number by which the people of a client are known. */
async function addressesOf(tx: Tx, clientId: string, former: AddressChange['former']) {
  const details = await tx
    .select({ kind: contactDetails.kind, value: contactDetails.value })
    .from(contactDetails)
    .where(and(eq(contactDetails.clientId, clientId), isNull(contactDetails.removedAt)))
  const users = await tx
    .select({ email: portalUsers.email, mobile: portalUsers.mobile })
    .from(portalUsers)
    .where(and(eq(portalUsers.clientId, clientId), isNull(portalUsers.endedAt)))
  const known = former ? [...details, former] : details
  const of = (content: 'email' | 'mobile') => known.filter((one) => contentOf(one.kind) === content).map((one) => one.value)
  const emails = [...of('email'), ...users.flatMap((user) => user.email ?? [])].map((email) => email.trim().toLowerCase())
  const mobiles = [...of('mobile'), ...users.flatMap((user) => user.mobile ?? [])].flatMap((mobile) => storedPhone(mobile) ?? [])
  return { emails: new Set(emails), mobiles: new Set(mobiles) }
}

/** Call it after the change was written. A change of a landline tells nobody: no code is ever sent there. */
export async function tellAddresses(c: Teller, client: ClientRow, change: AddressChange): Promise<void> {
  const now = contentOf(change.kind)
  const content = now === 'landline' && change.former ? contentOf(change.former.kind) : now
  if (content === 'landline') return
  const sentence = `een ${NOUN[content]} is ${VERB[change.what]}`
  const { emails, mobiles } = await addressesOf(c.tx, client.id, change.former)
  for (const to of emails) {
    await c.deliver({
      channel: 'email',
      to,
      template: 'contact-detail-changed',
      subject: 'Uw contactgegevens zijn gewijzigd',
      body: letterText({
        to: client.name,
        from: c.profile.name,
        paragraphs: [
          `Er is iets gewijzigd in uw contactgegevens in het portaal: ${sentence}.`,
          'Heeft u dit zelf gedaan? Dan hoeft u niets te doen.',
          'Heeft u dit niet zelf gedaan? Neem dan meteen contact met ons op. Dan zoeken wij samen met u uit wat er is gebeurd.',
        ],
      }),
    })
  }
  for (const to of mobiles) {
    await c.deliver({
      channel: 'sms',
      to,
      template: 'contact-detail-changed',
      body: `${c.profile.name}: ${sentence} in uw contactgegevens. Niet zelf gedaan? Neem dan meteen contact met ons op.`,
    })
  }
}

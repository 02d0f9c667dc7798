/**
 * Tells every address on record that an e-mail address or mobile number was added, changed or removed, the
 * old address too, with a way to say "this wasn't me" (63B §4.6, ASVS 6.3.7). The message does not repeat
 * the address: whoever reads it wrongly learns nothing.
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { ContactDetailKind } from '../../shared/domain/clients.ts'
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type Address, toldAddresses } from '../accounts/addresses.ts'
import type { Tx } from '../db/database.ts'
import { contactDetails, portalMemberships, portalUsers } from '../db/schema/index.ts'
import type { NewDelivery } from '../platform/context.ts'
import { letterText } from '../platform/delivery/letter.ts'
import { storedPhone } from '../platform/phone.ts'
import { contentOf } from './detail-content.ts'
import type { ClientRow } from './own.ts'

interface Teller {
  readonly tx: Tx
  readonly profile: PortalProfile
  readonly now: Date
  /** The client's own: they are at work themself. */
  readonly lang: Language
  deliver(message: NewDelivery): Promise<void>
}

interface AddressChange {
  readonly kind: ContactDetailKind
  readonly what: 'added' | 'changed' | 'removed'
  /** What it was before a change or removal, with its kind then. */
  readonly former: { readonly kind: ContactDetailKind; readonly value: string } | null
}

const SENTENCES = {
  email: {
    added: { nl: 'een e-mailadres is toegevoegd', en: 'an e-mail address was added' },
    changed: { nl: 'een e-mailadres is gewijzigd', en: 'an e-mail address was changed' },
    removed: { nl: 'een e-mailadres is verwijderd', en: 'an e-mail address was removed' },
  },
  mobile: {
    added: { nl: 'een mobiel nummer is toegevoegd', en: 'a mobile number was added' },
    changed: { nl: 'een mobiel nummer is gewijzigd', en: 'a mobile number was changed' },
    removed: { nl: 'een mobiel nummer is verwijderd', en: 'a mobile number was removed' },
  },
} as const satisfies Record<string, Record<AddressChange['what'], Sentence>>

const TEXTS = {
  subject: { nl: 'Uw contactgegevens zijn gewijzigd', en: 'Your contact details have changed' },
  what: {
    nl: 'Er is iets gewijzigd in uw contactgegevens in het portaal: {what}.',
    en: 'Something changed in your contact details in the portal: {what}.',
  },
  me: {
    nl: 'Heeft u dit zelf gedaan? Dan hoeft u niets te doen.',
    en: 'Did you do this yourself? Then you need not do anything.',
  },
  notMe: {
    nl: 'Heeft u dit niet zelf gedaan? Neem dan meteen contact op met {helpdesk}.',
    en: 'Was this not you? Then contact {helpdesk} at once.',
  },
} as const satisfies Record<string, Sentence>

/** The e-mail addresses and mobile numbers among the contact details of a client, the former one too. */
export async function detailAddresses(
  tx: Tx,
  clientId: string,
  former: AddressChange['former'] = null,
): Promise<readonly Address[]> {
  const details = await tx
    .select({ kind: contactDetails.kind, value: contactDetails.value })
    .from(contactDetails)
    .where(and(eq(contactDetails.clientId, clientId), isNull(contactDetails.removedAt)))
  const found: Address[] = []
  for (const { kind, value } of former ? [...details, former] : details) {
    const content = contentOf(kind)
    const mobile = content === 'mobile' ? storedPhone(value) : null
    if (content === 'email') found.push({ channel: 'email', address: value })
    if (mobile !== null) found.push({ channel: 'sms', address: mobile })
  }
  return onceEach(found)
}

const keyOf = ({ channel, address }: Address) => `${channel} ${address.toLowerCase()}`

function onceEach(addresses: readonly Address[]): readonly Address[] {
  return [...new Map(addresses.map((one) => [keyOf(one), one])).values()]
}

/** Every e-mail address and mobile number by which the people of a client are known, the former one too. */
async function addressesOf(c: Teller, clientId: string, former: AddressChange['former']): Promise<readonly Address[]> {
  const users = await c.tx
    .select({ user: portalUsers })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(and(eq(portalMemberships.clientId, clientId), isNull(portalMemberships.endedAt), isNull(portalUsers.endedAt)))
  const found = await Promise.all([
    detailAddresses(c.tx, clientId, former),
    ...users.map(({ user }) => toldAddresses(c.tx, user, c.now)),
  ])
  return onceEach(found.flat())
}

/** Call it after the change was written: its row is locked, so all are told in one go, however many they are. A change of a landline tells nobody: no code is ever sent there. */
export async function tellAddresses(c: Teller, client: ClientRow, change: AddressChange): Promise<void> {
  const now = contentOf(change.kind)
  const content = now === 'landline' && change.former ? contentOf(change.former.kind) : now
  if (content === 'landline') return
  const params = { what: say(SENTENCES[content][change.what], c.lang), helpdesk: c.profile.helpdesk }
  const paragraphs = [TEXTS.what, TEXTS.me, TEXTS.notMe].map((sentence) => say(sentence, c.lang, params))
  const messages = (await addressesOf(c, client.id, change.former)).map(
    ({ channel, address }): NewDelivery =>
      channel === 'email'
        ? {
            channel,
            to: address,
            template: 'client.detail-changed',
            subject: say(TEXTS.subject, c.lang),
            body: letterText({ to: client.name, from: c.profile.name, paragraphs }, c.lang),
          }
        : { channel, to: address, template: 'client.detail-changed', body: `${c.profile.name}: ${paragraphs.join(' ')}` },
  )
  await Promise.all(messages.map((message) => c.deliver(message)))
}

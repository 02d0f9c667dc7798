/** Whom to phone about a client, the best number first. Pure. */
import type { ContactDetailKind, ContactPersonType, PhoneContact } from '../../shared/domain/clients.ts'
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'
import { readablePhone } from '../platform/phone.ts'
import { contentOf } from './detail-content.ts'

const OF_PERSON: Readonly<Record<ContactPersonType, Sentence>> = {
  pharmacy: { nl: 'apotheek', en: 'pharmacy' },
  dietician: { nl: 'diëtist', en: 'dietician' },
  family: { nl: 'familie', en: 'family' },
  physiotherapist: { nl: 'fysiotherapeut', en: 'physiotherapist' },
  gp: { nl: 'huisarts', en: 'GP' },
  acquaintance: { nl: 'kennis', en: 'acquaintance' },
}
const OF_CLIENT = {
  mobile: { nl: 'zelf', en: 'client' },
  landline: { nl: 'thuis', en: 'at home' },
} as const satisfies Record<string, Sentence>

/** People who speak for the client come before those who give care beside us. */
const CLOSENESS: Readonly<Record<ContactPersonType, number>> = {
  family: 0,
  acquaintance: 1,
  gp: 2,
  pharmacy: 3,
  physiotherapist: 4,
  dietician: 5,
}

interface PhoneSources {
  readonly clientName: string
  readonly details: readonly { readonly kind: ContactDetailKind; readonly value: string }[]
  readonly persons: readonly {
    readonly name: string
    readonly phone1: string
    readonly phone2: string
    readonly type: ContactPersonType
    readonly primary: boolean
  }[]
}

/**
 * First the primary contact person, then the client (mobile before home), then the other contact persons,
 * those closest first. The first is marked as the one to call.
 */
export function phonesOf(sources: PhoneSources, lang: Language): PhoneContact[] {
  const ofPersons = (primary: boolean) =>
    sources.persons
      .filter((person) => person.primary === primary)
      .sort((a, b) => CLOSENESS[a.type] - CLOSENESS[b.type] || a.name.localeCompare(b.name, 'nl'))
      .flatMap((person) =>
        [person.phone1, person.phone2]
          .filter((phone) => phone !== '')
          .map((phone) => ({ name: person.name, relation: say(OF_PERSON[person.type], lang), phone })),
      )
  const ofClient = (content: 'mobile' | 'landline') =>
    sources.details
      .filter((detail) => contentOf(detail.kind) === content)
      .map((detail) => ({ name: sources.clientName, relation: say(OF_CLIENT[content], lang), phone: detail.value }))
  return [...ofPersons(true), ...ofClient('mobile'), ...ofClient('landline'), ...ofPersons(false)].map((one, index) => ({
    ...one,
    phone: readablePhone(one.phone),
    primary: index === 0,
  }))
}

/**
 * Phone numbers: kept as E.164 (`+31612345678`), so that one number has one form and can be dialled and
 * sent a text; shown as people write them (`06 12345678`, foreign ones with their country code).
 */
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { ContactDetailKind } from '../../shared/domain/clients.ts'

const HOME = 'NL'

function read(text: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, HOME)
  return number?.isValid() ? number : null
}

/** E.164 of a number as typed, or null when no such number can exist. */
export function storedPhone(typed: string): string | null {
  return read(typed)?.number ?? null
}

/** E.164 of a number that can receive a text; a number known to be of a fixed line is refused. */
export function storedMobile(typed: string): string | null {
  const number = read(typed)
  return number && number.getType() !== 'FIXED_LINE' ? number.number : null
}

/** As people write it; what could not be read as a number stays as it was stored. */
export function readablePhone(stored: string): string {
  const number = read(stored)
  if (!number) return stored
  return number.country === HOME ? number.formatNational() : number.formatInternational()
}

/** What a contact detail holds. */
export function contentOf(kind: ContactDetailKind): 'mobile' | 'landline' | 'email' {
  switch (kind) {
    case 'phone-mobile':
    case 'phone-mobile-private':
      return 'mobile'
    case 'phone-home':
    case 'phone-home-private':
      return 'landline'
    case 'email':
    case 'email-private':
      return 'email'
    default: {
      const never: never = kind
      return never
    }
  }
}

/**
 * Phone numbers, wherever one enters: kept as E.164 (`+31612345678`), so that one number has one form and can be dialled and
 * sent a text; shown as people write them (`06 12345678`, foreign ones with their country code).
 */
import { type NumberType, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'

const HOME = 'NL'

function read(text: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, HOME)
  return number?.isValid() ? number : null
}

/** E.164 of a number as typed, or null when no such number can exist. */
export function storedPhone(typed: string): string | null {
  return read(typed)?.number ?? null
}

/** Kinds of number that receive no text: fixed lines, and those that a company or a machine answers. */
const NO_TEXTS: ReadonlySet<NumberType> = new Set([
  'FIXED_LINE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'UAN',
  'VOICEMAIL',
  'PAGER',
])

/** E.164 of a number that can receive a text; a number known to be of another kind is refused. */
export function storedMobile(typed: string): string | null {
  const number = read(typed)
  return number && !NO_TEXTS.has(number.getType()) ? number.number : null
}

/** As people write it; what could not be read as a number stays as it was stored. */
export function readablePhone(stored: string): string {
  const number = read(stored)
  if (!number) return stored
  return number.country === HOME ? number.formatNational() : number.formatInternational()
}

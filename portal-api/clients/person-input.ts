/** A contact person as it is kept: its phone numbers in one form, or the field that is wrong. */
import type { ContactPersonInput } from '../../shared/domain/clients.ts'
import { storedPhone } from '../platform/phone.ts'

export function keptPerson(
  input: ContactPersonInput,
): ContactPersonInput | { readonly field: 'phone1' | 'phone2'; readonly rule: 'phone-format' } {
  const phone1 = storedPhone(input.phone1)
  if (phone1 === null) return { field: 'phone1', rule: 'phone-format' }
  const phone2 = input.phone2 === '' ? '' : storedPhone(input.phone2)
  if (phone2 === null) return { field: 'phone2', rule: 'phone-format' }
  return { ...input, phone1, phone2 }
}

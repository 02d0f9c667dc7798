/** A colleague as they are kept: names trimmed, numbers in one form, or the field that is wrong. */
import { type ColleagueData, type ColleaguePlace, fullName } from '../../shared/domain/users.ts'
import type { NewPerson } from '../accounts/new-account.ts'
import type { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { storedMobile, storedPhone } from '../platform/phone.ts'
import { type Acting, rulesOf } from './acting.ts'

type Person = Required<Omit<NewPerson, 'email' | 'mobile'>> & { readonly email: string | null; readonly mobile: string | null }

/** The person to keep. Who may log in needs an address for the credentials. */
export function keptColleague(c: Acting, given: ColleagueData, needsEmail: boolean): Person | Refusal {
  const phone = given.phone === '' ? '' : storedPhone(given.phone)
  if (phone === null) return refuseField(c, 'person.phone', 'phone-format')
  const mobile = given.mobile === '' ? '' : storedMobile(given.mobile)
  if (mobile === null) return refuseField(c, 'person.mobile', 'phone-format')
  if (needsEmail && given.email === '') return refuseField(c, 'person.email', 'email-for-log-in')
  return {
    name: fullName(given),
    initials: given.initials.trim(),
    firstName: given.firstName.trim(),
    prefix: given.prefix.trim(),
    lastName: given.lastName.trim(),
    nickname: given.nickname.trim(),
    birthDate: given.birthDate,
    sex: given.sex,
    address: given.address.trim(),
    postalAddress: given.postalAddress.trim(),
    phone,
    mobile: mobile === '' ? null : mobile,
    contactEmail: given.contactEmail.trim(),
    email: given.email === '' ? null : given.email.trim(),
  }
}

/** The place to keep, with the name of the function as the tie that others read. */
export function keptPlace(c: Acting, given: ColleaguePlace): (ColleaguePlace & { readonly relation: string }) | Refusal {
  const { functions } = rulesOf(c)
  const chosen = functions.find((one) => one.code === given.functionCode)
  if (given.functionCode !== null && !chosen) return refuseField(c, 'place.functionCode', 'function-not-offered')
  return {
    department: given.department.trim(),
    functionCode: given.functionCode,
    cardTitle: given.cardTitle.trim(),
    relation: chosen?.name ?? '',
  }
}

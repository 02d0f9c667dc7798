/** Clients, their contact details and contact persons, as both sides see them. */
import { z } from 'zod'
import { instant, optionalText, typedText, uuid, version } from './ids.ts'
import { localDate } from './local-time.ts'

export const contactDetailKind = z.enum([
  'phone-home',
  'phone-mobile',
  'email',
  'phone-home-private',
  'phone-mobile-private',
  'email-private',
])
export type ContactDetailKind = z.infer<typeof contactDetailKind>

export const contactPersonType = z.enum(['pharmacy', 'dietician', 'family', 'physiotherapist', 'gp', 'acquaintance'])
export type ContactPersonType = z.infer<typeof contactPersonType>

/** A phone number as a person types it: digits, spaces, dashes, dots, strokes, brackets, one leading plus. Normalised by the server. */
export const phoneTyped = z.string().regex(/^\+?[\d\s()./\p{Pd}]{6,24}$/u, { error: 'phone-format' })
export const emailTyped = z.email({ error: 'email-format' }).max(254, { error: 'email-format' })

/** A value of a channel: a number for texts, an address for mail. */
export const addressTyped = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('sms'), value: phoneTyped }),
  z.strictObject({ channel: z.literal('email'), value: emailTyped }),
])

/** Adding or changing a contact detail. Whether `value` fits `kind` is a rule of {@link contactDetailProblem}. */
export const contactDetailInput = z.strictObject({
  kind: contactDetailKind,
  value: typedText(254),
  remarks: optionalText(500).default(''),
})
export type ContactDetailInput = z.infer<typeof contactDetailInput>

/** The rule a contact detail breaks, or null: a phone kind holds a phone number, an e-mail kind an address. */
export function contactDetailProblem(input: ContactDetailInput): 'phone-format' | 'email-format' | null {
  switch (input.kind) {
    case 'email':
    case 'email-private':
      return emailTyped.safeParse(input.value).success ? null : 'email-format'
    case 'phone-home':
    case 'phone-home-private':
    case 'phone-mobile':
    case 'phone-mobile-private':
      return phoneTyped.safeParse(input.value).success ? null : 'phone-format'
    default: {
      const never: never = input.kind
      return never
    }
  }
}

export const contactDetail = z.object({
  id: uuid,
  kind: contactDetailKind,
  value: z.string(),
  remarks: z.string(),
  since: instant,
  version,
})
export type ContactDetail = z.infer<typeof contactDetail>

export const contactPersonInput = z.strictObject({
  name: typedText(120),
  phone1: phoneTyped,
  phone2: z.union([phoneTyped, z.literal('')]).default(''),
  email: z.union([emailTyped, z.literal('')]).default(''),
  type: contactPersonType,
  primary: z.boolean().default(false),
  remarks: optionalText(500).default(''),
})
export type ContactPersonInput = z.infer<typeof contactPersonInput>

export const contactPerson = contactPersonInput.extend({ id: uuid, version })
export type ContactPerson = z.infer<typeof contactPerson>

/** A client in a list: what a member of staff needs to recognise them, no more. */
export const clientSummary = z.object({
  id: uuid,
  number: z.number().int(),
  name: z.string(),
  birthDate: localDate.nullable(),
  city: z.string(),
})
export type ClientSummary = z.infer<typeof clientSummary>

/** Somebody to phone about a client: the best number first. */
export const phoneContact = z.object({ name: z.string(), relation: z.string(), phone: z.string(), primary: z.boolean() })
export type PhoneContact = z.infer<typeof phoneContact>

/**
 * Users of a portal as its own administrator manages them: contacts of a client with rights per panel, and colleagues
 * of an organisation with the four switches of Careflex. Which of the two a portal has, its profile says.
 */
import { z } from 'zod'
import { portalUserKind } from './accounts.ts'
import { emailTyped, phoneTyped } from './clients.ts'
import { instant, optionalText, typedText, uuid, version } from './ids.ts'
import { localDate } from './local-time.ts'
import { type ContactRight, panelRight } from './rights.ts'

export const sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof sex>

/**
 * Part of a person's name as it may stand in a message to them: letters, with what joins and shortens them. No digits,
 * slashes, brackets or line ends, so that no form of a portal puts a link or a header into an e-mail.
 */
const NAME = /^[\p{L}\p{M} .,'’-]*$/u
export const personName = (max: number) => typedText(max).regex(NAME, { error: 'name-format' })
const optionalPersonName = (max: number) => optionalText(max).regex(NAME, { error: 'name-format' })

/** "Bedoelde u": who is asked for, by exact e-mail address. */
export const userMatchInput = z.strictObject({ email: emailTyped })

/** Somebody new in the system. The role is the portal's own and cannot be chosen; the number receives the codes. */
export const newUser = z.strictObject({
  kind: z.literal('new'),
  firstName: personName(60),
  lastName: personName(80),
  email: emailTyped,
  sex,
  phone: phoneTyped,
})
/** Somebody who was matched: the account as it is, its name and addresses untouched. */
export const existingUser = z.strictObject({ kind: z.literal('existing'), userId: uuid, email: emailTyped })
export const userInput = z.discriminatedUnion('kind', [newUser, existingUser])
export type UserInput = z.infer<typeof userInput>

/** A whole set: what is not named is taken away. Which rights a portal offers stands in its profile. */
export const rightsInput = z.strictObject({ rights: z.array(panelRight).max(panelRight.options.length) })

/**
 * Beheerder klantportaal · Medewerker klantportaal · E-mail diensten · Contactpersoon voor alle projecten. The manual
 * knows administrator with employee, employee alone, and neither (a contact without log-in); an administrator who is
 * no employee could not log in and is refused.
 */
export const switches = z
  .strictObject({ administrator: z.boolean(), member: z.boolean(), visitMails: z.boolean(), allProjects: z.boolean() })
  .refine((value) => value.member || !value.administrator, { error: 'administrator-needs-member', path: ['member'] })
export type Switches = z.infer<typeof switches>

const RIGHT_OF_SWITCH: Readonly<Record<keyof Switches, ContactRight>> = {
  administrator: 'portal-administrator',
  member: 'portal-member',
  visitMails: 'visit-mails',
  allProjects: 'all-projects',
}
const SWITCHES = Object.keys(RIGHT_OF_SWITCH) as readonly (keyof Switches)[]

export function switchesOf(rights: readonly string[]): Switches {
  const on = (name: keyof Switches) => rights.includes(RIGHT_OF_SWITCH[name])
  return {
    administrator: on('administrator'),
    member: on('member'),
    visitMails: on('visitMails'),
    allProjects: on('allProjects'),
  }
}

export function rightsOfSwitches(value: Switches): ContactRight[] {
  return SWITCHES.filter((name) => value[name]).map((name) => RIGHT_OF_SWITCH[name])
}

/** A colleague's data, as the form of the portal has them. Whether an e-mail address is needed the switches say. */
export const colleagueData = z.strictObject({
  initials: optionalPersonName(20).default(''),
  firstName: personName(60),
  prefix: optionalPersonName(20).default(''),
  lastName: personName(80),
  nickname: optionalPersonName(60).default(''),
  birthDate: localDate.nullable().default(null),
  sex: sex.nullable().default(null),
  address: optionalText(200).default(''),
  postalAddress: optionalText(200).default(''),
  phone: z.union([phoneTyped, z.literal('')]).default(''),
  mobile: z.union([phoneTyped, z.literal('')]).default(''),
  /** "E-mail": service confirmations go there, and nothing that lets anybody in. */
  contactEmail: z.union([emailTyped, z.literal('')]).default(''),
  /** "E-mail portaltoegang": the address of the account, for credentials, codes and resets. */
  email: z.union([emailTyped, z.literal('')]),
})
export type ColleagueData = z.infer<typeof colleagueData>

/** A colleague's place in the organisation. */
export const colleaguePlace = z.strictObject({
  department: optionalText(80).default(''),
  /** Functie, by its code in the portal's own table (its profile); it carries no rights. */
  functionCode: z.number().int().nullable().default(null),
  /** Functie op visitekaartje. */
  cardTitle: optionalText(80).default(''),
})
export type ColleaguePlace = z.infer<typeof colleaguePlace>

export const colleagueInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), person: colleagueData, place: colleaguePlace, switches }),
  z.strictObject({ kind: z.literal('existing'), userId: uuid, email: emailTyped, place: colleaguePlace, switches }),
])
export type ColleagueInput = z.infer<typeof colleagueInput>

/**
 * A change of a colleague. `person` is left out where the account is not the organisation's alone; the own password of who makes the
 * change is asked where an address of the account becomes another.
 */
export const colleagueChange = z.strictObject({
  person: colleagueData.optional(),
  place: colleaguePlace,
  currentPassword: z.string().min(1).max(1024).optional(),
})
export type ColleagueChange = z.infer<typeof colleagueChange>

/** How somebody's name is written in lists: "Jan van den Berg". */
export function fullName(name: { readonly firstName: string; readonly prefix?: string; readonly lastName: string }): string {
  return [name.firstName, name.prefix ?? '', name.lastName]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
}

/** `not-sent`: no right was given yet, so nothing went out. `not-needed`: in without one, as the provider gave the access. */
export const invitationState = z.enum(['not-needed', 'not-sent', 'open', 'accepted'])
export type InvitationState = z.infer<typeof invitationState>

/** @param letIn does the portal's administrator let this person in, as things stand? */
export function invitationStateOf(
  row: { readonly invitedAt: Date | null; readonly acceptedAt: Date | null },
  letIn: boolean,
): InvitationState {
  if (row.acceptedAt !== null) return 'accepted'
  if (row.invitedAt !== null) return 'open'
  return letIn ? 'not-needed' : 'not-sent'
}

const projectName = z.object({ id: uuid, name: z.string() })

/** Somebody with access, as the administrator sees them. `id` is that of the membership, and of no account. */
export const managedUser = z.object({
  id: uuid,
  name: z.string(),
  kind: portalUserKind,
  /** "Contactpersoon Cliëntportaal", "dochter", "P&O Manager". */
  relation: z.string(),
  email: z.string().nullable(),
  rights: z.array(z.string()),
  administrator: z.boolean(),
  /** Is it the administrator who asks? */
  self: z.boolean(),
  /** Given by the provider: the administrator can neither change nor remove it. */
  fixed: z.boolean(),
  invitation: invitationState,
  invitedAt: instant.nullable(),
  /** Laatst ingelogd, for this client or organisation. */
  lastLoginAt: instant.nullable(),
  /** Has an authenticator that can be wiped. */
  authenticator: z.boolean(),
  /** For an organisation's contact. */
  colleague: z
    .object({
      department: z.string(),
      functionCode: z.number().int().nullable(),
      cardTitle: z.string(),
      switches: z.object(switches.shape),
      projects: z.array(projectName),
    })
    .nullable(),
  version,
})
export type ManagedUser = z.infer<typeof managedUser>

/** What is on record of a person: as {@link colleagueData}, but it may be less than a form asks today. */
const personOnRecord = z.object({
  initials: z.string(),
  firstName: z.string(),
  prefix: z.string(),
  lastName: z.string(),
  nickname: z.string(),
  birthDate: localDate.nullable(),
  sex: sex.nullable(),
  address: z.string(),
  postalAddress: z.string(),
  phone: z.string(),
  mobile: z.string(),
  contactEmail: z.string(),
  email: z.string(),
})

/** The same with the data of the person, where the account belongs to this client or organisation alone. */
export const managedUserDetail = managedUser.extend({ person: personOnRecord.nullable() })
export type ManagedUserDetail = z.infer<typeof managedUserDetail>

/** What an administrator of this portal may choose from: rights around a client, functions of a colleague; the role is fixed. */
export const usersOffered = z.object({
  rights: z.array(panelRight),
  relation: z.string(),
  functions: z.array(z.object({ code: z.number().int(), name: z.string() })),
})
export type UsersOffered = z.infer<typeof usersOffered>

/** Mijn organisatie, as the provider's books have it; changes go through the provider. */
export const organisation = z.object({
  id: uuid,
  name: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
  /** KvK-nummer. */
  chamberNumber: z.string(),
  /** Where changes are asked. */
  helpdesk: z.string(),
})
export type Organisation = z.infer<typeof organisation>

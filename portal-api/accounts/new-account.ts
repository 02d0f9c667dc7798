/**
 * Makes an account: with a user name nobody has, and without a password. It lets nobody in before first credentials
 * were sent (`first-credentials.ts`). For whom it logs in are its memberships, made beside it.
 */
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { portalMemberships, portalUsers } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { escapeLike } from '../platform/text-search.ts'
import type { MembershipRow } from './memberships.ts'
import type { PortalUserRow } from './rows.ts'

type AccountColumns = typeof portalUsers.$inferInsert

/** Who the account is of: what is known of the person. The addresses are of record from now on. */
export type NewPerson = Pick<AccountColumns, 'name'> &
  Partial<
    Pick<
      AccountColumns,
      | 'initials'
      | 'firstName'
      | 'prefix'
      | 'lastName'
      | 'nickname'
      | 'birthDate'
      | 'sex'
      | 'address'
      | 'postalAddress'
      | 'phone'
      | 'contactEmail'
      | 'email'
      | 'mobile'
    >
  >

export interface Making {
  readonly tx: Tx
  readonly provider: string
  readonly now: Date
}

const LONGEST_STEM = 80

function typable(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]/g, '')
}

/** "Tessa van den Berg" → `t.vandenberg`: letters and digits that everybody can type. */
function userNameStem(person: NewPerson): string {
  const words = person.name.split(/\s+/)
  const last = typable(person.lastName ? `${person.prefix ?? ''}${person.lastName}` : (words.at(-1) ?? ''))
  const first = typable(person.firstName || (words.length > 1 ? (words[0] ?? '') : ''))
  const stem = first === '' ? last : `${first.charAt(0)}.${last}`
  return (stem.length < 3 ? `gebruiker.${stem}` : stem).slice(0, LONGEST_STEM)
}

/** The lowest number that makes a stem a free user name; 1 is the stem itself. */
async function freeNumber(c: Making, stem: string): Promise<number> {
  const rows = await c.tx
    .select({ userName: sql<string>`lower(${portalUsers.userName})` })
    .from(portalUsers)
    .where(and(eq(portalUsers.provider, c.provider), sql`lower(${portalUsers.userName}) like ${`${escapeLike(stem)}%`}`))
  const taken = new Set(rows.map((row) => row.userName))
  let number = 1
  while (taken.has(numbered(stem, number))) number += 1
  return number
}

function numbered(stem: string, number: number): string {
  return number === 1 ? stem : `${stem}${number}`
}

/** Writes the account. The user name is made from the person's name; one that is taken meanwhile makes way for the next. */
export async function insertAccount(c: Making, person: NewPerson): Promise<PortalUserRow> {
  const stem = userNameStem(person)
  for (let number = await freeNumber(c, stem); ; number += 1) {
    const [row] = await c.tx
      .insert(portalUsers)
      .values({
        ...person,
        id: newId(),
        provider: c.provider,
        userName: numbered(stem, number),
        emailSince: person.email ? c.now : null,
        mobileSince: person.mobile ? c.now : null,
        createdAt: c.now,
      })
      .onConflictDoNothing()
      .returning()
    if (row) return { ...row, memberships: [], clientId: null }
  }
}

type NewMembership = Pick<MembershipRow, 'kind' | 'relation' | 'rights'> &
  Partial<Pick<MembershipRow, 'clientId' | 'organisationId' | 'functionCode' | 'department' | 'cardTitle'>>

/** Gives an account a membership, or back the one that ended: whoever returns starts without what they had. */
export async function insertMembership(c: Making, portalUserId: string, given: NewMembership): Promise<MembershipRow> {
  const fresh = {
    clientId: null,
    organisationId: null,
    functionCode: null,
    department: '',
    cardTitle: '',
    ...given,
    invitedAt: null,
    acceptedAt: null,
    lastLoginAt: null,
    endedAt: null,
  }
  const target =
    fresh.clientId === null
      ? [portalMemberships.portalUserId, portalMemberships.organisationId]
      : [portalMemberships.portalUserId, portalMemberships.clientId]
  const [row] = await c.tx
    .insert(portalMemberships)
    .values({ ...fresh, id: newId(), provider: c.provider, portalUserId, createdAt: c.now })
    .onConflictDoUpdate({
      target,
      set: { ...fresh, version: sql`${portalMemberships.version} + 1` },
      setWhere: sql`${portalMemberships.endedAt} is not null`,
    })
    .returning()
  if (!row) throw new Error(`Account ${portalUserId} already has this membership.`)
  return row
}

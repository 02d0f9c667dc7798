/** Who may log in to a portal, as each portal hands out its accounts: by letter, by mail, by invitation. */

import type { PortalUserKind } from '../../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { PANEL_RIGHTS, PORTAL_ADMINISTRATOR } from '../../../shared/domain/rights.ts'
import type { trustedDevices } from '../../db/schema/index.ts'
import { DEMO_PORTAL_USERS, type DemoPortalUser, demoTotpSecret, TRUSTED_DEVICE_TOKEN } from '../accounts.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { type Chance, chanceOf, demoId } from './chance.ts'
import type { DemoClient } from './clients.ts'
import { functionCodeOf, type PortalUserRow } from './memberships.ts'
import { type Mailboxes, mobileBy } from './names.ts'
import type { DemoContact } from './organisations.ts'

export type TrustedDeviceRow = typeof trustedDevices.$inferInsert

/** What the generator cannot make itself: hashes and sealed values depend on the installation. */
export interface SeedSecrets {
  /** Hash of {@link DEMO_PASSWORD}. */
  readonly password: string
  /** Hash of {@link FIRST_PASSWORD}. */
  readonly firstPassword: string
  readonly seal: (plain: string) => string
  readonly hashToken: (token: string) => string
}

export interface DemoUsers {
  readonly users: PortalUserRow[]
  readonly devices: TrustedDeviceRow[]
}

const DAY_MS = 86_400_000
const DEVICES = ['Safari op iPad', 'Chrome op Windows', 'Chrome op Android', 'Safari op iPhone', 'Edge op Windows']

interface Draft {
  readonly userName: string
  readonly name: string
  readonly kind: PortalUserKind
  readonly relation: string
  readonly clientId: string | null
  readonly organisationId: string | null
  readonly email: string
  readonly mobile: string
}

/** Around a client everybody has every right; who represents the client is the portal's administrator. */
function rightsOf(profile: PortalProfile, draft: Draft): string[] {
  if (!profile.panels.includes('user-management') || draft.clientId === null) return []
  return draft.kind === 'contact' ? [...PANEL_RIGHTS] : [...PANEL_RIGHTS, PORTAL_ADMINISTRATOR]
}

/** "Jan van den Berg" in the fields of an organisation's form; a client's account has none of them. */
function nameParts({ name, organisationId }: Draft) {
  if (organisationId === null) return { firstName: '', prefix: '', lastName: '' }
  const [firstName = '', ...rest] = name.split(' ')
  const start = rest.findIndex((word) => /^\p{Lu}/u.test(word))
  const at = start < 0 ? 0 : start
  return { firstName, prefix: rest.slice(0, at).join(' '), lastName: rest.slice(at).join(' ') }
}

function base(
  seed: number,
  profile: PortalProfile,
  draft: Draft,
  secrets: SeedSecrets,
  chance: Chance,
  now: Date,
): PortalUserRow {
  const createdAt = new Date(PEOPLE_SINCE.getTime() + chance.int(0, 700) * DAY_MS)
  const settledAt = new Date(createdAt.getTime() + chance.int(1, 12) * DAY_MS)
  const invited = draft.kind === 'contact' || draft.kind === 'representative'
  return {
    ...draft,
    ...nameParts(draft),
    id: demoId(seed, createdAt, profile.id, 'user', draft.userName),
    provider: profile.id,
    emailSince: createdAt,
    emailBouncedAt: null,
    mobileSince: createdAt,
    passwordHash: secrets.password,
    passwordTemporary: false,
    passwordExpiresAt: null,
    passwordSetAt: settledAt,
    userNameChanged: profile.login.userName === 'becomes-email',
    contactsCheckedAt: profile.login.checkContactDetailsAtFirstLogin ? settledAt : null,
    totpSecret: null,
    failures: 0,
    lastFailureAt: null,
    blockedAt: null,
    invitedAt: invited ? createdAt : null,
    acceptedAt: invited ? settledAt : null,
    endedAt: null,
    rights: rightsOf(profile, draft),
    functionCode: functionCodeOf(draft.relation),
    lastLoginAt: new Date(now.getTime() - chance.int(1, 60 * 24 * 40) * 60_000),
    createdAt,
    version: 1,
  }
}

/** An account that was made and never used: what came by letter or mail must be replaced at the first log-in. */
function neverUsed(row: PortalUserRow, secrets: SeedSecrets, now: Date, daysAgo: number): PortalUserRow {
  const createdAt = new Date(now.getTime() - daysAgo * DAY_MS)
  return {
    ...row,
    passwordHash: secrets.firstPassword,
    passwordTemporary: true,
    passwordSetAt: createdAt,
    userNameChanged: false,
    contactsCheckedAt: null,
    acceptedAt: null,
    lastLoginAt: null,
    createdAt,
  }
}

function named(
  seed: number,
  profile: PortalProfile,
  user: DemoPortalUser,
  owner: Owner,
  secrets: SeedSecrets,
  now: Date,
): PortalUserRow {
  const draft: Draft = {
    userName: user.userName,
    name: user.name,
    kind: user.kind,
    relation: user.relation,
    clientId: owner.clientId,
    organisationId: owner.organisationId,
    email: user.email,
    mobile: owner.mobile,
  }
  const row = base(seed, profile, draft, secrets, chanceOf(seed, profile.id, 'user', user.userName), now)
  switch (user.state) {
    case 'active':
    case 'trusted-device':
      return row
    case 'first-login':
      return neverUsed(row, secrets, now, 1)
    case 'no-rights':
      return { ...row, rights: [] }
    case 'invited':
      return { ...row, invitedAt: new Date(now.getTime() - DAY_MS), acceptedAt: null, lastLoginAt: null }
    case 'authenticator':
      return { ...row, totpSecret: secrets.seal(demoTotpSecret(user.userName)) }
    default: {
      const never: never = user.state
      return never
    }
  }
}

interface Owner {
  readonly clientId: string | null
  readonly organisationId: string | null
  readonly mobile: string
}

/** How often those around a client have an account, by how the portal hands them out. */
const HOME_HELP = { none: 0.06, letterUnused: 0.12 }
const CARE = { client: 0.45, representative: 0.75, contact: 0.6 }

function drafts(profile: PortalProfile, client: DemoClient, chance: Chance): Draft[] {
  const own = { organisationId: null, clientId: client.row.id }
  const nameAtEmail = (email: string) => email.split('@')[0] ?? email
  if (profile.firstCredentials === 'letter') {
    if (chance.yes(HOME_HELP.none)) return []
    const unused = chance.yes(HOME_HELP.letterUnused)
    return [
      {
        ...own,
        userName: unused ? `brief${client.row.number}` : client.email,
        name: client.name.addressed,
        kind: 'client',
        relation: 'zelf',
        email: client.email,
        mobile: client.mobile,
      },
    ]
  }
  const list: Draft[] = []
  if (chance.yes(CARE.client)) {
    list.push({
      ...own,
      userName: nameAtEmail(client.email),
      name: client.name.full,
      kind: 'client',
      relation: 'zelf',
      email: client.email,
      mobile: client.mobile,
    })
  }
  for (const [place, relative] of client.relatives.entries()) {
    if (!chance.yes(place === 0 ? CARE.representative : CARE.contact)) continue
    list.push({
      ...own,
      userName: nameAtEmail(relative.email),
      name: relative.name.full,
      kind: place === 0 ? 'representative' : 'contact',
      relation: relative.relation,
      email: relative.email,
      mobile: relative.mobile,
    })
  }
  return list
}

/** Keeps the user names that the demo names from being handed out to others. */
export function reserveNamed(boxes: Mailboxes): void {
  for (const user of DEMO_PORTAL_USERS) boxes.reserve(user.userName)
}

function devicesOf(
  seed: number,
  profile: PortalProfile,
  row: PortalUserRow,
  secrets: SeedSecrets,
  chance: Chance,
  now: Date,
): TrustedDeviceRow[] {
  if (profile.deviceVerification !== 'per-device' || row.passwordTemporary || !chance.yes(0.7)) return []
  return Array.from({ length: chance.pick([1, 1, 2]) }, (_, index) => {
    const trustedAt = new Date(now.getTime() - chance.int(20, 300) * DAY_MS)
    return {
      id: demoId(seed, trustedAt, row.id, 'device', index),
      portalUserId: row.id,
      tokenHash: secrets.hashToken(demoId(seed, PEOPLE_SINCE, row.id, 'device token', index)),
      label: chance.pick(DEVICES),
      trustedAt,
      lastUsedAt: row.lastLoginAt ?? trustedAt,
      expiresAt: null,
      forgottenAt: null,
    }
  })
}

/** Portal users of a provider, the ones the demo names included. */
export function usersOf(
  seed: number,
  profile: PortalProfile,
  clients: readonly DemoClient[],
  contacts: readonly DemoContact[],
  secrets: SeedSecrets,
  now: Date,
): DemoUsers {
  const users: PortalUserRow[] = []
  const devices: TrustedDeviceRow[] = []
  const mine = DEMO_PORTAL_USERS.filter((user) => user.provider === profile.id)
  const namedClients = new Set(mine.map((user) => user.client))
  for (const user of mine) {
    const client = clients.find((one) => one.row.name === user.client)
    const contact = contacts.find((one) => one.userName === user.userName)
    const owner: Owner = {
      clientId: client?.row.id ?? null,
      organisationId: contact?.organisationId ?? null,
      mobile: (user.kind === 'client' ? client?.mobile : null) ?? mobileBy(chanceOf(seed, profile.id, 'mobile', user.userName)),
    }
    const row = named(seed, profile, user, owner, secrets, now)
    users.push(contact ? { ...row, rights: [...contact.rights] } : row)
    if (user.state === 'trusted-device') {
      const trustedAt = new Date(now.getTime() - 40 * DAY_MS)
      devices.push({
        id: demoId(seed, trustedAt, row.id, 'trusted device'),
        portalUserId: row.id,
        tokenHash: secrets.hashToken(TRUSTED_DEVICE_TOKEN),
        label: 'Safari op iPad',
        trustedAt,
        lastUsedAt: row.lastLoginAt ?? trustedAt,
        expiresAt: null,
        forgottenAt: null,
      })
    }
  }
  for (const client of clients) {
    if (namedClients.has(client.row.name)) continue
    const chance = chanceOf(seed, profile.id, 'users', client.row.number)
    for (const draft of drafts(profile, client, chance)) {
      const row = base(seed, profile, draft, secrets, chance, now)
      const unused = draft.userName.startsWith('brief')
      const kept = unused ? neverUsed(row, secrets, now, chance.int(3, 120)) : row
      users.push(kept)
      devices.push(...devicesOf(seed, profile, kept, secrets, chance, now))
    }
  }
  for (const contact of contacts) {
    if (mine.some((user) => user.userName === contact.userName)) continue
    const chance = chanceOf(seed, profile.id, 'contact', contact.userName)
    const draft: Draft = {
      userName: contact.userName,
      name: contact.name.full,
      kind: 'organisation-contact',
      relation: contact.job,
      clientId: null,
      organisationId: contact.organisationId,
      email: contact.email,
      mobile: contact.mobile,
    }
    const row = base(seed, profile, draft, secrets, chance, now)
    const withFactor = chance.yes(0.3) ? { totpSecret: secrets.seal(demoTotpSecret(contact.userName)) } : {}
    users.push({ ...row, ...withFactor, rights: [...contact.rights] })
  }
  return { users, devices }
}

/** Access cases as rows, each with the state of its account and the timeline that explains it. */
import { type AccountEventType, maskPhone } from '../../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { accessShape, sortNameOf } from '../../accounts/facts.ts'
import type { accountEvents } from '../../db/schema/index.ts'
import { demoTotpSecret } from '../accounts.ts'
import { type AccessRecipe, accessOpenedAt, accessRecipesOf, misspelled, type Trouble } from './access-recipes.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { type CaseAbout, caseRow, type UnnumberedCase } from './case-rows.ts'
import { type Chance, chanceOf, demoId } from './chance.ts'
import type { ClientRow } from './clients.ts'
import type { PortalUserRow } from './memberships.ts'
import { MINUTE_MS } from './moments.ts'
import type { SeedSecrets, TrustedDeviceRow } from './users.ts'

export type AccountEventRow = typeof accountEvents.$inferInsert

export interface AccessRows {
  readonly cases: UnnumberedCase[]
  readonly events: AccountEventRow[]
}

/** What the access cases are made from; users, devices and clients are changed in place, as their trouble asks. */
export interface AccessGround {
  readonly seed: number
  readonly profile: PortalProfile
  readonly users: readonly PortalUserRow[]
  /** Accounts that the demo names: they stay as described. */
  readonly reserved: ReadonlySet<string>
  readonly devices: TrustedDeviceRow[]
  readonly clients: ReadonlyMap<string, ClientRow>
  readonly helpdesk: readonly string[]
  readonly secrets: SeedSecrets
  readonly now: Date
}

export function openAccessId(seed: number, provider: string, index: number): string {
  return demoId(seed, PEOPLE_SINCE, provider, 'open access', index)
}

interface Line {
  /** Minutes before the case was opened. */
  readonly before: number
  readonly type: AccountEventType
  readonly by?: 'user' | 'staff' | 'system'
  readonly detail?: string
}

function linesOf(trouble: Trouble, user: PortalUserRow): Line[] {
  const wrong = [11, 9, 7, 4, 1].map((before, index): Line => ({ before, type: 'password-wrong', detail: `${index + 1} / 5` }))
  const sentTo = maskPhone(user.mobile ?? '')
  const before: Line[] = [{ before: 9 * 24 * 60, type: 'login', detail: 'Safari op iPad' }]
  switch (trouble) {
    case 'blocked':
      return [...before, ...wrong, { before: 0, type: 'blocked', by: 'system', detail: '5 / 5' }]
    case 'codes-not-arriving':
    case 'mobile-misspelled':
      return [
        ...before,
        ...[12, 8, 2].map((minutes): Line => ({ before: minutes, type: 'code-sent', by: 'system', detail: sentTo })),
      ]
    case 'mail-bounced':
      return [...before, { before: 6, type: 'reset-sent', by: 'user' }]
    case 'no-rights':
    case 'care-ended':
    case 'authenticator-lost':
      return before
    case 'membership-off':
      return [...before, { before: 30, type: 'password-wrong', detail: '1 / 5' }]
    case 'mobile-missing':
    case 'invitation-open':
    case 'letter-lost':
      return []
    default: {
      const never: never = trouble
      return never
    }
  }
}

function suits(trouble: Trouble, user: PortalUserRow): boolean {
  const used = !user.passwordTemporary && user.acceptedAt !== undefined
  switch (trouble) {
    case 'letter-lost':
      return user.passwordTemporary === true
    case 'no-rights':
    case 'invitation-open':
      return user.kind === 'contact' || user.kind === 'organisation-contact'
    case 'care-ended':
      return user.kind === 'representative'
    case 'authenticator-lost':
      return user.totpSecret !== null && used
    default:
      return used
  }
}

/** Brings an account into the state its trouble means. */
function afflict(ground: AccessGround, user: PortalUserRow, trouble: Trouble, at: Date, chance: Chance): void {
  const earlier = (minutes: number) => new Date(at.getTime() - minutes * MINUTE_MS)
  const withoutDevices = () => {
    for (const device of ground.devices) if (device.portalUserId === user.id) device.forgottenAt = earlier(60 * 24)
  }
  switch (trouble) {
    case 'blocked':
      Object.assign(user, { failures: 5, lastFailureAt: at, blockedAt: at })
      return
    case 'codes-not-arriving':
      withoutDevices()
      return
    case 'mobile-misspelled':
      withoutDevices()
      user.mobile = misspelled(chance)
      return
    case 'mobile-missing':
      withoutDevices()
      Object.assign(user, { mobile: null, mobileSince: null })
      return
    case 'mail-bounced':
      user.emailBouncedAt = earlier(5)
      return
    case 'invitation-open': {
      const invitedAt = earlier(6 * 24 * 60)
      Object.assign(user, { createdAt: invitedAt, emailSince: invitedAt, mobileSince: invitedAt, invitedAt, acceptedAt: null })
      Object.assign(user, { passwordHash: ground.secrets.firstPassword, passwordTemporary: true, passwordSetAt: invitedAt })
      user.lastLoginAt = null
      withoutDevices()
      return
    }
    case 'no-rights':
      user.rights = []
      return
    case 'care-ended': {
      const client = ground.clients.get(user.clientId ?? '')
      if (client) client.careEndedAt = earlier(10 * 24 * 60)
      return
    }
    case 'authenticator-lost':
      user.totpSecret = ground.secrets.seal(demoTotpSecret(user.userName))
      return
    case 'membership-off':
      user.rights = (user.rights ?? []).filter((right) => right !== 'portal-member')
      return
    case 'letter-lost':
      return
    default: {
      const never: never = trouble
      throw new Error(never)
    }
  }
}

function about(ground: AccessGround, id: string, user: PortalUserRow, openedAt: Date): CaseAbout {
  const client = ground.clients.get(user.clientId ?? '')
  return {
    id,
    provider: ground.profile.id,
    subjectId: user.id,
    subjectVersion: user.version ?? 1,
    clientId: user.clientId ?? null,
    projectId: null,
    portalUserId: user.id,
    name: user.name,
    sortName: client && client.name === user.name ? client.sortName : sortNameOf(user.name),
    clientNumber: client?.number ?? null,
    openedAt,
  }
}

function eventRows(
  ground: AccessGround,
  caseId: string,
  user: PortalUserRow,
  openedAt: Date,
  lines: readonly Line[],
  staffId: string | null,
): AccountEventRow[] {
  return lines.map((line, index) => {
    const at = new Date(openedAt.getTime() - line.before * MINUTE_MS)
    const by = line.by ?? 'user'
    return {
      id: demoId(ground.seed, at, caseId, 'event', index),
      provider: ground.profile.id,
      portalUserId: user.id,
      at,
      type: line.type,
      by,
      staffId: by === 'staff' ? staffId : null,
      detail: line.detail ?? '',
    }
  })
}

/** The open access cases of a provider. Returns the accounts used, too. */
export function openAccess(ground: AccessGround): AccessRows & { readonly used: ReadonlySet<string> } {
  const { seed, profile, now } = ground
  const rows: AccessRows = { cases: [], events: [] }
  const used = new Set<string>()
  const pool = chanceOf(seed, profile.id, 'open access').shuffled(
    ground.users.filter((user) => !ground.reserved.has(user.userName)),
  )
  for (const [index, recipe] of accessRecipesOf(profile).entries()) {
    const user = pool.find((one) => !used.has(one.id) && suits(recipe.trouble, one))
    if (!user) throw new Error(`No account of ${profile.id} suits ${recipe.trouble}.`)
    used.add(user.id)
    const id = openAccessId(seed, profile.id, index)
    const openedAt = accessOpenedAt(seed, profile.id, index, now)
    afflict(ground, user, recipe.trouble, openedAt, chanceOf(seed, profile.id, 'affliction', index))
    rows.cases.push(openCase(ground, id, user, recipe, openedAt))
    rows.events.push(...eventRows(ground, id, user, openedAt, linesOf(recipe.trouble, user), null))
  }
  return { ...rows, used }
}

function openCase(ground: AccessGround, id: string, user: PortalUserRow, recipe: AccessRecipe, openedAt: Date): UnnumberedCase {
  const shape = accessShape(
    { reason: recipe.reason, portalUserId: user.id, userName: user.userName, blocked: recipe.trouble === 'blocked', openedAt },
    ground.profile,
  )
  return { ...caseRow(about(ground, id, user, openedAt), shape, null), note: recipe.note }
}

const CLOSED = 20
const CLOSED_DAYS_BACK = 60

/** Access cases of the past weeks: blocked, and helped by the helpdesk. */
export function closedAccess(ground: AccessGround, used: ReadonlySet<string>): AccessRows {
  const { seed, profile, now } = ground
  const chance = chanceOf(seed, profile.id, 'closed access')
  const rows: AccessRows = { cases: [], events: [] }
  const pool = ground.users.filter((user) => !used.has(user.id) && !ground.reserved.has(user.userName) && suits('blocked', user))
  for (const [index, user] of chance.shuffled(pool).slice(0, CLOSED).entries()) {
    const openedAt = new Date(now.getTime() - chance.int(2 * 24 * 60, CLOSED_DAYS_BACK * 24 * 60) * MINUTE_MS)
    const closedAt = new Date(openedAt.getTime() + chance.int(10, 20 * 60) * MINUTE_MS)
    const by = chance.pick(ground.helpdesk)
    const id = demoId(seed, openedAt, profile.id, 'closed access', index)
    const shape = accessShape(
      { reason: 'blocked', portalUserId: user.id, userName: user.userName, blocked: false, openedAt },
      profile,
    )
    rows.cases.push(caseRow(about(ground, id, user, openedAt), shape, { closedAt, closedBy: by }))
    const minutes = (closedAt.getTime() - openedAt.getTime()) / MINUTE_MS
    const lines: Line[] = [
      ...linesOf('blocked', user),
      { before: -minutes, type: 'unblocked', by: 'staff' },
      { before: -minutes - 4, type: 'login', detail: 'Chrome op Windows' },
    ]
    rows.events.push(...eventRows(ground, id, user, openedAt, lines, by))
  }
  return rows
}

/**
 * An account as the helpdesk sees it: how it stands, why someone cannot get in, what happened, what can be done. Masked
 * addresses only; no BSN and nothing clinical is read here at all (norms.md, helpdesk under attack).
 */
import { and, asc, desc, eq, gt, isNull, or } from 'drizzle-orm'
import {
  type Account,
  type AccountFacts,
  type AccountMembership,
  type ActPreview,
  diagnose,
  type VerificationOption,
  verificationChannel,
} from '../../shared/domain/accounts.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { mayLogIn } from '../../shared/domain/rights.ts'
import { initialsOf } from '../../shared/domain/staff.ts'
import type { Tx } from '../db/database.ts'
import { accountEvents, portalUsers, sessions, staff, trustedDevices } from '../db/schema/index.ts'
import { deliveriesOfUser } from '../deliveries/rows.ts'
import { openAccessCaseOf } from './access-case.ts'
import { type AddressState, addressState, masked, mobileOf, toldAddresses } from './addresses.ts'
import { waitingFor } from './approval-rows.ts'
import { codeStatsOf } from './code-stats.ts'
import { invitationOpen, membershipsWithNames, type NamedMembership } from './memberships.ts'
import { mainMembership, type PortalUserRow } from './rows.ts'
import { accountStatus, portalClosed, secondFactorOf } from './status.ts'

/** The newest lines of the timeline that are shown. */
const TIMELINE_LINES = 100

interface Reading {
  readonly tx: Tx
  readonly now: Date
}

function devicesOf(c: Reading, portalUserId: string) {
  return c.tx
    .select({
      id: trustedDevices.id,
      label: trustedDevices.label,
      trustedAt: trustedDevices.trustedAt,
      lastUsedAt: trustedDevices.lastUsedAt,
      expiresAt: trustedDevices.expiresAt,
    })
    .from(trustedDevices)
    .where(
      and(
        eq(trustedDevices.portalUserId, portalUserId),
        isNull(trustedDevices.forgottenAt),
        or(isNull(trustedDevices.expiresAt), gt(trustedDevices.expiresAt, c.now)),
      ),
    )
    .orderBy(asc(trustedDevices.trustedAt), asc(trustedDevices.id))
}

async function timelineOf(c: Reading, portalUserId: string): Promise<Account['timeline']> {
  const rows = await c.tx
    .select({ event: accountEvents, staffName: staff.name, administratorName: portalUsers.name })
    .from(accountEvents)
    .leftJoin(staff, eq(staff.id, accountEvents.staffId))
    .leftJoin(portalUsers, eq(portalUsers.id, accountEvents.administratorId))
    .where(eq(accountEvents.portalUserId, portalUserId))
    .orderBy(desc(accountEvents.at), desc(accountEvents.id))
    .limit(TIMELINE_LINES)
  return rows.map(({ event, staffName, administratorName }) => ({
    id: event.id,
    at: event.at.toISOString(),
    type: event.type,
    by: event.by,
    staffName,
    administratorName,
    detail: event.detail,
  }))
}

/** What the doctor looks at. */
function factsOf(
  profile: PortalProfile,
  user: PortalUserRow,
  now: Date,
  more: {
    readonly careEndedAt: Date | null
    readonly devices: number
    readonly codes: { sent: number; lastAt: Date | null; lastUsed: boolean }
  },
): AccountFacts {
  const membership = mainMembership(user)
  return {
    status: accountStatus(user),
    failures: user.failures,
    blockedAt: user.blockedAt?.toISOString() ?? null,
    careEnded: user.endedAt !== null || portalClosed(profile, more.careEndedAt, now),
    invitedAt: membership?.invitedAt?.toISOString() ?? null,
    rights: membership?.rights ?? [],
    // A client and who represents them see everything; so does whoever logs in where nobody ticks rights.
    needsRights: profile.panels.includes('user-management') && membership?.kind === 'contact',
    member: membership === null || mayLogIn(membership),
    mobile: user.mobile === null || user.mobile === '' ? 'missing' : mobileOf(user) === null ? 'invalid' : 'valid',
    email: user.email === null || user.email === '' ? 'missing' : user.emailBouncedAt !== null ? 'bounced' : 'known',
    codesSent: more.codes.sent,
    lastCodeAt: more.codes.lastAt?.toISOString() ?? null,
    lastCodeUsed: more.codes.lastUsed,
    trustedDevices: more.devices,
    temporaryPassword: user.passwordTemporary || user.passwordHash === null,
    lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
  }
}

function optionOf(channel: VerificationOption['channel'], state: AddressState): VerificationOption {
  const why = state.state === 'known' ? null : state.state
  return {
    channel,
    masked: state.state === 'missing' ? '' : masked({ channel, address: state.address }),
    possible: why === null,
    why,
  }
}

interface Standing {
  readonly tells: string[]
  readonly devices: number
  readonly sessions: number
  /** Sessions that came from a trusted device. */
  readonly deviceSessions: number
  readonly email: AddressState
  /** Acts that were asked and wait for a second colleague. */
  readonly waits: ActPreview['waits']
}

/** Why a reset cannot be sent; null when it can. */
function noReset(user: PortalUserRow, email: AddressState): ActPreview['why'] {
  if (user.endedAt !== null) return 'ended'
  switch (email.state) {
    case 'known':
      return null
    case 'too-new':
      return 'email-too-new'
    case 'missing':
    case 'invalid':
      return 'no-email'
    default: {
      const never: never = email
      return never
    }
  }
}

/** Every act with its consequences, said before it is done. */
function previews(profile: PortalProfile, user: PortalUserRow, at: Standing): ActPreview[] {
  const { tells, devices, sessions: open } = at
  const ended = user.endedAt !== null ? ('ended' as const) : null
  const act = (
    name: ActPreview['act'],
    why: ActPreview['why'],
    stops: ActPreview['stops'],
    needsReceipt: boolean,
    more: Partial<Pick<ActPreview, 'method' | 'fourEyes' | 'waits'>> = {},
  ): ActPreview => ({
    ...{ act: name, possible: why === null, why, needsReceipt, stops, tells },
    ...{ method: null, fourEyes: false, waits: null, ...more },
  })
  return [
    act('unblock', ended ?? (user.blockedAt === null ? 'not-blocked' : null), { devices: 0, sessions: 0 }, false),
    act('reset-password', noReset(user, at.email), { devices, sessions: open }, true, {
      method: profile.recovery.method,
    }),
    act(
      'clear-second-factor',
      ended ?? (user.totpSecret === null ? 'no-second-factor' : at.waits !== null ? 'waits' : null),
      { devices, sessions: open },
      true,
      { fourEyes: profile.fourEyes.includes('clear-second-factor'), waits: at.waits },
    ),
    act('forget-devices', ended ?? (devices === 0 ? 'no-devices' : null), { devices, sessions: at.deviceSessions }, true),
  ]
}

function membershipLine({ membership, client, organisation }: NamedMembership): AccountMembership {
  return {
    id: membership.id,
    name: client?.name ?? organisation ?? '',
    kind: membership.kind,
    relation: membership.relation,
    rights: membership.rights,
    administrator: membership.administrator === true,
    status: membership.endedAt !== null ? 'ended' : invitationOpen(membership) ? 'invited' : 'active',
  }
}

/** For whose approval the second factor waits: anybody's but of who asked. */
async function waitsOf(c: Reading, portalUserId: string): Promise<ActPreview['waits']> {
  const asked = await waitingFor(c.tx, portalUserId, 'clear-second-factor', c.now)
  if (asked === null) return null
  const { id, name } = asked.by
  return { approvalId: asked.id, requestedBy: { id, name, initials: initialsOf(name) }, expiresAt: asked.expiresAt.toISOString() }
}

/** Reads the account whole. */
export async function readAccount(c: Reading, profile: PortalProfile, user: PortalUserRow): Promise<Account> {
  const memberships = await membershipsWithNames(c.tx, [user.id])
  const client = memberships[0]?.client ?? null
  const devices = await devicesOf(c, user.id)
  const open = await c.tx
    .select({ deviceId: sessions.deviceId })
    .from(sessions)
    .where(and(eq(sessions.portalUserId, user.id), isNull(sessions.endedAt), gt(sessions.refreshExpiresAt, c.now)))
  const codes = await codeStatsOf(c.tx, user.id)
  const tells = (await toldAddresses(c.tx, user, c.now)).map(masked)
  const accessCase = await openAccessCaseOf(c.tx, user.id)
  const facts = factsOf(profile, user, c.now, { careEndedAt: client?.careEndedAt ?? null, devices: devices.length, codes })
  return {
    id: user.id,
    name: user.name,
    userName: user.userName,
    kind: mainMembership(user)?.kind ?? 'client',
    status: facts.status,
    clientNumber: client?.number ?? null,
    clientName: client?.name ?? null,
    caseId: accessCase?.id ?? null,
    clientId: user.clientId,
    memberships: memberships.map(membershipLine),
    since: user.createdAt.toISOString(),
    lastLoginAt: facts.lastLoginAt,
    userNameChangeable: profile.login.userName === 'changeable-once' && !user.userNameChanged,
    devices: devices.map((device) => ({
      id: device.id,
      label: device.label,
      trustedAt: device.trustedAt.toISOString(),
      lastUsedAt: device.lastUsedAt.toISOString(),
      expiresAt: device.expiresAt?.toISOString() ?? null,
    })),
    openSessions: open.length,
    secondFactor: secondFactorOf(profile, user),
    diagnosis: diagnose(profile, facts),
    timeline: await timelineOf(c, user.id),
    deliveries: await deliveriesOfUser(c.tx, user.id, c.now),
    verification: verificationChannel.options.map((channel) => optionOf(channel, addressState(user, channel, c.now))),
    acts: previews(profile, user, {
      tells,
      devices: devices.length,
      sessions: open.length,
      deviceSessions: open.filter((session) => session.deviceId !== null).length,
      email: addressState(user, 'email', c.now),
      waits: await waitsOf(c, user.id),
    }),
    version: user.version,
  }
}

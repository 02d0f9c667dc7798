/** The steps of a portal log-in, each with a fresh ticket, and the end of it: a session. */
import { eq } from 'drizzle-orm'
import type { LoginStep } from '../../shared/api/session.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { announceActivity } from '../accounts/announce.ts'
import { type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import { trustedDevices } from '../db/schema/index.ts'
import { Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { hashToken, randomToken } from '../platform/secrets/tokens.ts'
import { newTotpSecret, totpUri } from '../platform/secrets/totp.ts'
import { sendDeviceCode } from './device-code.ts'
import type { Ground } from './ground.ts'
import { CODES_WRONG, clearCounters, limitKey, waitFor } from './limits.ts'
import { loginKey } from './names.ts'
import { enter, type OpenPlace, openPlaces, optionOf } from './places.ts'
import { startSession } from './sessions.ts'
import { issueTicket } from './tickets.ts'
import { nextStep, type Proven, trustUntil } from './trust.ts'

/** Where a log-in stands. `deviceId` is the trusted device it came from; null = a new one. */
export interface Progress extends Proven {
  readonly deviceId: string | null
  readonly deviceLabel: string
}

/** Goes on after what was proven: the next step with its ticket, or in. */
export async function continueLogin(
  c: Ground,
  profile: PortalProfile,
  user: PortalUserRow,
  progress: Progress,
): Promise<LoginStep | Refusal> {
  const step = nextStep(profile.deviceVerification, user, progress)
  if (step === 'signed-in') return choosePlace(c, profile, user, progress)
  const seconds = await waitFor(c.tx, limitKey('codes-wrong', user.id), CODES_WRONG, c.now)
  if (seconds !== null) return c.fail('too-many-attempts', { seconds })
  const totpSecret = step === 'enrol' ? newTotpSecret() : null
  const ticket = await issueTicket(
    c.tx,
    {
      step,
      provider: c.provider,
      portalUserId: user.id,
      deviceLabel: progress.deviceLabel,
      deviceId: progress.deviceId,
      ...(totpSecret === null ? {} : { totpSecret: c.services.box.seal(totpSecret) }),
    },
    c.now,
  )
  const shared = { ticket: ticket.token, expiresAt: ticket.expiresAt.toISOString() }
  switch (step) {
    case 'device': {
      const sent = await sendDeviceCode(c, profile, user, ticket.id)
      if (sent instanceof Refusal) return sent
      return {
        step: 'verify-device',
        ticket: ticket.token,
        sentTo: sent.sentTo,
        resendAt: sent.resendAt.toISOString(),
        expiresAt: sent.expiresAt.toISOString(),
      }
    }
    case 'authenticator':
      return { step: 'authenticator', ...shared }
    case 'enrol': {
      const secret = totpSecret ?? ''
      return { step: 'enrol-authenticator', ...shared, secret, uri: totpUri(secret, user.userName, profile.name) }
    }
    case 'password': {
      const changeable = profile.login.userName === 'changeable-once' && !user.userNameChanged
      return { step: 'choose-password', ...shared, rules: profile.password, userName: changeable ? user.userName : null }
    }
    default: {
      const never: never = step
      return never
    }
  }
}

/** Trusts the device a log-in came from, as the portal does; a new one gets a token that only it knows. */
async function trustDevice(
  c: Ground,
  profile: PortalProfile,
  user: PortalUserRow,
  progress: Progress,
): Promise<{ deviceId: string | null; deviceToken: string | null }> {
  if (profile.deviceVerification === 'never') return { deviceId: null, deviceToken: null }
  if (progress.deviceId !== null) {
    await c.tx.update(trustedDevices).set({ lastUsedAt: c.now }).where(eq(trustedDevices.id, progress.deviceId))
    return { deviceId: progress.deviceId, deviceToken: null }
  }
  const deviceId = newId()
  const deviceToken = randomToken()
  await c.tx.insert(trustedDevices).values({
    id: deviceId,
    portalUserId: user.id,
    tokenHash: hashToken(deviceToken),
    label: progress.deviceLabel,
    trustedAt: c.now,
    lastUsedAt: c.now,
    expiresAt: trustUntil(profile.deviceVerification, c.now),
  })
  await writeTimeline(c, user.id, { type: 'device-trusted', by: 'user', detail: progress.deviceLabel })
  return { deviceId, deviceToken }
}

/** All is proven. Of one place: in. Of several: which one? */
async function choosePlace(
  c: Ground,
  profile: PortalProfile,
  user: PortalUserRow,
  progress: Progress,
): Promise<LoginStep | Refusal> {
  const places = await openPlaces(c, profile, user.id)
  const [only] = places
  if (!only) return c.fail('ticket-expired')
  if (places.length === 1) return signIn(c, profile, user, progress, only)
  const { deviceId, deviceLabel } = progress
  const ticket = await issueTicket(
    c.tx,
    { step: 'membership', provider: c.provider, portalUserId: user.id, deviceId, deviceLabel },
    c.now,
  )
  return {
    step: 'choose-membership',
    ticket: ticket.token,
    options: places.map(optionOf),
    expiresAt: ticket.expiresAt.toISOString(),
  }
}

/** The end of a log-in: success clears the counts (norms.md, 2), and a session begins at one place. */
export async function signIn(
  c: Ground,
  profile: PortalProfile,
  before: PortalUserRow,
  progress: Progress,
  place: OpenPlace,
): Promise<LoginStep> {
  const { deviceId, deviceToken } = await trustDevice(c, profile, before, progress)
  const entered = await enter(c, profile, before, place)
  const user = await updateUser(c.tx, entered, { failures: 0, lastFailureAt: null, lastLoginAt: c.now })
  await clearCounters(c.tx, [loginKey(c.provider, user.userName), limitKey('codes-wrong', user.id)])
  await writeTimeline(c, user.id, { type: 'login', by: 'user', detail: progress.deviceLabel })
  const session = await startSession(c, {
    provider: c.provider,
    portalUserId: user.id,
    membershipId: place.membership.id,
    deviceId,
    workstation: progress.deviceLabel,
  })
  await announceActivity(c, user)
  return { step: 'signed-in', tokens: session.tokens, deviceToken }
}

/**
 * Portal accounts as the helpdesk sees them, and the doctor: which check explains why someone cannot
 * get in. Pure: facts in, findings out, so that server, screen and tests agree.
 */
import { z } from 'zod'
import { deliverySummary } from './deliveries.ts'
import { instant, typedText, uuid, version } from './ids.ts'
import type { PortalProfile } from './portal-profile.ts'
import { colleague } from './staff.ts'

export const portalUserKind = z.enum(['client', 'representative', 'contact', 'organisation-contact'])
export type PortalUserKind = z.infer<typeof portalUserKind>

export const accountStatus = z.enum(['active', 'blocked', 'invited', 'ended'])
export type AccountStatus = z.infer<typeof accountStatus>

/** Why an access case stands in the queue. */
export const accessReason = z.enum(['blocked', 'no-code', 'bounced', 'invitation-expired', 'call'])
export type AccessReason = z.infer<typeof accessReason>

/** Acts that need a receipt that the caller was verified; a receipt is bound to one of them. */
export const sensitiveAct = z.enum(['reset-password', 'clear-second-factor', 'forget-devices', 'issue-wipe-code'])
export type SensitiveAct = z.infer<typeof sensitiveAct>

export const verificationChannel = z.enum(['sms', 'email'])
export type VerificationChannel = z.infer<typeof verificationChannel>

/**
 * By which codes a caller proves enough for an act. A new password goes to the mailbox, so whoever reads the mailbox has the
 * first factor: losing the second one needs something else (ASVS 6.4.4).
 */
const VERIFIED_BY: Readonly<Record<SensitiveAct, readonly VerificationChannel[]>> = {
  'reset-password': ['sms', 'email'],
  'clear-second-factor': ['sms'],
  'forget-devices': ['sms', 'email'],
  'issue-wipe-code': ['sms', 'email'],
}

export function verifiesEnough(act: SensitiveAct, channel: VerificationChannel): boolean {
  return VERIFIED_BY[act].includes(channel)
}

/** A code that a person reads out: six digits. */
export const sixDigits = z.string().regex(/^\d{6}$/, { error: 'code-format' })

/** Why an act was done; kept in the audit log. */
export const actReason = typedText(300)

export const checkState = z.enum(['cause', 'passed', 'warning', 'not-applicable', 'not-tested'])
export type CheckState = z.infer<typeof checkState>

export const checkId = z.enum(['blocked', 'care-ended', 'invitation', 'rights', 'mobile', 'email', 'code', 'device', 'password'])
export type CheckId = z.infer<typeof checkId>

/** The one-step repair that the doctor offers with a cause. */
export const repair = z.enum([
  'unblock',
  'reset-password',
  'forget-devices',
  'correct-mobile',
  'correct-email',
  'ask-portal-administrator',
])
export type Repair = z.infer<typeof repair>

/**
 * One line of the doctor. `finding` names a sentence of the catalogue (`doctor.<check>.<finding>`),
 * `params` fill it; `at` is the evidence's moment.
 */
export const doctorCheck = z.object({
  check: checkId,
  state: checkState,
  finding: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: instant.nullable(),
})
export type DoctorCheck = z.infer<typeof doctorCheck>

export const diagnosis = z.object({ checks: z.array(doctorCheck), cause: checkId.nullable(), repair: repair.nullable() })
export type Diagnosis = z.infer<typeof diagnosis>

/** What the doctor looks at; made by the server from its rows, never from what a caller says. */
export interface AccountFacts {
  readonly status: AccountStatus
  readonly failures: number
  readonly blockedAt: string | null
  readonly careEnded: boolean
  readonly invitedAt: string | null
  readonly rights: readonly string[]
  /** False where everybody who logs in sees all parts. */
  readonly needsRights: boolean
  /** False: "Medewerker klantportaal" is off, so that an organisation's contact can no longer log in. */
  readonly member: boolean
  readonly mobile: 'valid' | 'invalid' | 'missing'
  readonly email: 'known' | 'missing' | 'bounced'
  readonly codesSent: number
  readonly lastCodeAt: string | null
  readonly lastCodeUsed: boolean
  readonly trustedDevices: number
  readonly temporaryPassword: boolean
  readonly lastLoginAt: string | null
}

/** Codes sent without one being used, after which "the code does not arrive" is the likely cause. */
export const CODES_UNUSED_IS_CAUSE = 3

function line(
  check: CheckId,
  state: CheckState,
  finding: string,
  at: string | null = null,
  params: Record<string, string | number> = {},
): DoctorCheck {
  return { check, state, finding, params, at }
}

function deviceChecks(profile: PortalProfile, facts: AccountFacts): DoctorCheck[] {
  if (profile.deviceVerification === 'never') {
    return [
      line('mobile', 'not-applicable', 'not-needed'),
      line('code', 'not-applicable', 'not-needed'),
      line('device', 'not-applicable', 'not-needed'),
    ]
  }
  const mobile =
    facts.mobile === 'missing'
      ? line('mobile', 'cause', 'missing')
      : facts.mobile === 'invalid'
        ? line('mobile', 'cause', 'invalid')
        : line('mobile', 'passed', 'valid')
  const unused = facts.codesSent >= CODES_UNUSED_IS_CAUSE && !facts.lastCodeUsed
  const code =
    facts.codesSent === 0
      ? line('code', 'not-tested', 'never-sent')
      : unused
        ? line('code', 'cause', 'not-arriving', facts.lastCodeAt, { count: facts.codesSent })
        : line('code', 'passed', facts.lastCodeUsed ? 'used' : 'sent', facts.lastCodeAt)
  const device =
    facts.trustedDevices === 0
      ? line('device', 'warning', 'none')
      : line('device', 'passed', 'trusted', null, { count: facts.trustedDevices })
  return [mobile, code, device]
}

/** Who repairs a cause, in order of how near it lies to the log-in: the first cause found is the one named. */
const REPAIR_OF: Readonly<Record<CheckId, Repair | null>> = {
  blocked: 'unblock',
  'care-ended': null,
  invitation: null,
  rights: 'ask-portal-administrator',
  mobile: 'correct-mobile',
  email: 'correct-email',
  code: null,
  device: 'forget-devices',
  password: 'reset-password',
}

/** Examines an account. Exactly the first cause is named as the cause; further ones stay visible as lines. */
export function diagnose(profile: PortalProfile, facts: AccountFacts): Diagnosis {
  const max = profile.block.afterFailures
  const checks: DoctorCheck[] = [
    facts.status === 'blocked'
      ? line('blocked', 'cause', 'blocked', facts.blockedAt, { failures: facts.failures, max })
      : line('blocked', facts.failures > 0 ? 'warning' : 'passed', 'not-blocked', null, { failures: facts.failures, max }),
    facts.careEnded ? line('care-ended', 'cause', 'ended') : line('care-ended', 'passed', 'in-care'),
    facts.status === 'invited'
      ? line('invitation', 'cause', 'not-accepted', facts.invitedAt)
      : line(
          'invitation',
          facts.invitedAt ? 'passed' : 'not-applicable',
          facts.invitedAt ? 'accepted' : 'not-needed',
          facts.invitedAt,
        ),
    !facts.member
      ? line('rights', 'cause', 'not-a-member')
      : !facts.needsRights
        ? line('rights', 'not-applicable', 'not-needed')
        : facts.rights.length === 0
          ? line('rights', 'cause', 'none')
          : line('rights', 'passed', 'given', null, { count: facts.rights.length }),
    ...deviceChecks(profile, facts),
    facts.email === 'missing'
      ? line('email', 'warning', 'missing')
      : facts.email === 'bounced'
        ? line('email', 'cause', 'bounced')
        : line('email', 'passed', 'known'),
    facts.temporaryPassword ? line('password', 'warning', 'temporary') : line('password', 'passed', 'own', facts.lastLoginAt),
  ]
  const cause = checks.find((check) => check.state === 'cause')?.check ?? null
  return { checks, cause, repair: cause ? REPAIR_OF[cause] : null }
}

export const accountEventType = z.enum([
  'login',
  'password-wrong',
  'blocked',
  'unblocked',
  'code-sent',
  'code-wrong',
  'device-trusted',
  'devices-forgotten',
  'password-changed',
  'reset-sent',
  'second-factor-asked',
  'second-factor-cleared',
  'second-factor-kept',
  'second-factor-enrolled',
  'user-name-changed',
  'address-changed',
  'signed-out',
  'caller-verified',
  'caller-refused',
  'access-given',
  'invited',
  'rights-changed',
  'projects-changed',
  'access-removed',
  'wipe-code-sent',
  'account-made',
  'credentials-sent',
  'letter-printed',
  'invitation-accepted',
  'invitation-declined',
  'delivery-failed',
])
export type AccountEventType = z.infer<typeof accountEventType>

/** Who did it: the user, staff, the portal's own administrator, or nobody. */
export const accountEventBy = z.enum(['user', 'staff', 'administrator', 'system'])
export type AccountEventBy = z.infer<typeof accountEventBy>

export const accountEvent = z.object({
  id: uuid,
  at: instant,
  type: accountEventType,
  by: accountEventBy,
  staffName: z.string().nullable(),
  administratorName: z.string().nullable(),
  /** Free text; for `rights-changed` the rights there are now, by their names in the contract, with commas. */
  detail: z.string(),
})
export type AccountEvent = z.infer<typeof accountEvent>

/** A portal user in a list. */
export const accountSummary = z.object({
  id: uuid,
  name: z.string(),
  userName: z.string(),
  kind: portalUserKind,
  status: accountStatus,
  clientNumber: z.number().int().nullable(),
  clientName: z.string().nullable(),
  caseId: uuid.nullable(),
})
export type AccountSummary = z.infer<typeof accountSummary>

/** For whom an account logs in: a client or an organisation, with what was ticked there. */
export const accountMembership = z.object({
  id: uuid,
  /** Of the client or the organisation. */
  name: z.string(),
  kind: portalUserKind,
  relation: z.string(),
  rights: z.array(z.string()),
  administrator: z.boolean(),
  status: z.enum(['active', 'invited', 'ended']),
})
export type AccountMembership = z.infer<typeof accountMembership>

/** Where a code may go to verify the caller: only what was on record, and only when it is old enough. */
export const verificationOption = z.object({
  channel: verificationChannel,
  /** The address with its middle hidden: `06 ···· 4412`. */
  masked: z.string(),
  possible: z.boolean(),
  /** Why it is not possible; names a sentence of the catalogue. */
  why: z.enum(['missing', 'too-new', 'invalid']).nullable(),
})
export type VerificationOption = z.infer<typeof verificationOption>

/** What an act would do, said before it is done. */
export const actPreview = z.object({
  act: z.enum(['unblock', 'reset-password', 'clear-second-factor', 'forget-devices']),
  possible: z.boolean(),
  /** Why it is not; names a sentence of the catalogue (`account.act.<why>`). */
  why: z.enum(['not-blocked', 'no-devices', 'no-second-factor', 'no-email', 'email-too-new', 'ended', 'waits']).nullable(),
  needsReceipt: z.boolean(),
  /** A second colleague has to approve it: doing it only asks. */
  fourEyes: z.boolean(),
  /** It was asked and waits for a colleague who is not `requestedBy`. */
  waits: z.object({ approvalId: uuid, requestedBy: colleague, expiresAt: instant }).nullable(),
  stops: z.object({ devices: z.number().int(), sessions: z.number().int() }),
  /** Masked addresses that are told about it. */
  tells: z.array(z.string()),
  /** How the new secret travels, for a reset. */
  method: z.enum(['link', 'temporary-password']).nullable(),
})
export type ActPreview = z.infer<typeof actPreview>
/** Sensitive acts on an account itself, as its page offers them. */
export type SensitiveActOfAccount = Extract<SensitiveAct, ActPreview['act']>

/** How long a request for a colleague's approval stands, in minutes: the caller is on the phone. */
export const APPROVAL_MINUTES = 30

/** An act that waits for the approval of a second colleague. */
export const approval = z.object({
  id: uuid,
  act: sensitiveAct,
  account: z.object({ id: uuid, name: z.string(), userName: z.string() }),
  requestedBy: colleague,
  reason: z.string(),
  requestedAt: instant,
  expiresAt: instant,
  /** How and when the caller proved who they are, to the colleague who asks. */
  verified: z.object({ channel: verificationChannel, at: instant }).nullable(),
})
export type Approval = z.infer<typeof approval>

/** What became of a request that one made oneself. */
export const decidedApproval = approval.extend({
  outcome: z.enum(['approved', 'refused', 'expired']),
  /** Nobody, when the time ran out. */
  decidedBy: colleague.nullable(),
  decidedAt: instant,
})
export type DecidedApproval = z.infer<typeof decidedApproval>

/** For whom an account can be made: a client or an organisation, with the kinds of account there are already. */
export const accountOwner = z.object({
  kind: z.enum(['client', 'organisation']),
  id: uuid,
  name: z.string(),
  clientNumber: z.number().int().nullable(),
  city: z.string(),
  has: z.array(portalUserKind),
})
export type AccountOwner = z.infer<typeof accountOwner>

/** What this portal asks of an account that staff make, and how its first credentials travel. */
export const accountRules = z.object({
  kinds: z.array(portalUserKind),
  firstCredentials: z.enum(['letter', 'two-emails', 'email', 'email-within-hour']),
  /** Days within which they must be used. */
  days: z.number().int(),
  emailNeeded: z.boolean(),
  mobileNeeded: z.boolean(),
})
export type AccountRules = z.infer<typeof accountRules>

export const account = accountSummary.extend({
  clientId: uuid.nullable(),
  memberships: z.array(accountMembership),
  since: instant,
  lastLoginAt: instant.nullable(),
  userNameChangeable: z.boolean(),
  devices: z.array(
    z.object({ id: uuid, label: z.string(), trustedAt: instant, lastUsedAt: instant, expiresAt: instant.nullable() }),
  ),
  openSessions: z.number().int(),
  secondFactor: z.enum(['none', 'device', 'authenticator']),
  diagnosis,
  timeline: z.array(accountEvent),
  /** The newest messages to this user, whatever became of them. */
  deliveries: z.array(deliverySummary),
  verification: z.array(verificationOption),
  acts: z.array(actPreview),
  version,
})
export type Account = z.infer<typeof account>

/** `0612344412` → `06 ···· 4412`; the last four digits are what a caller can confirm. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(0031|31)/, '0')
  return digits.length < 6 ? '····' : `${digits.slice(0, 2)} ···· ${digits.slice(-4)}`
}

/** `tineke@post.example` → `t···@post.example`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '···' : `${email.slice(0, 1)}···${email.slice(at)}`
}

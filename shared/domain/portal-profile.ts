/**
 * The portal profile: the rules of one provider's portal, as data. Nothing in the product asks
 * which provider it is; it asks what the profile says. The five profiles stand in `portal-profiles.ts`.
 */
import { z } from 'zod'
import { portalUserKind } from './accounts.ts'
import { providerId } from './ids.ts'
import { localDate } from './local-time.ts'
import { notificationKind } from './notifications.ts'
import { panelRight } from './rights.ts'

/** The parts a portal may have. What it lacks answers `panel-not-available`. */
export const panel = z.enum([
  'absences',
  'contact-requests',
  'messages',
  'care-team',
  'care-signals',
  'project-questions',
  'planning',
  'own-appointments',
  'contact-details',
  'contact-persons',
  'user-management',
  'organisation',
  'notifications',
  'profile-settings',
])
export type Panel = z.infer<typeof panel>

export const contactSubject = z.enum([
  'planning',
  'indication',
  'portal',
  'other',
  'household-help',
  'message',
  'care-signal',
  'project',
  'general',
])
export type ContactSubject = z.infer<typeof contactSubject>

/** What of the planning a portal shows: the client's visits, only what they entered themself, the visits of projects, nothing. */
export const planningShown = z.enum(['visits', 'own-appointments', 'projects', 'none'])

/** Rules a portal sets for passwords. `deviation` says why one departs from NIST SP 800-63B-4. */
export const passwordRules = z.object({
  minLength: z.number().int().min(8),
  maxLength: z.number().int().min(64),
  lower: z.boolean(),
  upper: z.boolean(),
  digit: z.boolean(),
  special: z.boolean(),
  forbidden: z.string(),
  /** How many earlier passwords may not come back; 0 = none remembered. */
  history: z.number().int().min(0),
  deviation: z.string().nullable(),
})
export type PasswordRules = z.infer<typeof passwordRules>

/** At least so many years the audit log says who looked at whom and who did what (norms.md, Audit). */
export const AUDIT_YEARS = 5

/** How long personal data stay, in days after the moment each names; then retention erases them (portal-api/retention). */
export const retentionTerms = z.object({
  /** Cases with the notice or question they are about, after they were closed. */
  closedCases: z.number().int().min(1),
  /** Visits, after their day. */
  visits: z.number().int().min(1),
  /** Clients with all that is theirs, after the last day on which the portal was open to them. */
  formerClients: z.number().int().min(1),
  /** Accounts, after the last membership or the account itself ended. */
  formerAccounts: z.number().int().min(1),
  /** Contact details and contact persons, after they were removed. */
  removedContacts: z.number().int().min(1),
  /** Messages, after they were written. */
  deliveries: z.number().int().min(1),
  /** What happened to an account, and which callers were verified. */
  accountEvents: z.number().int().min(30),
  /** Sessions, trusted devices and recovery links, after their end. */
  sessions: z.number().int().min(1),
  /** Years: what audit lines say of persons. */
  auditYears: z.number().int().min(AUDIT_YEARS),
})
export type RetentionTerms = z.infer<typeof retentionTerms>

export const portalProfile = z.object({
  id: providerId,
  name: z.string(),
  /** Where clients find the portal; links in e-mails start with it. */
  portalUrl: z.url(),
  /** Where clients reach the helpdesk, as it stands in messages: a mailbox or a phone number. */
  helpdesk: z.string(),
  login: z.object({
    /** The third field "Organisatie": filled in beforehand with this code, absent, or chosen after log-in. */
    organisation: z.discriminatedUnion('mode', [
      z.object({ mode: z.literal('prefilled'), code: z.string() }),
      z.object({ mode: z.literal('none') }),
      z.object({ mode: z.literal('after-login') }),
    ]),
    /** What the user name becomes at first log-in. */
    userName: z.enum(['becomes-email', 'changeable-once', 'as-given']),
    checkContactDetailsAtFirstLogin: z.boolean(),
  }),
  /** Who may have an account: the client alone, those around the client too, or an organisation's contacts. */
  whoLogsIn: z.array(portalUserKind),
  firstCredentials: z.enum(['letter', 'two-emails', 'email', 'email-within-hour']),
  /** Days within which given credentials must be used (ASVS 6.4.1); a letter is days on its way. */
  firstCredentialsDays: z.number().int().min(1),
  /** How an invited person gets in: by accepting after log-in (until then every part is closed), or by the log-in itself. */
  invitation: z.enum(['accept-in-portal', 'by-login']),
  deviceVerification: z.enum(['never', 'weekly', 'per-device']),
  /** How long a code by SMS lives and when it may be sent again (63B §4.2.1: at most 10 minutes). */
  code: z.object({ minutes: z.number().int().max(10), resendAfterSeconds: z.number().int(), tries: z.number().int() }),
  secondFactor: z.enum(['none', 'authenticator-optional']),
  /** Acts of the helpdesk that a second colleague has to approve (norms.md, helpdesk under attack: rogue staff). */
  fourEyes: z.array(z.enum(['clear-second-factor'])),
  password: passwordRules,
  /** Wrong passwords before the account is blocked; before that each further try waits longer. */
  block: z.object({ afterFailures: z.number().int(), delaySeconds: z.array(z.number().int()) }),
  recovery: z.object({
    /** May the user start it alone on the log-in page? */
    selfService: z.boolean(),
    method: z.enum(['link', 'temporary-password']),
    minutes: z.number().int(),
    /** Does starting a recovery free a blocked user? (laurens: yes) */
    frees: z.boolean(),
  }),
  /** Days the portal stays open after the last day of care. */
  openDaysAfterCare: z.number().int().min(0),
  panels: z.array(panel),
  /** Users and rights by the portal's own administrator; null where the portal has none (panel `user-management`). */
  userManagement: z
    .object({
      /** What a client's administrator may tick per person. */
      rights: z.array(panelRight),
      /** The role of everybody a client's administrator adds; it cannot be changed. */
      relation: z.string(),
      /** Whose own portal it is: an account of these kinds is made as the portal's administrator. */
      administrators: z.array(z.enum(['client', 'representative'])),
      /** What an organisation's administrator may choose as function; it carries no rights. */
      functions: z.array(z.object({ code: z.number().int(), name: z.string() })),
    })
    .nullable(),
  subjects: z.array(contactSubject),
  /** May contact persons be changed in the portal, or only looked at? */
  contactPersons: z.enum(['edited', 'shown']),
  /** What stands under Meldingen (panel `notifications`). */
  notifications: z.array(notificationKind),
  absence: z.object({ leadWorkingDays: z.number().int() }),
  planningShown,
  /** How a client hears that a visit of theirs was changed: the portal shows it, or a mail says so (and without an address, the phone). */
  visitChangeReaches: z.enum(['planning', 'mail']),
  /** Working days within which the first answer is due. */
  answerWithinWorkingDays: z.number().int(),
  retention: retentionTerms,
  holidays: z.object({ closed: z.array(localDate), open: z.array(localDate) }),
})
export type PortalProfile = z.infer<typeof portalProfile>

/**
 * The five portal profiles that ship with the product, from the clients' manuals.
 * A rule that the manual leaves open carries the safe choice, and a comment says so.
 */
import type { PortalProfile } from './portal-profile.ts'
import { contactFunctions, PANEL_RIGHTS } from './rights.ts'

const COMPOSITION =
  'Samenstellingsregels en een verboden teken komen uit het portaal zelf; 63B §3.1.1.2 raadt ze af. Alleen het wachtwoord beschermt dit account, 63B vraagt dan 15 tekens.'

const common = {
  code: { minutes: 10, resendAfterSeconds: 30, tries: 5 },
  block: { afterFailures: 5, delaySeconds: [0, 1, 2, 4, 8] },
  holidays: { closed: [], open: [] },
  answerWithinWorkingDays: 2,
  openDaysAfterCare: 0,
  // No manual names terms: long enough to answer for what was agreed, short enough that nothing stays by itself.
  retention: {
    closedCases: 730,
    visits: 730,
    formerClients: 365,
    formerAccounts: 90,
    removedContacts: 90,
    deliveries: 90,
    accountEvents: 365,
    sessions: 90,
    auditYears: 5,
  },
  fourEyes: ['clear-second-factor'],
  // No manual says how long given credentials live: a week is enough for who reads mail.
  firstCredentialsDays: 7,
  invitation: 'by-login',
} satisfies Partial<PortalProfile>

const homeHelp = {
  ...common,
  whoLogsIn: ['client'],
  firstCredentials: 'letter',
  firstCredentialsDays: 28,
  deviceVerification: 'never',
  secondFactor: 'none',
  password: {
    minLength: 8,
    maxLength: 128,
    lower: false,
    upper: true,
    digit: true,
    special: true,
    forbidden: '?',
    history: 0,
    deviation: COMPOSITION,
  },
  panels: ['absences', 'contact-requests', 'planning', 'contact-details', 'contact-persons'],
  userManagement: null,
  subjects: ['planning', 'indication', 'portal', 'other', 'household-help'],
  contactPersons: 'edited',
  notifications: [],
  absence: { leadWorkingDays: 3 },
  planningShown: 'visits',
  visitChangeReaches: 'planning',
} satisfies Partial<PortalProfile>

const mijnCaress = {
  ...common,
  whoLogsIn: ['client', 'representative', 'contact'],
  secondFactor: 'none',
  subjects: [],
  // Both manuals: "een overzicht". Who is added to the portal is added as a user.
  contactPersons: 'shown',
  absence: { leadWorkingDays: 0 },
  // The portal shows no visit of ours: a changed one must reach the client another way.
  visitChangeReaches: 'mail',
} satisfies Partial<PortalProfile>

const ofClients = {
  relation: 'Contactpersoon Cliëntportaal',
  administrators: ['client', 'representative'],
  functions: [],
} satisfies Partial<NonNullable<PortalProfile['userManagement']>>

export const PORTAL_PROFILES: readonly PortalProfile[] = [
  {
    ...homeHelp,
    id: 'cordaan',
    name: 'Cordaan Thuisdiensten',
    portalUrl: 'https://portaal.cordaan.example',
    helpdesk: 'helpdesk@cordaan.example',
    login: {
      organisation: { mode: 'prefilled', code: 'cordaanhbh' },
      userName: 'becomes-email',
      checkContactDetailsAtFirstLogin: true,
    },
    // The manual names no way back for a forgotten password: the helpdesk starts it.
    recovery: { selfService: false, method: 'link', minutes: 10, frees: true },
  },
  {
    ...homeHelp,
    id: 'axxicom',
    name: 'Axxicom Thuishulp',
    portalUrl: 'https://portaal.axxicom.example',
    helpdesk: 'helpdesk@axxicom.example',
    login: {
      organisation: { mode: 'prefilled', code: 'axxicom' },
      userName: 'becomes-email',
      checkContactDetailsAtFirstLogin: true,
    },
    recovery: { selfService: true, method: 'link', minutes: 10, frees: true },
  },
  {
    ...mijnCaress,
    id: 'zuyderland',
    name: 'Zuyderland Zorgcentra',
    portalUrl: 'https://portaal.zuyderland.example',
    helpdesk: 'helpdesk@zuyderland.example',
    login: { organisation: { mode: 'none' }, userName: 'as-given', checkContactDetailsAtFirstLogin: false },
    firstCredentials: 'email',
    deviceVerification: 'weekly',
    // "Own choice after reset": no composition rules; the device code is the second proof.
    password: {
      minLength: 8,
      maxLength: 128,
      lower: false,
      upper: false,
      digit: false,
      special: false,
      forbidden: '',
      history: 0,
      deviation: null,
    },
    recovery: { selfService: true, method: 'link', minutes: 10, frees: true },
    panels: [
      'messages',
      'care-team',
      'care-signals',
      'planning',
      'own-appointments',
      'contact-persons',
      'user-management',
      'notifications',
      'profile-settings',
    ],
    notifications: ['care-plan'],
    userManagement: { ...ofClients, rights: [...PANEL_RIGHTS] },
    planningShown: 'own-appointments',
  },
  {
    ...mijnCaress,
    id: 'laurens',
    name: 'Laurens',
    portalUrl: 'https://portaal.laurens.example',
    helpdesk: 'helpdesk@laurens.example',
    openDaysAfterCare: 7,
    login: { organisation: { mode: 'none' }, userName: 'changeable-once', checkContactDetailsAtFirstLogin: false },
    firstCredentials: 'two-emails',
    invitation: 'accept-in-portal',
    deviceVerification: 'per-device',
    password: {
      minLength: 8,
      maxLength: 128,
      lower: true,
      upper: true,
      digit: true,
      special: false,
      forbidden: '',
      history: 12,
      deviation:
        'Samenstellingsregels en een tijdelijk wachtwoord per e-mail komen uit het portaal zelf; een link is één instelling verder.',
    },
    recovery: { selfService: true, method: 'temporary-password', minutes: 60, frees: true },
    // The care team is shown, but no message can be sent to it.
    panels: ['care-team', 'contact-persons', 'user-management', 'notifications', 'profile-settings'],
    // The button Meldingen: there until the invitation was accepted.
    notifications: ['invitation'],
    // The manual names no list; Agenda and Berichten are not used here.
    userManagement: { ...ofClients, rights: ['dossier', 'details', 'settings'] },
    planningShown: 'none',
  },
  {
    ...common,
    id: 'careflex',
    name: 'Careflex Zorg Groep',
    portalUrl: 'https://portaal.careflex.example',
    helpdesk: 'helpdesk@careflex.example',
    login: { organisation: { mode: 'after-login' }, userName: 'as-given', checkContactDetailsAtFirstLogin: false },
    whoLogsIn: ['organisation-contact'],
    firstCredentials: 'email-within-hour',
    deviceVerification: 'never',
    secondFactor: 'authenticator-optional',
    // The manual gives no rules: NIST's own for a password that stands alone.
    password: {
      minLength: 15,
      maxLength: 128,
      lower: false,
      upper: false,
      digit: false,
      special: false,
      forbidden: '',
      history: 0,
      deviation: null,
    },
    recovery: { selfService: true, method: 'link', minutes: 10, frees: true },
    // Mijn contactgegevens and Mijn contactpersonen are the own membership and the colleagues: `organisation` and `user-management`.
    panels: ['project-questions', 'planning', 'user-management', 'organisation'],
    contactPersons: 'shown',
    notifications: [],
    userManagement: { rights: [], relation: '', administrators: [], functions: [...contactFunctions] },
    subjects: ['project', 'general'],
    absence: { leadWorkingDays: 0 },
    planningShown: 'projects',
    visitChangeReaches: 'planning',
  },
]

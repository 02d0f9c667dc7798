/**
 * Rights that a portal's own administrator ticks per person. In a portal without user management nobody
 * has rights and everybody who logs in sees all panels; where there is, an invited contact sees what was ticked.
 */
import { z } from 'zod'
import type { PortalUserKind } from './accounts.ts'
import type { Panel } from './portal-profile.ts'

/** Berichten, Afspraken, Dossier, Gegevens, Instellingen. */
export const PANEL_RIGHTS = ['messages', 'appointments', 'dossier', 'details', 'settings'] as const
export type PanelRight = (typeof PANEL_RIGHTS)[number]
export const panelRight = z.enum(PANEL_RIGHTS)

/**
 * Rights of an organisation's contact (Careflex): Beheerder klantportaal, Medewerker klantportaal, E-mail diensten,
 * Contactpersoon voor alle projecten.
 */
export const CONTACT_RIGHTS = ['portal-administrator', 'portal-member', 'visit-mails', 'all-projects'] as const
export type ContactRight = (typeof CONTACT_RIGHTS)[number]

/**
 * The right of a portal's own administrator: of a client's portal (the client or who represents them) or of an
 * organisation's. They add users and tick rights.
 */
export const PORTAL_ADMINISTRATOR = 'portal-administrator' satisfies ContactRight

/** Medewerker klantportaal: without it an organisation's contact cannot log in. */
export const PORTAL_MEMBER = 'portal-member' satisfies ContactRight

/** Functie of an organisation's contact with the code the portal keeps it under (Careflex). It carries no rights. */
export const contactFunctions = [
  { code: 200, name: 'Administratief medewerker' },
  { code: 100, name: 'Directeur' },
  { code: 220, name: 'P&O Adviseur' },
  { code: 210, name: 'P&O Manager' },
  { code: 221, name: 'Planner' },
  { code: 140, name: 'Systeem/applicatiebeheerder' },
] as const

/** Somebody's membership of a portal, as far as their rights depend on it. */
interface Member {
  readonly kind: PortalUserKind
  readonly rights: readonly string[]
  /** Manages the users of this portal. */
  readonly administrator?: boolean | null
}

/** "Medewerker klantportaal" off: an organisation's contact is known to the provider, and can no longer log in. */
export function mayLogIn(member: Member): boolean {
  return member.kind !== 'organisation-contact' || member.rights.includes('portal-member' satisfies ContactRight)
}

/** May this person see that part of a client's portal? The client and the (legal) representative always may. */
export function maySee(user: Member, right: PanelRight): boolean {
  return user.kind === 'client' || user.kind === 'representative' || (user.kind === 'contact' && user.rights.includes(right))
}

/** The right that opens a part of a client's portal to a contact; null for parts that are not a client's. */
export const RIGHT_OF_PANEL: Readonly<Record<Panel, PanelRight | null>> = {
  absences: 'appointments',
  planning: 'appointments',
  'own-appointments': 'appointments',
  'contact-requests': 'messages',
  messages: 'messages',
  'care-team': 'details',
  'care-signals': 'dossier',
  'contact-details': 'details',
  'contact-persons': 'details',
  'project-questions': null,
  'user-management': null,
  organisation: null,
  notifications: null,
  'profile-settings': 'settings',
}

/** Parts that an organisation's contact finds: their projects, the visits of those, the organisation with what is known of themself. */
const OF_ORGANISATIONS: readonly Panel[] = ['project-questions', 'planning', 'organisation']

/**
 * May this person use that panel of the portal? Around a client what was ticked decides; an organisation's contacts use
 * the parts that are theirs; the users are the administrator's. The server asks it at every route, a screen to hide.
 */
export function mayUse(panel: Panel, user: Member): boolean {
  if (panel === 'user-management') return user.administrator === true
  // Each finds what is addressed to them, and nothing of others.
  if (panel === 'notifications') return true
  if (user.kind === 'organisation-contact') return OF_ORGANISATIONS.includes(panel)
  const right = RIGHT_OF_PANEL[panel]
  return right !== null && maySee(user, right)
}

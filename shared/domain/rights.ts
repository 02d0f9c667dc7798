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

/** May this person see that part of a client's portal? The client and the (legal) representative always may. */
export function maySee(user: { readonly kind: PortalUserKind; readonly rights: readonly string[] }, right: PanelRight): boolean {
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
}

/** The parts that an organisation's contacts use: their projects, the visits of those, and what is known of the organisation. */
const PANELS_OF_ORGANISATION: readonly Panel[] = ['project-questions', 'planning', 'organisation']

/** May this person use that panel of the portal? The users are its administrator's. */
export function mayUse(
  panel: Panel,
  user: { readonly kind: PortalUserKind; readonly rights: readonly string[]; readonly administrator?: boolean },
): boolean {
  if (panel === 'user-management') return user.administrator === true
  if (user.kind === 'organisation-contact') return PANELS_OF_ORGANISATION.includes(panel)
  const right = RIGHT_OF_PANEL[panel]
  return right !== null && maySee(user, right)
}

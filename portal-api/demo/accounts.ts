/**
 * Everyone a person can sign in as in the demo, in one place: used by the seed, by the `/demo` page, by the
 * simulated clients and by tests. All of it is invented and public; none of it opens anything but the demo.
 */
import { createHash } from 'node:crypto'
import type { PortalUserKind } from '../../shared/domain/accounts.ts'
import type { Sentence } from '../../shared/domain/language.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'

/** The one password of all demo accounts; it keeps to the rules of all five portals. */
export const DEMO_PASSWORD = 'Zilver!Meeuw27Kade'

/** What stands in the letter or mail of an account that never logged in; it must be replaced at the first log-in. */
export const FIRST_PASSWORD = 'Eerste!Brief48Post'

/** The token of the one device that is trusted beforehand; {@link DemoPortalUser.state} `trusted-device`. */
export const TRUSTED_DEVICE_TOKEN = 'demo-trusted-device-of-tineke-hofstra-000001'

export interface DemoStaff {
  readonly name: string
  readonly email: string
  readonly memberships: readonly { readonly provider: string; readonly role: StaffRole; readonly team: string | null }[]
}

const at = (provider: string, role: StaffRole, team: string | null = null) => ({ provider, role, team })

/** Staff per provider in every role; the first of a provider and role is the one the demo names first. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    name: 'Noor Willemsen',
    email: 'noor.willemsen@cordaan.example',
    memberships: [at('cordaan', 'planner', 'Noord'), at('axxicom', 'planner', 'Kust')],
  },
  { name: 'Rik Jansma', email: 'rik.jansma@cordaan.example', memberships: [at('cordaan', 'planner', 'Zuid')] },
  {
    name: 'Anneke van den Berg',
    email: 'anneke.vandenberg@cordaan.example',
    memberships: [at('cordaan', 'care-manager', 'Noord')],
  },
  { name: 'Eline Brouwer', email: 'eline.brouwer@cordaan.example', memberships: [at('cordaan', 'care-manager', 'Zuid')] },
  { name: 'Jesse Aalbers', email: 'jesse.aalbers@cordaan.example', memberships: [at('cordaan', 'helpdesk')] },
  { name: 'Sanne Bos', email: 'sanne.bos@cordaan.example', memberships: [at('cordaan', 'team-lead')] },
  { name: 'Thijs van Veen', email: 'thijs.vanveen@axxicom.example', memberships: [at('axxicom', 'planner', 'Polder')] },
  { name: 'Meryem Kaya', email: 'meryem.kaya@axxicom.example', memberships: [at('axxicom', 'care-manager', 'Kust')] },
  { name: 'Fleur Timmer', email: 'fleur.timmer@axxicom.example', memberships: [at('axxicom', 'helpdesk')] },
  { name: 'Bas Hoogland', email: 'bas.hoogland@axxicom.example', memberships: [at('axxicom', 'team-lead')] },
  { name: 'Lotte de Groot', email: 'lotte.degroot@zuyderland.example', memberships: [at('zuyderland', 'care-manager', 'Oost')] },
  { name: 'Guus Peeters', email: 'guus.peeters@zuyderland.example', memberships: [at('zuyderland', 'care-manager', 'West')] },
  { name: 'Loek Janssen', email: 'loek.janssen@zuyderland.example', memberships: [at('zuyderland', 'planner', 'Oost')] },
  {
    name: 'Jip Verhoeven',
    email: 'jip.verhoeven@zuyderland.example',
    memberships: [at('zuyderland', 'helpdesk'), at('laurens', 'helpdesk')],
  },
  { name: 'Marjan Schreurs', email: 'marjan.schreurs@zuyderland.example', memberships: [at('zuyderland', 'team-lead')] },
  { name: 'Sem Molenaar', email: 'sem.molenaar@laurens.example', memberships: [at('laurens', 'helpdesk')] },
  { name: 'Hanna Vink', email: 'hanna.vink@laurens.example', memberships: [at('laurens', 'care-manager', 'Maas')] },
  { name: 'Tom de Ruiter', email: 'tom.deruiter@laurens.example', memberships: [at('laurens', 'planner', 'Maas')] },
  { name: 'Wies Prinsen', email: 'wies.prinsen@laurens.example', memberships: [at('laurens', 'team-lead')] },
  { name: 'Eva Lindeman', email: 'eva.lindeman@careflex.example', memberships: [at('careflex', 'care-manager', 'Projecten')] },
  { name: 'Koen Ritsma', email: 'koen.ritsma@careflex.example', memberships: [at('careflex', 'care-manager', 'Projecten')] },
  { name: 'Daan Postma', email: 'daan.postma@careflex.example', memberships: [at('careflex', 'planner', 'Projecten')] },
  { name: 'Imke Wagenaar', email: 'imke.wagenaar@careflex.example', memberships: [at('careflex', 'helpdesk')] },
  { name: 'Joke Terlouw', email: 'joke.terlouw@careflex.example', memberships: [at('careflex', 'team-lead')] },
]

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32[(held >> (bits - 5)) & 31] ?? ''
  }
  return text
}

/** The authenticator secret of a demo account, the same on every machine, so that a test can compute its codes. */
export function demoTotpSecret(account: string): string {
  return base32(createHash('sha1').update(`portal-desk demo authenticator ${account}`).digest())
}

/** How a demo portal account stands before anyone touches it. */
export type DemoAccountState = 'active' | 'first-login' | 'trusted-device' | 'no-rights' | 'authenticator' | 'invited'

export interface DemoPortalUser {
  readonly provider: string
  readonly userName: string
  readonly name: string
  /** The client it belongs to, as staff address them; organisation contacts have none. */
  readonly client: string | null
  readonly kind: PortalUserKind
  readonly relation: string
  readonly email: string
  readonly state: DemoAccountState
  readonly about: Sentence
}

/** The portal accounts that the demo names; hundreds of others exist and take the same password. */
export const DEMO_PORTAL_USERS: readonly DemoPortalUser[] = [
  {
    provider: 'cordaan',
    userName: 'klanttest@klantportaal.nl',
    name: 'Mevr. C. Test',
    client: 'Mevr. C. Test',
    kind: 'client',
    relation: 'zelf',
    email: 'klanttest@klantportaal.nl',
    state: 'active',
    about: { nl: 'Logt in met e-mailadres en wachtwoord.', en: 'Logs in with e-mail address and password.' },
  },
  {
    provider: 'cordaan',
    userName: 'brief104118',
    name: 'Dhr. A. Brandsma',
    client: 'Dhr. A. Brandsma',
    kind: 'client',
    relation: 'zelf',
    email: 'a.brandsma@post.example',
    state: 'first-login',
    about: {
      nl: 'Heeft net de brief gekregen: kiest bij de eerste keer een eigen wachtwoord.',
      en: 'Has just had the letter: chooses an own password the first time.',
    },
  },
  {
    provider: 'axxicom',
    userName: 'w.terpstra@post.example',
    name: 'Mevr. W. Terpstra',
    client: 'Mevr. W. Terpstra',
    kind: 'client',
    relation: 'zelf',
    email: 'w.terpstra@post.example',
    state: 'active',
    about: { nl: 'Logt in met e-mailadres en wachtwoord.', en: 'Logs in with e-mail address and password.' },
  },
  {
    provider: 'zuyderland',
    userName: 't.essers',
    name: 'Mevr. T. Essers',
    client: 'Mevr. T. Essers',
    kind: 'client',
    relation: 'zelf',
    email: 't.essers@post.example',
    state: 'active',
    about: { nl: 'Krijgt één keer per week een sms-code.', en: 'Gets a code by SMS once a week.' },
  },
  {
    provider: 'zuyderland',
    userName: 'r.essers',
    name: 'Ruud Essers',
    client: 'Mevr. T. Essers',
    kind: 'representative',
    relation: 'zoon',
    email: 'r.essers@mail.example',
    state: 'active',
    about: { nl: 'Vertegenwoordiger van mevrouw Essers.', en: 'Representative of Mrs Essers.' },
  },
  {
    provider: 'zuyderland',
    userName: 'p.puk',
    name: 'Pietje Puk',
    client: 'Mevr. T. Essers',
    kind: 'contact',
    relation: 'kennis',
    email: 'p.puk@mail.example',
    state: 'no-rights',
    about: { nl: 'Ziet alleen een foto: er zijn geen rechten aangevinkt.', en: 'Sees only a photo: no rights were ticked.' },
  },
  {
    provider: 'laurens',
    userName: 't.hofstra',
    name: 'Tineke Hofstra',
    client: 'Mevr. T. Hofstra',
    kind: 'client',
    relation: 'zelf',
    email: 't.hofstra@post.example',
    state: 'trusted-device',
    about: { nl: 'Heeft al een vertrouwd apparaat.', en: 'Has a trusted device already.' },
  },
  {
    provider: 'laurens',
    userName: 'f.deboer',
    name: 'Frank de Boer',
    client: 'Dhr. F. de Boer',
    kind: 'client',
    relation: 'zelf',
    email: 'f.deboer@post.example',
    state: 'first-login',
    about: {
      nl: 'Heeft de twee mails net ontvangen: sms-code, en daarna een eigen wachtwoord.',
      en: 'Has just had the two mails: a code by SMS, then an own password.',
    },
  },
  {
    provider: 'laurens',
    userName: 'g.smit',
    name: 'Gerda Smit',
    client: 'Mevr. T. Hofstra',
    kind: 'contact',
    relation: 'buurvrouw',
    email: 'g.smit@post.example',
    state: 'invited',
    about: {
      nl: 'Is uitgenodigd door mevrouw Hofstra en moet nog accepteren.',
      en: 'Was invited by Mrs Hofstra and has still to accept.',
    },
  },
  {
    provider: 'careflex',
    userName: 'l.vermeer',
    name: 'Linda Vermeer',
    client: null,
    kind: 'organisation-contact',
    relation: 'P&O Manager',
    email: 'l.vermeer@bouwgroep-meerzicht.example',
    state: 'authenticator',
    about: {
      nl: 'Beheerder van Bouwgroep Meerzicht, met authenticator-app.',
      en: 'Administrator of Bouwgroep Meerzicht, with an authenticator app.',
    },
  },
  {
    provider: 'careflex',
    userName: 'd.kok',
    name: 'Dirk Kok',
    client: null,
    kind: 'organisation-contact',
    relation: 'Planner',
    email: 'd.kok@bouwgroep-meerzicht.example',
    state: 'active',
    about: { nl: 'Medewerker van Bouwgroep Meerzicht.', en: 'Member of staff of Bouwgroep Meerzicht.' },
  },
]

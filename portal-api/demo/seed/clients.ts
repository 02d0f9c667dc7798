/** The clients of a provider with their contact details and contact persons. The first ones are those the demo names. */

import type { ContactPersonType } from '../../../shared/domain/clients.ts'
import { addDays } from '../../../shared/domain/local-time.ts'
import type { clients, contactDetails, contactPersons } from '../../db/schema/index.ts'
import { DEMO_PORTAL_USERS } from '../accounts.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { type Chance, chanceOf, demoId } from './chance.ts'
import { addressBy, type DemoName, landlineBy, type Mailboxes, mobileBy, nameBy, nameOf, placesOf } from './names.ts'
import type { ProviderRecipe } from './recipes.ts'

export type ClientRow = typeof clients.$inferInsert
export type ContactDetailRow = typeof contactDetails.$inferInsert
export type ContactPersonRow = typeof contactPersons.$inferInsert

/** Family that may hold a portal account of its own. */
export interface Relative {
  readonly name: DemoName
  /** "dochter" */
  readonly relation: string
  readonly mobile: string
  readonly email: string
}

/** A client with everything that hangs on it. */
export interface DemoClient {
  readonly row: ClientRow
  readonly name: DemoName
  readonly mobile: string
  readonly email: string
  readonly relatives: readonly Relative[]
  readonly details: readonly ContactDetailRow[]
  readonly persons: readonly ContactPersonRow[]
}

const NOTES = [
  'Liefst in de ochtend',
  'Liefst in de middag',
  'Niet op donderdagmiddag',
  'Niet op dinsdagochtend',
  'Sleutel ligt bij de buren op nummer 12',
  'Graag eerst bellen, dan aanbellen',
  'Heeft een hond',
  'Is slechthorend: bel lang aan',
  'Parkeren kan achter het huis',
]

const RELATIONS: readonly (readonly [female: string, male: string])[] = [
  ['dochter', 'zoon'],
  ['dochter', 'zoon'],
  ['schoondochter', 'schoonzoon'],
  ['nicht', 'neef'],
  ['zus', 'broer'],
]
const OTHERS: readonly { type: ContactPersonType; called: string }[] = [
  { type: 'gp', called: 'Huisartsenpraktijk' },
  { type: 'gp', called: 'Huisartsenpraktijk' },
  { type: 'pharmacy', called: 'Apotheek' },
  { type: 'physiotherapist', called: 'Fysiotherapie' },
  { type: 'dietician', called: 'Diëtistenpraktijk' },
]

/** `Mevr. C. Test` → a name; only for names the demo itself writes down. */
function nameFrom(addressed: string): DemoName {
  const [title = '', initial = '', ...last] = addressed.split(' ')
  return nameOf(title === 'Mevr.', initial.slice(0, 1), last.join(' '))
}

/** Clients named in the list of demo accounts come first, each once. */
function namedClients(provider: string): readonly string[] {
  return [...new Set(DEMO_PORTAL_USERS.flatMap((user) => (user.provider === provider && user.client ? [user.client] : [])))]
}

function namedEmail(provider: string, client: string | undefined): string | null {
  const own = DEMO_PORTAL_USERS.find((user) => user.provider === provider && user.kind === 'client' && user.client === client)
  return own?.email ?? null
}

function relativesOf(seed: number, recipe: ProviderRecipe, index: number, chance: Chance, boxes: Mailboxes): Relative[] {
  return Array.from({ length: chance.pick([0, 1, 1, 1, 2]) }, (_, place) => {
    const name = nameBy(seed, recipe.provider, 'relative', index, place)
    const [female, male] = chance.pick(RELATIONS)
    return {
      name,
      relation: name.female ? female : male,
      mobile: mobileBy(chance),
      email: boxes.address(boxes.userName(name), chance),
    }
  })
}

function detailsOf(
  seed: number,
  row: ClientRow,
  mobile: string,
  email: string,
  chance: Chance,
  areaCode: string,
): ContactDetailRow[] {
  const make = (kind: ContactDetailRow['kind'], value: string, remarks = ''): ContactDetailRow => ({
    id: demoId(seed, PEOPLE_SINCE, row.id, 'detail', kind),
    provider: row.provider,
    clientId: row.id,
    kind,
    value,
    remarks,
    since: new Date(PEOPLE_SINCE.getTime() + chance.int(0, 700) * 86_400_000),
  })
  return [
    make('phone-mobile', mobile),
    make('email', email),
    ...(chance.yes(0.6) ? [make('phone-home', landlineBy(chance, areaCode), chance.yes(0.2) ? 'Lang laten overgaan' : '')] : []),
  ]
}

function personsOf(
  seed: number,
  row: ClientRow,
  relatives: readonly Relative[],
  chance: Chance,
  areaCode: string,
): ContactPersonRow[] {
  const base = (place: number) => ({
    id: demoId(seed, PEOPLE_SINCE, row.id, 'person', place),
    provider: row.provider,
    clientId: row.id,
    phone2: '',
    email: '',
    remarks: '',
  })
  const family = relatives.map((relative, place) => ({
    ...base(place),
    name: relative.name.full,
    phone1: relative.mobile,
    email: relative.email,
    type: 'family' as const,
    primary: place === 0,
    remarks: relative.relation,
  }))
  if (chance.yes(0.35)) return family
  const other = chance.pick(OTHERS)
  return [
    ...family,
    {
      ...base(9),
      name: `${other.called} ${chance.pick(['De Linde', 'Het Plein', 'Noorderhof', 'Waterkant', 'De Brink'])}`,
      phone1: landlineBy(chance, areaCode),
      type: other.type,
      primary: false,
    },
  ]
}

/** 06-12345678 and 06-21212121, as the manual prints them. */
const EXAMPLE_MOBILE = '+31612345678'
const EXAMPLE_CONTACT_MOBILE = '+31621212121'

/** Mevrouw C. Test as the manual shows her. */
function manualExample(client: DemoClient): DemoClient {
  const detail = (kind: ContactDetailRow['kind'], value: string) => {
    const row = client.details.find((one) => one.kind === kind)
    if (!row) throw new Error(`The example client has no ${kind}.`)
    return { ...row, value, remarks: '' }
  }
  return {
    ...client,
    mobile: EXAMPLE_MOBILE,
    relatives: [],
    details: [detail('phone-mobile', EXAMPLE_MOBILE), detail('email', 'klanttest@klantportaal.nl')],
    persons: [
      {
        id: demoId(0, PEOPLE_SINCE, client.row.id, 'Dennis Test'),
        provider: client.row.provider,
        clientId: client.row.id,
        name: 'Dennis Test',
        phone1: EXAMPLE_CONTACT_MOBILE,
        type: 'family',
        primary: true,
      },
    ],
  }
}

export function clientsOf(seed: number, recipe: ProviderRecipe, boxes: Mailboxes): DemoClient[] {
  const named = namedClients(recipe.provider)
  const places = placesOf(seed, recipe)
  return Array.from({ length: recipe.clients }, (_, index) => {
    const chance = chanceOf(seed, recipe.provider, 'client', index)
    const given = named[index]
    const name = given ? nameFrom(given) : nameBy(seed, recipe.provider, 'client', index)
    const main = recipe.services[0]
    const row: ClientRow = {
      id: demoId(seed, PEOPLE_SINCE, recipe.provider, 'client', index),
      provider: recipe.provider,
      number: recipe.firstClientNumber + index * 3 + chance.int(0, 2),
      name: name.addressed,
      sortName: name.sorted,
      birthDate: addDays('1931-01-01', chance.int(0, 9800)),
      ...addressBy(seed, recipe.provider, index, places),
      serviceCode: main?.code ?? null,
      indicationNotes: chance.shuffled(NOTES).slice(0, chance.pick([0, 0, 1, 1, 2])),
      careEndedAt: null,
    }
    const mobile = mobileBy(chance)
    const email = namedEmail(recipe.provider, given) ?? boxes.address(boxes.userName(name), chance)
    const relatives = relativesOf(seed, recipe, index, chance, boxes)
    const client: DemoClient = {
      row,
      name,
      mobile,
      email,
      relatives,
      details: detailsOf(seed, row, mobile, email, chance, recipe.areaCode),
      persons: personsOf(seed, row, relatives, chance, recipe.areaCode),
    }
    return given === 'Mevr. C. Test' ? manualExample(client) : client
  })
}

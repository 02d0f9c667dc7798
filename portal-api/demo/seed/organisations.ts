/** Careflex: business customers, their projects with a care manager, and the people who log in for them. */
import { CONTACT_RIGHTS, contactFunctions } from '../../../shared/domain/rights.ts'
import type { organisations, projects } from '../../db/schema/index.ts'
import { DEMO_PORTAL_USERS } from '../accounts.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { chanceOf, demoId, dutchOf } from './chance.ts'
import { type DemoName, type Mailboxes, mobileBy, nameBy, nameOf } from './names.ts'
import type { ProviderRecipe } from './recipes.ts'

export type OrganisationRow = typeof organisations.$inferInsert
export type ProjectRow = typeof projects.$inferInsert

export interface DemoContact {
  readonly name: DemoName
  readonly userName: string
  readonly email: string
  readonly mobile: string
  readonly organisationId: string
  /** Functie, as the portal lists them; it carries no rights. */
  readonly job: string
  readonly rights: readonly string[]
}

export interface DemoOrganisations {
  readonly organisations: OrganisationRow[]
  readonly projects: ProjectRow[]
  readonly contacts: DemoContact[]
}

const JOBS = contactFunctions.map((one) => one.name)
const KINDS = ['Woonzorg', 'Stichting', 'Zorggroep', 'Jeugdhulp', 'Wooncentrum', 'Dagopvang', 'Zorgboerderij', 'Beschermd wonen']
const PROJECTS = [
  'Woonvoorziening',
  'Nachtdienst',
  'Dagbesteding',
  'Groep',
  'Crisisopvang',
  'Kantine',
  'Vervanging',
  'Logeerhuis',
]
const PLACES = ['Oost', 'West', 'De Linde', 'Het Hof', 'De Waard', 'Noord', 'De Brug', 'Zuid']

const ORGANISATIONS = 80
const EXAMPLE = 'Bouwgroep Meerzicht'

const host = (name: string) => `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`

export function organisationsOf(
  seed: number,
  recipe: ProviderRecipe,
  careManagers: readonly string[],
  boxes: Mailboxes,
): DemoOrganisations {
  const made: OrganisationRow[] = []
  const projectRows: ProjectRow[] = []
  const contacts: DemoContact[] = []
  for (let index = 0; index < ORGANISATIONS; index += 1) {
    const chance = chanceOf(seed, recipe.provider, 'organisation', index)
    const name =
      index === 0 ? EXAMPLE : `${chance.pick(KINDS)} ${dutchOf(seed, recipe.provider, 'organisation', index).location.city()}`
    const id = demoId(seed, PEOPLE_SINCE, recipe.provider, 'organisation', index)
    made.push({ id, provider: recipe.provider, name })
    const count = index === 0 ? 3 : chance.int(1, 3)
    for (let place = 0; place < count; place += 1) {
      projectRows.push({
        id: demoId(seed, PEOPLE_SINCE, recipe.provider, 'project', index, place),
        provider: recipe.provider,
        organisationId: id,
        name: index === 0 && place === 0 ? 'Kantine West' : `${chance.pick(PROJECTS)} ${chance.pick(PLACES)}`,
        careManagerId: chance.pick(careManagers),
      })
    }
    contacts.push(...contactsOf(seed, recipe, index, id, name, boxes))
  }
  return { organisations: made, projects: projectRows, contacts }
}

function contactsOf(
  seed: number,
  recipe: ProviderRecipe,
  index: number,
  organisationId: string,
  organisation: string,
  boxes: Mailboxes,
): DemoContact[] {
  const named = index === 0 ? DEMO_PORTAL_USERS.filter((user) => user.provider === recipe.provider) : []
  return Array.from({ length: Math.round(recipe.clients / ORGANISATIONS) }, (_, place) => {
    const chance = chanceOf(seed, recipe.provider, 'contact', index, place)
    const given = named[place]
    const [first = '', ...last] = given?.name.split(' ') ?? []
    const name = given ? nameOf(true, first, last.join(' ')) : nameBy(seed, recipe.provider, 'contact', index, place)
    const userName = given?.userName ?? boxes.userName(name)
    const administrator = place === 0
    return {
      name,
      userName,
      email: given?.email ?? `${userName}@${host(organisation)}`,
      mobile: mobileBy(chance),
      organisationId,
      job: given?.relation ?? chance.pick(JOBS),
      rights: CONTACT_RIGHTS.filter((right) => {
        if (right === 'portal-administrator') return administrator
        if (right === 'portal-member') return true
        return chance.yes(right === 'visit-mails' ? 0.6 : 0.4)
      }),
    }
  })
}

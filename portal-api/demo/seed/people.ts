/** Everyone and everything of one provider that does not depend on the day: the same whenever it is made. */
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { PORTAL_PROFILES } from '../../../shared/domain/portal-profiles.ts'
import { DEMO_STAFF } from '../accounts.ts'
import { type CaregiverRow, caregiversOf, PEOPLE_SINCE } from './caregivers.ts'
import { demoId } from './chance.ts'
import { clientsOf, type DemoClient } from './clients.ts'
import { Mailboxes } from './names.ts'
import { type DemoOrganisations, organisationsOf } from './organisations.ts'
import { patternsOf, rosterFacts, type WeeklyPattern } from './patterns.ts'
import { type ProviderRecipe, RECIPES } from './recipes.ts'
import { reserveNamed } from './users.ts'

export interface ProviderPeople {
  readonly recipe: ProviderRecipe
  readonly profile: PortalProfile
  readonly caregivers: readonly CaregiverRow[]
  readonly clients: readonly DemoClient[]
  readonly roster: readonly WeeklyPattern[]
  readonly organisations: DemoOrganisations
}

/** The id of a member of the demo's staff. */
export function staffId(seed: number, email: string): string {
  return demoId(seed, PEOPLE_SINCE, 'staff', email)
}

/** The demo's staff of a provider in a role, in the order of the list. */
export function staffOf(provider: string, role: (typeof DEMO_STAFF)[number]['memberships'][number]['role']) {
  return DEMO_STAFF.filter((person) => person.memberships.some((one) => one.provider === provider && one.role === role))
}

function withRoster(clients: readonly DemoClient[], roster: readonly WeeklyPattern[]): DemoClient[] {
  const facts = rosterFacts(roster)
  return clients.map((client) => ({
    ...client,
    row: {
      ...client.row,
      usualCaregiverId: facts.get(client.row.id)?.usualCaregiverId ?? null,
      hoursPerWeek: facts.get(client.row.id)?.hoursPerWeek ?? null,
    },
  }))
}

/** The client of the manual, whose planning it shows. */
const EXAMPLE_CLIENT = 'klanttest@klantportaal.nl'

function peopleOf(seed: number, recipe: ProviderRecipe): ProviderPeople {
  const profile = PORTAL_PROFILES.find((one) => one.id === recipe.provider)
  if (!profile) throw new Error(`There is no portal profile ${recipe.provider}.`)
  const boxes = new Mailboxes()
  reserveNamed(boxes)
  const caregivers = caregiversOf(seed, recipe)
  const ofProjects = profile.planningShown === 'projects'
  const clients = ofProjects ? [] : clientsOf(seed, recipe, boxes)
  const managers = staffOf(recipe.provider, 'care-manager').map((person) => staffId(seed, person.email))
  const organisations = ofProjects
    ? organisationsOf(seed, recipe, managers, boxes)
    : { organisations: [], projects: [], contacts: [] }
  const roster = patternsOf(seed, recipe, caregivers, [
    ...clients.map(({ row, email }) => ({
      key: row.number,
      clientId: row.id,
      projectId: null,
      example: email === EXAMPLE_CLIENT,
    })),
    ...organisations.projects.map(({ id }, index) => ({ key: `project ${index}`, clientId: null, projectId: id })),
  ])
  return {
    recipe,
    profile,
    caregivers,
    clients: withRoster(clients, roster),
    roster,
    organisations,
  }
}

/** All providers of the demo. */
export function allPeople(seed: number): ProviderPeople[] {
  return RECIPES.map((recipe) => peopleOf(seed, recipe))
}

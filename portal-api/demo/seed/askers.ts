/** Who asks questions at a provider, and which: home help asks about its planning, families write to the care team, customers about projects. */
import { type PortalUserRow, projectsOf } from './memberships.ts'
import type { ProviderPeople } from './people.ts'
import { staffId, staffOf } from './people.ts'
import { type Asker, type Colleague, DUTCH_DAYS } from './question-rows.ts'
import { CARE_QUESTIONS, type DemoQuestion, HOME_HELP_QUESTIONS, PROJECT_QUESTIONS } from './questions.ts'

/** Laurens has no messages to staff: its portal keeps them among contacts. */
export const QUESTIONS_OF: Readonly<Record<string, readonly DemoQuestion[]>> = {
  cordaan: HOME_HELP_QUESTIONS,
  axxicom: HOME_HELP_QUESTIONS,
  zuyderland: CARE_QUESTIONS,
  careflex: PROJECT_QUESTIONS,
}

export function colleaguesOf(seed: number, provider: string): Colleague[] {
  return staffOf(provider, 'care-manager').map((person) => ({
    id: staffId(seed, person.email),
    firstName: person.name.split(' ')[0] ?? person.name,
  }))
}

/** Those of `users` who may ask: a client or representative, or an organisation's contact for one of its projects. */
export function askersOf(people: ProviderPeople, users: readonly PortalUserRow[]): Asker[] {
  const clients = new Map(people.clients.map((client) => [client.row.id, client.row]))
  const rosters = new Map(people.roster.map((pattern) => [pattern.clientId, pattern]))
  const helpers = new Map(people.caregivers.map((caregiver) => [caregiver.id, caregiver.firstName]))
  const organisations = new Map(people.organisations.organisations.map((one) => [one.id, one]))
  return users.flatMap((user, index): Asker[] => {
    if (user.passwordTemporary || user.kind === 'contact') return []
    const organisation = organisations.get(user.organisationId ?? '')
    if (organisation) {
      const projects = projectsOf(people.organisations.projects, user)
      const project = projects[index % projects.length]
      return [
        {
          userId: user.id,
          clientId: null,
          clientNumber: null,
          organisationId: organisation.id,
          projectId: project?.id ?? null,
          leaderId: project?.careManagerId ?? null,
          name: organisation.name,
          sortName: organisation.name,
          helper: '',
          day: '',
        },
      ]
    }
    const client = clients.get(user.clientId ?? '')
    if (!client) return []
    const pattern = rosters.get(client.id)
    return [
      {
        userId: user.id,
        clientId: client.id,
        clientNumber: client.number,
        organisationId: null,
        projectId: null,
        leaderId: null,
        name: client.name,
        sortName: client.sortName,
        helper: helpers.get(pattern?.caregiverId ?? '') ?? 'mijn hulp',
        day: DUTCH_DAYS[pattern?.weekday ?? 1] ?? 'maandag',
      },
    ]
  })
}

/** Who the simulated clients are: people of the demo as its generator makes them, so that nothing has to be asked of the database. */
import { randomUUID } from 'node:crypto'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { DEMO_SEED } from '../seed/chance.ts'
import type { PortalUserRow } from '../seed/memberships.ts'
import { allPeople } from '../seed/people.ts'
import { usersOf } from '../seed/users.ts'
import { namedUsers } from '../seed/world.ts'

/** What somebody does at their portal: it follows from what the portal has. */
export type Habit = 'home-help' | 'care' | 'projects' | 'device'

export interface SimulatedPerson {
  readonly provider: string
  readonly userName: string
  /** Where codes go, as the outbox shows it. */
  readonly mobile: string
  readonly organisation: string | null
  readonly habit: Habit
  /** A neighbour's address from a range that is nobody's (RFC 5737), so that limits per address see many people. */
  readonly address: string
}

/** What somebody does at this portal; null when nothing, or behind an app that only they have. */
function habitOf(profile: PortalProfile, user: Pick<PortalUserRow, 'kind' | 'totpSecret'>): Habit | null {
  const forClient = user.kind === 'client' || user.kind === 'representative'
  if (profile.panels.includes('absences')) return user.kind === 'client' ? 'home-help' : null
  if (profile.panels.includes('project-questions')) return typeof user.totpSecret === 'string' ? null : 'projects'
  if (profile.panels.includes('messages') && forClient) return 'care'
  return profile.deviceVerification === 'never' ? null : 'device'
}

/** Everyone with an own password who has something to do at their portal. */
export function simulatedPeople(now: Date): SimulatedPerson[] {
  const people: SimulatedPerson[] = []
  // Hashes and seals are of no use here: these clients log in like any other.
  const secrets = { password: '', firstPassword: '', seal: () => '', hashToken: () => randomUUID() }
  for (const { profile, clients, organisations } of allPeople(DEMO_SEED)) {
    const named = namedUsers(profile.id)
    const { organisation } = profile.login
    for (const user of usersOf(DEMO_SEED, profile, clients, organisations.contacts, secrets, now).users) {
      if (user.passwordTemporary || named.has(user.userName) || !user.mobile) continue
      const habit = habitOf(profile, user)
      if (habit === null) continue
      people.push({
        provider: profile.id,
        userName: user.userName,
        mobile: user.mobile,
        organisation: organisation.mode === 'prefilled' ? organisation.code : null,
        habit,
        address: `198.51.100.${1 + (people.length % 254)}`,
      })
    }
  }
  return people
}

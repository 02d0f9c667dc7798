/** Who the simulated clients are: people of the demo as its generator makes them, so that nothing has to be asked of the database. */
import { randomUUID } from 'node:crypto'
import { DEMO_SEED } from '../seed/chance.ts'
import { allPeople } from '../seed/people.ts'
import { usersOf } from '../seed/users.ts'
import { namedUsers } from '../seed/world.ts'

/** What somebody does at their portal: it follows from what the portal has. */
export type Habit = 'home-help' | 'device'

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

/** Everyone with an own password, at the portals with absence notices and at those with device verification. */
export function simulatedPeople(now: Date): SimulatedPerson[] {
  const people: SimulatedPerson[] = []
  // Hashes and seals are of no use here: these clients log in like any other.
  const secrets = { password: '', firstPassword: '', seal: () => '', hashToken: () => randomUUID() }
  for (const { profile, clients, organisations } of allPeople(DEMO_SEED)) {
    const habit: Habit | null = profile.panels.includes('absences')
      ? 'home-help'
      : profile.deviceVerification === 'never'
        ? null
        : 'device'
    if (habit === null) continue
    const named = namedUsers(profile.id)
    const { organisation } = profile.login
    for (const user of usersOf(DEMO_SEED, profile, clients, organisations.contacts, secrets, now).users) {
      if (user.passwordTemporary || named.has(user.userName) || !user.mobile) continue
      if (habit === 'home-help' && user.kind !== 'client') continue
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

/** Fills an empty database with the demo: providers, staff, people, weeks, backlog. In the caller's transaction. */
import { randomBytes } from 'node:crypto'
import { mondayOf } from '../../shared/domain/local-time.ts'
import type { Tx } from '../db/database.ts'
import {
  absenceDecisions,
  absences,
  accountEvents,
  caregiverAbsences,
  caregivers,
  careTeamMembers,
  cases,
  clients,
  clientTimes,
  contactDetails,
  contactPersons,
  contactRequests,
  notifications,
  numberSeries,
  organisations,
  ownAppointments,
  portalMemberships,
  portalUsers,
  projectMembers,
  projects,
  providerSequences,
  providers,
  staff,
  staffMemberships,
  trustedDevices,
  unwantedPairings,
  visitAssignments,
  visits,
} from '../db/schema/index.ts'
import { hashPassword } from '../platform/secrets/passwords.ts'
import { hashToken } from '../platform/secrets/tokens.ts'
import type { Services } from '../platform/services.ts'
import { DEMO_PASSWORD, FIRST_PASSWORD } from './accounts.ts'
import { insertAll } from './bulk.ts'
import { writeDemoState } from './mark.ts'
import { caregiverAbsencesOf } from './seed/caregiver-absences.ts'
import { today } from './seed/moments.ts'
import { allPeople } from './seed/people.ts'
import { staffRows } from './seed/staff-rows.ts'
import type { SeedSecrets } from './seed/users.ts'
import { plannedMondays } from './seed/weeks.ts'
import { wishesOf } from './seed/wishes.ts'
import { type ProviderWorld, worldOf } from './seed/world.ts'

/** The hashes and seals of this installation, for the generator. */
async function seedSecrets(services: Pick<Services, 'box'>): Promise<SeedSecrets> {
  return {
    password: await hashPassword(DEMO_PASSWORD),
    firstPassword: await hashPassword(FIRST_PASSWORD),
    seal: (plain) => services.box.seal(plain),
    hashToken,
  }
}

async function fillProvider(tx: Tx, world: ProviderWorld, { seed, now }: { seed: number; now: Date }): Promise<void> {
  const { people } = world
  const wishes = wishesOf(seed, people)
  await insertAll(tx, caregivers, people.caregivers)
  await insertAll(
    tx,
    clients,
    people.clients.map((client) => client.row),
  )
  await insertAll(tx, clientTimes, wishes.times)
  await insertAll(tx, unwantedPairings, wishes.unwanted)
  await insertAll(tx, caregiverAbsences, caregiverAbsencesOf(seed, people, now))
  await insertAll(
    tx,
    contactDetails,
    people.clients.flatMap((client) => client.details),
  )
  await insertAll(
    tx,
    contactPersons,
    people.clients.flatMap((client) => client.persons),
  )
  await insertAll(tx, careTeamMembers, world.careTeams)
  await insertAll(tx, organisations, people.organisations.organisations)
  await insertAll(tx, projects, people.organisations.projects)
  await insertAll(tx, portalUsers, world.users)
  await insertAll(tx, portalMemberships, world.memberships)
  await insertAll(tx, projectMembers, world.projectMembers)
  await insertAll(tx, notifications, world.notifications)
  await insertAll(tx, ownAppointments, world.appointments)
  await insertAll(tx, trustedDevices, world.devices)
  await insertAll(tx, accountEvents, world.accountEvents)
  await insertAll(tx, cases, world.cases)
  await insertAll(tx, absences, world.absences)
  await insertAll(tx, contactRequests, world.questions)
  await insertAll(tx, visits, world.visits)
  await insertAll(tx, visitAssignments, world.assignments)
  await insertAll(tx, absenceDecisions, world.decisions)
  await insertAll(tx, numberSeries, world.series)
}

/** Fills the database for the moment `now`. */
export async function fillDemo(tx: Tx, services: Pick<Services, 'box'>, seed: number, now: Date): Promise<void> {
  const secrets = await seedSecrets(services)
  const all = allPeople(seed)
  const team = staffRows(seed, secrets, () => randomBytes(32).toString('base64'))
  await insertAll(
    tx,
    providers,
    all.map(({ profile }) => ({ id: profile.id, name: profile.name, profile })),
  )
  await insertAll(
    tx,
    providerSequences,
    all.map(({ profile }) => ({ provider: profile.id })),
  )
  await insertAll(tx, staff, team.staff)
  await insertAll(tx, staffMemberships, team.memberships)
  for (const people of all) await fillProvider(tx, worldOf(seed, people, secrets, now), { seed, now })
  await writeDemoState(tx, { day: today(now), weeks: plannedMondays(mondayOf(today(now))) })
}

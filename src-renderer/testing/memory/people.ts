/** Invented staff, clients and caregivers of the in-memory workstation. */
import type { ClientContext, QueueItem } from '../../../shared/domain/cases.ts'
import type { PhoneContact } from '../../../shared/domain/clients.ts'
import type { CaregiverRef, Visit } from '../../../shared/domain/planning.ts'
import { QUEUES_OF_ROLE, type StaffRole, type StaffSession } from '../../../shared/domain/staff.ts'

/** Monday 23 November 2026, 09:12 in Amsterdam: the moment of the reference pictures. */
export const MEMORY_NOW = Date.parse('2026-11-23T08:12:00.000Z')

/** A stable id; `kind` tells the things apart. */
export function idOf(kind: number, n: number): string {
  return `0190${String(kind).padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`
}

export const caregivers = {
  samira: { id: idOf(1, 1), name: 'Samira Öztürk' },
  wout: { id: idOf(1, 2), name: 'Wout Dijkema' },
  fatima: { id: idOf(1, 3), name: 'Fatima Idrissi' },
  daan: { id: idOf(1, 4), name: 'Daan Roelofs' },
} as const satisfies Record<string, CaregiverRef>

export const colleagues = {
  noor: { id: idOf(2, 1), name: 'Noor Willemsen', initials: 'NW' },
  eline: { id: idOf(2, 2), name: 'Eline Brouwer', initials: 'EB' },
  jesse: { id: idOf(2, 3), name: 'Jesse Aalbers', initials: 'JA' },
  sanne: { id: idOf(2, 4), name: 'Sanne Bakker', initials: 'SB' },
  ruben: { id: idOf(2, 5), name: 'Ruben Jansen', initials: 'RJ' },
} as const

const STAFF_OF_ROLE = {
  planner: colleagues.noor,
  'care-manager': colleagues.eline,
  helpdesk: colleagues.jesse,
  'team-lead': colleagues.sanne,
} as const satisfies Record<StaffRole, unknown>

export function staffSession(role: StaffRole): StaffSession {
  const person = STAFF_OF_ROLE[role]
  const team = role === 'planner' ? 'team Noord' : null
  const here = { provider: 'lindewaard', providerName: 'Lindewaard Thuiszorg', role, team }
  return {
    ...person,
    ...here,
    email: `${person.name.toLowerCase().replace(/\s+/g, '.')}@lindewaard.example`,
    queues: [...QUEUES_OF_ROLE[role]],
    memberships: [here, { provider: 'zonhoven', providerName: 'Zonhoven Zorg', role, team: null }],
    confirmedAt: new Date(MEMORY_NOW).toISOString(),
  }
}

export function visitOf(n: number, date: string, startTime: string, change: Partial<Visit> = {}): Visit {
  return {
    id: idOf(3, n),
    date,
    startTime,
    minutes: 120,
    serviceCode: 'HV 1',
    status: 'planned',
    caregivers: [caregivers.samira],
    pinned: false,
    previous: null,
    version: 1,
    ...change,
  }
}

export interface Person {
  readonly name: string
  readonly number: number
  readonly phones: readonly PhoneContact[]
  readonly upcoming: readonly Visit[]
}

export function contextOf(person: Person, n: number, more: Partial<ClientContext> = {}): ClientContext {
  return {
    client: { id: idOf(4, n), number: person.number, name: person.name, birthDate: '1941-03-12', city: 'Krommenie' },
    phones: [...person.phones],
    indication: { serviceCode: 'HV 1', hoursPerWeek: 4, notes: ['Liefst in de ochtend', 'Niet op donderdagmiddag'] },
    usualCaregiver: caregivers.samira.name,
    upcoming: [...person.upcoming],
    earlierAbsences: [],
    earlierQuestions: [],
    openCases: [],
    ...more,
  }
}

export function rowOf(n: number, change: Partial<QueueItem> & Pick<QueueItem, 'queue' | 'name' | 'dueAt' | 'facts'>): QueueItem {
  const prefix = { absences: 'AM', 'contact-requests': 'CV', accounts: 'AC' }[change.queue]
  return {
    id: idOf(5, n),
    number: `${prefix}-${20_000 + n}`,
    clientNumber: 100_000 + n,
    openedAt: '2026-11-23T07:41:00.000Z',
    facets: [],
    addressedTo: null,
    claim: null,
    version: 1,
    ...change,
  }
}

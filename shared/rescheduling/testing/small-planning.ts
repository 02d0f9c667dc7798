/** A small planning for tests: two caregivers, two clients, one week of November; each test changes what it is about. */
import type { Planning, PlanningCaregiver, PlanningClient, PlanningVisit, WeekSpan } from '../planning.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'

const AMSTERDAM = { lat: 52.37, lon: 4.9 }

/** Minutes since midnight of `09:30`. */
export const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export const everyDay = (from: string, to: string): readonly WeekSpan[] =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: clock(from), to: clock(to) }))

export function caregiver(id: string, given: Partial<PlanningCaregiver> = {}): PlanningCaregiver {
  return {
    id,
    name: id,
    qualifications: ['HV 1'],
    availability: everyDay('07:30', '17:30'),
    absences: [],
    contractMinutesPerWeek: 24 * 60,
    workedBefore: null,
    home: null,
    ...given,
  }
}

export function client(id: string, given: Partial<PlanningClient> = {}): PlanningClient {
  return {
    id,
    name: id,
    place: AMSTERDAM,
    away: [],
    impossible: [],
    preferred: [],
    usualCaregiverId: null,
    knownCaregiverIds: [],
    unwantedCaregiverIds: [],
    ...given,
  }
}

/** A visit of 90 minutes by one caregiver. */
export function visit(
  id: string,
  of: {
    readonly client: string
    readonly by: string | null
    readonly date: string
    readonly at: string
    readonly minutes?: number
  },
  given: Partial<PlanningVisit> = {},
): PlanningVisit {
  const part = {
    caregiverId: of.by,
    date: of.date,
    startMinute: clock(of.at),
    minutes: of.minutes ?? 90,
    serviceCode: 'HV 1',
  }
  return { id, version: 1, clientId: of.client, parts: [part], sync: null, pinned: false, ...given }
}

/** Monday 23 to Sunday 29 November 2026, read on Monday at seven. */
export function planning(given: Partial<Planning> = {}): Planning {
  return {
    version: 1,
    now: { date: '2026-11-23', minute: clock('07:00') },
    from: '2026-11-23',
    to: '2026-11-29',
    caregivers: [caregiver('Samira'), caregiver('Daan')],
    clients: [client('Verbeek', { usualCaregiverId: 'Samira' }), client('Tromp')],
    visits: [],
    closedDays: [],
    settings: DEFAULT_SETTINGS,
    ...given,
  }
}

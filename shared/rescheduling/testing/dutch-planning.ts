/**
 * A made-up home-care provider in and around Amsterdam for tests and benches: the same seed gives the same planning. Caregivers
 * have working weeks and contract hours; clients live in neighbourhoods, have their usual caregiver and their wishes; every
 * visit that comes out keeps every hard rule, travel included.
 */
import { addDays, type LocalDate, weekday } from '../../domain/local-time.ts'
import type { Place, Planning, PlanningCaregiver, PlanningClient, PlanningVisit, WeekSpan } from '../planning.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { type Travel, tableTravel } from '../travel.ts'
import { type Chance, chanceFrom } from './chance.ts'

export interface DutchPlanningOptions {
  readonly seed: number
  readonly caregivers: number
  readonly weeks: number
  /** A Monday. */
  readonly from: LocalDate
  /** About how many visits in all. */
  readonly visits: number
}

const CITY: Place = { lat: 52.365, lon: 4.9 }
const SERVICES = ['HV 1', 'HV 2', 'PV', 'BG'] as const
const DAYS: readonly (readonly number[])[] = [
  [1, 2, 3, 4],
  [1, 2, 4, 5],
  [2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [1, 3, 4, 5],
  [1, 3, 5, 6],
  [0, 2, 3, 4],
]
const LENGTHS = { 'HV 1': [90, 120, 150, 180], 'HV 2': [90, 120, 150], PV: [30, 45, 60], BG: [60, 90, 120] } as const

function placeNear(chance: Chance, middle: Place, km: number): Place {
  const [angle, far] = [chance.next() * 2 * Math.PI, Math.sqrt(chance.next()) * km]
  return { lat: middle.lat + (far / 111) * Math.sin(angle), lon: middle.lon + (far / 67.8) * Math.cos(angle) }
}

function caregiversOf(chance: Chance, count: number): (PlanningCaregiver & { readonly round: Place })[] {
  return Array.from({ length: count }, (_, index) => {
    const days = chance.pick(DAYS)
    const early = chance.yes(0.8)
    const [from, to] = early ? [450, 1020] : [720, 1260]
    return {
      id: `caregiver-${index}`,
      name: `Hulp ${index}`,
      qualifications: SERVICES.filter((_service, place) => place === index % SERVICES.length || chance.yes(0.5)),
      availability: days.map((day) => ({ weekday: day, from, to })),
      absences: [],
      contractMinutesPerWeek: Math.min(days.length * 420, chance.pick([20, 24, 28, 32, 36]) * 60),
      workedBefore: null,
      home: null,
      round: placeNear(chance, CITY, 9),
    }
  })
}

interface Slot {
  readonly from: number
  readonly to: number
  readonly place: Place
}

/** The first start on the raster at which a visit fits between what a caregiver has that day, or null. */
function startFor(
  day: readonly Slot[],
  span: WeekSpan,
  place: Place,
  minutes: number,
  from: number,
  travel: Travel,
): number | null {
  for (let start = Math.max(span.from, Math.ceil(from / 15) * 15); start + minutes <= span.to; start += 15) {
    const clear = day.every((slot) => {
      const road = travel.minutes(slot.place, place)
      return start >= slot.to + road || start + minutes + road <= slot.from
    })
    if (clear) return start
  }
  return null
}

export function dutchPlanning(options: DutchPlanningOptions): Planning {
  const chance = chanceFrom(options.seed)
  const travel = tableTravel(DEFAULT_SETTINGS)
  const staff = caregiversOf(chance, options.caregivers)
  const perWeek = Math.round(options.visits / options.weeks)
  const busy = new Map<string, Slot[]>()
  const clients: PlanningClient[] = []
  const visits: PlanningVisit[] = []
  let [weekly, fruitless] = [0, 0]

  while (weekly < perWeek && fruitless < 2000) {
    const usual = chance.pick(staff)
    const service = chance.pick(usual.qualifications) as (typeof SERVICES)[number]
    const place = placeNear(chance, usual.round, 2.5)
    const minutes = chance.pick<number>(LENGTHS[service])
    const times = service === 'PV' ? chance.int(2, 4) : chance.yes(0.25) ? 2 : 1
    const pair = chance.yes(0.03) ? chance.pick(staff.filter((one) => one !== usual)) : null
    const together = pair?.qualifications.includes(service) ? [usual, pair] : [usual]
    const id = `client-${clients.length}`
    const patterns: { weekday: number; start: number }[] = []
    for (const span of [...usual.availability].sort(() => chance.next() - 0.5)) {
      if (patterns.length >= times) break
      const spans = together.map((one) => one.availability.find((other) => other.weekday === span.weekday))
      if (spans.some((one) => one === undefined)) continue
      const days = together.map((one) => busy.get(`${one.id} ${span.weekday}`) ?? [])
      let start: number | null = chance.int(span.from, Math.max(span.from, span.to - minutes - 120))
      // Both have to fit at one and the same start.
      for (let tries = 0; start !== null && tries < 8; tries += 1) {
        const begins: (number | null)[] = days.map((day, index) =>
          startFor(day, spans[index] ?? span, place, minutes, start ?? 0, travel),
        )
        const last = begins.includes(null) ? null : Math.max(...begins.map(Number))
        if (last === null || begins.every((one) => one === last)) {
          start = last
          break
        }
        start = tries === 7 ? null : last
      }
      if (start === null) continue
      patterns.push({ weekday: span.weekday, start })
      for (const one of together) {
        const key = `${one.id} ${span.weekday}`
        busy.set(key, [...(busy.get(key) ?? []), { from: start, to: start + minutes, place }])
      }
    }
    if (patterns.length === 0) {
      fruitless += 1
      continue
    }
    weekly += patterns.length
    const others = Array.from({ length: chance.int(0, 3) }, () => chance.pick(staff).id)
    const team = together.map((one) => one.id)
    const freeDay = [1, 2, 3, 4, 5].find((day) => patterns.every((one) => one.weekday !== day))
    clients.push({
      id,
      name: `Cliënt ${clients.length}`,
      place,
      away: [],
      impossible: freeDay !== undefined && chance.yes(0.15) ? [{ weekday: freeDay, from: 720, to: 1080 }] : [],
      preferred: chance.yes(0.3) ? [1, 2, 3, 4, 5].map((day) => ({ weekday: day, from: 480, to: 720 })) : [],
      usualCaregiverId: usual.id,
      knownCaregiverIds: [...new Set([...team, ...others])],
      unwantedCaregiverIds: chance.yes(0.05) ? [chance.pick(staff).id].filter((one) => !team.includes(one)) : [],
    })
    for (let week = 0; week < options.weeks; week += 1) {
      for (const pattern of patterns) {
        const date = addDays(options.from, week * 7 + ((pattern.weekday + 6) % 7))
        visits.push({
          id: `visit-${visits.length}`,
          version: 1,
          clientId: id,
          parts: together.map((one) => ({
            caregiverId: one.id,
            date,
            startMinute: pattern.start,
            minutes,
            serviceCode: service,
          })),
          sync: together.length > 1 ? { min: 0, max: 0 } : null,
          pinned: chance.yes(0.03),
        })
      }
    }
  }
  if (weekday(options.from) !== 1) throw new Error('The planning begins on a Monday.')
  return {
    version: 1,
    now: { date: options.from, minute: 420 },
    from: options.from,
    to: addDays(options.from, options.weeks * 7 - 1),
    caregivers: staff.map(({ round: _round, ...one }) => one),
    clients,
    visits,
    closedDays: [],
    settings: DEFAULT_SETTINGS,
  }
}

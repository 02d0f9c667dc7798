/**
 * The standing roster: which caregiver comes to which client on which day of the week. It does not know a
 * date; weeks are made from it. No caregiver stands in two places in one week, travel in between included.
 */
import type { CaregiverRow } from './caregivers.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { ProviderRecipe, ServiceRecipe } from './recipes.ts'

export interface WeeklyPattern {
  /** Stable over days and restarts; visits take their id from it. */
  readonly key: string
  /** Whose visit it is: a client's or a project's. */
  readonly clientId: string | null
  readonly projectId: string | null
  readonly caregiverId: string
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: number
  readonly startMinute: number
  readonly minutes: number
  readonly serviceCode: string
  /** Public holidays too. */
  readonly everyDay: boolean
}

/** Somebody or something that is visited every week. */
export interface Visited {
  /** Part of the keys of its patterns. */
  readonly key: string | number
  readonly clientId: string | null
  readonly projectId: string | null
  /** The client of the manual's planning. */
  readonly example?: boolean
}

/** Minutes between two clients. */
const TRAVEL_MINUTES = 15
/** Tries to find a free place with a caregiver before another one is asked. */
const TRIES = 12

type Busy = { readonly from: number; readonly to: number }

/** Who is busy when, per caregiver and day of the week. */
class Roster {
  readonly #busy = new Map<string, Busy[]>()
  readonly #planned = new Map<string, number>()

  isFree(caregiverId: string, weekday: number, from: number, to: number): boolean {
    const day = this.#busy.get(`${caregiverId} ${weekday}`) ?? []
    return day.every((other) => to + TRAVEL_MINUTES <= other.from || other.to + TRAVEL_MINUTES <= from)
  }

  take(caregiverId: string, weekday: number, from: number, to: number): void {
    const key = `${caregiverId} ${weekday}`
    this.#busy.set(key, [...(this.#busy.get(key) ?? []), { from, to }])
    this.#planned.set(caregiverId, this.planned(caregiverId) + to - from)
  }

  planned(caregiverId: string): number {
    return this.#planned.get(caregiverId) ?? 0
  }
}

function place(
  roster: Roster,
  caregiver: CaregiverRow,
  service: ServiceRecipe,
  minutes: number,
  notOn: readonly number[],
  chance: Chance,
): { weekday: number; startMinute: number } | null {
  const days = caregiver.weekdays.filter((day) => !notOn.includes(day) && (service.everyDay || (day !== 0 && day !== 6)))
  if (days.length === 0 || roster.planned(caregiver.id) + minutes > caregiver.contractMinutes) return null
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const weekday = chance.pick(days)
    const [from, to] = chance.pick(service.windows)
    const startMinute = from + service.step * chance.int(0, Math.floor((to - from) / service.step))
    const within = startMinute >= caregiver.fromMinute && startMinute + minutes <= caregiver.toMinute
    if (within && roster.isFree(caregiver.id, weekday, startMinute, startMinute + minutes)) return { weekday, startMinute }
  }
  return null
}

/** Mevrouw C. Test has Danny at 09:00 on Mondays and Wednesdays, as on 14 and 19 April 2021. */
const EXAMPLE_WEEKDAYS = [1, 3] as const
const EXAMPLE_START = 9 * 60
const EXAMPLE_MINUTES = 120

export function patternsOf(
  seed: number,
  recipe: ProviderRecipe,
  caregivers: readonly CaregiverRow[],
  visited: readonly Visited[],
): WeeklyPattern[] {
  const roster = new Roster()
  const patterns: WeeklyPattern[] = []
  const add = (
    one: Visited,
    caregiver: CaregiverRow,
    service: ServiceRecipe,
    at: { weekday: number; startMinute: number },
    minutes: number,
  ) => {
    roster.take(caregiver.id, at.weekday, at.startMinute, at.startMinute + minutes)
    const { weekday, startMinute } = at
    patterns.push({
      key: `${one.key}/${service.code}/${weekday}/${startMinute}`,
      clientId: one.clientId,
      projectId: one.projectId,
      caregiverId: caregiver.id,
      weekday,
      startMinute,
      minutes,
      serviceCode: service.code,
      everyDay: service.everyDay,
    })
  }
  const danny = caregivers[0]
  for (const [index, one] of visited.entries()) {
    const chance = chanceOf(seed, recipe.provider, 'pattern', index)
    const main = recipe.services[0]
    if (one.example && danny && main) {
      for (const weekday of EXAMPLE_WEEKDAYS) add(one, danny, main, { weekday, startMinute: EXAMPLE_START }, EXAMPLE_MINUTES)
      continue
    }
    // The least busy are asked first; the usual caregiver of a client is asked before them.
    let usual: CaregiverRow | null = null
    const taken: number[] = []
    for (const service of recipe.services) {
      const minutes = chance.pick(service.minutes)
      for (let left = chance.pick(service.perWeek); left > 0; left -= 1) {
        const able = caregivers.filter(({ id, qualifications }) => qualifications.includes(service.code) && id !== usual?.id)
        const inOrder = chance
          .shuffled(able)
          .sort((a, b) => roster.planned(a.id) / a.contractMinutes - roster.planned(b.id) / b.contractMinutes)
        const asked: readonly CaregiverRow[] = usual?.qualifications.includes(service.code) ? [usual, ...inOrder] : inOrder
        for (const caregiver of asked) {
          const found = place(roster, caregiver, service, minutes, taken, chance)
          if (!found) continue
          add(one, caregiver, service, found, minutes)
          taken.push(found.weekday)
          usual ??= caregiver
          break
        }
      }
    }
  }
  return patterns
}

/** What follows for a client from the roster: the usual caregiver, and hours a week. */
export function rosterFacts(patterns: readonly WeeklyPattern[]): Map<string, { usualCaregiverId: string; hoursPerWeek: number }> {
  const facts = new Map<string, { usualCaregiverId: string; hoursPerWeek: number }>()
  for (const pattern of patterns) {
    if (pattern.clientId === null) continue
    const known = facts.get(pattern.clientId)
    facts.set(pattern.clientId, {
      usualCaregiverId: known?.usualCaregiverId ?? pattern.caregiverId,
      hoursPerWeek: Math.round(((known?.hoursPerWeek ?? 0) + pattern.minutes / 60) * 100) / 100,
    })
  }
  return facts
}

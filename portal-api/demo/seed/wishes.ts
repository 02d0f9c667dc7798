/**
 * What bears on when and by whom a client is visited: the wishes that stand in the notes as words, also as times; and who does not
 * come to whom. Nothing of it contradicts the standing roster.
 */
import type { clientTimes, unwantedPairings } from '../../db/schema/index.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { chanceOf, demoId } from './chance.ts'
import type { WeeklyPattern } from './patterns.ts'
import type { ProviderPeople } from './people.ts'

export type ClientTimeRow = typeof clientTimes.$inferInsert
export type UnwantedRow = typeof unwantedPairings.$inferInsert

interface Wish {
  readonly kind: ClientTimeRow['kind']
  readonly weekdays: readonly number[]
  readonly from: number
  readonly to: number
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const [EARLY, NOON, EVENING] = [7 * 60, 12 * 60, 17 * 60]

/** What a note of the indication says of times. */
export const WISHES: Readonly<Record<string, Wish>> = {
  'Liefst in de ochtend': { kind: 'preferred', weekdays: EVERY_DAY, from: EARLY, to: NOON },
  'Liefst in de middag': { kind: 'preferred', weekdays: EVERY_DAY, from: NOON, to: EVENING },
  'Niet op donderdagmiddag': { kind: 'impossible', weekdays: [4], from: NOON, to: EVENING },
  'Niet op dinsdagochtend': { kind: 'impossible', weekdays: [2], from: EARLY, to: NOON },
}

/** One client in so many has a caregiver who does not come. */
const UNWANTED = 0.05

const isInTheWay = (wish: Wish, pattern: WeeklyPattern) =>
  wish.kind === 'impossible' &&
  wish.weekdays.includes(pattern.weekday) &&
  pattern.startMinute < wish.to &&
  wish.from < pattern.startMinute + pattern.minutes

export interface DemoWishes {
  readonly times: readonly ClientTimeRow[]
  readonly unwanted: readonly UnwantedRow[]
}

export function wishesOf(seed: number, people: ProviderPeople): DemoWishes {
  const { provider } = people.recipe
  const times: ClientTimeRow[] = []
  const unwanted: UnwantedRow[] = []
  for (const { row } of people.clients) {
    const patterns = people.roster.filter((pattern) => pattern.clientId === row.id)
    for (const note of row.indicationNotes ?? []) {
      const wish = WISHES[note]
      if (!wish || patterns.some((pattern) => isInTheWay(wish, pattern))) continue
      for (const weekday of wish.weekdays) {
        const id = demoId(seed, PEOPLE_SINCE, row.id, 'wish', note, weekday)
        const span = { weekday, fromMinute: wish.from, toMinute: wish.to }
        times.push({ id, provider, clientId: row.id, kind: wish.kind, ...span })
      }
    }
    const chance = chanceOf(seed, row.id, 'unwanted')
    if (!chance.yes(UNWANTED)) continue
    const others = people.caregivers.filter((one) => patterns.every((pattern) => pattern.caregiverId !== one.id))
    unwanted.push({ provider, clientId: row.id, caregiverId: chance.pick(others).id, since: PEOPLE_SINCE })
  }
  return { times, unwanted }
}

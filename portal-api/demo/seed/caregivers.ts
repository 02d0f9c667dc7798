/** The caregivers of a provider: what they may do, when they work, how many hours. */
import type { caregivers } from '../../db/schema/index.ts'
import { chanceOf, demoId } from './chance.ts'
import { near } from './map.ts'
import { nameBy, nameOf } from './names.ts'
import type { ProviderRecipe } from './recipes.ts'

export type CaregiverRow = typeof caregivers.$inferInsert

/** Long ago enough for every day a demo may run on. */
export const PEOPLE_SINCE = new Date('2023-03-01T08:00:00Z')

const DAYS_AT_WORK: readonly (readonly number[])[] = [
  [1, 2, 3, 4],
  [1, 2, 4, 5],
  [2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [1, 3, 4, 5],
  [1, 3, 5],
  [2, 3, 4],
]
/** Of this share the way from home counts; kilometres from the middle of the region. */
const HOME_KNOWN = 0.5
const HOMES_WITHIN = 2.5
const MINUTES_A_DAY = 8 * 60

/** The helper of the manual's planning; the first caregiver of the provider whose manual it is. */
const DANNY = nameOf(false, 'Danny', 'Wouters')

export function caregiversOf(seed: number, recipe: ProviderRecipe): CaregiverRow[] {
  const codes = recipe.services.map((service) => service.code)
  return Array.from({ length: recipe.caregivers }, (_, index) => {
    const chance = chanceOf(seed, recipe.provider, 'caregiver', index)
    const isDanny = recipe.provider === 'cordaan' && index === 0
    const name = isDanny ? DANNY : nameBy(seed, recipe.provider, 'caregiver', index)
    const weekdays = isDanny ? [1, 2, 3, 4, 5] : [...chance.pick(DAYS_AT_WORK)]
    if (chance.yes(recipe.weekends)) weekdays.push(chance.pick([0, 6]))
    const early = recipe.weekends > 0 ? chance.yes(0.55) : true
    const fromMinute = early ? 7 * 60 + (recipe.weekends > 0 ? 0 : 30) : 10 * 60
    const map = chanceOf(seed, recipe.provider, 'caregiver on the map', index)
    const home = map.yes(HOME_KNOWN) ? near(map, recipe.centre, HOMES_WITHIN) : null
    return {
      id: demoId(seed, PEOPLE_SINCE, recipe.provider, 'caregiver', index),
      provider: recipe.provider,
      name: name.full,
      firstName: name.firstName,
      qualifications: isDanny ? codes : codes.filter((_code, place) => place === 0 || chance.yes(0.7)),
      contractMinutes: Math.min(weekdays.length * MINUTES_A_DAY, chance.pick([20, 24, 24, 28, 32, 32, 36]) * 60),
      weekdays: weekdays.sort((a, b) => a - b),
      fromMinute,
      toMinute: early && recipe.weekends > 0 ? 15 * 60 + 30 : recipe.weekends > 0 ? 19 * 60 : 17 * 60 + 30,
      homeLat: home?.lat ?? null,
      homeLon: home?.lon ?? null,
      active: true,
    }
  })
}

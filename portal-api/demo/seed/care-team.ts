/** The care teams of the demo: each client of a portal that shows one knows two of the care managers by their function. */
import type { careTeamMembers } from '../../db/schema/index.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { chanceOf, demoId } from './chance.ts'

export type CareTeamRow = typeof careTeamMembers.$inferInsert

/** The manual's two, in the order in which the portal shows them. */
const FUNCTIONS = ['Eerst Verantwoordelijke Verzorgende', 'Zorgkundige'] as const

export function careTeamOf(
  seed: number,
  provider: string,
  clientId: string,
  colleagues: readonly { readonly id: string }[],
): CareTeamRow[] {
  const team = chanceOf(seed, provider, 'care team', clientId).shuffled(colleagues)
  return FUNCTIONS.flatMap((name, place) => {
    const member = team[place]
    const since = new Date(PEOPLE_SINCE.getTime() + place * 1000)
    return member
      ? [{ id: demoId(seed, since, clientId, 'care team', place), provider, clientId, staffId: member.id, function: name, since }]
      : []
  })
}

/** What the choices so far come to, before anything is stored. Only what follows from them: no score, no promise. */
import { overlaps, type Visit } from '../../../shared/domain/planning.ts'
import type { Decisions } from './decision-state.ts'

export interface Consequences {
  readonly moved: number
  readonly cancelled: number
  readonly kept: number
  readonly undecided: number
  /** Per caregiver: minutes that go and come by these choices; the names in order of the alphabet. */
  readonly caregivers: readonly { readonly name: string; readonly minutes: number }[]
  /** Two of the moves of this notice lie over each other at one caregiver: the portal will refuse them. */
  readonly clashes: readonly { readonly caregiver: string; readonly first: Visit; readonly second: Visit }[]
}

interface Move {
  readonly visit: Visit
  readonly caregiverId: string
  readonly caregiver: string
  readonly date: string
  readonly startTime: string
}

const slotOf = ({ visit, date, startTime }: Move) => ({ date, startTime, minutes: visit.minutes })

function clashesOf(moves: readonly Move[]): Consequences['clashes'] {
  return moves.flatMap((a, index) =>
    moves
      .slice(index + 1)
      .filter((b) => a.caregiverId === b.caregiverId && overlaps(slotOf(a), slotOf(b)))
      .map((b) => ({ caregiver: a.caregiver, first: a.visit, second: b.visit })),
  )
}

export function consequencesOf(visits: readonly Visit[], state: Decisions): Consequences {
  const counts = { moved: 0, cancelled: 0, kept: 0, undecided: 0 }
  const shift = new Map<string, number>()
  const moves: Move[] = []
  const add = (name: string, minutes: number) => shift.set(name, (shift.get(name) ?? 0) + minutes)
  for (const visit of visits) {
    const choice = state.choices[visit.id]
    if (!choice?.settled) {
      counts.undecided += 1
      continue
    }
    switch (choice.action) {
      case 'keep':
        counts.kept += 1
        break
      case 'cancel':
        counts.cancelled += 1
        for (const caregiver of visit.caregivers) add(caregiver.name, -visit.minutes)
        break
      case 'move': {
        counts.moved += 1
        for (const caregiver of visit.caregivers) add(caregiver.name, -visit.minutes)
        const { date, startTime } = choice.to
        for (const caregiver of choice.to.caregivers) {
          if (caregiver === null) continue
          add(caregiver.name, visit.minutes)
          if (date && startTime) moves.push({ visit, caregiverId: caregiver.id, caregiver: caregiver.name, date, startTime })
        }
        break
      }
      default: {
        const never: never = choice.action
        throw new Error(`Unknown decision ${never}`)
      }
    }
  }
  const caregivers = [...shift.entries()]
    .map(([name, minutes]) => ({ name, minutes }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  return { ...counts, caregivers, clashes: clashesOf(moves) }
}

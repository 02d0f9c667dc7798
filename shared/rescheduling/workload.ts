/** What placements do to a caregiver's work over days and weeks: norms of working time, contract hours, overlaps of two stretches. */
import { daysBetween, type LocalDate, mondayOf } from '../domain/local-time.ts'
import type { Desk } from './desk.ts'
import { broughtBy, SHIFT_GAP, type WorkingTimeBreach, type WorkPiece, workingTimeBreaches } from './rules/working-time.ts'

/** A visit, or what is placed of one, in a caregiver's work. */
export interface Work {
  /** Which stretch of work (line) it was placed on; null = it stands. */
  readonly line: string | null
  readonly start: number
  readonly end: number
  readonly place: number
  readonly date: LocalDate
  /** Monday of its week. */
  readonly week: LocalDate
}

export interface Workload {
  /** Working-time breaches that work brings to a caregiver. */
  breachesOf(caregiverId: string, placed: readonly Work[]): readonly WorkingTimeBreach[]
  /** Minutes above contract that work brings to a caregiver in a week. */
  overContract(caregiverId: string, week: LocalDate, placed: readonly Work[]): number
}

const byStart = (a: { readonly start: number }, b: { readonly start: number }) => a.start - b.start

/** @param leaving visits whose places are free */
export function workloadOf(desk: Desk, leaving: ReadonlySet<string>): Workload {
  const { planning, axis } = desk
  const { norms } = planning.settings
  const dayNumbers = new Map<LocalDate, number>()
  const dayOf = (date: LocalDate): number => {
    const known = dayNumbers.get(date) ?? daysBetween(planning.from, date)
    dayNumbers.set(date, known)
    return known
  }
  const pieces = (work: readonly Work[]): WorkPiece[] =>
    work.map((piece, index) => {
      const before = work[index - 1]
      const sameShift = before && (before.date === piece.date || piece.start - before.end < SHIFT_GAP)
      return {
        start: piece.start,
        end: piece.end,
        day: dayOf(piece.date),
        week: dayOf(piece.week),
        travel: sameShift ? desk.travelByIndex(before.place, piece.place) : 0,
      }
    })

  interface Base {
    readonly work: readonly Work[]
    readonly breaches: readonly WorkingTimeBreach[]
    readonly minutes: ReadonlyMap<LocalDate, number>
  }
  const bases = new Map<string, Base>()
  const baseOf = (caregiverId: string): Base => {
    const known = bases.get(caregiverId)
    if (known) return known
    const work: Work[] = []
    const minutes = new Map<LocalDate, number>()
    for (const { visit, part } of desk.bookingsOf(caregiverId)) {
      if (leaving.has(visit.id)) continue
      const start = axis.at(part.date, part.startMinute)
      const week = mondayOf(part.date)
      const place = desk.placeOf(visit.clientId)
      work.push({ line: null, start, end: start + part.minutes, place, date: part.date, week })
      minutes.set(week, (minutes.get(week) ?? 0) + part.minutes)
    }
    work.sort(byStart)
    const base = { work, minutes, breaches: workingTimeBreaches(pieces(work), norms, workedBefore(caregiverId)) }
    bases.set(caregiverId, base)
    return base
  }
  const workedBefore = (caregiverId: string) => desk.caregivers.get(caregiverId)?.workedBefore ?? null

  return {
    breachesOf(caregiverId, placed) {
      if (placed.length === 0) return []
      const base = baseOf(caregiverId)
      const all = [...base.work, ...placed].sort(byStart)
      return broughtBy(base.breaches, workingTimeBreaches(pieces(all), norms, workedBefore(caregiverId)))
    },
    overContract(caregiverId, week, placed) {
      const contract = desk.caregivers.get(caregiverId)?.contractMinutesPerWeek ?? 0
      const base = baseOf(caregiverId).minutes.get(week) ?? 0
      const more = placed.reduce((sum, one) => (one.week === week ? sum + one.end - one.start : sum), 0)
      return Math.max(0, base + more - contract) - Math.max(0, base - contract)
    },
  }
}

/** How many pairs on different stretches overlap, or leave no time for the road: one caregiver can do only one of them. */
export function clashesOf(desk: Desk, placed: readonly Work[]): number {
  let clashes = 0
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      if (one.line === other.line) continue
      const [first, second] = one.start <= other.start ? [one, other] : [other, one]
      if (second.start - first.end < desk.travelByIndex(first.place, second.place)) clashes += 1
    }
  }
  return clashes
}

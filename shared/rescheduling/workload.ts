/** What placements do to a caregiver's work over days and weeks: norms of working time, contract hours, overlaps of two stretches. */
import { type LocalDate, mondayOf } from '../domain/local-time.ts'
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
  /** Minutes that a caregiver may take on in a week before they go over contract. */
  withinContract(caregiverId: string, week: LocalDate): number
}

const byStart = (a: { readonly start: number }, b: { readonly start: number }) => a.start - b.start

/** @param leaving visits whose places are free */
export function workloadOf(desk: Desk, leaving: ReadonlySet<string>): Workload {
  const { axis } = desk
  const { norms } = desk.planning.settings
  const weeks = new Map<LocalDate, LocalDate>()
  const weekOf = (date: LocalDate): LocalDate => {
    const known = weeks.get(date)
    if (known !== undefined) return known
    const monday = mondayOf(date)
    weeks.set(date, monday)
    return monday
  }
  /** As a piece of working time, behind what comes before it. */
  const piece = (work: Work, before: Work | undefined): WorkPiece => {
    const sameShift = before !== undefined && (before.date === work.date || work.start - before.end < SHIFT_GAP)
    return {
      start: work.start,
      end: work.end,
      day: axis.dayNumber(work.date),
      week: axis.dayNumber(work.week),
      travel: sameShift ? desk.travelByIndex(before.place, work.place) : 0,
    }
  }

  interface Base {
    readonly work: readonly Work[]
    readonly pieces: readonly WorkPiece[]
    readonly breaches: readonly WorkingTimeBreach[]
  }
  const bases = new Map<string, Base>()
  const baseOf = (caregiverId: string): Base => {
    const known = bases.get(caregiverId)
    if (known) return known
    const work: Work[] = []
    for (const { visit, part } of desk.bookingsOf(caregiverId)) {
      if (leaving.has(visit.id)) continue
      const start = axis.at(part.date, part.startMinute)
      const week = weekOf(part.date)
      const place = desk.placeOf(visit.clientId)
      work.push({ line: null, start, end: start + part.minutes, place, date: part.date, week })
    }
    work.sort(byStart)
    const pieces = work.map((one, index) => piece(one, work[index - 1]))
    const base = { work, pieces, breaches: workingTimeBreaches(pieces, norms, workedBefore(caregiverId)) }
    bases.set(caregiverId, base)
    return base
  }
  const minutes = new Map<string, ReadonlyMap<LocalDate, number>>()
  /** By the Monday of each week. */
  const minutesOf = (caregiverId: string): ReadonlyMap<LocalDate, number> => {
    const known = minutes.get(caregiverId)
    if (known) return known
    const weeks = new Map<LocalDate, number>()
    for (const { visit, part } of desk.bookingsOf(caregiverId)) {
      if (leaving.has(visit.id)) continue
      const week = weekOf(part.date)
      weeks.set(week, (weeks.get(week) ?? 0) + part.minutes)
    }
    minutes.set(caregiverId, weeks)
    return weeks
  }
  const workedBefore = (caregiverId: string) => desk.caregivers.get(caregiverId)?.workedBefore ?? null

  const withinContract = (caregiverId: string, week: LocalDate): number => {
    const contract = desk.caregivers.get(caregiverId)?.contractMinutesPerWeek ?? 0
    return Math.max(0, contract - (minutesOf(caregiverId).get(week) ?? 0))
  }

  return {
    breachesOf(caregiverId, placed) {
      if (placed.length === 0) return []
      const { work, pieces, breaches } = baseOf(caregiverId)
      const coming = placed.length === 1 ? placed : [...placed].sort(byStart)
      const all: WorkPiece[] = []
      let before: Work | undefined
      let [next, moved] = [0, false]
      for (let at = 0; at < work.length || next < coming.length; ) {
        const [stands, comes] = [work[at], coming[next]]
        if (comes !== undefined && (stands === undefined || comes.start < stands.start)) {
          all.push(piece(comes, before))
          ;[before, moved] = [comes, true]
          next += 1
        } else if (stands !== undefined) {
          all.push(moved ? piece(stands, before) : (pieces[at] as WorkPiece))
          ;[before, moved] = [stands, false]
          at += 1
        }
      }
      return broughtBy(breaches, workingTimeBreaches(all, norms, workedBefore(caregiverId)))
    },
    overContract(caregiverId, week, placed) {
      const more = placed.reduce((sum, one) => (one.week === week ? sum + one.end - one.start : sum), 0)
      return Math.max(0, more - withinContract(caregiverId, week))
    },
    withinContract,
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

/**
 * Working time of one caregiver (norms.md, "Working time"): rest between days, rest in a week, breaks, length of a day, hours of a
 * week, average over sixteen weeks. Travel between clients is working time; a gap that is long enough after travel is a break.
 */
import type { WorkingTimeNorms } from '../settings.ts'

/** A piece of work on the axis of elapsed minutes, with the travel before it. Sorted by `start`. */
export interface WorkPiece {
  readonly start: number
  readonly end: number
  /** Day of the shift it belongs to, and Monday of its week, as numbers of days on the axis. */
  readonly day: number
  readonly week: number
  /** Minutes on the road from the piece before; 0 for the first of a shift. */
  readonly travel: number
}

export type WorkingTimeRule = 'rest-between-days' | 'rest-in-week' | 'break' | 'shift-length' | 'week-hours' | 'average-hours'

/** `at` says where (a day or a week), so that the same breach before and after a change is recognised; `worse` grows with the breach. */
export interface WorkingTimeBreach {
  readonly rule: WorkingTimeRule
  readonly at: number
  readonly is: number
  readonly norm: number
  readonly worse: number
  readonly worked?: number
  readonly weeks?: number
}

interface Shift {
  readonly day: number
  readonly week: number
  readonly start: number
  readonly end: number
  readonly worked: number
  readonly breaks: number
}

const AVERAGE_WEEKS = 16
/** Work that goes on past midnight is one shift: a gap this long or longer ends it. */
export const SHIFT_GAP = 240
const WEEK = 7 * 1440

/** The shifts of a caregiver: what is worked on one day, or on through the night, from the first piece to the last, breaks left out. */
export function shiftsOf(pieces: readonly WorkPiece[], norms: WorkingTimeNorms): readonly Shift[] {
  const shifts: { -readonly [K in keyof Shift]: Shift[K] }[] = []
  let last: (typeof shifts)[number] | undefined
  for (const piece of pieces) {
    if (last === undefined || (last.day !== piece.day && piece.start - last.end >= SHIFT_GAP)) {
      const { day, week, start, end } = piece
      last = { day, week, start, end, worked: end - start, breaks: 0 }
      shifts.push(last)
      continue
    }
    const idle = piece.start - last.end - piece.travel
    const pause = idle >= norms.shortestBreak ? idle : 0
    const end = Math.max(last.end, piece.end)
    last.worked += end - last.end - pause
    last.breaks += pause
    last.end = end
  }
  return shifts
}

function* restBreaches(shifts: readonly Shift[], norms: WorkingTimeNorms): Generator<WorkingTimeBreach> {
  for (const [index, shift] of shifts.entries()) {
    const before = shifts[index - 1]
    if (!before) continue
    const rest = shift.start - before.end
    if (rest < norms.restPerDay) {
      yield { rule: 'rest-between-days', at: shift.day, is: rest, norm: norms.restPerDay, worse: norms.restPerDay - rest }
    }
  }
}

/** In any seven days there must be one long rest: from one long rest to the next there may not be more than seven days less that rest. */
function* weekRestBreaches(shifts: readonly Shift[], norms: WorkingTimeNorms): Generator<WorkingTimeBreach> {
  let since: Shift | undefined
  let longest = 0
  let told = false
  for (const [index, shift] of shifts.entries()) {
    const before = shifts[index - 1]
    const rest = before ? shift.start - before.end : Number.POSITIVE_INFINITY
    if (rest >= norms.restPerWeek) {
      since = shift
      longest = 0
      told = false
    } else longest = Math.max(longest, rest)
    if (since && !told && shift.end - since.start > WEEK - norms.restPerWeek) {
      told = true
      yield { rule: 'rest-in-week', at: since.day, is: longest, norm: norms.restPerWeek, worse: shift.end - since.start }
    }
  }
}

function* dayBreaches(shifts: readonly Shift[], norms: WorkingTimeNorms): Generator<WorkingTimeBreach> {
  for (const shift of shifts) {
    if (shift.worked > norms.shift) {
      yield { rule: 'shift-length', at: shift.day, is: shift.worked, norm: norms.shift, worse: shift.worked - norms.shift }
    }
    let due = 0
    for (const { over, minutes } of norms.breaks) if (shift.worked > over) due = Math.max(due, minutes)
    if (shift.breaks < due) {
      yield { rule: 'break', at: shift.day, is: shift.breaks, norm: due, worked: shift.worked, worse: due - shift.breaks }
    }
  }
}

function* weekBreaches(
  shifts: readonly Shift[],
  norms: WorkingTimeNorms,
  before: { readonly minutes: number; readonly weeks: number } | null,
): Generator<WorkingTimeBreach> {
  const weeks = new Map<number, number>()
  for (const shift of shifts) weeks.set(shift.week, (weeks.get(shift.week) ?? 0) + shift.worked)
  for (const [week, worked] of weeks) {
    if (worked > norms.week) yield { rule: 'week-hours', at: week, is: worked, norm: norms.week, worse: worked - norms.week }
  }
  if (before === null || before.weeks === 0) return
  // Of the weeks before one sum is known: they count evenly, as many of them as sixteen weeks leave room for.
  const planned = [...weeks.values()].slice(-AVERAGE_WEEKS)
  const earlier = Math.min(before.weeks, AVERAGE_WEEKS - planned.length)
  const count = planned.length + earlier
  const total = planned.reduce((sum, worked) => sum + worked, (before.minutes / before.weeks) * earlier)
  const average = total / count
  if (average > norms.average16Weeks) {
    yield {
      rule: 'average-hours',
      at: 0,
      is: average,
      norm: norms.average16Weeks,
      weeks: count,
      worse: average - norms.average16Weeks,
    }
  }
}

/** Every norm of working time that the work of one caregiver breaks. */
export function workingTimeBreaches(
  pieces: readonly WorkPiece[],
  norms: WorkingTimeNorms,
  before: { readonly minutes: number; readonly weeks: number } | null,
): readonly WorkingTimeBreach[] {
  const shifts = shiftsOf(pieces, norms)
  return [
    ...restBreaches(shifts, norms),
    ...weekRestBreaches(shifts, norms),
    ...dayBreaches(shifts, norms),
    ...weekBreaches(shifts, norms, before),
  ]
}

/** The breaches that a change brings: new ones, and old ones that get worse. */
export function broughtBy(
  before: readonly WorkingTimeBreach[],
  after: readonly WorkingTimeBreach[],
): readonly WorkingTimeBreach[] {
  return after.filter((now) => {
    const was = before.find((one) => one.rule === now.rule && one.at === now.at)
    return !was || now.worse > was.worse + 1e-9
  })
}

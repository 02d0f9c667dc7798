/**
 * A planning made ready for proposing: who works when (one line per caregiver and day), what stands there, and what each place
 * would cost. Made once per reading of the planning and asked many times; it never changes.
 */
import { addDays, daysBetween, type LocalDate, mondayOf } from '../domain/local-time.ts'
import { PairTable } from './pair-table.ts'
import type { Planning, PlanningCaregiver, PlanningClient, PlanningVisit, VisitPart } from './planning.ts'
import type { Line, Stop } from './route-problem.ts'
import { type TimeAxis, timeAxis } from './time-axis.ts'
import type { Travel } from './travel.ts'

/** A stretch on the axis of elapsed minutes. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A line with the day it is on. */
export interface DayLine extends Line {
  readonly date: LocalDate
  /** Number of its day, from the planning's first. */
  readonly day: number
  readonly caregiverIndex: number
  /** Monday of its week. */
  readonly week: LocalDate
  /** When the caregiver is not there though the week says so. */
  readonly blocked: readonly Stretch[]
}

export interface Desk {
  readonly planning: Planning
  readonly travel: Travel
  readonly axis: TimeAxis
  readonly caregivers: ReadonlyMap<string, PlanningCaregiver>
  readonly clients: ReadonlyMap<string, PlanningClient>
  readonly visits: ReadonlyMap<string, PlanningVisit>
  readonly lines: readonly DayLine[]
  readonly linesOf: ReadonlyMap<string, readonly DayLine[]>
  /** Index of a client's place for `travelByIndex`. */
  placeOf(clientId: string): number
  travelByIndex(from: number, to: number): number
  /** Every part of a visit that a caregiver has, in and around the planning's days. */
  bookingsOf(caregiverId: string): readonly { readonly visit: PlanningVisit; readonly part: VisitPart }[]
  /** Every start of the raster on a day, in order. */
  rasterOf(date: LocalDate): readonly number[]
  /** When a client cannot be visited on a day. */
  blockedOf(clientId: string, date: LocalDate): readonly Stretch[]
}

const part = (visitId: string, index: number) => `${visitId}/${index}`

/** The id of the task that is part `index` of a visit. */
export const taskId = part

/** Visit and part of a task's id. */
export function partOf(id: string): { readonly visitId: string; readonly index: number } {
  const at = id.lastIndexOf('/')
  return { visitId: id.slice(0, at), index: Number(id.slice(at + 1)) }
}

interface Booking {
  readonly visit: PlanningVisit
  readonly index: number
  readonly part: VisitPart
  readonly start: number
}

/** Travel by index, each pair worked out once. */
function places(planning: Planning, travel: Travel) {
  const list = [null, ...planning.clients.map((one) => one.place), ...planning.caregivers.map((one) => one.home)]
  const known = new PairTable()
  const byClient = new Map(planning.clients.map((one, index) => [one.id, index + 1]))
  const byCaregiver = new Map(planning.caregivers.map((one, index) => [one.id, index + 1 + planning.clients.length]))
  return {
    ofClient: (id: string) => byClient.get(id) ?? 0,
    ofCaregiver: (id: string) => byCaregiver.get(id) ?? 0,
    minutes(from: number, to: number): number {
      const pair = from * list.length + to
      const before = known.get(pair)
      if (before >= 0) return before
      const minutes = travel.minutes(list[from] ?? null, list[to] ?? null)
      known.set(pair, minutes)
      return minutes
    },
  }
}

export function makeDesk(planning: Planning, travel: Travel): Desk {
  const axis = timeAxis(planning.from)
  const map = places(planning, travel)
  const caregivers = new Map(planning.caregivers.map((one) => [one.id, one]))
  const clients = new Map(planning.clients.map((one) => [one.id, one]))
  const visits = new Map(planning.visits.map((one) => [one.id, one]))

  /** By caregiver and number of the day. */
  const byDay = new Map<string, Map<number, Booking[]>>()
  const byCaregiver = new Map<string, { readonly visit: PlanningVisit; readonly part: VisitPart }[]>()
  for (const visit of planning.visits) {
    for (const [index, piece] of visit.parts.entries()) {
      if (piece.caregiverId === null) continue
      const own = byCaregiver.get(piece.caregiverId)
      if (own) own.push({ visit, part: piece })
      else byCaregiver.set(piece.caregiverId, [{ visit, part: piece }])
      const start = axis.at(piece.date, piece.startMinute)
      // What runs past midnight stands in the way of the next day too.
      const booking = { visit, index, part: piece, start }
      const past = start + piece.minutes > axis.at(piece.date, 1440)
      const first = axis.dayNumber(piece.date)
      const ofCaregiver = byDay.get(piece.caregiverId) ?? new Map<number, Booking[]>()
      byDay.set(piece.caregiverId, ofCaregiver)
      for (let day = first; day <= (past ? first + 1 : first); day++) {
        const list = ofCaregiver.get(day)
        if (list) list.push(booking)
        else ofCaregiver.set(day, [booking])
      }
    }
  }

  /** What stands in the way of two lines has another id on the second. */
  const stopOf = ({ visit, index, part: piece, start }: Booking, line: string, own: boolean): Stop => ({
    task: {
      id: own ? part(visit.id, index) : `${part(visit.id, index)} on ${line}`,
      visit: visit.id,
      place: map.ofClient(visit.clientId),
      minutes: piece.minutes,
    },
    start,
    window: { from: start, to: start, late: 'hard' },
  })
  const lines: DayLine[] = []
  const linesOf = new Map<string, DayLine[]>()
  const days = Array.from({ length: daysBetween(planning.from, planning.to) + 1 }, (_, day) => addDays(planning.from, day))
  const weeks = new Map(days.map((date) => [date, mondayOf(date)]))
  for (const [caregiverIndex, caregiver] of planning.caregivers.entries()) {
    const own: DayLine[] = []
    const booked = byDay.get(caregiver.id)
    for (const date of days) {
      const dayOfWeek = axis.weekday(date)
      const spans = caregiver.availability.filter((one) => one.weekday === dayOfWeek)
      if (spans.length === 0) continue
      const blocked = caregiver.absences
        .filter((one) => Math.abs(axis.dayNumber(one.date) - axis.dayNumber(date)) <= 1)
        .map((one) => ({ from: axis.at(one.date, one.from), to: axis.at(one.date, one.to) }))
      for (const [index, span] of spans.entries()) {
        const id = `${caregiver.id} ${date} ${index}`
        const [from, to] = [axis.at(date, span.from), axis.at(date, span.to)]
        const day = axis.dayNumber(date)
        // What begins after midnight, in a stretch that goes on until then.
        const tomorrow = booked?.get(day + 1) ?? []
        const bookings = [
          ...(booked?.get(day) ?? []),
          ...tomorrow.filter((one) => one.start < to && axis.dayNumber(one.part.date) === day + 1),
        ]
        const stops = bookings
          .map((one) => stopOf(one, id, index === 0 && one.part.date === date))
          .sort((a, b) => a.start - b.start || (a.task.id < b.task.id ? -1 : 1))
        own.push({
          id,
          caregiver: caregiver.id,
          caregiverIndex,
          date,
          day,
          week: weeks.get(date) ?? mondayOf(date),
          from,
          to,
          startPlace: caregiver.home === null ? null : map.ofCaregiver(caregiver.id),
          endPlace: caregiver.home === null ? null : map.ofCaregiver(caregiver.id),
          stops,
          blocked,
        })
      }
    }
    lines.push(...own)
    linesOf.set(caregiver.id, own)
  }

  const blockedDays = new Map<string, readonly Stretch[]>()
  const rasters = new Map<LocalDate, readonly number[]>()
  return {
    planning,
    travel,
    axis,
    caregivers,
    clients,
    visits,
    lines,
    linesOf,
    placeOf: map.ofClient,
    travelByIndex: map.minutes,
    bookingsOf: (caregiverId) => byCaregiver.get(caregiverId) ?? [],
    rasterOf(date) {
      const made = rasters.get(date)
      if (made) return made
      const { startRaster } = planning.settings
      const starts = Array.from({ length: Math.ceil(1440 / startRaster) }, (_, step) => axis.at(date, step * startRaster))
      const raster = [...new Set(starts)].sort((a, b) => a - b)
      rasters.set(date, raster)
      return raster
    },
    blockedOf(clientId, date) {
      const key = `${clientId} ${date}`
      const known = blockedDays.get(key)
      if (known) return known
      const client = clients.get(clientId)
      const blocked = [
        ...(client?.away ?? [])
          .filter((one) => Math.abs(axis.dayNumber(one.date) - axis.dayNumber(date)) <= 1)
          .map((one) => ({ from: axis.at(one.date, one.from), to: axis.at(one.date, one.to) })),
        ...(client?.impossible ?? [])
          .filter((one) => one.weekday === axis.weekday(date))
          .map((one) => ({ from: axis.at(date, one.from), to: axis.at(date, one.to) })),
      ]
      blockedDays.set(key, blocked)
      return blocked
    },
  }
}

/**
 * Checks a change of the planning against every hard and every warning rule, straight from the definitions. It shares nothing
 * with what proposes but the data and the words: what the one overlooks the other finds. Fast enough to run while a visit is
 * dragged: a change costs the work of the caregivers it touches, not that of the whole planning.
 */
import type { LocalDate } from '../domain/local-time.ts'
import type { DaySpan, Planning, PlanningCaregiver, PlanningClient, PlanningVisit, VisitPart, WeekSpan } from './planning.ts'
import { type Breach, type Figures, RULES, type RuleId } from './rules/catalogue.ts'
import { broughtBy, SHIFT_GAP, type WorkPiece, workingTimeBreaches } from './rules/working-time.ts'
import { spokenDate, spokenSpan } from './spoken.ts'
import { timeAxis } from './time-axis.ts'
import type { Travel } from './travel.ts'

/** Where the parts of a visit go, in the order of its parts. */
export interface VisitMove {
  readonly visitId: string
  readonly parts: readonly Pick<VisitPart, 'caregiverId' | 'date' | 'startMinute'>[]
}

export interface PlanningChange {
  readonly moves: readonly VisitMove[]
  /** Visits that lapse. */
  readonly cancels: readonly string[]
}

export interface Checker {
  /** What the change breaks, in the order of its moves: hard rules first. Empty = nothing stands in its way. */
  check(change: PlanningChange): readonly Breach[]
}

interface Booking {
  readonly visit: PlanningVisit
  readonly part: VisitPart
  readonly start: number
  readonly end: number
}

const byStart = (a: Booking, b: Booking) => a.start - b.start || a.end - b.end || (a.visit.id < b.visit.id ? -1 : 1)

export function makeChecker(planning: Planning, travel: Travel): Checker {
  const { settings } = planning
  const axis = timeAxis(planning.from)
  const caregivers = new Map(planning.caregivers.map((one) => [one.id, one]))
  const clients = new Map(planning.clients.map((one) => [one.id, one]))
  const visits = new Map(planning.visits.map((one) => [one.id, one]))
  const services = new Set(planning.caregivers.flatMap((one) => one.qualifications))
  const closed = new Map(planning.closedDays.map((one) => [one.date, one.exceptServiceCodes]))
  const nowAt = axis.at(planning.now.date, planning.now.minute)

  const book = (visit: PlanningVisit, part: VisitPart): Booking => {
    const start = axis.at(part.date, part.startMinute)
    return { visit, part, start, end: start + part.minutes }
  }
  const standing = new Map<string, readonly Booking[]>()
  /** What a caregiver has, gathered when first asked: a change is about few of them. */
  const standingOf = (caregiverId: string): readonly Booking[] => {
    const known = standing.get(caregiverId)
    if (known) return known
    const list: Booking[] = []
    for (const visit of planning.visits) {
      for (const part of visit.parts) if (part.caregiverId === caregiverId) list.push(book(visit, part))
    }
    list.sort(byStart)
    standing.set(caregiverId, list)
    return list
  }

  const placeOf = (booking: Booking) => clients.get(booking.visit.clientId)?.place ?? null
  const onTheRoad = (from: Booking, to: Booking) => travel.minutes(placeOf(from), placeOf(to))
  const slotOf = (booking: Booking) =>
    `${spokenDate(booking.part.date)} ${spokenSpan(booking.part.startMinute, booking.part.startMinute + booking.part.minutes)}`

  const inDays = (spans: readonly DaySpan[], start: number, end: number) =>
    spans.some((span) => axis.at(span.date, span.from) < end && start < axis.at(span.date, span.to))
  const inWeek = (spans: readonly WeekSpan[], date: LocalDate, start: number, end: number) =>
    spans.find((span) => span.weekday === axis.weekday(date) && axis.at(date, span.from) < end && start < axis.at(date, span.to))

  function* ofPart(
    booking: Booking,
    caregiver: PlanningCaregiver | undefined,
    client: PlanningClient | undefined,
  ): Generator<[RuleId, Figures]> {
    const { part, start, end } = booking
    const [who, whom] = [caregiver?.name ?? '', client?.name ?? '']
    if (part.date < planning.from || part.date > planning.to) {
      yield ['out-of-horizon', { from: spokenDate(planning.from), to: spokenDate(planning.to) }]
    }
    if (start < nowAt) yield ['in-the-past', {}]
    const exceptions = closed.get(part.date)
    if (exceptions && !exceptions.includes(part.serviceCode)) yield ['closed-day', { date: spokenDate(part.date) }]
    if (!services.has(part.serviceCode)) yield ['unknown-service', { service: part.serviceCode }]
    else if (caregiver && !caregiver.qualifications.includes(part.serviceCode))
      yield ['not-qualified', { caregiver: who, service: part.serviceCode }]
    if (caregiver) {
      const day = caregiver.availability.filter((span) => span.weekday === axis.weekday(part.date))
      const covered = day.some((span) => axis.at(part.date, span.from) <= start && end <= axis.at(part.date, span.to))
      if (!covered) {
        const hours = day.length === 0 ? '–' : day.map((span) => spokenSpan(span.from, span.to)).join(', ')
        yield ['not-available', { caregiver: who, hours }]
      }
      if (inDays(caregiver.absences, start, end)) yield ['caregiver-absent', { caregiver: who }]
    }
    if (client) {
      if (inDays(client.away, start, end)) yield ['client-away', { client: whom }]
      const impossible = inWeek(client.impossible, part.date, start, end)
      if (impossible) yield ['client-impossible', { client: whom, hours: spokenSpan(impossible.from, impossible.to) }]
      if (caregiver && client.unwantedCaregiverIds.includes(caregiver.id))
        yield ['unwanted-pairing', { caregiver: who, client: whom }]
    }
  }

  /** Double bookings and travel against what the caregiver has around it. */
  function* around(booking: Booking, others: readonly Booking[], caregiver: PlanningCaregiver): Generator<[RuleId, Figures]> {
    let [before, after]: [Booking | undefined, Booking | undefined] = [undefined, undefined]
    for (const other of others) {
      if (other === booking) continue
      if (other.start < booking.end && booking.start < other.end) {
        yield ['double-booking', { caregiver: caregiver.name, slot: slotOf(other) }]
        continue
      }
      if (other.end <= booking.start && (!before || other.end > before.end)) before = other
      if (other.start >= booking.end && (!after || other.start < after.start)) after = other
    }
    for (const [from, to] of [[before, booking] as const, [booking, after] as const]) {
      if (!from || !to) continue
      const [minutes, gap] = [onTheRoad(from, to), to.start - from.end]
      const other = from === booking ? to : from
      if (gap < minutes) yield ['no-travel-time', { caregiver: caregiver.name, minutes, gap, slot: slotOf(other) }]
    }
  }

  function piecesOf(bookings: readonly Booking[]): readonly WorkPiece[] {
    return bookings.map((booking, index) => {
      const { part, start, end } = booking
      const before = bookings[index - 1]
      const sameShift = before && (before.part.date === part.date || start - before.end < SHIFT_GAP)
      return {
        start,
        end,
        day: axis.dayNumber(part.date),
        week: axis.dayNumber(part.date) - ((axis.weekday(part.date) + 6) % 7),
        travel: sameShift ? onTheRoad(before, booking) : 0,
      }
    })
  }

  function movedBookings(move: VisitMove): readonly Booking[] {
    const visit = visits.get(move.visitId)
    if (!visit) throw new Error(`Visit ${move.visitId} is not in the planning.`)
    if (move.parts.length !== visit.parts.length) throw new Error(`Visit ${move.visitId} has ${visit.parts.length} parts.`)
    return visit.parts.map((part, index) => book(visit, { ...part, ...move.parts[index] }))
  }

  function* togetherness(bookings: readonly Booking[]): Generator<[RuleId, Figures]> {
    const [first, second] = bookings
    if (!first || !second) return
    const { sync } = first.visit
    const gap = second.start - first.start
    if (sync && (gap < sync.min || gap > sync.max)) yield ['out-of-step', { min: sync.min, max: sync.max, gap }]
    if (first.part.caregiverId !== null && first.part.caregiverId === second.part.caregiverId) yield ['same-caregiver-twice', {}]
  }

  return {
    check(change) {
      const leaving = new Set([...change.cancels, ...change.moves.map((move) => move.visitId)])
      const moved = change.moves.map(movedBookings)
      const coming = moved.flat()
      const touched = new Map<string, readonly Booking[]>()
      const after = (id: string): readonly Booking[] => {
        const known = touched.get(id)
        if (known) return known
        const list = standingOf(id).filter((one) => !leaving.has(one.visit.id))
        const all = [...list, ...coming.filter((one) => one.part.caregiverId === id)].sort(byStart)
        touched.set(id, all)
        return all
      }
      const breaches: Breach[] = []
      const add = (rule: RuleId, figures: Figures, visitId: string, caregiverId: string | null) =>
        breaches.push({ rule, severity: RULES[rule].severity, visitId, caregiverId, figures })

      for (const bookings of moved) {
        for (const booking of bookings) {
          const { caregiverId } = booking.part
          const caregiver = caregiverId === null ? undefined : caregivers.get(caregiverId)
          if (caregiverId !== null && !caregiver) throw new Error(`Caregiver ${caregiverId} is not in the planning.`)
          const client = clients.get(booking.visit.clientId)
          for (const [rule, figures] of ofPart(booking, caregiver, client)) add(rule, figures, booking.visit.id, caregiverId)
          if (caregiver)
            for (const [rule, figures] of around(booking, after(caregiver.id), caregiver))
              add(rule, figures, booking.visit.id, caregiver.id)
        }
        const [first] = bookings
        if (!first) continue
        for (const [rule, figures] of togetherness(bookings)) add(rule, figures, first.visit.id, first.part.caregiverId)
        if (first.visit.pinned)
          add('pinned', { client: clients.get(first.visit.clientId)?.name ?? '' }, first.visit.id, first.part.caregiverId)
      }
      for (const [id, bookings] of touched) {
        const caregiver = caregivers.get(id)
        const mine = coming.find((one) => one.part.caregiverId === id)
        if (!caregiver || !mine) continue
        const was = workingTimeBreaches(piecesOf(standingOf(id)), settings.norms, caregiver.workedBefore)
        const now = workingTimeBreaches(piecesOf(bookings), settings.norms, caregiver.workedBefore)
        for (const breach of broughtBy(was, now)) {
          const { rule, is, norm, worked, weeks } = breach
          const figures = {
            caregiver: caregiver.name,
            is,
            norm,
            ...(worked === undefined ? {} : { worked }),
            ...(weeks === undefined ? {} : { weeks }),
          }
          add(rule, figures, mine.visit.id, id)
        }
      }
      const rank = { hard: 0, warning: 1, soft: 2 } as const
      return breaches
        .map((breach, index) => ({ breach, index }))
        .sort((a, b) => rank[a.breach.severity] - rank[b.breach.severity] || a.index - b.index)
        .map(({ breach }) => breach)
    },
  }
}

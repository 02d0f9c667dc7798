/** Proposals of the in-memory portal: a few places after the absence, with invented costs; enough to try every state of a card. */
import type { ProposalRow, RuleBreach } from '../../../shared/api/rescheduling.ts'
import { addDays } from '../../../shared/domain/local-time.ts'
import { overlaps, type Visit, type VisitTarget } from '../../../shared/domain/planning.ts'
import { DEFAULT_SETTINGS, type RescheduleSettings } from '../../../shared/rescheduling/settings.ts'
import { type Call, type Handlers, no, yes } from './answer.ts'
import { caregivers } from './people.ts'

interface Beside {
  readonly placed: readonly { readonly visitId: string; readonly spots: readonly VisitTarget[] }[]
}

export interface ReschedulingParts {
  readonly visit: (id: string) => Visit | null
  /** Why a caregiver cannot have a visit then: what they have already. */
  readonly busyWith: (
    caregiverId: string,
    slot: { date: string; startTime: string; minutes: number },
    visitId: string,
  ) => string | null
}

const PLACES = [
  { who: caregivers.samira, day: '2026-11-26', time: '09:15', travel: 6, later: 8 },
  { who: caregivers.daan, day: '2026-11-26', time: '09:00', travel: 9, rest: 12 },
  { who: caregivers.samira, day: '2026-11-28', time: '10:00', travel: 4, later: 11, rest: 9 },
  { who: caregivers.wout, day: '2026-11-27', time: '20:30', travel: 5, later: 10, rest: 15, warns: true },
  { who: caregivers.daan, day: '2026-11-27', time: '13:00', travel: 12, later: 10, rest: 12 },
  { who: caregivers.wout, day: '2026-11-30', time: '08:00', travel: 7, later: 20, rest: 9 },
] as const

/** Wout had the evening before: too little rest. */
const tooLittleRest = (visitId: string): RuleBreach => ({
  rule: 'rest-between-days',
  severity: 'warning',
  visitId,
  caregiverId: caregivers.wout.id,
  figures: { caregiver: caregivers.wout.name, is: 585, norm: 660 },
})

type Part = ProposalRow['parts'][number]
const part = (rule: Part['rule'], minutes: number, figures: Part['figures']): Part => ({ rule, minutes, figures })

export class MemoryRescheduling {
  /** Moves on with every change of the planning. */
  planning = 1
  /** Nobody can: the rule that stops them. */
  noPlace = false
  settings: { settings: RescheduleSettings; version: number } = { settings: DEFAULT_SETTINGS, version: 0 }
  readonly #parts: ReschedulingParts

  constructor(parts: ReschedulingParts) {
    this.#parts = parts
  }

  #basis() {
    return { planning: this.planning, from: '2026-11-23', to: '2026-12-20' }
  }

  #proposals(visit: Visit, beside: Beside): ProposalRow[] {
    if (this.noPlace) return []
    const taken = (who: string, slot: { date: string; startTime: string; minutes: number }) =>
      this.#parts.busyWith(who, slot, visit.id) !== null ||
      beside.placed.some(({ spots }) =>
        spots.some((spot) => spot.caregiverId === who && overlaps({ ...spot, minutes: visit.minutes }, slot)),
      )
    return PLACES.filter(({ who, day, time }) => !taken(who.id, { date: day, startTime: time, minutes: visit.minutes })).map(
      (place): ProposalRow => {
        const later = 'later' in place ? place.later : 0
        const rest = 'rest' in place ? place.rest : 0
        return {
          spots: [{ caregiverId: place.who.id, caregiver: place.who.name, date: place.day, startTime: place.time }],
          score: place.travel + later + rest,
          parts: [
            part('travel', place.travel, { minutes: place.travel }),
            part('day-moved', later, { days: 3 }),
            part('new-caregiver', rest, { caregiver: place.who.name }),
          ].filter((one) => one.minutes > 0),
          warnings: 'warns' in place ? [tooLittleRest(visit.id)] : [],
        }
      },
    )
  }

  #visit(call: Call): Visit | null {
    return this.#parts.visit((call.body as { visitId: string }).visitId)
  }

  readonly handlers: Handlers = {
    'rescheduling.proposals': (call) => {
      const visit = this.#visit(call)
      if (!visit) return no('not-found')
      const proposals = this.#proposals(visit, (call.body as { beside: Beside }).beside)
      const stoppedBy =
        proposals.length > 0
          ? []
          : [
              { rule: 'not-available', count: 61 },
              { rule: 'not-qualified', count: 28 },
            ]
      return yes({ ...this.#basis(), visitVersion: visit.version, proposals, looked: 840, stoppedBy })
    },
    'rescheduling.explain': (call) => {
      const visit = this.#visit(call)
      if (!visit) return no('not-found')
      const { caregiverId, date, startTime, beside } = call.body as { beside: Beside } & VisitTarget
      const caregiver = Object.values(caregivers).find((one) => one.id === caregiverId)
      if (!caregiver) return no('not-found')
      const best = this.#proposals(visit, beside).find((one) => one.spots[0]?.caregiverId === caregiverId) ?? null
      const spot = { caregiverId, date: date ?? addDays(visit.date, 3), startTime: startTime ?? visit.startTime }
      const figures = { caregiver: caregiver.name, hours: '08:00–12:30' }
      const breaches = best ? [] : [{ rule: 'not-available', severity: 'hard', visitId: visit.id, caregiverId, figures }]
      const cost = best ? { score: best.score, parts: best.parts } : null
      return yes({ ...this.#basis(), visitVersion: visit.version, caregiver, spot, breaches, cost, best })
    },
    'rescheduling.settings': () => yes(this.settings),
    'rescheduling.change-settings': (call) => {
      if (call.basedOn !== this.settings.version) return no('stale-version', {}, this.settings)
      this.settings = { settings: call.body as RescheduleSettings, version: this.settings.version + 1 }
      return yes(this.settings)
    },
    'rescheduling.check': (call) => {
      const { moves } = call.body as { moves: Beside['placed'] }
      const breaches = moves
        .filter(({ spots }) => spots.some((spot) => spot.caregiverId === caregivers.wout.id && spot.startTime >= '20:00'))
        .map(({ visitId }) => tooLittleRest(visitId))
      return yes({ ...this.#basis(), breaches })
    },
  }
}

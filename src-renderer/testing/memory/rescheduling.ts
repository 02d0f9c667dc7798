/** Proposals of the in-memory portal: a few places after the absence, with invented costs; enough to try every state of a card. */
import type { BrokenRules, PlanMove, ProposalRow, RuleBreach } from '../../../shared/api/rescheduling.ts'
import { refused } from '../../../shared/bridge/result.ts'
import { addDays } from '../../../shared/domain/local-time.ts'
import { overlaps, type Visit, type VisitTarget } from '../../../shared/domain/planning.ts'
import { makeProblem } from '../../../shared/domain/problems.ts'
import { ruleSentence } from '../../../shared/rescheduling/rules/catalogue.ts'
import { DEFAULT_SETTINGS, type RescheduleSettings } from '../../../shared/rescheduling/settings.ts'
import { type Answer, type Call, type Handlers, no, yes } from './answer.ts'
import { caregivers } from './people.ts'

interface Beside {
  readonly placed: readonly PlanMove[]
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

/** Places of a visit by two: together, one after the other, together again. */
const PAIR_PLACES = [
  {
    spots: [
      [caregivers.samira, '10:00'],
      [caregivers.daan, '10:00'],
    ],
    day: '2026-12-04',
    travel: 9,
  },
  {
    spots: [
      [caregivers.samira, '09:00'],
      [caregivers.wout, '10:15'],
    ],
    day: '2026-12-07',
    travel: 12,
  },
  {
    spots: [
      [caregivers.wout, '13:00'],
      [caregivers.daan, '13:00'],
    ],
    day: '2026-12-08',
    travel: 15,
  },
] as const

/** Wout had the evening before: too little rest. */
const tooLittleRest = (visitId: string): RuleBreach => ({
  rule: 'rest-between-days',
  severity: 'warning',
  visitId,
  caregiverId: caregivers.wout.id,
  figures: { caregiver: caregivers.wout.name, is: 585, norm: 660 },
})

const notAtWork = (visitId: string, caregiver: { id: string; name: string }, hours: string): RuleBreach => ({
  rule: 'not-available',
  severity: 'hard',
  visitId,
  caregiverId: caregiver.id,
  figures: { caregiver: caregiver.name, hours },
})

type Part = ProposalRow['parts'][number]
const part = (rule: Part['rule'], minutes: number, figures: Part['figures']): Part => ({ rule, minutes, figures })

export class MemoryRescheduling {
  /** Moves on with every change of the planning. */
  planning = 1
  /** Nobody can: the rule that stops them. */
  noPlace = false
  /** Whose roster has other hours by now: of that nobody is told. */
  readonly offDuty = new Map<string, string>()
  /** What colleagues planned, with the version of the planning it came with. */
  readonly #planned: { readonly at: number; readonly visit: Visit }[] = []
  settings: { settings: RescheduleSettings; version: number } = { settings: DEFAULT_SETTINGS, version: 0 }
  readonly #parts: ReschedulingParts

  constructor(parts: ReschedulingParts) {
    this.#parts = parts
  }

  /** A colleague planned something: the planning is a version further. */
  movedOn(visit: Visit): void {
    this.planning += 1
    this.#planned.push({ at: this.planning, visit })
  }

  #offDuty({ visitId, spots }: PlanMove): RuleBreach[] {
    return Object.values(caregivers)
      .filter((one) => spots.some((spot) => spot.caregiverId === one.id))
      .flatMap((one) => {
        const hours = this.offDuty.get(one.id)
        return hours === undefined ? [] : [notAtWork(visitId, one, hours)]
      })
  }

  /** Why a decision cannot be carried out, as the portal says it; null when it can. @param seen the planning it was worked out on */
  refusalOf(moves: readonly (PlanMove & { readonly index: number })[], seen: number | undefined): Answer | null {
    for (const move of moves) {
      const field = `decisions.${move.index}`
      const refuse = (code: 'rule-broken' | 'planning-moved-on', breach: RuleBreach, changed: BrokenRules['changed']) => {
        const why = ruleSentence(breach.rule, breach.figures, 'nl')
        const current: BrokenRules = { breaches: [breach], changed, absences: [] }
        return refused(makeProblem(code, 'nl', { why }, { current, fields: [{ field, rule: breach.rule, message: why }] }))
      }
      const [off] = this.#offDuty(move)
      if (off) return refuse('rule-broken', off, [])
      const minutes = this.#parts.visit(move.visitId)?.minutes ?? 0
      for (const { caregiverId, ...place } of move.spots) {
        const slot = this.#parts.busyWith(caregiverId, { ...place, minutes }, move.visitId)
        if (slot === null) continue
        const caregiver = Object.values(caregivers).find((one) => one.id === caregiverId)?.name ?? ''
        const since = this.#planned.filter(
          ({ at, visit }) => at > (seen ?? this.planning) && visit.caregivers.some((one) => one.id === caregiverId),
        )
        const { visitId } = move
        const breach: RuleBreach = {
          ...{ rule: 'double-booking', severity: 'hard', visitId, caregiverId },
          figures: { caregiver, slot },
        }
        const changed = since.map(({ visit }) => ({ visit, client: 'Dhr. B. Terpstra' }))
        if (changed.length > 0) return refuse('planning-moved-on', breach, changed)
        const problem = makeProblem('double-booking', 'nl', { caregiver, slot, visitId })
        return refused({ ...problem, fields: [{ field, rule: 'double-booking', message: problem.title }] })
      }
    }
    return null
  }

  /** A move names as many caregivers as its visit takes. */
  #fits({ visitId, spots }: PlanMove): boolean {
    return spots.length === Math.max(1, this.#parts.visit(visitId)?.caregivers.length ?? 0)
  }

  #pairProposals(): ProposalRow[] {
    return PAIR_PLACES.map(
      ({ spots, day, travel }): ProposalRow => ({
        spots: spots.map(([who, startTime]) => ({ caregiverId: who.id, caregiver: who.name, date: day, startTime })),
        score: travel,
        parts: [part('travel', travel, { minutes: travel })],
        warnings: [],
      }),
    )
  }

  #basis() {
    return { planning: this.planning, from: '2026-11-23', to: '2026-12-20' }
  }

  #proposals(visit: Visit, beside: Beside): ProposalRow[] {
    if (this.noPlace) return []
    if (visit.caregivers.length > 1) return this.#pairProposals()
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
      const { beside } = call.body as { beside: Beside }
      if (!beside.placed.every((move) => this.#fits(move))) return no('not-found')
      const proposals = this.#proposals(visit, beside)
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
      const own = this.#proposals(visit, beside).filter((one) => one.spots.length === 1)
      const best = own.find((one) => one.spots[0]?.caregiverId === caregiverId) ?? null
      const spot = { caregiverId, date: date ?? addDays(visit.date, 3), startTime: startTime ?? visit.startTime }
      const breaches = best ? [] : [notAtWork(visit.id, caregiver, '08:00–12:30')]
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
      if (!moves.every((move) => this.#fits(move))) return no('not-found')
      const tired = moves
        .filter(({ spots }) => spots.some((spot) => spot.caregiverId === caregivers.wout.id && spot.startTime >= '20:00'))
        .map(({ visitId }) => tooLittleRest(visitId))
      return yes({ ...this.#basis(), breaches: [...tired, ...moves.flatMap((move) => this.#offDuty(move))] })
    },
  }
}

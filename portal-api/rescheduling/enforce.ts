/**
 * Holds what planners decide to the rules, on the planning of that moment: a hard rule is refused with its figures, a warning takes a
 * reason that is kept, and where the planning moved on under a proposal the refusal says what moved.
 */
import type { BrokenRules } from '../../shared/api/rescheduling.ts'
import type { Route } from '../../shared/api/route.ts'
import type { Language } from '../../shared/domain/language.ts'
import { addDays, minutesOf, toLocal } from '../../shared/domain/local-time.ts'
import type { OverriddenRules, RuleOverride } from '../../shared/domain/planning.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { ProblemCode } from '../../shared/domain/problems.ts'
import { type Checker, makeChecker, type VisitMove } from '../../shared/rescheduling/check.ts'
import type { Planning, PlanningVisit, VisitPart } from '../../shared/rescheduling/planning.ts'
import { type Breach, type RuleId, ruleSentence } from '../../shared/rescheduling/rules/catalogue.ts'
import { tableTravel } from '../../shared/rescheduling/travel.ts'
import type { Tx } from '../db/database.ts'
import type { Placement } from '../planning/clash.ts'
import type { PlannedVisit } from '../planning/rows.ts'
import type { AuditNote, Context, Refusal } from '../platform/context.ts'
import { changedSince } from './changed-since.ts'
import { wireBreach } from './ground.ts'
import { readPlanning } from './read-planning.ts'

/** What lies further ahead is outside every planning. */
const AHEAD_DAYS = 366

interface Enforcer {
  readonly tx: Tx
  readonly provider: string
  readonly profile: PortalProfile
  readonly now: Date
  readonly lang: Language
  readonly fail: Context<Route>['fail']
  audit(note: AuditNote): void
}

/** What is decided, as far as the rules are concerned. */
export interface Decided {
  /** The list in the request whose entries placements name: `decisions` or `changes`. */
  readonly list: string
  readonly placements: readonly Placement[]
  readonly cancelled: readonly string[]
  /** The visits as they stand, by id. */
  readonly before: ReadonlyMap<string, PlannedVisit>
  /** Reasons given, by the index of their entry. */
  readonly overrides: ReadonlyMap<number, RuleOverride>
  /** The version of the planning that the caller looked at, when they say so. */
  readonly seen: number | undefined
}

/** Rules broken for a reason, by visit. */
export type Overridden = ReadonlyMap<string, OverriddenRules>

/** Rules about who and whom: a visit that breaks one already breaks it no more by being moved in time. */
const TIMELESS: readonly RuleId[] = ['not-qualified', 'unknown-service', 'unwanted-pairing']

/** A visit as the checker takes it: one part for each caregiver it gets; those who stay keep theirs. */
function visitFor(placement: Placement, visit: PlannedVisit): PlanningVisit {
  const old = visit.helpers.map((helper) => helper.id)
  const leaving = old.filter((id) => !placement.caregiverIds.includes(id))
  const parts = placement.caregiverIds.map((id): VisitPart => {
    const { date, startMinute, minutes, serviceCode } = visit
    return { caregiverId: old.includes(id) ? id : (leaving.shift() ?? null), date, startMinute, minutes, serviceCode }
  })
  const clientId = visit.clientId ?? visit.projectId ?? ''
  const sync = parts.length > 1 ? { min: 0, max: 0 } : null
  return { id: visit.id, version: visit.version, clientId, parts, sync, pinned: visit.pinned }
}

const moveTo = ({ visitId, caregiverIds, date, startTime }: Placement): VisitMove => ({
  visitId,
  parts: caregiverIds.map((caregiverId) => ({ caregiverId, date, startMinute: minutesOf(startTime) })),
})

/** Rules that a change of somebody else's can bring under a proposal. */
const MOVED: readonly RuleId[] = ['double-booking', 'caregiver-absent', 'client-away']

const key = ({ rule, caregiverId }: Breach) => (rule === 'pinned' ? rule : `${rule} ${caregiverId}`)

/** The breaches that the change brings: without what a visit broke already where it stands. */
function brought(checker: Checker, decided: Decided, placed: readonly Placement[], gone: readonly string[]): readonly Breach[] {
  const breaches = checker.check({ moves: placed.map(moveTo), cancels: gone })
  if (breaches.length === 0) return breaches
  const stood = new Map(
    placed.map((placement) => {
      const visit = decided.before.get(placement.visitId)
      const isMoved = visit?.date !== placement.date || visit?.startTime !== placement.startTime
      const stays = visit ? { visitId: visit.id, parts: [...visitFor(placement, visit).parts] } : null
      const had = stays ? checker.check({ moves: [stays], cancels: [] }) : []
      const counted = isMoved ? had.filter((one) => TIMELESS.includes(one.rule)) : had
      return [placement.visitId, new Set(counted.map(key))] as const
    }),
  )
  return breaches.filter((breach) => !stood.get(breach.visitId)?.has(key(breach)))
}

async function planningAround(c: Enforcer, decided: Decided): Promise<Planning> {
  const today = toLocal(c.now).date
  const own = decided.placements.flatMap(({ visitId }) => decided.before.get(visitId) ?? [])
  const dates = [...decided.placements.map((one) => one.date), ...own.map((visit) => visit.date)]
  const [furthest, last] = [addDays(today, AHEAD_DAYS), dates.sort().at(-1) ?? today]
  const planning = await readPlanning(
    c,
    { about: own.map((visit) => visit.clientId ?? visit.projectId ?? ''), visitDates: [], dates: [] },
    {
      from: today,
      to: last > furthest ? furthest : last,
      caregiverIds: [
        ...new Set([
          ...decided.placements.flatMap((one) => one.caregiverIds),
          ...own.flatMap((visit) => visit.helpers.map((helper) => helper.id)),
        ]),
      ],
    },
  )
  const asGiven = new Map(
    decided.placements.flatMap((placement) => {
      const visit = decided.before.get(placement.visitId)
      return visit ? [[visit.id, visitFor(placement, visit)] as const] : []
    }),
  )
  return { ...planning, visits: [...planning.visits.filter((visit) => !asGiven.has(visit.id)), ...asGiven.values()] }
}

/**
 * Checks; the caller holds the locks on the visits and the caregivers. Problems: `rule-broken`, `reason-needed`,
 * `planning-moved-on`, each naming the entries it is about and carrying {@link BrokenRules}. A double booking is left to who writes, unless the planning moved on under a proposal.
 */
export async function enforceRules(c: Enforcer, decided: Decided): Promise<Overridden | Refusal> {
  const placed = decided.placements.filter((one) => one.caregiverIds.length > 0)
  if (placed.length === 0) return new Map()
  const planning = await planningAround(c, decided)
  const checker = makeChecker(planning, tableTravel(planning.settings))
  const known = new Set(planning.visits.map((visit) => visit.id))
  const emptied = decided.placements.filter((one) => one.caregiverIds.length === 0).map((one) => one.visitId)
  const gone = [...decided.cancelled, ...emptied].filter((id) => known.has(id))
  const breaches = brought(checker, decided, placed, gone)

  const indexOf = new Map(placed.map((one) => [one.visitId, one.index]))
  const refuse = async (code: ProblemCode, about: readonly Breach[]): Promise<Refusal> => {
    const [first] = about
    const say = (breach: Breach) => ruleSentence(breach.rule, breach.figures, c.lang)
    c.audit({ details: { broken: [...new Set(about.map((one) => one.rule))] } })
    const since = await changedSince(c, decided, planning)
    const moved = about.some((one) => MOVED.includes(one.rule)) && since.changed.length + since.absences.length > 0
    const current: BrokenRules = { breaches: about.map(wireBreach), ...since }
    return c.fail(
      moved ? 'planning-moved-on' : code,
      { why: first ? say(first) : '' },
      {
        current,
        fields: about.map((breach) => ({
          field: `${decided.list}.${indexOf.get(breach.visitId) ?? 0}`,
          rule: breach.rule,
          message: say(breach),
        })),
      },
    )
  }

  const hard = breaches.filter((one) => one.severity === 'hard')
  const others = hard.filter((one) => one.rule !== 'double-booking')
  if (others.length > 0) return refuse('rule-broken', hard)
  if (hard.length > 0) {
    const { changed, absences } = await changedSince(c, decided, planning)
    // Whoever writes says it with the visit in the way; only what moved under a proposal is said here.
    return changed.length + absences.length > 0 ? refuse('rule-broken', hard) : new Map()
  }
  const warnings = breaches.filter((one) => one.severity === 'warning')
  const open = warnings.filter((one) => !decided.overrides.has(indexOf.get(one.visitId) ?? -1))
  if (open.length > 0) return refuse('reason-needed', open)

  const overridden = new Map<string, OverriddenRules>()
  for (const { visitId, rule, figures } of warnings) {
    const reason = decided.overrides.get(indexOf.get(visitId) ?? -1)?.reason ?? ''
    const kept = overridden.get(visitId)?.rules ?? []
    overridden.set(visitId, { reason, rules: [...kept, { rule, figures: { ...figures } }] })
  }
  if (overridden.size > 0) {
    const lines = [...overridden].map(([visitId, one]) => ({
      visitId,
      reason: one.reason,
      rules: one.rules.map((it) => it.rule),
    }))
    c.audit({ details: { overridden: lines } })
  }
  return overridden
}

/** Caregivers who are away and the search for places for their visits, in memory: goes on by hand in tests, by itself where one looks. */
import type { BatchPlanRow, BatchState, BatchSummary, BatchVisit } from '../../../shared/api/batches.ts'
import type { BrokenRules, CaregiverAbsence, RuleBreach } from '../../../shared/api/rescheduling.ts'
import { refused } from '../../../shared/bridge/result.ts'
import { addDays, toLocal } from '../../../shared/domain/local-time.ts'
import type { CaregiverRef, Visit, VisitChange } from '../../../shared/domain/planning.ts'
import { makeProblem } from '../../../shared/domain/problems.ts'
import type { StaffSession } from '../../../shared/domain/staff.ts'
import { ruleSentence } from '../../../shared/rescheduling/rules/catalogue.ts'
import { type Answer, type Call, type Handlers, no, type Tell, yes } from './answer.ts'
import { caregivers, colleagues, idOf, visitOf } from './people.ts'

const CLIENTS = ['Mevr. H. Verbeek-de Wit', 'Dhr. P. Overmars', 'Mevr. S. Yıldız', 'Dhr. F. Baidoo', 'Mevr. C. de Rooij'] as const
const client = (n: number): BatchVisit['client'] => ({
  id: idOf(4, 900 + n),
  name: CLIENTS[n % CLIENTS.length] ?? '',
  number: 104_882 + n,
})

/** Where the visits of the ill one go, in their order; null = no place. */
const PLACES = [
  { who: caregivers.daan, days: 0, time: null, parts: [['new-caregiver', 12]] },
  {
    who: caregivers.fatima,
    days: 1,
    time: '10:30',
    parts: [
      ['travel', 9],
      ['day-moved', 3],
      ['client-disturbed', 10],
    ],
  },
  { who: caregivers.wout, days: 0, time: '07:30', parts: [['travel', 6]], warns: true },
  {
    who: caregivers.daan,
    days: 0,
    time: null,
    parts: [
      ['travel', 4],
      ['not-usual', 4],
    ],
  },
  null,
] as const

interface Parts {
  readonly staff: () => StaffSession
  readonly now: () => number
  readonly tell: Tell
  readonly planning: () => number
}

type Row = Omit<CaregiverAbsence, 'visits'> & { readonly reportedAt: string; readonly reportedBy: string; endedAt: string | null }

export class MemoryBatches {
  readonly absences: Row[]
  readonly visits: { visit: Visit; client: BatchVisit['client'] }[]
  readonly batches: BatchState[] = []
  /** Each next step comes by itself after so many ms; 0 = only when told. */
  stepEvery = 0
  /** The portal finds that somebody planned over the plan, or that a rule came to stand in its way. */
  obstacle: 'planning-moved-on' | 'rule-broken' | null = null
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    const today = '2026-11-23'
    const row = (n: number, who: CaregiverRef, days: number, length: number, kind: Row['kind'], note: string): Row => ({
      id: idOf(8, n),
      caregiver: who,
      from: addDays(today, days),
      to: addDays(today, days + length),
      kind,
      note,
      reportedAt: '2026-11-23T06:40:00.000Z',
      reportedBy: colleagues.noor.name,
      endedAt: null,
    })
    this.absences = [row(1, caregivers.samira, 0, 2, 'ill', 'Belt woensdag weer'), row(2, caregivers.fatima, 7, 4, 'leave', '')]
    const times = ['11:00', '14:00', '09:30', '13:00', '18:30']
    this.visits = times.map((time, n) => ({
      visit: visitOf(700 + n, addDays(today, Math.min(2, n < 2 ? 0 : n - 1)), time, { pinned: n === 3 }),
      client: client(n),
    }))
  }

  #visitsOf({ caregiver, from, to }: Row) {
    const local = toLocal(new Date(this.#parts.now()))
    return this.visits.filter(
      ({ visit }) =>
        visit.status === 'planned' &&
        visit.caregivers.some((one) => one.id === caregiver.id) &&
        visit.date >= from &&
        visit.date <= to &&
        `${visit.date}T${visit.startTime}` > `${local.date}T${local.time}`,
    )
  }

  #absence(row: Row): CaregiverAbsence {
    const { id, caregiver, from, to, kind, note } = row
    return { id, caregiver, from, to, kind, note, visits: this.#visitsOf(row).length }
  }

  #told(id: string): void {
    this.#parts.tell({ type: 'batch.changed', queue: null, caseId: null, subjectId: id, version: null, staffId: null })
  }

  #change(id: string, change: Partial<BatchState>): BatchState {
    const at = this.batches.findIndex((one) => one.id === id)
    const former = this.batches[at]
    if (!former) throw new Error(`no batch ${id}`)
    const next = { ...former, ...change }
    this.batches[at] = next
    this.#told(id)
    return next
  }

  #instant(): string {
    return new Date(this.#parts.now()).toISOString()
  }

  #plan(batch: BatchState, cutShort: boolean): BatchPlanRow {
    const moves: BatchPlanRow['moves'] = []
    const unplaced: BatchPlanRow['unplaced'] = []
    for (const [index, { id, version, now }] of batch.visits.entries()) {
      const place = PLACES[index % PLACES.length]
      if (!place || !now) {
        unplaced.push({
          visitId: id,
          stoppedBy: [
            { rule: 'not-available', count: 61 },
            { rule: 'not-qualified', count: 28 },
          ],
        })
        continue
      }
      const spot = {
        caregiverId: place.who.id,
        caregiver: place.who.name,
        date: addDays(now.date, place.days),
        startTime: place.time ?? now.startTime,
      }
      const warning: RuleBreach = {
        rule: 'rest-between-days',
        severity: 'warning',
        visitId: id,
        caregiverId: place.who.id,
        figures: { caregiver: place.who.name, is: 585, norm: 660 },
      }
      const parts = place.parts.map(([rule, minutes]) => ({ rule, minutes, figures: {} }))
      moves.push({
        visitId: id,
        visitVersion: version,
        proposal: {
          spots: [spot],
          score: parts.reduce((sum, part) => sum + part.minutes, 0),
          parts,
          warnings: 'warns' in place ? [warning] : [],
        },
      })
    }
    const score = moves.reduce((sum, move) => sum + move.proposal.score, 0)
    const lower = cutShort ? Math.max(0, score - 9) : score
    return {
      planning: this.#parts.planning(),
      from: '2026-11-23',
      to: '2026-12-20',
      proven: !cutShort,
      cutShort,
      score,
      cost: score,
      lower,
      moves,
      unplaced,
    }
  }

  /** The next step of a search: a phase further, and in the end its plan. */
  advance(id: string): void {
    const batch = this.batches.find((one) => one.id === id)
    if (!batch || (batch.status !== 'waiting' && batch.status !== 'running')) return
    const soFar = { score: 52, lower: null, unplaced: 1 }
    if (batch.status === 'waiting') this.#change(id, { status: 'running' })
    else if (batch.phase === 'reading') this.#change(id, { phase: 'placing', progress: 0.1 })
    else if (batch.phase === 'placing') this.#change(id, { phase: 'improving', progress: 0.2, soFar })
    else if (batch.phase === 'improving') this.#change(id, { phase: 'proving', progress: 0.5, soFar: { ...soFar, lower: 41 } })
    else this.#end(id, { status: 'done', plan: this.#plan(batch, false) })
    this.#later(id)
  }

  #end(id: string, how: Partial<BatchState>): BatchState {
    return this.#change(id, { progress: 1, endedAt: this.#instant(), ...how })
  }

  /** A search ends without a plan. */
  failed(id: string, failure: NonNullable<BatchState['failure']>): void {
    this.#end(id, { status: 'failed', failure })
  }

  #later(id: string): void {
    if (this.stepEvery > 0) setTimeout(() => this.advance(id), this.stepEvery)
  }

  #start(call: Call): Answer {
    const { visitIds, absenceId, seconds } = call.body as { visitIds: string[]; absenceId?: string; seconds: number }
    const running = this.batches.find((one) => one.status === 'waiting' || one.status === 'running')
    if (running) return no('batch-running', { batchId: running.id })
    if (visitIds.length === 0) return no('nothing-to-place')
    const me = this.#parts.staff()
    const visits = visitIds.flatMap((id): BatchVisit[] => {
      const found = this.visits.find(({ visit }) => visit.id === id)
      if (!found) return []
      const { date, startTime, caregivers: helpers, version } = found.visit
      return [{ id, version, stood: { date, startTime, caregivers: helpers }, client: found.client, now: found.visit }]
    })
    const state: BatchState = {
      id: idOf(9, this.batches.length + 1),
      status: 'running',
      by: { id: me.id, name: me.name },
      absenceId: absenceId ?? null,
      startedAt: this.#instant(),
      endedAt: null,
      phase: 'reading',
      seconds,
      progress: 0,
      soFar: null,
      visits,
      failure: null,
      plan: null,
      accepted: null,
    }
    this.batches.push(state)
    this.#told(state.id)
    this.#later(state.id)
    return yes(state)
  }

  #fresh(batch: BatchState): BatchState {
    const now = (id: string) => this.visits.find(({ visit }) => visit.id === id)?.visit ?? null
    return { ...batch, visits: batch.visits.map((visit) => ({ ...visit, now: now(visit.id) })) }
  }

  #summary(batch: BatchState): BatchSummary {
    const { id, status, by, absenceId, startedAt, endedAt, plan } = batch
    return {
      ...{ id, status, by, absenceId, startedAt, endedAt },
      count: batch.visits.length,
      plan: plan && {
        score: plan.score,
        proven: plan.proven,
        cutShort: plan.cutShort,
        moves: plan.moves.length,
        unplaced: plan.unplaced.length,
      },
      acceptedAt: batch.accepted?.at ?? null,
    }
  }

  #put(change: VisitChange): void {
    const at = this.visits.findIndex(({ visit }) => visit.id === change.visitId)
    const row = this.visits[at]
    if (!row) return
    const { visit } = row
    const version = visit.version + 1
    if (change.action === 'cancel') this.visits[at] = { ...row, visit: { ...visit, status: 'cancelled', version } }
    if (change.action !== 'move') return
    const helpers = Object.values(caregivers).filter((one) => change.to.caregiverIds?.includes(one.id))
    const previous = { date: visit.date, startTime: visit.startTime }
    const { date, startTime } = change.to
    this.visits[at] = { ...row, visit: { ...visit, date, startTime, caregivers: helpers, previous, version } }
    this.#parts.tell({ type: 'planning.changed', queue: null, caseId: null, subjectId: visit.id, version, staffId: null })
  }

  #inTheWay(code: 'planning-moved-on' | 'rule-broken', moves: BatchPlanRow['moves']): Answer {
    const [first] = moves
    const spot = first?.proposal.spots[0]
    const breach: RuleBreach = {
      rule: 'double-booking',
      severity: 'hard',
      visitId: first?.visitId ?? '',
      caregiverId: spot?.caregiverId ?? null,
      figures: { caregiver: spot?.caregiver ?? '', slot: `${spot?.startTime}–13:00` },
    }
    const why = ruleSentence(breach.rule, breach.figures, 'nl')
    const visit = visitOf(950, spot?.date ?? '2026-11-23', '11:30', { caregivers: [caregivers.daan] })
    const current: BrokenRules = {
      breaches: [breach],
      changed: code === 'planning-moved-on' ? [{ visit, client: 'Dhr. B. Terpstra' }] : [],
      absences: [],
    }
    return refused(
      makeProblem(code, 'nl', { why }, { current, fields: [{ field: 'changes.0', rule: breach.rule, message: why }] }),
    )
  }

  #accept(call: Call): Answer {
    const batch = this.batches.find((one) => one.id === call.params?.['id'])
    if (!batch) return no('not-found')
    if (batch.plan === null) return no('no-plan')
    if (batch.accepted) return no('plan-accepted', { by: batch.accepted.by })
    const { leaveOut, overrides } = call.body as { leaveOut: string[]; overrides: { visitId: string }[] }
    const moves = batch.plan.moves.filter((move) => !leaveOut.includes(move.visitId))
    if (moves.length === 0) return no('nothing-to-place')
    if (this.obstacle) return this.#inTheWay(this.obstacle, moves)
    const open = moves.filter(
      (move) => move.proposal.warnings.length > 0 && !overrides.some((one) => one.visitId === move.visitId),
    )
    if (open.length > 0)
      return no(
        'reason-needed',
        { why: 'rust' },
        { breaches: open.flatMap((one) => one.proposal.warnings), changed: [], absences: [] },
      )
    for (const { visitId, visitVersion, proposal } of moves) {
      const [spot] = proposal.spots
      if (!spot) continue
      const { date, startTime, caregiverId } = spot
      this.#put({ action: 'move', visitId, visitVersion, to: { date, startTime, caregiverIds: [caregiverId] } })
    }
    const notReached = batch.visits.slice(0, 1).map((one) => ({ clientId: one.client.id ?? '', name: one.client.name }))
    const accepted = { at: this.#instant(), by: this.#parts.staff().name, leftOut: leaveOut, notReached }
    return yes(this.#fresh(this.#change(batch.id, { accepted })))
  }

  #batch(call: Call, then: (batch: BatchState) => BatchState): Answer {
    const batch = this.batches.find((one) => one.id === call.params?.['id'])
    return batch ? yes(this.#fresh(then(batch))) : no('not-found')
  }

  readonly handlers: Handlers = {
    'rescheduling.absences': () =>
      yes({ absences: this.absences.filter((one) => !one.endedAt).map((one) => this.#absence(one)) }),
    'rescheduling.absence': (call) => {
      const row = this.absences.find((one) => one.id === call.params?.['id'])
      if (!row) return no('not-found')
      const { reportedAt, reportedBy, endedAt } = row
      return yes({ absence: this.#absence(row), reportedAt, reportedBy, endedAt, visits: this.#visitsOf(row) })
    },
    'rescheduling.caregivers': (call) => {
      const { q } = call.query as { q: string }
      const rows = Object.values(caregivers).filter((one) => one.name.toLowerCase().includes(q.toLowerCase()))
      return yes({ rows: rows.map((one) => ({ ...one, next: { date: '2026-11-24', startTime: '09:30' } })), more: false })
    },
    'rescheduling.report-absent': (call) => {
      const who = Object.values(caregivers).find((one) => one.id === call.params?.['id'])
      if (!who) return no('not-found')
      const body = call.body as Pick<Row, 'from' | 'to' | 'kind' | 'note'>
      const id = idOf(8, this.absences.length + 1)
      const row: Row = {
        id,
        caregiver: who,
        ...body,
        reportedAt: this.#instant(),
        reportedBy: this.#parts.staff().name,
        endedAt: null,
      }
      this.absences.push(row)
      this.#parts.tell({ type: 'planning.changed', queue: null, caseId: null, subjectId: who.id, version: null, staffId: null })
      return yes({ id, visits: this.#visitsOf(row).map(({ visit }) => visit) })
    },
    'rescheduling.end-absence': (call) => {
      const row = this.absences.find((one) => one.id === call.params?.['id'])
      if (!row || row.endedAt) return no('not-found')
      row.endedAt = this.#instant()
      return yes({ ok: true })
    },
    'rescheduling.start-batch': (call) => this.#start(call),
    'rescheduling.batches': () => yes({ batches: [...this.batches].reverse().map((one) => this.#summary(one)) }),
    'rescheduling.batch': (call) => this.#batch(call, (batch) => batch),
    'rescheduling.cancel-batch': (call) => this.#batch(call, ({ id }) => this.#end(id, { status: 'cancelled' })),
    'rescheduling.finish-batch': (call) =>
      this.#batch(call, (batch) => this.#end(batch.id, { status: 'done', plan: this.#plan(batch, true) })),
    'rescheduling.accept-batch': (call) => this.#accept(call),
    'rescheduling.export-batch': () => yes({ fileName: 'plan-2026-11-23-0912.csv', csv: 'Cliënt;Dienst\r\n' }),
    'planning.change-visits': (call) => {
      const { changes } = call.body as { changes: VisitChange[] }
      for (const change of changes) this.#put(change)
      const visits = changes.flatMap(({ visitId }) => this.visits.find(({ visit }) => visit.id === visitId)?.visit ?? [])
      return yes({ visits, notReached: [] })
    },
  }
}

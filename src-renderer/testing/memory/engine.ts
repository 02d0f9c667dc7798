/** The in-memory portal behind the in-memory workstation: enough of the server's rules to try every screen. Never shipped. */
import type { QueueQuery } from '../../../shared/api/cases.ts'
import type { DesktopEvent } from '../../../shared/api/events.ts'
import type { PortalRoute } from '../../../shared/bridge/channels.ts'
import { type AbsenceDecision, type CaseDetail, FACETS_OF_QUEUE, type QueueItem } from '../../../shared/domain/cases.ts'
import { caregiversAt, overlaps, type Visit } from '../../../shared/domain/planning.ts'
import type { StaffSession } from '../../../shared/domain/staff.ts'
import { AccountDesk } from './account-desk.ts'
import { accountCases } from './accounts.ts'
import { type Answer, type Call, type Handlers, no, yes } from './answer.ts'
import { MemoryBatches } from './batches.ts'
import { absenceCases, questionCases } from './cases.ts'
import { caregivers, colleagues } from './people.ts'
import { MemoryRescheduling } from './rescheduling.ts'

export class MemoryPortal {
  readonly cases: CaseDetail[] = [...absenceCases(), ...questionCases(), ...accountCases()]
  readonly desk: AccountDesk
  readonly planning: Visit[] = []
  readonly rescheduling = new MemoryRescheduling({
    visit: (id) => this.#visitOf(id),
    busyWith: (caregiverId, slot, visitId) => this.#busyWith(caregiverId, slot, visitId),
  })
  readonly away: MemoryBatches
  readonly #staff: () => StaffSession
  readonly #now: () => number
  readonly #tell: (event: Omit<DesktopEvent, 'id' | 'at'>) => void

  constructor(staff: () => StaffSession, now: () => number, tell: (event: Omit<DesktopEvent, 'id' | 'at'>) => void) {
    this.#staff = staff
    this.#now = now
    this.#tell = tell
    this.desk = new AccountDesk(staff, now, tell)
    this.away = new MemoryBatches({ staff, now, tell, planning: () => this.rescheduling.planning })
  }

  call(route: PortalRoute, input: unknown): Answer {
    const handler =
      this.#handlers[route] ?? this.desk.handlers[route] ?? this.rescheduling.handlers[route] ?? this.away.handlers[route]
    if (!handler) throw new Error(`The in-memory portal has no ${route}`)
    return handler(input as Call)
  }

  /** Changes a case as its client or a colleague would, and tells it. */
  change(id: string, type: DesktopEvent['type'], alter: (detail: CaseDetail) => CaseDetail): void {
    const index = this.cases.findIndex((one) => one.id === id)
    const former = this.cases[index]
    if (!former) throw new Error(`no case ${id}`)
    const next = alter(former)
    this.cases[index] = next
    this.#tell({ type, queue: next.queue, caseId: id, subjectId: null, version: next.version, staffId: null })
  }

  add(detail: CaseDetail): void {
    this.cases.push(detail)
    this.#tell({ type: 'case.opened', queue: detail.queue, caseId: detail.id, subjectId: null, version: 1, staffId: null })
  }

  #find(id: string | undefined): CaseDetail | undefined {
    return this.cases.find((one) => one.id === id)
  }

  #list(queue: string, query: QueueQuery): Answer {
    const me = this.#staff().id
    const key = (item: QueueItem) => (query.sort === 'name' ? item.name : query.sort === 'opened' ? item.openedAt : item.dueAt)
    const rows = this.cases
      .filter((one) => one.queue === queue && one.status === query.status)
      .filter((one) => !query.facet || one.facets.includes(query.facet))
      .filter((one) => query.claimed !== 'mine' || one.claim?.by.id === me)
      .filter((one) => query.claimed !== 'nobody' || one.claim === null)
      .filter((one) => query.addressed !== 'me' || one.addressedTo?.id === me)
      .filter((one) => !query.q || `${one.name} ${one.number} ${one.clientNumber}`.toLowerCase().includes(query.q.toLowerCase()))
      .sort((a, b) => (query.direction === 'descending' ? -1 : 1) * key(a).localeCompare(key(b)))
    const start = Number(query.cursor ?? 0)
    const next = start + query.limit < rows.length ? String(start + query.limit) : null
    return yes({ rows: rows.slice(start, start + query.limit), next })
  }

  #counters(): Answer {
    const queues = this.#staff().queues.map((queue) => {
      const open = this.cases.filter((one) => one.queue === queue && one.status === 'open')
      const facets = Object.fromEntries(
        FACETS_OF_QUEUE[queue].map((facet) => [facet, open.filter((one) => one.facets.some((has) => has === facet)).length]),
      )
      return { queue, open: open.length, overdue: open.filter((one) => Date.parse(one.dueAt) < this.#now()).length, facets }
    })
    const accountsDesk = this.#staff().queues.includes('accounts') ? this.desk.handOuts.counts() : null
    return yes({ queues, mine: this.cases.filter((one) => one.claim?.by.id === this.#staff().id).length, accountsDesk })
  }

  #claim(call: Call): Answer {
    const one = this.#find(call.params?.['id'])
    if (!one) return no('not-found')
    if (one.status === 'closed') return no('already-closed', { by: one.closedBy ?? '' })
    const me = this.#staff()
    const takeOver = (call.body as { takeOver: boolean }).takeOver
    if (one.claim && one.claim.by.id !== me.id && !takeOver) return no('claimed-by-other', { by: one.claim.by.name })
    const isNew = one.claim?.by.id !== me.id
    const claim = {
      by: { id: me.id, name: me.name, initials: me.initials },
      since: new Date(this.#now()).toISOString(),
      expiresAt: new Date(this.#now() + 120_000).toISOString(),
    }
    this.cases[this.cases.indexOf(one)] = { ...one, claim }
    if (isNew) {
      this.#tell({
        type: 'case.claimed',
        queue: one.queue,
        caseId: one.id,
        subjectId: null,
        version: one.version,
        staffId: me.id,
      })
    }
    return yes({ claim })
  }

  #release(call: Call): Answer {
    const one = this.#find(call.params?.['id'])
    if (!one) return no('not-found')
    if (one.claim?.by.id === this.#staff().id) {
      this.change(one.id, 'case.released', (former) => ({ ...former, claim: null }))
    }
    return yes({ ok: true })
  }

  #bySubject(id: string | undefined): CaseDetail | undefined {
    return this.cases.find((one) =>
      one.subject.queue === 'absences'
        ? one.subject.notice.id === id
        : one.subject.queue === 'contact-requests'
          ? one.subject.request.id === id
          : false,
    )
  }

  /** Why this case cannot be closed now, or null. */
  #closedWhy(one: CaseDetail, basedOn: number | undefined): Answer | null {
    const status =
      one.subject.queue === 'absences'
        ? one.subject.notice.status
        : one.subject.queue === 'contact-requests'
          ? one.subject.request.status
          : ''
    if (status === 'withdrawn') return no('withdrawn', {}, one)
    if (one.status === 'closed') return no('already-closed', { by: one.closedBy ?? '' }, one)
    return basedOn === one.version ? null : no('stale-version', {}, one)
  }

  #close(one: CaseDetail, subject: CaseDetail['subject']): CaseDetail {
    const closed: CaseDetail = {
      ...one,
      status: 'closed',
      claim: null,
      closedAt: new Date(this.#now()).toISOString(),
      closedBy: this.#staff().name,
      version: one.version + 1,
      subject,
    }
    this.cases[this.cases.indexOf(one)] = closed
    this.#tell({
      type: 'case.closed',
      queue: one.queue,
      caseId: one.id,
      subjectId: null,
      version: closed.version,
      staffId: this.#staff().id,
    })
    return closed
  }

  #reply(call: Call): Answer {
    const one = this.#bySubject(call.params?.['id'])
    if (one?.subject.queue !== 'contact-requests') return no('not-found')
    const why = this.#closedWhy(one, call.basedOn)
    if (why) return why
    const request = {
      ...one.subject.request,
      status: 'closed' as const,
      reply: (call.body as { text: string }).text,
      repliedBy: this.#staff().name,
      closedAt: new Date(this.#now()).toISOString(),
      version: one.version + 1,
    }
    return yes(this.#close(one, { ...one.subject, request }))
  }

  #decide(call: Call): Answer {
    const one = this.#bySubject(call.params?.['id'])
    if (one?.subject.queue !== 'absences') return no('not-found')
    const why = this.#closedWhy(one, call.basedOn)
    if (why) return why
    const { decisions, planning } = call.body as AbsenceDecision
    const { affected } = one.subject
    const missing = affected.filter((visit) => !decisions.some((decision) => decision.visitId === visit.id)).length
    if (missing > 0) return no('decision-incomplete', { count: missing })
    const moves = decisions.flatMap((decision, index) => {
      if (decision.action !== 'move') return []
      const { date, startTime } = decision.to
      const spots = caregiversAt(decision.to).map((caregiverId) => ({ caregiverId, date, startTime }))
      return [{ index, visitId: decision.visitId, spots }]
    })
    const broken = this.rescheduling.refusalOf(moves, planning)
    if (broken) return broken
    const notice = { ...one.subject.notice, status: 'processed' as const, version: one.version + 1 }
    const decided = decisions.map(({ visitId, action }) => ({ visitId, action }))
    const after = affected.map((visit): Visit => {
      const decision = decisions.find((candidate) => candidate.visitId === visit.id)
      if (decision?.action === 'cancel') return { ...visit, status: 'cancelled', version: visit.version + 1 }
      if (decision?.action !== 'move') return visit
      const { date, startTime } = decision.to
      const helpers = caregiversAt(decision.to).map((id) => this.#caregiver(id))
      const previous = { date: visit.date, startTime: visit.startTime }
      return { ...visit, date, startTime, caregivers: helpers, previous, version: visit.version + 1 }
    })
    return yes(this.#close(one, { ...one.subject, notice, decided, affected: after }))
  }

  #caregiver(id: string): { id: string; name: string } {
    return Object.values(caregivers).find((one) => one.id === id) ?? { id, name: id }
  }

  #busyWith(caregiverId: string, slot: { date: string; startTime: string; minutes: number }, visitId: string): string | null {
    const taken = this.planning.find(
      (visit) => visit.id !== visitId && visit.caregivers.some((one) => one.id === caregiverId) && overlaps(visit, slot),
    )
    return taken ? `${taken.startTime}` : null
  }

  #visitOf(id: string): Visit | null {
    for (const one of this.cases) {
      const found = one.subject.queue === 'absences' ? one.subject.affected.find((visit) => visit.id === id) : undefined
      if (found) return found
    }
    return null
  }

  /** A colleague plans something: whoever looks at places hears of it. */
  plan(visit: Visit): void {
    this.planning.push(visit)
    this.rescheduling.movedOn(visit)
    this.#tell({ type: 'planning.changed', queue: null, caseId: null, subjectId: visit.id, version: 1, staffId: null })
  }

  #caregivers(call: Call): Answer {
    const { date, startTime } = call.query as { date: string; startTime: string }
    const options = Object.values(caregivers).map((one, index) => {
      const busyWith = this.#busyWith(one.id, { date, startTime, minutes: 120 }, call.params?.['visitId'] ?? '')
      const why = busyWith ? ('busy' as const) : index === 3 ? ('not-available' as const) : null
      return { ...one, free: why === null, why, busyWith, known: index < 2 }
    })
    return yes({ options: options.sort((a, b) => Number(b.free) - Number(a.free)) })
  }

  #closeAccess(call: Call): Answer {
    const one = this.#find(call.params?.['id'])
    if (!one) return no('not-found')
    if (one.status === 'closed') return no('already-closed', { by: one.closedBy ?? colleagues.sanne.name })
    this.#close(one, one.subject)
    this.desk.caseClosed(one.id)
    return yes({ ok: true })
  }

  readonly #handlers: Handlers = {
    'cases.list': (call) => this.#list(call.params?.['queue'] ?? '', call.query as QueueQuery),
    'cases.counters': () => this.#counters(),
    'cases.open': (call) => {
      const one = this.#find(call.params?.['id'])
      return one ? yes(one) : no('not-found')
    },
    'cases.claim': (call) => this.#claim(call),
    'cases.release': (call) => this.#release(call),
    'contact-requests.reply': (call) => this.#reply(call),
    'absences.decide': (call) => this.#decide(call),
    'planning.caregivers': (call) => this.#caregivers(call),
    'accounts.close-case': (call) => this.#closeAccess(call),
  }
}

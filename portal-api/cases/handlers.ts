/** Queues and cases for staff: pages, counters, opening, claiming. */
import type { caseRoutes } from '../../shared/api/cases.ts'
import { queuesOf } from '../../shared/domain/queues.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { releaseClaim, takeClaim } from './claims.ts'
import { accountsDeskOf, countersOf } from './counters.ts'
import { caseDetail, queueRefusal, visibleCase } from './detail.ts'
import { listCases } from './list.ts'

const filterNames = ['facet', 'claimed', 'q'] as const

export const caseHandlers = {
  'cases.list': async (c) => {
    const { queue } = c.params
    c.audit({ objectId: queue })
    const refused = queueRefusal(c, queue)
    if (refused) return refused
    const page = await listCases({ ...c, staffId: c.actor.staffId }, queue, c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    const filters = filterNames.filter((name) => c.query[name] !== undefined && c.query[name] !== 'anyone')
    c.audit({
      details: { queue, status: c.query.status, filters, count: page.rows.length, ids: page.rows.map((row) => row.id) },
    })
    return page
  },

  'cases.counters': async (c) => {
    const queues = queuesOf(c.actor.role, c.profile)
    return {
      ...(await countersOf({ ...c, staffId: c.actor.staffId }, queues)),
      accountsDesk: queues.includes('accounts') ? await accountsDeskOf(c.tx, c.provider, c.now) : null,
    }
  },

  'cases.open': async (c) => {
    c.audit({ objectId: c.params.id, caseId: c.params.id })
    const row = await visibleCase(c, c.params.id)
    if (row instanceof Refusal) return row
    c.audit({ clientId: row.clientId })
    return caseDetail(c, row.id)
  },

  'cases.claim': async (c) => {
    c.audit({ objectId: c.params.id, caseId: c.params.id, details: { takeOver: c.body.takeOver } })
    const row = await visibleCase(c, c.params.id)
    if (row instanceof Refusal) return row
    c.audit({ clientId: row.clientId })
    const claim = await takeClaim(c, row.id, c.body.takeOver)
    return claim instanceof Refusal ? claim : { claim }
  },

  'cases.release': async (c) => {
    c.audit({ objectId: c.params.id, caseId: c.params.id })
    const row = await visibleCase(c, c.params.id)
    if (row instanceof Refusal) return row
    c.audit({ clientId: row.clientId })
    await releaseClaim(c, row.id)
    return { ok: true }
  },
} satisfies HandlersOf<typeof caseRoutes>

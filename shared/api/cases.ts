/** Queues and cases on the wire. Roles per queue are checked by the server on top of the route's roles. */
import { z } from 'zod'
import { accountsDeskCounter, caseDetail, caseStatus, claim, facet, queueCounter, queueItem } from '../domain/cases.ts'
import { queueId } from '../domain/staff.ts'
import { ANY_STAFF, byId, cursor, done, limit, pageOf } from './common.ts'
import { route } from './route.ts'

const STAFF = { kind: 'staff', roles: ANY_STAFF } as const

/** The short fixed list of orders, each with its index. */
export const queueSort = z.enum(['due', 'opened', 'name'], { error: 'sort-unknown' })
export type QueueSort = z.infer<typeof queueSort>

export const queueQuery = z.object({
  status: caseStatus.default('open'),
  facet: facet.optional(),
  claimed: z.enum(['anyone', 'mine', 'nobody']).default('anyone'),
  /** `me`: what was written to the asker, or is about their project. */
  addressed: z.enum(['anyone', 'me']).default('anyone'),
  /** Part of a name, or a case or client number. */
  q: z.string().max(100).optional(),
  sort: queueSort.default('due'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
  cursor,
  limit,
})
export type QueueQuery = z.infer<typeof queueQuery>

export const caseRoutes = {
  'cases.list': route({
    name: 'cases.list',
    method: 'GET',
    path: '/v1/queues/:queue/cases',
    who: STAFF,
    summary: 'A page of a queue',
    params: z.object({ queue: queueId }),
    query: queueQuery,
    output: pageOf(queueItem),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'queue' },
    problems: ['forbidden'],
  }),
  'cases.counters': route({
    name: 'cases.counters',
    method: 'GET',
    path: '/v1/queues',
    who: STAFF,
    summary:
      'The queues of this role with their counters, how many cases are claimed by you, and what waits on the accounts desk',
    output: z.object({ queues: z.array(queueCounter), mine: z.number().int(), accountsDesk: accountsDeskCounter.nullable() }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'queue' },
    problems: [],
  }),
  'cases.open': route({
    name: 'cases.open',
    method: 'GET',
    path: '/v1/cases/:id',
    who: STAFF,
    summary: 'A case with its subject and its client; looking is logged',
    params: byId,
    output: caseDetail,
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'case' },
    problems: ['not-found', 'forbidden'],
  }),
  'cases.claim': route({
    name: 'cases.claim',
    method: 'POST',
    path: '/v1/cases/:id/claim',
    who: STAFF,
    summary: 'Take a case, or renew your own claim; `takeOver` takes it from a colleague, visibly',
    params: byId,
    body: z.strictObject({ takeOver: z.boolean().default(false) }),
    output: z.object({ claim }),
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'claim' },
    problems: ['not-found', 'forbidden', 'claimed-by-other', 'already-closed'],
  }),
  'cases.release': route({
    name: 'cases.release',
    method: 'POST',
    path: '/v1/cases/:id/release',
    who: STAFF,
    summary: 'Give a case back; releasing what is not yours changes nothing',
    params: byId,
    output: done,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'claim' },
    problems: ['not-found', 'forbidden'],
  }),
} as const

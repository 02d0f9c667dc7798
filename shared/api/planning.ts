/** Planning on the wire: the client's month, and what staff need to move a visit. */
import { z } from 'zod'
import { uuid } from '../domain/ids.ts'
import { localDate, localMonth, localTime } from '../domain/local-time.ts'
import { caregiverRef, planningRow, visit } from '../domain/planning.ts'
import { CASE_STAFF, PLANNING_STAFF } from './common.ts'
import { route } from './route.ts'

/** Whether a caregiver can take a slot; `why` names a sentence of the catalogue. */
export const caregiverOption = caregiverRef.extend({
  free: z.boolean(),
  why: z.enum(['busy', 'not-qualified', 'not-available']).nullable(),
  /** The visit in the way, as `09:00–10:30`, when busy. */
  busyWith: z.string().nullable(),
  /** Came to this client before. */
  known: z.boolean(),
})
export type CaregiverOption = z.infer<typeof caregiverOption>

export const planningRoutes = {
  'planning.month': route({
    name: 'planning.month',
    method: 'GET',
    path: '/v1/me/planning',
    who: { kind: 'client' },
    summary: 'Planning of a month as the client sees it',
    query: z.object({ month: localMonth }),
    output: z.object({ month: localMonth, rows: z.array(planningRow) }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    panel: 'planning',
    audit: { action: 'read', object: 'planning' },
    problems: [],
  }),
  'planning.of-client': route({
    name: 'planning.of-client',
    method: 'GET',
    path: '/v1/clients/:clientId/planning',
    who: { kind: 'staff', roles: CASE_STAFF },
    summary: 'The visits of one client between two dates (at most 92 days)',
    params: z.object({ clientId: uuid }),
    query: z.object({ from: localDate, to: localDate }),
    output: z.object({ visits: z.array(visit) }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'planning' },
    problems: ['not-found'],
  }),
  'planning.caregivers': route({
    name: 'planning.caregivers',
    method: 'GET',
    path: '/v1/visits/:visitId/caregivers',
    who: { kind: 'staff', roles: PLANNING_STAFF },
    summary: 'Who could take a visit at a given date and time: free caregivers first, known ones before others',
    params: z.object({ visitId: uuid }),
    query: z.object({ date: localDate, startTime: localTime }),
    output: z.object({ options: z.array(caregiverOption) }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'caregiver-availability' },
    problems: ['not-found'],
  }),
} as const

/**
 * The event log on the wire. An event only announces: ids and versions; the data is fetched.
 * `GET /v1/events` is a stream of server-sent events (see `portal-api/platform/events`), `after` resumes it.
 */
import { z } from 'zod'
import { instant, uuid } from '../domain/ids.ts'
import { queueId, type StaffRole } from '../domain/staff.ts'
import { ANY_STAFF } from './common.ts'
import { route } from './route.ts'

export const eventType = z.enum([
  'case.opened',
  'case.changed',
  'case.closed',
  'case.claimed',
  'case.released',
  'planning.changed',
  'account.changed',
  'client.changed',
  'batch.changed',
])
export type EventType = z.infer<typeof eventType>

export const desktopEvent = z.object({
  /** Per provider, without gaps; resume after the last one seen. */
  id: z.number().int(),
  type: eventType,
  queue: queueId.nullable(),
  caseId: uuid.nullable(),
  /** What changed: notice, question, portal user, client or visit. */
  subjectId: uuid.nullable(),
  version: z.number().int().nullable(),
  /** Who did it, when it was staff. */
  staffId: uuid.nullable(),
  at: instant,
})
export type DesktopEvent = z.infer<typeof desktopEvent>

/** Events without a queue, and who hears them. Those of a queue reach the roles of that queue. */
export const ROLES_OF_EVENT: Readonly<Partial<Record<EventType, readonly StaffRole[]>>> = {
  'planning.changed': ['planner', 'care-manager', 'team-lead'],
  'client.changed': ['planner', 'care-manager', 'team-lead'],
  'batch.changed': ['planner', 'team-lead'],
  'account.changed': ['helpdesk', 'team-lead'],
}

export const eventRoutes = {
  'events.list': route({
    name: 'events.list',
    method: 'GET',
    path: '/v1/events/since',
    who: { kind: 'staff', roles: ANY_STAFF },
    summary: 'The events after an id, as one answer; the stream at /v1/events carries the same',
    query: z.object({ after: z.coerce.number().int().min(0), limit: z.coerce.number().int().min(1).max(1000).default(500) }),
    output: z.object({ events: z.array(desktopEvent), last: z.number().int() }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'read', object: 'event' },
    problems: ['resync'],
  }),
} as const

/** The path of the stream; it is no JSON route, but it asks the same roles and the same token. */
export const EVENT_STREAM_PATH = '/v1/events'
/** How long events are kept, in days; an older place answers `resync`. */
export const EVENT_DAYS = 7

/** The event log as one answer; the stream at /v1/events carries the same. */
import type { eventRoutes } from '../../shared/api/events.ts'
import type { HandlersOf } from '../platform/context.ts'
import { eventsAfter, hears, resumePoint } from '../platform/events/read.ts'

export const eventHandlers = {
  'events.list': async (c) => {
    const { after, limit } = c.query
    const point = await resumePoint(c.tx, c.provider, after)
    if (!point.resumable) return c.fail('resync')
    const page = await eventsAfter(c.tx, c.provider, after, limit)
    return { events: page.filter((event) => hears(c.actor.role, event)), last: page.at(-1)?.id ?? after }
  },
} satisfies HandlersOf<typeof eventRoutes>

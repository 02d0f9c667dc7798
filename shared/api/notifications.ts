/** Meldingen on the wire: what the portal has to say to one person, and how staff or the dossier's system announce a care plan. */
import { z } from 'zod'
import { uuid } from '../domain/ids.ts'
import { carePlanVersion, notification } from '../domain/notifications.ts'
import { byId, done } from './common.ts'
import { route } from './route.ts'

const CLIENT = { kind: 'client' } as const

export const notificationRoutes = {
  'notifications.list': route({
    name: 'notifications.list',
    method: 'GET',
    path: '/v1/me/notifications',
    who: CLIENT,
    summary: 'Meldingen: those for this person, newest first, with how many were not read. Open to somebody invited too',
    output: z.object({ rows: z.array(notification), unread: z.number().int() }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    panel: 'notifications',
    whileInvited: true,
    audit: { action: 'read', object: 'notification' },
    problems: [],
  }),
  'notifications.read': route({
    name: 'notifications.read',
    method: 'POST',
    path: '/v1/me/notifications/:id/read',
    who: CLIENT,
    summary: 'It was read. Reading it again changes nothing',
    params: byId,
    output: done,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    panel: 'notifications',
    whileInvited: true,
    audit: { action: 'update', object: 'notification' },
    problems: ['not-found'],
  }),
  'notifications.announce-care-plan': route({
    name: 'notifications.announce-care-plan',
    method: 'POST',
    path: '/v1/clients/:clientId/care-plan-versions',
    who: { kind: 'staff', roles: ['care-manager', 'team-lead'] },
    summary:
      'A new version of the care plan stands in the dossier: whoever may see the dossier finds a notification. A version is told once',
    params: z.object({ clientId: uuid }),
    body: carePlanVersion,
    output: z.object({ told: z.number().int() }),
    status: 201,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    panel: 'notifications',
    audit: { action: 'create', object: 'care-plan-version' },
    problems: ['not-found', 'panel-not-available'],
  }),
} as const

/**
 * Messages to a member of the care team, on the wire. A kind of contact request: staff find them in the same queue, where every
 * care manager sees them, and reply through `contact-requests.reply`.
 */
import { z } from 'zod'
import { careTeamMember, message, messageInput } from '../domain/contact-requests.ts'
import { byId, cursor, limit, pageOf } from './common.ts'
import { route } from './route.ts'

const CLIENT = { kind: 'client' } as const

export const messageRoutes = {
  'messages.care-team': route({
    name: 'messages.care-team',
    method: 'GET',
    path: '/v1/me/care-team',
    who: CLIENT,
    summary: 'Zorgteam: who cares for the client; `mayWrite` where this user can send them a message',
    output: z.object({ rows: z.array(careTeamMember), mayWrite: z.boolean() }),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    panel: 'care-team',
    audit: { action: 'read', object: 'care-team' },
    problems: [],
  }),
  'messages.list': route({
    name: 'messages.list',
    method: 'GET',
    path: '/v1/me/messages',
    who: CLIENT,
    summary: 'Berichten: those this user sent to the care team, newest first; nobody else reads them',
    query: z.object({ cursor, limit }),
    output: pageOf(message),
    status: 200,
    requestId: 'none',
    basedOn: 'none',
    offline: 'never',
    panel: 'messages',
    audit: { action: 'read', object: 'message' },
    problems: [],
  }),
  'messages.create': route({
    name: 'messages.create',
    method: 'POST',
    path: '/v1/me/messages',
    who: CLIENT,
    summary: 'Stuur een bericht: only the client and the (legal) representative write to the care team',
    body: messageInput,
    output: message,
    status: 201,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    panel: 'messages',
    audit: { action: 'create', object: 'message' },
    problems: [],
  }),
  'messages.change': route({
    name: 'messages.change',
    method: 'PUT',
    path: '/v1/me/messages/:id',
    who: CLIENT,
    summary: 'Change an own message while it is open',
    params: byId,
    body: messageInput,
    output: message,
    status: 200,
    requestId: 'required',
    basedOn: 'required',
    offline: 'never',
    panel: 'messages',
    audit: { action: 'update', object: 'message' },
    problems: ['not-found', 'stale-version', 'not-open'],
  }),
  'messages.withdraw': route({
    name: 'messages.withdraw',
    method: 'DELETE',
    path: '/v1/me/messages/:id',
    who: CLIENT,
    summary: 'Take back an own message while it is open; staff keep seeing that it was withdrawn',
    params: byId,
    output: message,
    status: 200,
    requestId: 'required',
    basedOn: 'required',
    offline: 'never',
    panel: 'messages',
    audit: { action: 'delete', object: 'message' },
    problems: ['not-found', 'stale-version', 'not-open'],
  }),
} as const

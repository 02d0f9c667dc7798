/** Questions: clients ask, change and withdraw them; staff reply and so close them. */
import type { contactRequestRoutes } from '../../shared/api/contact-requests.ts'
import { ownClient } from '../clients/own.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { replyTo } from './reply.ts'
import { changeRequest, createRequest, listRequests, withdrawRequest } from './submit.ts'

export const contactRequestHandlers = {
  'contact-requests.list': async (c) => {
    const own = await ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    const page = await listRequests(c.tx, own.client.id, c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ details: { count: page.rows.length } })
    return page
  },
  'contact-requests.create': async (c) => {
    const own = await ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!c.profile.subjects.includes(c.body.subject)) return refuseField(c, 'subject', 'subject-not-offered')
    return createRequest(c, own.client, own.user, c.body)
  },
  'contact-requests.change': async (c) => {
    const own = await ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!c.profile.subjects.includes(c.body.subject)) return refuseField(c, 'subject', 'subject-not-offered')
    return changeRequest(c, own.client, c.params.id, c.basedOn, c.body)
  },
  'contact-requests.withdraw': async (c) => {
    const own = await ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    return withdrawRequest(c, own.client, c.params.id, c.basedOn)
  },
  'contact-requests.reply': (c) => replyTo(c, c.params.id, c.basedOn, c.body.text),
} satisfies HandlersOf<typeof contactRequestRoutes>

/** Questions: clients ask, change and withdraw them; staff reply and so close them. */
import { and, eq } from 'drizzle-orm'
import type { contactRequestRoutes } from '../../shared/api/contact-requests.ts'
import type { ContactRequest } from '../../shared/domain/contact-requests.ts'
import { askingFor, type ClientRow, ownClient } from '../clients/own.ts'
import { contactRequests } from '../db/schema/index.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { type AskedKind, changeAsked, createAsked, withdrawAsked } from './asked.ts'
import { listAsked, toContactRequest } from './asked-rows.ts'
import { replyTo } from './reply.ts'

/** A client's questions belong to everybody who may see that client's messages. */
function questionsOf(client: ClientRow): AskedKind<ContactRequest> {
  return {
    kind: 'contact-request',
    own: eq(contactRequests.clientId, client.id),
    show: toContactRequest,
    showNew: (row) => toContactRequest({ row, repliedBy: null }),
  }
}

export const contactRequestHandlers = {
  'contact-requests.list': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    const { kind, own: theirs } = questionsOf(own.client)
    const page = await listAsked(c.tx, kind, and(eq(contactRequests.kind, kind), theirs), c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ details: { count: page.rows.length } })
    return { ...page, rows: page.rows.map(toContactRequest) }
  },
  'contact-requests.create': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!c.profile.subjects.includes(c.body.subject)) return refuseField(c, 'subject', 'subject-not-offered')
    return createAsked(c, questionsOf(own.client), askingFor(own), c.body)
  },
  'contact-requests.change': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!c.profile.subjects.includes(c.body.subject)) return refuseField(c, 'subject', 'subject-not-offered')
    return changeAsked(c, questionsOf(own.client), c.params.id, c.basedOn, () => c.body)
  },
  'contact-requests.withdraw': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    return withdrawAsked(c, questionsOf(own.client), c.params.id, c.basedOn)
  },
  'contact-requests.reply': (c) => replyTo(c, c.params.id, c.basedOn, c.body.text),
} satisfies HandlersOf<typeof contactRequestRoutes>

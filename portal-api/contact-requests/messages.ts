/**
 * Messages to a member of the care team, from the client or the (legal) representative and nobody else. They stand in the queue
 * of the care managers, so that a colleague answers when the one addressed is away.
 */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { messageRoutes } from '../../shared/api/messages.ts'
import type { CareTeamMember, Message, MessageInput } from '../../shared/domain/contact-requests.ts'
import { maySee } from '../../shared/domain/rights.ts'
import { askingFor, type OwnClient, ownClient } from '../clients/own.ts'
import type { Tx } from '../db/database.ts'
import { careTeamMembers, contactRequests, staff, staffMemberships } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type Context, type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { type AskedKind, changeAsked, createAsked, withdrawAsked } from './asked.ts'
import { type AskedRow, listAsked, toAsked } from './asked-rows.ts'

/** Only who speaks for the client writes to the care team. */
function mayWrite(actor: ClientActor): boolean {
  return actor.userKind === 'client' || actor.userKind === 'representative'
}

/** The care team as it is now: who left the provider cares for nobody. */
async function careTeamOf(tx: Tx, clientId: string): Promise<readonly (CareTeamMember & { readonly staffId: string })[]> {
  return tx
    .select({
      id: careTeamMembers.id,
      staffId: careTeamMembers.staffId,
      name: staff.name,
      function: careTeamMembers.function,
    })
    .from(careTeamMembers)
    .innerJoin(staff, eq(staff.id, careTeamMembers.staffId))
    .innerJoin(
      staffMemberships,
      and(eq(staffMemberships.staffId, staff.id), eq(staffMemberships.provider, careTeamMembers.provider)),
    )
    .where(
      and(
        eq(careTeamMembers.clientId, clientId),
        isNull(careTeamMembers.endedAt),
        isNull(staff.endedAt),
        eq(staffMemberships.active, true),
      ),
    )
    .orderBy(asc(careTeamMembers.since), asc(careTeamMembers.id))
}

function toMessage(found: AskedRow): Message {
  const { row, addressee, function: place } = found
  if (row.careTeamMemberId === null || addressee === null || place === null) throw new Error(`Message ${row.id} to nobody.`)
  return { ...toAsked(found), to: { id: row.careTeamMemberId, name: addressee, function: place } }
}

/** A message is read by its sender and the care team: what a daughter writes is not for all who have rights. */
function messagesOf({ user, client }: OwnClient): AskedKind<Message> {
  return {
    kind: 'message',
    own: and(eq(contactRequests.clientId, client.id), eq(contactRequests.submittedBy, user.id)),
    show: toMessage,
  }
}

/** The message as it is kept; an addressee of another client answers as one that does not exist. */
async function contentOf(
  c: Pick<Context<(typeof messageRoutes)['messages.create']>, 'tx' | 'lang' | 'fail'>,
  clientId: string,
  input: MessageInput,
) {
  const to = (await careTeamOf(c.tx, clientId)).find((member) => member.id === input.to)
  if (!to) return refuseField(c, 'to', 'not-in-care-team')
  return { subject: 'message', message: input.message, addressedTo: to.staffId, careTeamMemberId: to.id } as const
}

export const messageHandlers = {
  'messages.care-team': async (c) => {
    // The team stands on the panel Gegevens, and behind the field "Aan" of a new message.
    const right = maySee({ kind: c.actor.userKind, rights: c.actor.rights }, 'messages') ? 'messages' : 'details'
    const own = ownClient(c, right)
    if (own instanceof Refusal) return own
    const rows = await careTeamOf(c.tx, own.client.id)
    return { rows: [...rows], mayWrite: c.profile.panels.includes('messages') && mayWrite(c.actor) }
  },
  'messages.list': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    const { kind, own: theirs } = messagesOf(own)
    const page = await listAsked(c.tx, 'messages', and(eq(contactRequests.kind, kind), theirs), c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ details: { count: page.rows.length } })
    return { ...page, rows: page.rows.map(toMessage) }
  },
  'messages.create': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!mayWrite(c.actor)) return c.fail('forbidden')
    const content = await contentOf(c, own.client.id, c.body)
    return content instanceof Refusal ? content : createAsked(c, messagesOf(own), askingFor(own), content)
  },
  'messages.change': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!mayWrite(c.actor)) return c.fail('forbidden')
    return changeAsked(c, messagesOf(own), c.params.id, c.basedOn, () => contentOf(c, own.client.id, c.body))
  },
  'messages.withdraw': async (c) => {
    const own = ownClient(c, 'messages')
    if (own instanceof Refusal) return own
    if (!mayWrite(c.actor)) return c.fail('forbidden')
    return withdrawAsked(c, messagesOf(own), c.params.id, c.basedOn)
  },
} satisfies HandlersOf<typeof messageRoutes>

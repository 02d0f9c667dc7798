/** Clients: their own contact details and contact persons, and the client as staff find and open them. */
import { and, eq } from 'drizzle-orm'
import type { clientRoutes } from '../../shared/api/clients.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { clients, organisations } from '../db/schema/index.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { changesPage } from './changes.ts'
import { clientContext } from './context.ts'
import { addDetail, changeDetail, detailsOf, keptValue, markDetailsSeen, removeDetail } from './details.ts'
import { ownClient } from './own.ts'
import { keptPerson } from './person-input.ts'
import { addPerson, changePerson, personsOf, removePerson } from './persons.ts'
import { findClients } from './search.ts'

/** The client whose contact persons the asker may change; `shown-only` where the portal shows them and no more. */
function ownPersons(c: Parameters<typeof ownClient>[0] & { readonly profile: PortalProfile }) {
  const own = ownClient(c, 'details')
  if (own instanceof Refusal || c.profile.contactPersons === 'edited') return own
  return c.fail('shown-only', { provider: c.profile.name })
}

export const clientHandlers = {
  'clients.own-details': async (c) => {
    const own = ownClient(c, 'details')
    if (own instanceof Refusal) return own
    await markDetailsSeen(c.tx, own.user, c.now)
    return { rows: await detailsOf(c.tx, own.client.id) }
  },
  'clients.add-detail': async (c) => {
    const own = ownClient(c, 'details')
    if (own instanceof Refusal) return own
    const kept = keptValue(c.body)
    if ('rule' in kept) return refuseField(c, 'value', kept.rule)
    const detail = await addDetail(c, own.client, c.body, kept.value)
    c.audit({ objectId: detail.id, details: { kind: detail.kind } })
    return detail
  },
  'clients.change-detail': async (c) => {
    const own = ownClient(c, 'details')
    if (own instanceof Refusal) return own
    c.audit({ objectId: c.params.id, details: { kind: c.body.kind } })
    const kept = keptValue(c.body)
    if ('rule' in kept) return refuseField(c, 'value', kept.rule)
    return changeDetail(c, own.client, c.params.id, c.basedOn, c.body, kept.value)
  },
  'clients.remove-detail': async (c) => {
    const own = ownClient(c, 'details')
    if (own instanceof Refusal) return own
    c.audit({ objectId: c.params.id })
    return (await removeDetail(c, own.client, c.params.id, c.basedOn)) ?? { ok: true }
  },

  'clients.own-persons': async (c) => {
    const own = ownClient(c, 'details')
    if (own instanceof Refusal) return own
    return { rows: await personsOf(c.tx, own.client.id), mayWrite: c.profile.contactPersons === 'edited' }
  },
  'clients.add-person': async (c) => {
    const own = ownPersons(c)
    if (own instanceof Refusal) return own
    const kept = keptPerson(c.body)
    if ('field' in kept) return refuseField(c, kept.field, kept.rule)
    const person = await addPerson(c, own.client, kept)
    c.audit({ objectId: person.id, details: { primary: person.primary } })
    return person
  },
  'clients.change-person': async (c) => {
    const own = ownPersons(c)
    if (own instanceof Refusal) return own
    c.audit({ objectId: c.params.id, details: { primary: c.body.primary } })
    const kept = keptPerson(c.body)
    if ('field' in kept) return refuseField(c, kept.field, kept.rule)
    return changePerson(c, own.client, c.params.id, c.basedOn, kept)
  },
  'clients.remove-person': async (c) => {
    const own = ownPersons(c)
    if (own instanceof Refusal) return own
    c.audit({ objectId: c.params.id })
    return (await removePerson(c, own.client, c.params.id, c.basedOn)) ?? { ok: true }
  },

  'clients.search': async (c) => {
    if (c.query.q.trim().length < 2) return refuseField(c, 'query.q', 'text-empty')
    const page = await findClients(c.tx, c.provider, c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    // What was typed may be a name: the log says who was shown, not what was asked.
    c.audit({ details: { count: page.rows.length, ids: page.rows.map((row) => row.id) } })
    return page
  },
  'clients.open': async (c) => {
    c.audit({ objectId: c.params.id })
    const context = await clientContext(c, c.params.id)
    if (context === null) return c.fail('not-found')
    c.audit({ clientId: context.client.id })
    return context
  },
  'clients.changes': async (c) => {
    c.audit({ objectId: c.params.id })
    const [client] = await c.tx
      .select({ id: clients.id })
      .from(clients)
      .where(and(eq(clients.id, c.params.id), eq(clients.provider, c.provider)))
    if (!client) return c.fail('not-found')
    c.audit({ clientId: client.id })
    return changesPage(c, { clientId: client.id, organisationId: null })
  },
  'clients.organisation-changes': async (c) => {
    c.audit({ objectId: c.params.id })
    const [organisation] = await c.tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, c.params.id), eq(organisations.provider, c.provider)))
    return organisation ? changesPage(c, { clientId: null, organisationId: organisation.id }) : c.fail('not-found')
  },
} satisfies HandlersOf<typeof clientRoutes>

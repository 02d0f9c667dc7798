/** What changed around a client or an organisation, by whom: contact data, contact persons, users and rights. For staff. */
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ChangedValues, ChangeKind } from '../../../shared/domain/changes.ts'
import { id, instant, provider } from './columns.ts'
import { clients, organisations } from './people.ts'
import { portalMemberships } from './portal-users.ts'
import { providers, staff } from './providers.ts'

export const clientChanges = pgTable(
  'client_changes',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id').references(() => clients.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    at: instant('at').notNull(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    /** Who did it: for whom they were logged in, or a member of staff; neither when the system did, or somebody whose account was erased. */
    membershipId: uuid('membership_id').references(() => portalMemberships.id),
    staffId: uuid('staff_id').references(() => staff.id),
    /** The person or the detail it is about, as it was called then. */
    about: text('about').notNull(),
    /** The fields that changed, as they were and as they became; null where there was nothing, or is nothing left. */
    before: jsonb('before').$type<ChangedValues>(),
    after: jsonb('after').$type<ChangedValues>(),
  },
  (t) => [
    index('client_changes_client').on(t.clientId, t.at, t.id),
    index('client_changes_organisation').on(t.organisationId, t.at, t.id),
    check('client_changes_of_one', sql`(${t.clientId} is null) <> (${t.organisationId} is null)`),
  ],
)

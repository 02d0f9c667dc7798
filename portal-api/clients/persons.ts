/** Contact persons: a client adds, changes and removes them. At most one is the primary one. */
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { changedFields } from '../../shared/domain/changes.ts'
import type { ContactPerson, ContactPersonInput } from '../../shared/domain/clients.ts'
import type { Tx } from '../db/database.ts'
import { contactPersons } from '../db/schema/index.ts'
import { Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { ofClient, recordChange } from './changes.ts'
import type { OwnChange } from './details.ts'
import { type ClientRow, lockClient } from './own.ts'
import { toContactPerson } from './rows.ts'

type PersonRow = typeof contactPersons.$inferSelect

export async function personsOf(tx: Tx, clientId: string): Promise<ContactPerson[]> {
  const rows = await tx
    .select()
    .from(contactPersons)
    .where(and(eq(contactPersons.clientId, clientId), isNull(contactPersons.removedAt)))
    .orderBy(desc(contactPersons.primary), asc(contactPersons.name), asc(contactPersons.id))
  return rows.map(toContactPerson)
}

/** The former primary one steps back; its version moves, for what its reader saw has changed. */
async function makeOnlyPrimary(c: OwnChange, client: ClientRow, id: string): Promise<void> {
  await c.tx
    .update(contactPersons)
    .set({ primary: false, version: sql`${contactPersons.version} + 1` })
    .where(
      and(
        eq(contactPersons.clientId, client.id),
        eq(contactPersons.primary, true),
        isNull(contactPersons.removedAt),
        ne(contactPersons.id, id),
      ),
    )
}

async function locked(c: OwnChange, client: ClientRow, id: string, basedOn: number): Promise<PersonRow | Refusal> {
  await lockClient(c.tx, client.id)
  const [row] = await c.tx
    .select()
    .from(contactPersons)
    .where(and(eq(contactPersons.id, id), eq(contactPersons.clientId, client.id), isNull(contactPersons.removedAt)))
    .for('update')
  if (!row) return c.fail('not-found')
  return row.version === basedOn ? row : c.fail('stale-version', {}, { current: toContactPerson(row) })
}

/** What staff read of a person that changed. */
function contentsOf({ name, phone1, phone2, email, type, primary, remarks }: PersonRow) {
  return { name, phone1, phone2, email, type, primary, remarks }
}

export async function addPerson(c: OwnChange, client: ClientRow, input: ContactPersonInput): Promise<ContactPerson> {
  await lockClient(c.tx, client.id)
  const row: PersonRow = { ...input, id: newId(), provider: c.provider, clientId: client.id, removedAt: null, version: 1 }
  if (row.primary) await makeOnlyPrimary(c, client, row.id)
  await c.tx.insert(contactPersons).values(row)
  await recordChange(c, ofClient(client), { kind: 'person-added', about: row.name, after: contentsOf(row) })
  c.emit({ type: 'client.changed', subjectId: client.id })
  return toContactPerson(row)
}

export async function changePerson(
  c: OwnChange,
  client: ClientRow,
  id: string,
  basedOn: number,
  input: ContactPersonInput,
): Promise<ContactPerson | Refusal> {
  const before = await locked(c, client, id, basedOn)
  if (before instanceof Refusal) return before
  const after: PersonRow = { ...before, ...input, version: before.version + 1 }
  if (after.primary) await makeOnlyPrimary(c, client, id)
  await c.tx.update(contactPersons).set(after).where(eq(contactPersons.id, id))
  const difference = changedFields(contentsOf(before), contentsOf(after))
  if (difference) await recordChange(c, ofClient(client), { kind: 'person-changed', about: after.name, ...difference })
  c.emit({ type: 'client.changed', subjectId: client.id })
  return toContactPerson(after)
}

export async function removePerson(c: OwnChange, client: ClientRow, id: string, basedOn: number): Promise<Refusal | null> {
  const before = await locked(c, client, id, basedOn)
  if (before instanceof Refusal) return before
  await c.tx
    .update(contactPersons)
    .set({ removedAt: c.now, primary: false, version: before.version + 1 })
    .where(eq(contactPersons.id, id))
  await recordChange(c, ofClient(client), { kind: 'person-removed', about: before.name, before: contentsOf(before) })
  c.emit({ type: 'client.changed', subjectId: client.id })
  return null
}

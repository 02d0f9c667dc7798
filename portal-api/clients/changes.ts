/**
 * What changed around a client or an organisation, kept for staff: written in the transaction of the change, read newest
 * first. Only the fields that changed are kept, as they were and as they became.
 */
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Route } from '../../shared/api/route.ts'
import type { ChangedValues, ChangeKind, ClientChange } from '../../shared/domain/changes.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Tx } from '../db/database.ts'
import { clientChanges, portalMemberships, portalUsers, staff } from '../db/schema/index.ts'
import type { ClientActor, StaffActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { newId } from '../platform/ids.ts'

/** Whose portal it is: exactly one of the two. */
export interface Owner {
  readonly clientId: string | null
  readonly organisationId: string | null
}

export function ofClient(client: { readonly id: string }): Owner {
  return { clientId: client.id, organisationId: null }
}

export interface NewChange {
  readonly kind: ChangeKind
  /** The person or the detail it is about. */
  readonly about: string
  readonly before?: ChangedValues
  readonly after?: ChangedValues
}

export async function recordChange(
  c: { readonly tx: Tx; readonly provider: string; readonly now: Date; readonly actor: ClientActor | StaffActor },
  of: Owner,
  change: NewChange,
): Promise<void> {
  await c.tx.insert(clientChanges).values({
    id: newId(),
    provider: c.provider,
    clientId: of.clientId,
    organisationId: of.clientId === null ? of.organisationId : null,
    at: c.now,
    kind: change.kind,
    membershipId: c.actor.kind === 'client' ? c.actor.membershipId : null,
    staffId: c.actor.kind === 'staff' ? c.actor.staffId : null,
    about: change.about,
    before: change.before ?? null,
    after: change.after ?? null,
  })
}

/** Where a page ends: the moment and the id of its last line. */
const changePlace = z.tuple([z.iso.datetime(), z.uuid()])

interface Reading {
  readonly tx: Tx
  readonly provider: string
  readonly query: { readonly cursor?: string | undefined; readonly limit: number }
  readonly lang: Language
  readonly fail: Context<Route>['fail']
}

type Found = Awaited<ReturnType<typeof linesOf>>[number]

function linesOf(c: Reading, of: Owner, after: z.infer<typeof changePlace> | null) {
  const mine =
    of.clientId === null ? eq(clientChanges.organisationId, of.organisationId ?? '') : eq(clientChanges.clientId, of.clientId)
  const older = after
    ? sql`(${clientChanges.at}, ${clientChanges.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : undefined
  return c.tx
    .select({ change: clientChanges, userName: portalUsers.name, relation: portalMemberships.relation, staffName: staff.name })
    .from(clientChanges)
    .leftJoin(portalMemberships, eq(portalMemberships.id, clientChanges.membershipId))
    .leftJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .leftJoin(staff, eq(staff.id, clientChanges.staffId))
    .where(and(eq(clientChanges.provider, c.provider), mine, older))
    .orderBy(desc(clientChanges.at), desc(clientChanges.id))
    .limit(c.query.limit + 1)
}

function byOf({ userName, relation, staffName }: Found): ClientChange['by'] {
  if (staffName !== null) return { name: staffName, relation: '', staff: true }
  return userName === null ? null : { name: userName, relation: relation ?? '', staff: false }
}

/** A page of what changed, the newest first. */
export async function changesPage(c: Reading, of: Owner): Promise<{ rows: ClientChange[]; next: string | null } | Refusal> {
  const scope = `changes ${of.clientId ?? of.organisationId}`
  const after = c.query.cursor === undefined ? null : unpackCursor(scope, changePlace, c.query.cursor)
  if (c.query.cursor !== undefined && after === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
  const found = await linesOf(c, of, after)
  const rows = found.slice(0, c.query.limit).map((line) => {
    const { id, at, kind, about, before, after: became } = line.change
    return { id, at: at.toISOString(), kind, by: byOf(line), about, before, after: became }
  })
  const last = found.length > c.query.limit ? rows.at(-1) : undefined
  return { rows, next: last ? packCursor(scope, [last.at, last.id]) : null }
}

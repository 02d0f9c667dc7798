/** A client reports, changes and withdraws an absence; its case follows in the same transaction. */
import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Route } from '../../shared/api/route.ts'
import { type Absence, type AbsenceFields, type AbsenceInput, absencePeriod } from '../../shared/domain/absences.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import { type CaseShape, type CaseWriter, closeCase, openCase, updateCaseOfSubject } from '../cases/write.ts'
import { type ClientRow, lockClient, type OwnClient } from '../clients/own.ts'
import type { Tx } from '../db/database.ts'
import { absences, cases } from '../db/schema/index.ts'
import { type AuditNote, type Context, Refusal } from '../platform/context.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { newId } from '../platform/ids.ts'
import { type AbsenceRules, absenceShape, lateOf } from './facts.ts'
import { type AbsenceRow, fieldsOf, openNoticesOf, overlapsOf, plannedAround, toAbsence } from './rows.ts'

interface Reporter extends CaseWriter {
  readonly profile: PortalProfile
  readonly lang: Language
  readonly fail: Context<Route>['fail']
  audit(note: AuditNote): void
}

const place = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of a client's notices, newest first; null when the cursor is none of ours. */
export async function listAbsences(
  c: { readonly tx: Tx; readonly profile: AbsenceRules; readonly lang: Language },
  clientId: string,
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: Absence[]; next: string | null } | null> {
  const after = query.cursor === undefined ? undefined : unpackCursor('absences', place, query.cursor)
  if (after === null) return null
  const found = await c.tx
    .select({ row: absences, facts: cases.facts })
    .from(absences)
    .innerJoin(cases, eq(cases.id, absences.caseId))
    .where(
      and(
        eq(absences.clientId, clientId),
        after ? sql`(${absences.submittedAt}, ${absences.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(absences.submittedAt), desc(absences.id))
    .limit(query.limit + 1)
  const page = found.slice(0, query.limit)
  const tail = found.length > query.limit ? page.at(-1)?.row : undefined
  const open = await openNoticesOf(c.tx, clientId)
  return {
    rows: page.map(({ row, facts }) => toAbsence(row, lateOf(facts, c.profile), overlapsOf(row, open), c.lang)),
    next: tail ? packCursor('absences', [tail.submittedAt.toISOString(), tail.id]) : null,
  }
}

/** What the case of a notice shows, with the planning as it is in this transaction. */
export async function shapeOf(
  tx: Tx,
  rules: AbsenceRules,
  row: AbsenceFields & Pick<AbsenceRow, 'clientId' | 'submittedAt' | 'changedAt'>,
): Promise<CaseShape> {
  const notice = fieldsOf(row)
  const visits = await plannedAround(tx, row.clientId, absencePeriod(notice), row.changedAt ?? row.submittedAt)
  return absenceShape({ notice, submittedAt: row.submittedAt, changedAt: row.changedAt }, visits, rules)
}

async function readBack(c: Reporter, row: AbsenceRow, shape: CaseShape): Promise<Absence> {
  return toAbsence(row, lateOf(shape.facts, c.profile), overlapsOf(row, await openNoticesOf(c.tx, row.clientId)), c.lang)
}

/** A late notice and one that overlaps another are accepted and marked. */
export async function createAbsence(
  c: Reporter,
  client: ClientRow,
  user: OwnClient['user'],
  input: AbsenceInput,
): Promise<Absence> {
  await lockClient(c.tx, client.id)
  const row = {
    ...input,
    id: newId(),
    provider: c.provider,
    clientId: client.id,
    status: 'open',
    submittedAt: c.now,
    submittedBy: user.id,
    changedAt: null,
    before: null,
    closedAt: null,
    closedBy: null,
    version: 1,
  } as const
  const shape = await shapeOf(c.tx, c.profile, row)
  const caseId = openCase(c, {
    ...shape,
    subjectId: row.id,
    subjectVersion: row.version,
    name: client.name,
    sortName: client.sortName,
    clientId: client.id,
    clientNumber: client.number,
    portalUserId: user.id,
  })
  const stored: AbsenceRow = { ...row, caseId }
  await c.tx.insert(absences).values(stored)
  c.audit({ objectId: row.id, caseId })
  return readBack(c, stored, shape)
}

/** Locks an own notice that may still change: `not-open` once it was processed or withdrawn, `stale-version` with what it is now. */
async function openAbsence(c: Reporter, client: ClientRow, id: string, basedOn: number): Promise<AbsenceRow | Refusal> {
  c.audit({ objectId: id })
  await lockClient(c.tx, client.id)
  const [row] = await c.tx
    .select()
    .from(absences)
    .where(and(eq(absences.id, id), eq(absences.clientId, client.id)))
    .for('update')
  if (!row) return c.fail('not-found')
  c.audit({ caseId: row.caseId })
  if (row.status !== 'open') return c.fail('not-open')
  if (row.version === basedOn) return row
  return c.fail('stale-version', {}, { current: await readBack(c, row, await shapeOf(c.tx, c.profile, row)) })
}

/** Keeps what the notice said before. A change that changes nothing leaves no mark. */
export async function changeAbsence(
  c: Reporter,
  client: ClientRow,
  id: string,
  basedOn: number,
  input: AbsenceInput,
): Promise<Absence | Refusal> {
  const row = await openAbsence(c, client, id, basedOn)
  if (row instanceof Refusal) return row
  const before = fieldsOf(row)
  if (isDeepStrictEqual(before, { ...input })) return readBack(c, row, await shapeOf(c.tx, c.profile, row))
  const after: AbsenceRow = { ...row, ...input, before, changedAt: c.now, version: row.version + 1 }
  const shape = await shapeOf(c.tx, c.profile, after)
  await c.tx.update(absences).set(after).where(eq(absences.id, id))
  await updateCaseOfSubject(c, { ...shape, subjectId: id, subjectVersion: after.version })
  return readBack(c, after, shape)
}

export async function withdrawAbsence(c: Reporter, client: ClientRow, id: string, basedOn: number): Promise<Absence | Refusal> {
  const row = await openAbsence(c, client, id, basedOn)
  if (row instanceof Refusal) return row
  const after: AbsenceRow = { ...row, status: 'withdrawn', closedAt: c.now, version: row.version + 1 }
  const shape = await shapeOf(c.tx, c.profile, row)
  await c.tx.update(absences).set(after).where(eq(absences.id, id))
  await closeCase(c, { queue: 'absences', subjectId: id, subjectVersion: after.version, closedBy: null })
  return readBack(c, after, shape)
}

/** Mijn Afspraken: what a client, or the administrator of their portal, puts in the agenda themselves. */
import { and, asc, between, eq, isNull } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import type { LocalDate } from '../../shared/domain/local-time.ts'
import type { Appointment, AppointmentForStaff, AppointmentInput } from '../../shared/domain/planning.ts'
import type { OwnClient } from '../clients/own.ts'
import type { Tx } from '../db/database.ts'
import { ownAppointments } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type AuditNote, type Context, Refusal } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'

type AppointmentRow = typeof ownAppointments.$inferSelect

interface Keeper {
  readonly tx: Tx
  readonly provider: string
  readonly now: Date
  readonly fail: Context<Route>['fail']
  audit(note: AuditNote): void
}

/** The client and the portal's administrator plan; others with the right look. */
export function mayKeepAgenda(actor: ClientActor): boolean {
  return actor.userKind === 'client' || actor.administrator
}

function toAppointment(row: AppointmentRow): Appointment {
  const { id, title, note, date, startTime, endTime, visibility, version } = row
  return { id, title, note, date, startTime, endTime, visibility, version }
}

/** Of a private appointment staff see that the client is engaged, and no more. */
export function toAppointmentForStaff(appointment: Appointment): AppointmentForStaff {
  const isPublic = appointment.visibility === 'public'
  return { ...appointment, title: isPublic ? appointment.title : null, note: isPublic ? appointment.note : null }
}

/** The appointments of a client between two dates, both inclusive. */
export async function appointmentsBetween(tx: Tx, clientId: string, from: LocalDate, to: LocalDate): Promise<Appointment[]> {
  const rows = await tx
    .select()
    .from(ownAppointments)
    .where(
      and(eq(ownAppointments.clientId, clientId), isNull(ownAppointments.removedAt), between(ownAppointments.date, from, to)),
    )
    .orderBy(asc(ownAppointments.date), asc(ownAppointments.startTime), asc(ownAppointments.id))
  return rows.map(toAppointment)
}

export async function addAppointment(c: Keeper, { client, user }: OwnClient, input: AppointmentInput): Promise<Appointment> {
  const row: AppointmentRow = {
    ...input,
    id: newId(),
    provider: c.provider,
    clientId: client.id,
    createdBy: user.id,
    removedAt: null,
    version: 1,
  }
  await c.tx.insert(ownAppointments).values(row)
  c.audit({ objectId: row.id })
  return toAppointment(row)
}

/** Locks an appointment that still stands and checks the version the caller saw. */
async function locked(c: Keeper, { client }: OwnClient, id: string, basedOn: number): Promise<AppointmentRow | Refusal> {
  c.audit({ objectId: id })
  const [row] = await c.tx
    .select()
    .from(ownAppointments)
    .where(and(eq(ownAppointments.id, id), eq(ownAppointments.clientId, client.id), isNull(ownAppointments.removedAt)))
    .for('update')
  if (!row) return c.fail('not-found')
  return row.version === basedOn ? row : c.fail('stale-version', {}, { current: toAppointment(row) })
}

export async function changeAppointment(
  c: Keeper,
  own: OwnClient,
  id: string,
  basedOn: number,
  input: AppointmentInput,
): Promise<Appointment | Refusal> {
  const before = await locked(c, own, id, basedOn)
  if (before instanceof Refusal) return before
  const after: AppointmentRow = { ...before, ...input, version: before.version + 1 }
  await c.tx.update(ownAppointments).set(after).where(eq(ownAppointments.id, id))
  return toAppointment(after)
}

export async function removeAppointment(c: Keeper, own: OwnClient, id: string, basedOn: number): Promise<Refusal | null> {
  const before = await locked(c, own, id, basedOn)
  if (before instanceof Refusal) return before
  await c.tx
    .update(ownAppointments)
    .set({ removedAt: c.now, version: before.version + 1 })
    .where(eq(ownAppointments.id, id))
  return null
}

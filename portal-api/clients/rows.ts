/** Clients, contact details and contact persons: from their rows to what travels. */
import type { ClientSummary, ContactDetail, ContactPerson } from '../../shared/domain/clients.ts'
import type { clients, contactDetails, contactPersons } from '../db/schema/index.ts'
import { readablePhone } from '../platform/phone.ts'
import { contentOf } from './detail-content.ts'

export function toClientSummary(row: typeof clients.$inferSelect): ClientSummary {
  return { id: row.id, number: row.number, name: row.name, birthDate: row.birthDate, city: row.city }
}

export function toContactDetail(row: typeof contactDetails.$inferSelect): ContactDetail {
  return {
    id: row.id,
    kind: row.kind,
    value: contentOf(row.kind) === 'email' ? row.value : readablePhone(row.value),
    remarks: row.remarks,
    since: row.since.toISOString(),
    version: row.version,
  }
}

export function toContactPerson(row: typeof contactPersons.$inferSelect): ContactPerson {
  return {
    id: row.id,
    name: row.name,
    phone1: readablePhone(row.phone1),
    phone2: row.phone2 === '' ? '' : readablePhone(row.phone2),
    email: row.email,
    type: row.type,
    primary: row.primary,
    remarks: row.remarks,
    version: row.version,
  }
}

/** Questions: from their rows to what their client reads back. */
import type { ContactRequest } from '../../shared/domain/contact-requests.ts'
import type { contactRequests } from '../db/schema/index.ts'

export type RequestRow = typeof contactRequests.$inferSelect

export function toContactRequest(row: RequestRow, repliedBy: string | null): ContactRequest {
  return {
    id: row.id,
    subject: row.subject,
    message: row.message,
    status: row.status,
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.changedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    reply: row.reply,
    repliedBy,
    version: row.version,
  }
}

/** The workstation's send queue ("Postvak uit"): what was typed and decided, on its way to the portal exactly once. */
import { z } from 'zod'
import { instant, uuid } from '../domain/ids.ts'
import { problem } from '../domain/problems.ts'

/** The routes that may wait for a connection: those whose table entry says `offline: 'queue'`. */
export const queuedRoute = z.enum(['contact-requests.reply', 'absences.decide'])
export type QueuedRoute = z.infer<typeof queuedRoute>

export const outboxState = z.enum(['waiting', 'sending', 'accepted', 'returned'])
export type OutboxState = z.infer<typeof outboxState>

/** What the screen hands over. `subjectId` is the notice or question; `body` is checked against the route before it is kept. */
export const outboxSubmit = z.strictObject({
  requestId: uuid,
  route: queuedRoute,
  subjectId: uuid,
  caseId: uuid,
  basedOn: z.number().int().min(1),
  body: z.unknown(),
  /** Whom it is for, shown in the list: "Mevr. A. van Dalen". */
  label: z.string().max(200),
  /** The draft that may go once it is accepted. */
  draftKey: z.string().max(200).nullable(),
})
export type OutboxSubmit = z.infer<typeof outboxSubmit>

export const outboxEntry = z.object({
  requestId: uuid,
  route: queuedRoute,
  subjectId: uuid,
  caseId: uuid,
  label: z.string(),
  state: outboxState,
  createdAt: instant,
  /** Why it came back; the text stays in the draft. */
  problem: problem.nullable(),
})
export type OutboxEntry = z.infer<typeof outboxEntry>

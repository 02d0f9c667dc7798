/** Contact requests, and their kin: messages to a care-team member, care signals, project questions. One queue, one reply. */
import { z } from 'zod'
import { instant, typedText, uuid, version } from './ids.ts'
import { contactSubject } from './portal-profile.ts'

export const contactKind = z.enum(['contact-request', 'message', 'care-signal', 'project-question'])
export type ContactKind = z.infer<typeof contactKind>

export const contactStatus = z.enum(['open', 'closed', 'withdrawn'])
export type ContactStatus = z.infer<typeof contactStatus>

/** Longest question or answer, in code points. */
export const MESSAGE_MAX = 10_000

export const contactRequestInput = z.strictObject({ subject: contactSubject, message: typedText(MESSAGE_MAX) })
export type ContactRequestInput = z.infer<typeof contactRequestInput>

/** A question as its client reads it back: Onderwerp, Ingediend op, Verzoek, Status, Afgehandeld op, Reactie, Naam medewerker. */
export const contactRequest = z.object({
  id: uuid,
  subject: contactSubject,
  message: z.string(),
  status: contactStatus,
  submittedAt: instant,
  changedAt: instant.nullable(),
  closedAt: instant.nullable(),
  reply: z.string().nullable(),
  /** The name of the member of staff who answered. */
  repliedBy: z.string().nullable(),
  version,
})
export type ContactRequest = z.infer<typeof contactRequest>

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

/** What every kind reads back: Ingediend op, Verzoek, Status, Afgehandeld op, Reactie, Naam medewerker. */
const asked = {
  id: uuid,
  message: z.string(),
  status: contactStatus,
  submittedAt: instant,
  changedAt: instant.nullable(),
  closedAt: instant.nullable(),
  reply: z.string().nullable(),
  /** The name of the member of staff who answered. */
  repliedBy: z.string().nullable(),
  version,
}

/** A question as its client reads it back. */
export const contactRequest = z.object({ ...asked, subject: contactSubject })
export type ContactRequest = z.infer<typeof contactRequest>

/** A member of a client's care team: "Eerst Verantwoordelijke Verzorgende", "Zorgkundige". */
export const careTeamMember = z.object({ id: uuid, name: z.string(), function: z.string() })
export type CareTeamMember = z.infer<typeof careTeamMember>

/** `to` is a member of the client's care team. */
export const messageInput = z.strictObject({ to: uuid, message: typedText(MESSAGE_MAX) })
export type MessageInput = z.infer<typeof messageInput>

/** A message to a member of the care team as its sender reads it back. Whoever answers may be a colleague: `repliedBy` says so. */
export const message = z.object({ ...asked, to: careTeamMember })
export type Message = z.infer<typeof message>

/** Schrijven: an observation about the client. A question belongs in a message. */
export const careSignalInput = z.strictObject({ message: typedText(MESSAGE_MAX) })
export type CareSignalInput = z.infer<typeof careSignalInput>

export const careSignal = z.object({ ...asked, writtenBy: z.string() })
export type CareSignal = z.infer<typeof careSignal>

/** A question to the care manager of a project, or without a project to the provider. */
export const projectQuestionInput = z.strictObject({ projectId: uuid.nullable(), message: typedText(MESSAGE_MAX) })
export type ProjectQuestionInput = z.infer<typeof projectQuestionInput>

/** A question of an organisation as its contacts read it back. */
export const projectQuestion = z.object({
  ...asked,
  project: z.object({ id: uuid, name: z.string() }).nullable(),
  /** The care manager it went to; null where nobody in particular was named. */
  to: z.string().nullable(),
  askedBy: z.string(),
  /** Asked by the reader, who alone changes or withdraws it. */
  own: z.boolean(),
  /** When who asked it opened the answer. */
  readAt: instant.nullable(),
})
export type ProjectQuestion = z.infer<typeof projectQuestion>

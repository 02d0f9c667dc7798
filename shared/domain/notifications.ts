/** Meldingen: what the portal has to say to one person, beside what their panels show. */
import { z } from 'zod'
import { instant, uuid } from './ids.ts'
import { localDate } from './local-time.ts'

export const notificationKind = z.enum(['care-plan', 'invitation'])
export type NotificationKind = z.infer<typeof notificationKind>

/** The highest version a care plan can have; beyond it somebody typed a date. */
const PLAN_VERSION_MAX = 9_999

/** A new version of a client's care plan, as the dossier says it. */
export const carePlanVersion = z.strictObject({
  planVersion: z.number().int().min(1).max(PLAN_VERSION_MAX),
  adoptedOn: localDate,
})
export type CarePlanVersion = z.infer<typeof carePlanVersion>

const said = { id: uuid, at: instant, readAt: instant.nullable() }

export const notification = z.discriminatedUnion('kind', [
  z.object({ ...said, kind: z.literal('care-plan'), ...carePlanVersion.shape }),
  /** `by` invites; it is answered with `session.accept-invitation` or `session.decline-invitation`. */
  z.object({ ...said, kind: z.literal('invitation'), by: z.string() }),
])
export type Notification = z.infer<typeof notification>

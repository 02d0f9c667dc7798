/** Letters with first credentials, as they wait for the printer. What they say is never listed. */
import { z } from 'zod'
import { instant, uuid } from './ids.ts'

export const waitingLetter = z.object({
  id: uuid,
  portalUserId: uuid,
  /** To whom: what stands in the window of the envelope. */
  name: z.string(),
  createdAt: instant,
  /** After this the password in it is worthless, and so is the letter. */
  validUntil: instant,
})
export type WaitingLetter = z.infer<typeof waitingLetter>

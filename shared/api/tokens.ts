/** Tokens of a session, of a client or of staff. */
import { z } from 'zod'
import { instant } from '../domain/ids.ts'

/** A pair of tokens: the access token is short-lived, the refresh token is used once and replaced. */
export const tokens = z.object({
  accessToken: z.string(),
  accessExpiresAt: instant,
  refreshToken: z.string(),
  refreshExpiresAt: instant,
})
export type Tokens = z.infer<typeof tokens>

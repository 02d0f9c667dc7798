/** Signing in and staying so: clients at their portal, staff at the workstation. */
import { loginRoutes } from './login.ts'
import { ownProfileRoutes } from './own-profile.ts'
import { ownSessionRoutes } from './own-session.ts'
import { staffSessionRoutes } from './staff-session.ts'

export type { LoginStep } from './login.ts'
export { type Tokens, tokens } from './tokens.ts'

export const sessionRoutes = { ...loginRoutes, ...ownSessionRoutes, ...ownProfileRoutes, ...staffSessionRoutes } as const

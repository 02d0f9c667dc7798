/** Every route of the portal API. What is not in this table cannot be called. */
import { absenceRoutes } from './absences.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { batchRoutes } from './batches.ts'
import { careSignalRoutes } from './care-signals.ts'
import { caseRoutes } from './cases.ts'
import { clientRoutes } from './clients.ts'
import { contactRequestRoutes } from './contact-requests.ts'
import { deliveryRoutes } from './deliveries.ts'
import { eventRoutes } from './events.ts'
import { messageRoutes } from './messages.ts'
import { notificationRoutes } from './notifications.ts'
import { planningRoutes } from './planning.ts'
import { projectQuestionRoutes } from './project-questions.ts'
import { reschedulingRoutes } from './rescheduling.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session.ts'
import { userRoutes } from './users.ts'

export const API = {
  ...sessionRoutes,
  ...absenceRoutes,
  ...contactRequestRoutes,
  ...messageRoutes,
  ...careSignalRoutes,
  ...projectQuestionRoutes,
  ...notificationRoutes,
  ...planningRoutes,
  ...reschedulingRoutes,
  ...batchRoutes,
  ...clientRoutes,
  ...caseRoutes,
  ...accountRoutes,
  ...deliveryRoutes,
  ...eventRoutes,
  ...auditRoutes,
  ...userRoutes,
} as const satisfies Record<string, Route>

export type Api = typeof API
export type RouteName = keyof Api
export const routeNames = Object.keys(API) as readonly RouteName[]

/** One handler for every route of the table; a route without one does not compile. */
import type { Api } from '../shared/api/table.ts'
import { absenceHandlers } from './absences/handlers.ts'
import { accountHandlers } from './accounts/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { clientHandlers } from './clients/handlers.ts'
import { careSignalHandlers } from './contact-requests/care-signals.ts'
import { contactRequestHandlers } from './contact-requests/handlers.ts'
import { messageHandlers } from './contact-requests/messages.ts'
import { projectQuestionHandlers } from './contact-requests/project-questions.ts'
import { deliveryHandlers } from './deliveries/handlers.ts'
import { eventHandlers } from './events/handlers.ts'
import { notificationHandlers } from './notifications/handlers.ts'
import { planningHandlers } from './planning/handlers.ts'
import type { HandlersOf } from './platform/context.ts'
import { batchHandlers } from './rescheduling/batches.ts'
import { reschedulingHandlers } from './rescheduling/handlers.ts'
import { sessionHandlers } from './session/handlers.ts'
import { userHandlers } from './users/handlers.ts'

export const handlers: HandlersOf<Api> = {
  ...sessionHandlers,
  ...absenceHandlers,
  ...contactRequestHandlers,
  ...messageHandlers,
  ...careSignalHandlers,
  ...projectQuestionHandlers,
  ...notificationHandlers,
  ...planningHandlers,
  ...reschedulingHandlers,
  ...batchHandlers,
  ...clientHandlers,
  ...caseHandlers,
  ...accountHandlers,
  ...deliveryHandlers,
  ...eventHandlers,
  ...auditHandlers,
  ...userHandlers,
}

/** Messages on their way out, on the wire: their texts never are. How they stand is part of an account. */
import { deliverySummary } from '../domain/deliveries.ts'
import { ACCESS_STAFF, byId } from './common.ts'
import { route } from './route.ts'

export const deliveryRoutes = {
  'deliveries.retry': route({
    name: 'deliveries.retry',
    method: 'POST',
    path: '/v1/deliveries/:id/retry',
    who: { kind: 'staff', roles: ACCESS_STAFF },
    summary: 'Try a failed message again, to the same address. Not one that held a code or password: that is gone',
    params: byId,
    output: deliverySummary,
    status: 200,
    requestId: 'required',
    basedOn: 'none',
    offline: 'never',
    audit: { action: 'execute', object: 'delivery' },
    problems: ['not-found', 'not-retryable'],
  }),
} as const

/** Which fetched data an event makes stale. An event only announces: what it touches is fetched again when it is on the screen. */

import type { DesktopEvent } from '../../shared/api/events.ts'
import type { PortalRoute } from '../../shared/bridge/channels.ts'

/** Names a route, and where known the one subject of it: `id` is compared with `input.params`. */
export interface Stale {
  readonly route: PortalRoute
  /** A value of the route's parameters; null = every input. */
  readonly of: string | null
}

const all = (route: PortalRoute): Stale => ({ route, of: null })

/**
 * The queries an event makes stale, by event type:
 * `case.*` the lists, counters and that case; `planning.changed` and `client.changed` the client's side of open cases,
 * and caregivers who are away with the visits they leave; `batch.changed` that search for places, and the list of them;
 * `account.changed` that account. `me` is who is at work here.
 */
export function staleBy(
  event: Pick<DesktopEvent, 'type' | 'queue' | 'caseId' | 'subjectId' | 'staffId'>,
  me: string | null,
): readonly Stale[] {
  const list: Stale = { route: 'cases.list', of: event.queue }
  const thisCase: Stale = { route: 'cases.open', of: event.caseId }
  switch (event.type) {
    case 'case.opened':
    case 'case.closed':
    case 'case.changed':
      return [list, all('cases.counters'), thisCase, all('accounts.search')]
    case 'case.claimed':
    case 'case.released':
      // An own claim is known from its answer; fetching the case anew would be logged as one more look at the client.
      return [list, all('cases.counters'), ...(event.staffId === me ? [] : [thisCase])]
    case 'planning.changed':
      return [
        all('cases.open'),
        all('planning.of-client'),
        all('planning.caregivers'),
        all('clients.open'),
        all('rescheduling.proposals'),
        all('rescheduling.explain'),
        all('rescheduling.check'),
        all('rescheduling.absences'),
        all('rescheduling.absence'),
      ]
    case 'account.changed':
      return [
        { route: 'accounts.open', of: event.subjectId },
        all('accounts.search'),
        all('accounts.approvals'),
        all('accounts.letters'),
        all('cases.counters'),
      ]
    case 'client.changed':
      return [all('cases.open'), { route: 'clients.open', of: event.subjectId }]
    case 'batch.changed':
      return [{ route: 'rescheduling.batch', of: event.subjectId }, all('rescheduling.batches')]
    default: {
      const never: never = event.type
      return never
    }
  }
}

/** Is the query with this key among what is stale? */
export function isStaleKey(stale: readonly Stale[], key: readonly unknown[]): boolean {
  const [channel, input] = key
  return stale.some(({ route, of }) => {
    if (channel !== `portal:${route}`) return false
    if (of === null) return true
    const params: unknown = typeof input === 'object' && input !== null && 'params' in input ? input.params : null
    return typeof params === 'object' && params !== null && Object.values(params).includes(of)
  })
}

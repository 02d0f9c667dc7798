/** The queues of this role at this provider, and their live counters. */
import { type AccountsDeskCounter, OVERDUE_CAP, type QueueCounter } from '../../shared/domain/cases.ts'
import type { QueueId } from '../../shared/domain/staff.ts'
import { usePortal } from './use-desk.ts'
import { useStaff } from './workstation.ts'

export function useCounters(): readonly QueueCounter[] | null {
  return usePortal('cases.counters', {}).data?.queues ?? null
}

/** What waits beside the accounts queue; null where the role has no such queue. */
export function useAccountsDesk(): AccountsDeskCounter | null {
  return usePortal('cases.counters', {}).data?.accountsDesk ?? null
}

export function useCounter(queue: QueueId): QueueCounter | null {
  return useCounters()?.find((counter) => counter.queue === queue) ?? null
}

/** The queues of the role, without those that the portal says it does not have. */
export function useQueues(): readonly QueueId[] {
  const { queues } = useStaff()
  const counters = useCounters()
  return counters ? queues.filter((queue) => counters.some((counter) => counter.queue === queue)) : queues
}

/** "7", or "99+" where counting stopped. */
export function capped(count: number, words: string): string {
  return count >= OVERDUE_CAP ? words : String(count)
}

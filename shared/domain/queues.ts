/** Which queues a member of staff sees: those of the role that the provider's portal can fill. */
import type { Panel, PortalProfile } from './portal-profile.ts'
import { QUEUES_OF_ROLE, type QueueId, type StaffRole } from './staff.ts'

/** A queue exists where the portal has one of these panels; null = always. */
const PANELS_OF_QUEUE: Readonly<Record<QueueId, readonly Panel[] | null>> = {
  absences: ['absences'],
  'contact-requests': ['contact-requests', 'messages', 'care-signals', 'project-questions'],
  accounts: null,
}

export function hasQueue(profile: Pick<PortalProfile, 'panels'>, queue: QueueId): boolean {
  const panels = PANELS_OF_QUEUE[queue]
  return panels === null || panels.some((panel) => profile.panels.includes(panel))
}

export function queuesOf(role: StaffRole, profile: Pick<PortalProfile, 'panels'>): readonly QueueId[] {
  return QUEUES_OF_ROLE[role].filter((queue) => hasQueue(profile, queue))
}

/** The roles that work in a queue: they hear its events. */
export function rolesOf(queue: QueueId): readonly StaffRole[] {
  return (Object.keys(QUEUES_OF_ROLE) as StaffRole[]).filter((role) => QUEUES_OF_ROLE[role].includes(queue))
}

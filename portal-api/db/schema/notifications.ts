/** Meldingen: what the portal has to say to somebody, for the client they log in for. */
import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { NotificationKind } from '../../../shared/domain/notifications.ts'
import { id, instant, provider } from './columns.ts'
import { portalMemberships } from './portal-users.ts'
import { providers } from './providers.ts'

export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => portalMemberships.id),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** The version of the care plan and the day it was adopted. */
    planVersion: integer('plan_version'),
    adoptedOn: date('adopted_on', { mode: 'string' }),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    index('notifications_of').on(t.membershipId, t.at, t.id),
    uniqueIndex('notifications_one_invitation').on(t.membershipId).where(sql`kind = 'invitation'`),
    uniqueIndex('notifications_care_plan_once').on(t.membershipId, t.planVersion).where(sql`kind = 'care-plan'`),
    check('notifications_kind', sql`${t.kind} in ('care-plan', 'invitation')`),
    check('notifications_plan', sql`(${t.kind} = 'care-plan') = (${t.planVersion} is not null and ${t.adoptedOn} is not null)`),
  ],
)

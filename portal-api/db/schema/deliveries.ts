/** Mail, SMS and letters on their way out. How the worker deals with them: platform/delivery/worker.ts. */
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { DeliveryChannelName, DeliveryFailure, DeliveryStatus } from '../../../shared/domain/deliveries.ts'
import { id, instant, provider } from './columns.ts'
import { providers } from './providers.ts'

export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    channel: text('channel').$type<DeliveryChannelName>().notNull(),
    toAddress: text('to_address').notNull(),
    template: text('template').notNull(),
    subject: text('subject').notNull().default(''),
    /** Sealed when `sealed`; read it with `bodyOf`. Emptied once it was sent or given up, when it holds a secret. */
    body: text('body').notNull(),
    holdsSecret: boolean('holds_secret').notNull().default(false),
    sealed: boolean('sealed').notNull().default(false),
    status: text('status').$type<DeliveryStatus>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** The attempt that holds it, or held it last: only that one may say what became of it. */
    attemptId: uuid('attempt_id'),
    /** While `sending`: after this the attempt is taken to have died, and another takes the message up. */
    leasedUntil: instant('leased_until'),
    notBefore: instant('not_before').notNull(),
    /** What it holds is of no use after this: it is not sent any more. */
    notAfter: instant('not_after'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    lastFailure: text('last_failure').$type<DeliveryFailure>(),
    /** The code of the other side, `550 5.1.1 RCPT TO`. Never its text: that may quote the address or the message. */
    lastError: text('last_error'),
    portalUserId: uuid('portal_user_id'),
  },
  (t) => [
    index('deliveries_due')
      .on(t.channel, t.status, t.holdsSecret.desc().nullsFirst(), t.notBefore)
      .where(sql`${t.status} in ('queued', 'sending', 'failed')`),
    index('deliveries_created').on(t.provider, t.createdAt),
    index('deliveries_user').on(t.portalUserId, t.createdAt),
  ],
)

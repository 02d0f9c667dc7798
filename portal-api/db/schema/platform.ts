/** What the platform keeps for every word: answers given, events, audit lines and their chain. */
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { EventType } from '../../../shared/api/events.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { id, instant, provider } from './columns.ts'
import { providers } from './providers.ts'

/** The first answer to a request id; a repeat gets it again, another body under the same id is refused. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    provider: text('provider').notNull(),
    actorId: uuid('actor_id').notNull(),
    requestId: uuid('request_id').notNull(),
    route: text('route').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status'),
    answer: jsonb('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.actorId, t.requestId] }), index('idempotency_keys_age').on(t.createdAt)],
)

export const events = pgTable(
  'events',
  {
    provider: provider().references(() => providers.id),
    seq: integer('seq').notNull(),
    type: text('type').$type<EventType>().notNull(),
    queue: text('queue').$type<QueueId>(),
    caseId: uuid('case_id'),
    subjectId: uuid('subject_id'),
    version: integer('version'),
    staffId: uuid('staff_id'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.seq] }), index('events_age').on(t.provider, t.at)],
)

/**
 * Audit lines: written once, never changed (a trigger refuses). Chained after commit in `audit_chain`. What points to a
 * person stands in the chain as a salted commitment only: years later those columns and the salt are emptied, once, and
 * the chain still holds (platform/audit/line.ts).
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    provider: text('provider').notNull(),
    at: instant('at').notNull(),
    action: text('action').$type<'create' | 'read' | 'update' | 'delete' | 'execute'>().notNull(),
    object: text('object').notNull(),
    objectId: text('object_id'),
    outcome: text('outcome').$type<'ok' | 'refused' | 'failed'>().notNull(),
    /** The problem's code when it was refused. */
    problem: text('problem'),
    actorKind: text('actor_kind').$type<'staff' | 'portal-user' | 'system' | 'unknown'>().notNull(),
    actorId: uuid('actor_id'),
    role: text('role'),
    onBehalfOf: uuid('on_behalf_of'),
    clientId: uuid('client_id'),
    caseId: uuid('case_id'),
    workstation: text('workstation').notNull(),
    source: text('source').notNull(),
    trace: text('trace').notNull(),
    /** Ids, counts and reasons; no secrets, no message bodies, no BSN. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    /** Chance of this line alone, for its commitment; null on lines of before there was one, and once erased. */
    salt: text('salt'),
    erasedAt: instant('erased_at'),
  },
  (t) => [
    index('audit_entries_erasures').on(t.provider, t.id).where(sql`object = 'audit-erasure'`),
    index('audit_entries_provider').on(t.provider, t.at, t.id),
    index('audit_entries_client').on(t.clientId, t.at),
    index('audit_entries_case').on(t.caseId, t.at),
    index('audit_entries_actor').on(t.actorId, t.at),
  ],
)

/** Lines not yet linked; filled by a trigger, emptied by the appender. */
export const auditPending = pgTable(
  'audit_pending',
  { entryId: uuid('entry_id').primaryKey(), provider: text('provider').notNull() },
  (t) => [index('audit_pending_provider').on(t.provider, t.entryId)],
)

/** The hash chain per provider; what goes into a hash is said in platform/audit/line.ts. */
export const auditChain = pgTable(
  'audit_chain',
  {
    provider: text('provider').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    entryId: uuid('entry_id')
      .notNull()
      .unique()
      .references(() => auditEntries.id),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    linkedAt: instant('linked_at').notNull(),
    /** 1: the line in the clear; 2: its public part and the commitment to its personal part. */
    algorithm: integer('algorithm').$type<1 | 2>().notNull().default(1),
    /** Salted hash of the personal part; algorithm 2 only. */
    commitment: text('commitment'),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.position] }),
    check('audit_chain_algorithm', sql`${t.algorithm} in (1, 2) and (${t.algorithm} = 2) = (${t.commitment} is not null)`),
  ],
)

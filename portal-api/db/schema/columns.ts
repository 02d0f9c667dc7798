/** Column kinds that every table uses alike. Instants are `timestamptz` (UTC), ids UUIDv7 made in code. */
import { integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const id = () => uuid('id').primaryKey()
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const provider = () => text('provider').notNull()
/** Counts changes of content and status only. */
export const version = () => integer('version').notNull().default(1)

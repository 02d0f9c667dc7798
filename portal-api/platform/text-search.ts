/** What a person types into a search box, made safe and fast: part of a name, or a number. */
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** `%`, `_` and `\` of what was typed mean themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** True when the column holds the text, whatever the case; served by a trigram index on `lower(column)`. */
export function containsText(column: PgColumn, text: string): SQL {
  // No column can hold NUL, and PostgreSQL refuses it as a parameter.
  if (text.includes('\u0000')) return sql`false`
  return sql`lower(${column}) like ${`%${escapeLike(text.trim().toLowerCase())}%`}`
}

const LARGEST = 2_147_483_647

/** The number that was typed, spaces allowed; null when it is text, 0 (nobody's) when it is larger than any number we give. */
export function wholeNumber(text: string): number | null {
  const digits = text.replace(/\s/g, '')
  if (!/^\d+$/.test(digits)) return null
  const value = Number(digits)
  return value <= LARGEST ? value : 0
}

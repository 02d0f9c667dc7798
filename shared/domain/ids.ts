/** Identifiers and small scalars that every wing shares. */
import { z } from 'zod'

/** A UUID as the API writes it; made in code as UUIDv7, so that it sorts by the moment it was made. */
export const uuid = z.uuid({ error: 'id-format' })

/** An instant in UTC, ISO 8601, e.g. `2026-11-23T09:00:00.000Z`. */
export const instant = z.iso.datetime({ error: 'instant-format' })

/** A version: counts changes of content and status, never claims or notes. Starts at 1. */
export const version = z.number().int().min(1)

/** One of the providers this installation serves; lower case letters. */
export const providerId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'provider-id-format' })

/** A number people read out, per provider: `AM-20418`. */
export const caseNumber = z.string().regex(/^[A-Z]{2}-\d{1,9}$/, { error: 'case-number-format' })

/** PostgreSQL stores no NUL in text, and no half of a surrogate pair in JSON. */
function isStorable(value: string): boolean {
  return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value)
}

/**
 * Text a person typed: kept as typed, but not empty and not longer than `max` code points.
 * What PostgreSQL cannot store is refused by name.
 */
export function typedText(max: number) {
  return z
    .string()
    .refine((value) => value.trim().length > 0, { error: 'text-empty' })
    .refine((value) => [...value].length <= max, { error: 'text-too-long', params: { max } })
    .refine(isStorable, { error: 'text-nul' })
}

/** As {@link typedText}, but the empty string is allowed. */
export function optionalText(max: number) {
  return z
    .string()
    .refine((value) => [...value].length <= max, { error: 'text-too-long', params: { max } })
    .refine(isStorable, { error: 'text-nul' })
}

export type Uuid = z.infer<typeof uuid>
export type Instant = z.infer<typeof instant>
export type ProviderId = z.infer<typeof providerId>

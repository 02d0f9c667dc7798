/** Keyset cursors: where a page ended, as opaque text. A cursor that was tampered with or belongs elsewhere is refused. */
import type { z } from 'zod'

/** Packs the sort values of the last row. `scope` ties the cursor to its list and order. */
export function packCursor(scope: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([scope, ...values])).toString('base64url')
}

/** The values of a cursor of this scope, or null when it is not one. */
export function unpackCursor<S extends z.ZodType>(scope: string, values: S, text: string): z.infer<S> | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    // Not ours: the caller hears `cursor-invalid`.
    return null
  }
  if (!Array.isArray(parsed) || parsed[0] !== scope) return null
  const checked = values.safeParse(parsed.slice(1))
  return checked.success ? checked.data : null
}

/**
 * Payloads of the bridge are JSON, in every host: one carries them as text, another by structured cloning, which would
 * let dates, maps and missing values through. What comes in is brought to the same form before anything looks at it.
 */

/** The largest input that is taken, in kB of JSON. */
export const MAX_INPUT_KB = 1024

export type JsonSafe =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'not-json' | 'too-large' }

export function jsonSafe(input: unknown): JsonSafe {
  let text: string | undefined
  try {
    text = JSON.stringify(input ?? {})
  } catch {
    return { ok: false, why: 'not-json' }
  }
  if (text === undefined) return { ok: false, why: 'not-json' }
  if (text.length > MAX_INPUT_KB * 1024) return { ok: false, why: 'too-large' }
  return { ok: true, value: JSON.parse(text) }
}

/**
 * Documents at rest carry their kind and version. An older one is upgraded by pure functions, one step at a time; one
 * that is not understood (damaged, or written by a newer program) is for its reader to set aside.
 */
import { z } from 'zod'

export interface DocumentKind<S extends z.ZodType> {
  readonly kind: string
  readonly version: number
  readonly schema: S
  /** From a version to the next: `upgrades[1]` makes version 2 of version 1. */
  readonly upgrades: Readonly<Record<number, (old: unknown) => unknown>>
}

const envelope = z.object({ kind: z.string(), version: z.number().int().min(1), value: z.unknown() })

/** Wraps a value for storage. */
export function wrapDocument<S extends z.ZodType>(kind: DocumentKind<S>, value: z.input<S>): unknown {
  return { kind: kind.kind, version: kind.version, value }
}

/** The value in a stored document, upgraded to this program's version; null when it cannot be understood. */
export function unwrapDocument<S extends z.ZodType>(kind: DocumentKind<S>, stored: unknown): z.infer<S> | null {
  const outer = envelope.safeParse(stored)
  if (!outer.success || outer.data.kind !== kind.kind || outer.data.version > kind.version) return null
  let value = outer.data.value
  for (let version = outer.data.version; version < kind.version; version += 1) {
    const upgrade = kind.upgrades[version]
    if (!upgrade) return null
    try {
      value = upgrade(value)
    } catch {
      return null
    }
  }
  const parsed = kind.schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

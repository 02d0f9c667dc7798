/** What changed around a client or an organisation, as staff read it: who, when, what, from what to what. */
import { z } from 'zod'
import { instant, uuid } from './ids.ts'

export const changeKind = z.enum([
  'detail-added',
  'detail-changed',
  'detail-removed',
  'person-added',
  'person-changed',
  'person-removed',
  'user-added',
  'user-changed',
  'user-rights',
  'user-projects',
  'user-invited',
  'user-removed',
  'second-factor-wiped',
])
export type ChangeKind = z.infer<typeof changeKind>

const value = z.union([z.string(), z.boolean(), z.number(), z.array(z.string()), z.null()])
export const changedValues = z.record(z.string(), value)
export type ChangedValues = z.infer<typeof changedValues>

export const clientChange = z.object({
  id: uuid,
  at: instant,
  kind: changeKind,
  /** Name and tie ("dochter", "P&O Manager"); null when the system did it, or somebody whose account was erased. */
  by: z.object({ name: z.string(), relation: z.string(), staff: z.boolean() }).nullable(),
  about: z.string(),
  before: changedValues.nullable(),
  after: changedValues.nullable(),
})
export type ClientChange = z.infer<typeof clientChange>

type Given = Readonly<Record<string, ChangedValues[string]>>

function same(a: ChangedValues[string] | undefined, b: ChangedValues[string] | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** The fields that differ, on both sides; null when none does. */
export function changedFields(before: Given, after: Given): { before: ChangedValues; after: ChangedValues } | null {
  const names = Object.keys(after).filter((name) => !same(before[name], after[name]))
  if (names.length === 0) return null
  const of = (side: Given) => Object.fromEntries(names.map((name) => [name, side[name] ?? null]))
  return { before: of(before), after: of(after) }
}

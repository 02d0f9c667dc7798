/**
 * fast-check arbitraries from the contract's schemas: values that a schema accepts, so that a test needs no hand-written
 * body for a route it has never seen. What a rule written in code asks (a real date, an end after the start) cannot be
 * read from a schema; candidates are tried until the schema accepts one.
 */
import fc from 'fast-check'
import type { z } from 'zod'

/** Texts that rules written in code ask for; each schema takes those it accepts. */
const CANDIDATES = [
  '2026-11-30',
  '2026-12-07',
  '2026-12',
  '09:30',
  '11:00',
  '2026-11-23T08:00:00.000Z',
  'c.test@post.example',
  '06 12345678',
  '123456',
  'Zilver!Meeuw27Kade',
  'Een gewone zin.',
  'é ñ ß 漢字 👩‍⚕️',
  '<b>vet</b> & "citaat"',
] as const

function stringOf(schema: z.core.$ZodString): fc.Arbitrary<unknown> {
  const { def } = schema._zod
  const format = 'format' in def ? def.format : undefined
  if (format === 'uuid') return fc.uuid({ version: 7 })
  if (format === 'email') return fc.stringMatching(/^[a-z]{1,10}\.[a-z]{1,10}@post\.example$/)
  const known = CANDIDATES.filter((value) => schemaAccepts(schema, value))
  const pattern = (def.checks ?? []).map((check) => (check._zod.def as { pattern?: RegExp }).pattern).find((one) => one)
  const made = pattern ? fc.stringMatching(pattern) : fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  return known.length === 0 ? made : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, made)
}

function schemaAccepts(schema: z.core.$ZodType, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success
}

function numberOf(schema: z.core.$ZodNumber): fc.Arbitrary<number> {
  const bounds = { min: 0, max: 1000 }
  for (const check of schema._zod.def.checks ?? []) {
    const { check: kind, value } = check._zod.def as { check: string; value?: number }
    if (kind === 'greater_than' && value !== undefined) bounds.min = Math.ceil(value)
    if (kind === 'less_than' && value !== undefined) bounds.max = Math.floor(value)
  }
  return fc.integer({ min: bounds.min, max: Math.max(bounds.min, bounds.max) })
}

/** Values of the shape of a schema. Rules between fields may still refuse one: see {@link acceptedBy}. */
export function shapedLike(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return stringOf(schema as z.core.$ZodString)
    case 'number':
      return numberOf(schema as z.core.$ZodNumber)
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'null':
      return fc.constant(null)
    case 'optional':
    case 'default':
      return fc.option(shapedLike(def.innerType), { nil: undefined })
    case 'nullable':
      return fc.option(shapedLike(def.innerType), { nil: null })
    case 'array':
      return fc.array(shapedLike(def.element), { maxLength: 4 })
    case 'record':
      return fc.dictionary(fc.string({ maxLength: 8 }), shapedLike(def.valueType), { maxKeys: 3 })
    case 'union':
      return fc.oneof(...def.options.map(shapedLike))
    case 'pipe':
      return shapedLike(def.in)
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, shapedLike(value)])))
    default:
      throw new Error(`tests/security/support/arbitraries.ts knows no schema of type "${def.type}": add it there.`)
  }
}

const TRIES = 2000
const accepted = new WeakMap<z.ZodType, readonly unknown[]>()

/** A few values that a schema accepts, always the same ones. Throws when none was found. */
export function acceptedBy(schema: z.ZodType, count = 5): readonly unknown[] {
  const known = accepted.get(schema)
  if (known) return known
  const found: unknown[] = []
  for (const value of fc.sample(shapedLike(schema), { numRuns: TRIES, seed: 20261123 })) {
    if (schemaAccepts(schema, value)) found.push(value)
    if (found.length === count) break
  }
  if (found.length === 0)
    throw new Error('No value was found that the schema accepts: give the route its body in route-fixtures.ts.')
  accepted.set(schema, found)
  return found
}

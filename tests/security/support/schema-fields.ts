/** Walks schemas of the contract: every object in one, wherever it stands, with its fields and whether it takes others. */
import type { z } from 'zod'

export interface ObjectInSchema {
  /** Where it stands: `person`, `changes[]`. Empty for the schema itself. */
  readonly path: string
  readonly fields: readonly string[]
  /** Does it refuse fields it does not name? */
  readonly strict: boolean
  /** Takes fields of any name (`z.record`). */
  readonly open: boolean
}

export function objectsIn(schema: z.core.$ZodType, path = ''): readonly ObjectInSchema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  switch (def.type) {
    case 'object': {
      const strict = def.catchall?._zod.def.type === 'never'
      const inside = Object.entries(def.shape).flatMap(([name, one]) => objectsIn(one, below(name)))
      return [{ path, fields: Object.keys(def.shape), strict, open: false }, ...inside]
    }
    case 'record':
      return [{ path, fields: [], strict: false, open: true }, ...objectsIn(def.valueType, below('*'))]
    case 'array':
      return objectsIn(def.element, `${path}[]`)
    case 'optional':
    case 'default':
    case 'nullable':
      return objectsIn(def.innerType, path)
    case 'union':
      return def.options.flatMap((option) => objectsIn(option, path))
    case 'pipe':
      return [...objectsIn(def.in, path), ...objectsIn(def.out, path)]
    default:
      return []
  }
}

/** The names of all fields anywhere in a schema. */
export function fieldsOf(schema: z.core.$ZodType): ReadonlySet<string> {
  return new Set(objectsIn(schema).flatMap((one) => one.fields))
}

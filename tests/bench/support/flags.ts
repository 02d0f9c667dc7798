/** The flags of a bench: `--rounds 5 --write`. Each has a default, which also says its type; an unknown one is refused. */

export type Flags = Readonly<Record<string, number | boolean | string>>
/** The same names, with values that may differ from the defaults. */
export type FlagsLike<F extends Flags> = {
  readonly [K in keyof F]: F[K] extends number ? number : F[K] extends boolean ? boolean : string
}

function valueFrom(name: string, given: string | undefined, kind: 'number' | 'string'): number | string {
  if (given === undefined || given.startsWith('--')) throw new Error(`--${name} needs a value.`)
  if (kind === 'string') return given
  const value = Number(given)
  if (!Number.isFinite(value)) throw new Error(`--${name}: ${given} is no number.`)
  return value
}

/** Reads `--name value` for numbers and texts, `--name` for what is on or off. */
export function parseFlags<F extends Flags>(args: readonly string[], defaults: F): FlagsLike<F> {
  const flags: Record<string, number | boolean | string> = { ...defaults }
  for (let at = 0; at < args.length; at += 1) {
    const name = /^--([\w-]+)$/.exec(args[at] ?? '')?.[1]
    const standard = name === undefined ? undefined : defaults[name]
    if (name === undefined || standard === undefined) {
      const known = Object.keys(defaults).map((one) => `--${one}`)
      throw new Error(`Unknown flag: ${args[at]}. Flags: ${known.join(', ')}`)
    }
    if (typeof standard === 'boolean') flags[name] = true
    else {
      at += 1
      flags[name] = valueFrom(name, args[at], typeof standard === 'number' ? 'number' : 'string')
    }
  }
  return flags as FlagsLike<F>
}

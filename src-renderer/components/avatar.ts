/** Initials and colour of a person's avatar: the same person always looks the same, on every desk and every machine. */
import type { AvatarTone } from '../app/theme/colors.ts'

const titles = new Set(['mevr', 'mw', 'mevrouw', 'dhr', 'hr', 'heer', 'dr', 'drs', 'ir', 'mr', 'mrs', 'ms', 'prof', 'en'])
const particles = new Set([
  'van',
  'de',
  'der',
  'den',
  'het',
  "'t",
  '’t',
  'ter',
  'ten',
  'te',
  'op',
  'in',
  'la',
  'le',
  'di',
  'da',
  'el',
  'al',
])
const tones: readonly AvatarTone[] = ['a', 'b', 'c', 'd', 'e', 'f']

/**
 * The one or two letters for a name, in capitals. Titles and particles do not count ("Mevr. A. van Dalen" is AD), and of a
 * double surname the first half does ("Mevr. H. Verbeek-de Wit" is HV). Empty for an empty name.
 */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const compound = words.findIndex((word) => particles.has(word.toLowerCase().split('-').at(-1) ?? '') && word.includes('-'))
  const known = (compound === -1 ? words : words.slice(0, compound + 1)).filter((word) => {
    const bare = word.toLowerCase().replace(/\.$/u, '')
    return !titles.has(bare) && !particles.has(bare) && /\p{L}|\p{N}/u.test(word)
  })
  const first = known[0]
  const last = known.length > 1 ? known.at(-1) : undefined
  return [first, last]
    .map((word) => word?.match(/\p{L}|\p{N}/u)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('nl')
}

/** The colour for a person, by a stable hash (FNV-1a) of an id or, without one, of the name. */
export function toneOf(key: string): AvatarTone {
  let hash = 0x811c9dc5
  for (const char of key) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return tones[(hash >>> 0) % tones.length] ?? 'a'
}

/**
 * Reads JSON strictly: UTF-8 only, and no object that names a key twice. Of two values under one key every reader picks
 * another one, so such a text says nothing (RFC 8259 §4); it is refused rather than guessed at.
 */
import type { Sentence } from '../../../shared/domain/language.ts'

/** What keeps a text from being read, in the reader's words. */
export const UNREADABLE = {
  encoding: { nl: 'de tekst is geen UTF-8', en: 'the text is not UTF-8' },
  syntax: { nl: 'dit is geen geldige JSON', en: 'this is not valid JSON' },
  'duplicate-key': { nl: 'het veld {key} staat er twee keer in', en: 'the field {key} is in it twice' },
  'forbidden-key': { nl: 'het veld {key} mag er niet in staan', en: 'the field {key} may not be in it' },
} as const satisfies Record<string, Sentence>

interface Unreadable {
  readonly ok: false
  readonly why: keyof typeof UNREADABLE
  /** The key it is about, where it is about one. */
  readonly key: string
}

/** Longest key that an answer repeats, in code points. */
const KEY_SHOWN = 60

function wrongKey(why: Unreadable['why'], key: string): Unreadable {
  return { ok: false, why, key: [...key].slice(0, KEY_SHOWN).join('') }
}

/** The place after the string of valid JSON that begins at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  // A quote after an odd number of backslashes is part of the string.
  for (;;) {
    let back = quote - 1
    while (text[back] === '\\') back -= 1
    if ((quote - back) % 2 === 1) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
}

/** Is what stands at `at` of valid JSON the colon after a key? */
function isColon(text: string, at: number): boolean {
  let place = at
  while (' \t\n\r'.includes(text[place] ?? '-')) place += 1
  return text[place] === ':'
}

/** The first key of valid JSON that an object names twice, or that would reach into a prototype; null when there is none. */
function checkKeys(text: string): Unreadable | null {
  /** The keys so far of each object that is open; null for an array. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '{') open.push(new Set())
    else if (character === '[') open.push(null)
    else if (character === '}' || character === ']') open.pop()
    else if (character === '"') {
      const end = endOfString(text, at)
      const keys = open.at(-1)
      if (keys && isColon(text, end)) {
        const key = JSON.parse(text.slice(at, end)) as string
        if (key === '__proto__') return wrongKey('forbidden-key', key)
        if (keys.has(key)) return wrongKey('duplicate-key', key)
        keys.add(key)
      }
      at = end - 1
    }
  }
  return null
}

/** The value of a JSON text, or why it has none. */
export function readJson(bytes: Uint8Array): { readonly ok: true; readonly value: unknown } | Unreadable {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder says no more than this.
    return { ok: false, why: 'encoding', key: '' }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Where it breaks off is the sender's own text: the answer does not repeat it.
    return { ok: false, why: 'syntax', key: '' }
  }
  return checkKeys(text) ?? { ok: true, value }
}

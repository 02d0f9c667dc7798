/** What a code field keeps of what is typed or pasted. */

/** The first `length` digits: a pasted "417 052", "417-052" or "Uw code is 417052." gives 417052. */
export function cleanCode(text: string, length: number): string {
  return text.replace(/\D/gu, '').slice(0, length)
}

/**
 * What people typed, made safe to stand in a message to others: text is sent as text, so markup in it is only seen; what could still
 * deceive are line ends, which make a name look like a paragraph of ours, and marks that turn the direction of what follows.
 */

/** Marks that turn the direction of text (Unicode UAX #9); Arabic and Hebrew read right without them. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

export function withoutDirection(text: string): string {
  return text.replace(DIRECTION, '')
}

/** A name, or any other word from outside, as it stands within a sentence: on one line. */
export function oneLine(text: string): string {
  return withoutDirection(text).replace(BREAKS, ' ')
}

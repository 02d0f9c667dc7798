import { expect, it } from 'vitest'
import { flaggedPieces } from './flagged-text.ts'

const text = 'Bel naar 06 2345 6789.'
const words = (ranges: readonly { start: number; end: number }[]) =>
  flaggedPieces(text, ranges).map((piece) => [piece.text, piece.flagged])

it('cuts the text around what is flagged', () => {
  expect(words([{ start: 9, end: 21 }])).toEqual([
    ['Bel naar ', false],
    ['06 2345 6789', true],
    ['.', false],
  ])
})

it('takes overlapping, unordered, empty and outlying ranges without losing a character', () => {
  const pieces = flaggedPieces(text, [
    { start: 20, end: 99 },
    { start: 0, end: 3 },
    { start: 2, end: 6 },
    { start: 8, end: 8 },
  ])
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter((piece) => piece.flagged).map((piece) => piece.text)).toEqual(['Bel', ' na', '9.'])
})

it('is the whole text when nothing is flagged, and nothing for an empty text', () => {
  expect(words([])).toEqual([[text, false]])
  expect(flaggedPieces('', [{ start: 0, end: 1 }])).toEqual([])
})

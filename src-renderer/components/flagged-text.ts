/** Cuts a text into plain and flagged pieces, for the underlining of findings in the composer. */

/** A stretch of text: `end` is the first character after it. Offsets as JavaScript counts them (UTF-16). */
export interface TextRange {
  start: number
  end: number
}

export interface TextPiece {
  text: string
  /** Offset in the whole text: also its key. */
  start: number
  flagged: boolean
}

/** The pieces in order; together they are the whole text. Ranges may overlap, lie outside the text, or be empty. */
export function flaggedPieces(text: string, ranges: readonly TextRange[]): TextPiece[] {
  const pieces: TextPiece[] = []
  const add = (start: number, end: number, flagged: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), start, flagged })
  }
  let at = 0
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, range.start)
    const end = Math.min(text.length, range.end)
    if (end <= start) continue
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, text.length, false)
  return pieces
}

/** Travel asked once for each pair. */

/** Places below this stand in a square table (8 MB); pairs with others in a map. */
const SQUARE = 1024
const SHIFT = 2 ** 26

/** Places are whole numbers from 0, below 2^26; what is asked is remembered as long as the table lives. */
export function travelTable(travel: (from: number, to: number) => number): (from: number, to: number) => number {
  let square: Float64Array | null = null
  const others = new Map<number, number>()
  return (from, to) => {
    if (from < SQUARE && to < SQUARE) {
      square ??= new Float64Array(SQUARE * SQUARE).fill(-1)
      const known = square[from * SQUARE + to] as number
      if (known >= 0) return known
      const minutes = travel(from, to)
      square[from * SQUARE + to] = minutes
      return minutes
    }
    const key = from * SHIFT + to
    const known = others.get(key)
    if (known !== undefined) return known
    const minutes = travel(from, to)
    others.set(key, minutes)
    return minutes
  }
}

/** Travel asked once for each pair. */

/** Places are whole numbers below `places`; what is asked is remembered as long as the table lives, a row for each place set out from. */
export function travelTable(travel: (from: number, to: number) => number, places: number): (from: number, to: number) => number {
  const rows: (Float64Array | undefined)[] = []
  return (from, to) => {
    let row = rows[from]
    if (row === undefined) {
      row = new Float64Array(places).fill(-1)
      rows[from] = row
    }
    const known = row[to] as number
    if (known >= 0) return known
    const minutes = travel(from, to)
    row[to] = minutes
    return minutes
  }
}

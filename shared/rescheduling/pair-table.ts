/** Numbers by number: what a plain map does, in a tenth of the room and the time (open addressing, doubled when half full). */
export class PairTable {
  private keys = new Float64Array(1 << 14).fill(-1)
  private values = new Float64Array(1 << 14)
  private count = 0

  /** @returns -1 = not there */
  get(key: number): number {
    const at = this.slot(key)
    return this.keys[at] === key ? (this.values[at] as number) : -1
  }

  /**
   * @param key a whole number from 0
   * @param value zero or more
   */
  set(key: number, value: number): void {
    if (2 * this.count >= this.keys.length) this.grow()
    const at = this.slot(key)
    if (this.keys[at] !== key) this.count += 1
    this.keys[at] = key
    this.values[at] = value
  }

  /** Where a key is, or would be. */
  private slot(key: number): number {
    const { keys } = this
    const mask = keys.length - 1
    // Fibonacci hashing of both halves of the key.
    let at = (Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 2 ** 32), 0x85ebca6b)) >>> 8
    at &= mask
    while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Float64Array(2 * keys.length).fill(-1)
    this.values = new Float64Array(2 * keys.length)
    for (const [index, key] of keys.entries()) {
      if (key === -1) continue
      const at = this.slot(key)
      this.keys[at] = key
      this.values[at] = values[index] as number
    }
  }
}

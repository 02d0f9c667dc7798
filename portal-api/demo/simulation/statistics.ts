/** What the simulated clients did, counted as it was answered: a refusal is no success, a fault is no refusal. */

export type Deed =
  | 'logged-in'
  | 'device-verified'
  | 'looked-at-planning'
  | 'notice-sent'
  | 'notice-changed'
  | 'notice-withdrawn'
  | 'question-sent'
  | 'question-changed'
  | 'question-withdrawn'
  | 'message-sent'
  | 'signal-written'
  | 'appointment-planned'
  | 'project-question-sent'
  | 'password-mistyped'
  | 'blocked'

export class Statistics {
  readonly deeds = new Map<Deed, number>()
  /** Refusals that were not asked for, by the code of the problem. */
  readonly refused = new Map<string, number>()
  /** No answer, or one that made no sense. */
  faults = 0
  visits = 0
  /** Visits that were due while as many as allowed were under way. */
  skipped = 0
  readonly #milliseconds: number[] = []

  did(deed: Deed): void {
    this.deeds.set(deed, (this.deeds.get(deed) ?? 0) + 1)
  }

  wasRefused(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1)
  }

  took(milliseconds: number): void {
    this.#milliseconds.push(milliseconds)
  }

  /** The time within which a share of the calls was answered, in whole milliseconds. */
  within(share: number): number {
    const sorted = [...this.#milliseconds].sort((a, b) => a - b)
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  }

  /** `12 visits: 12 logged-in, 3 notice-sent; refused: not-open 1; 0 faults; half within 14 ms, 95 % within 80 ms` */
  line(): string {
    const list = (entries: Iterable<readonly [string, number]>) =>
      [...entries].map(([name, count]) => `${count} ${name}`).join(', ')
    return [
      `${this.visits} visits: ${list(this.deeds) || 'nothing done yet'}`,
      ...(this.refused.size > 0 ? [`refused: ${list(this.refused)}`] : []),
      ...(this.skipped > 0 ? [`${this.skipped} skipped, too many at once`] : []),
      `${this.faults} faults`,
      `half of the calls within ${this.within(0.5)} ms, 95 % within ${this.within(0.95)} ms`,
    ].join('; ')
  }
}

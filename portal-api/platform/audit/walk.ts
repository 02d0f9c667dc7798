/**
 * Walks one provider's chain line by line, in constant memory, and says what is wrong with the first line that does not
 * hold. Knows no database: lines come in order from `verify.ts`, what to expect from the checkpoints beside it.
 */
import { createHash, type Hash } from 'node:crypto'
import { AUDIT_YEARS } from '../../../shared/domain/portal-profile.ts'
import { CHAIN_START, canonical, chainHash, commitmentOf, ERASURE, type Line, type Link, publicPart } from './line.ts'

/** How far clocks may go back between lines: a transaction that took long, a clock put right. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000
export interface Row {
  readonly link: Link
  /** Null when the link names a line that is not there. */
  readonly line: Line | null
}

export type Fault =
  /** A line says something else than when it was linked. */
  | 'changed'
  /** A line or its place is gone. */
  | 'missing'
  /** A line stands in the chain, or beside it, that was never linked there. */
  | 'inserted'
  | 'swapped'
  /** The chain goes on from something else than what stands there, or than what a checkpoint saw. */
  | 'forked'
  /** A checkpoint saw lines after the last one. */
  | 'cut-tail'
  | 'clock-set-back'
  /** Personal parts are gone without a chained record that their term had passed. */
  | 'emptied'

export interface Break {
  readonly provider: string
  readonly position: number
  readonly entryId: string | null
  readonly fault: Fault
  /** One English sentence for who runs the check. */
  readonly detail: string
}

/** What a signed checkpoint saw at a position. */
export interface Expectation {
  readonly position: number
  readonly hash: string
  readonly at: string
}

/** A chained record that the personal parts of these positions were erased when their term had passed. */
export interface Erasure {
  readonly entryId: string
  readonly at: Date
  readonly from: number
  readonly through: number
  readonly before: Date
  /** Over the public parts of the lines of algorithm 1, whose hash cannot be made again. */
  readonly digest: string | null
}

/** The digest of an erasure, fed with the lines of algorithm 1 in order. */
export function feedDigest(digest: Hash, position: number, line: Line): void {
  digest.update(`${canonical({ position, ...publicPart(line) })}\n`)
}

/** The youngest moment whose line may be emptied at `at`. */
export function oldestKept(at: Date, years = AUDIT_YEARS): Date {
  const limit = new Date(at)
  limit.setUTCFullYear(limit.getUTCFullYear() - years)
  return limit
}

export class ChainWalk {
  /** The last line that held, and the hash before it: what stands before a line that does not hold. */
  position = 0
  entryId: string | null = null
  hash = CHAIN_START
  hashBefore = ''
  erased = 0
  confirmed = 0
  readonly #provider: string
  readonly #expected: readonly Expectation[]
  readonly #erasures: readonly Erasure[]
  #nextExpected = 0
  #nextErasure = 0
  #digest: Hash | null = null
  #latestAt = 0
  #latestLinked = 0

  /** `expected` and `erasures` in the order of their positions. */
  constructor(provider: string, expected: readonly Expectation[], erasures: readonly Erasure[]) {
    this.#provider = provider
    this.#expected = expected
    this.#erasures = erasures
  }

  /** Takes the next line. A result ends the walk: nothing after it means anything. */
  take(row: Row): Break | null {
    const { link, line } = row
    if (link.position !== this.position + 1) {
      const last = link.position - 1
      return this.#break(
        'missing',
        this.position + 1,
        null,
        `places ${this.position + 1} to ${last} are gone from the chain; it goes on at ${link.position}`,
      )
    }
    if (line === null) return this.#break('missing', link.position, link.entryId, 'the line itself is gone; only its link stands')
    if (link.previousHash !== this.hash)
      return this.#break('forked', link.position, line.id, 'its link names another line before it than the one that stands there')
    return this.#content(link, line) ?? this.#clock(link, line) ?? this.#checkpoint(link, line) ?? this.#pass(link, line)
  }

  /** After the last line. */
  end(): Break | null {
    const next = this.#expected[this.#nextExpected]
    if (!next) return null
    const last = this.#expected.at(-1) ?? next
    return this.#break(
      'cut-tail',
      this.position + 1,
      null,
      `the checkpoint of ${last.at} saw ${last.position} lines; the chain ends at ${this.position}`,
    )
  }

  #content(link: Link, line: Line): Break | null {
    const erasure = this.#erasureAt(link.position)
    if (line.erasedAt === null) {
      if (commitmentOf(line) !== link.commitment)
        return this.#break('changed', link.position, line.id, 'what it says of persons is not what was linked')
    } else {
      if (erasure === null || line.at > erasure.before || erasure.before > oldestKept(erasure.at))
        return this.#break('emptied', link.position, line.id, 'its personal part is gone and no record of the chain says why')
      this.erased += 1
    }
    if (line.erasedAt !== null && link.algorithm === 1) {
      // Its hash was made over what is gone; the record of the erasure holds the rest.
    } else if (chainHash(this.hash, link, line) !== link.hash)
      return this.#break('changed', link.position, line.id, 'what it says is not what was linked')
    return erasure === null ? null : this.#digestOf(erasure, link, line)
  }

  #digestOf(erasure: Erasure, link: Link, line: Line): Break | null {
    this.#digest ??= createHash('sha256')
    if (link.algorithm === 1 && line.object !== ERASURE) feedDigest(this.#digest, link.position, line)
    if (link.position !== erasure.through) return null
    const digest = this.#digest.digest('hex')
    this.#digest = null
    return erasure.digest === null || erasure.digest === digest
      ? null
      : this.#break(
          'changed',
          erasure.from,
          null,
          `between places ${erasure.from} and ${erasure.through} a line of which the personal part was erased says something else`,
        )
  }

  #erasureAt(position: number): Erasure | null {
    while ((this.#erasures[this.#nextErasure]?.through ?? Number.POSITIVE_INFINITY) < position) this.#nextErasure += 1
    const next = this.#erasures[this.#nextErasure]
    return next && next.from <= position ? next : null
  }

  #clock(link: Link, line: Line): Break | null {
    const [at, linked] = [line.at.getTime(), link.linkedAt.getTime()]
    const back = (name: string, from: number) =>
      this.#break(
        'clock-set-back',
        link.position,
        line.id,
        `${name} is ${Math.round(from / 1000)} s before that of a line before it`,
      )
    if (at < this.#latestAt - CLOCK_TOLERANCE_MS) return back('its moment', this.#latestAt - at)
    if (linked < this.#latestLinked - CLOCK_TOLERANCE_MS) return back('the moment of its linking', this.#latestLinked - linked)
    if (at > linked + CLOCK_TOLERANCE_MS)
      return this.#break('clock-set-back', link.position, line.id, 'it was linked before the moment it names')
    this.#latestAt = Math.max(at, this.#latestAt)
    this.#latestLinked = Math.max(linked, this.#latestLinked)
    return null
  }

  #checkpoint(link: Link, line: Line): Break | null {
    for (
      let next = this.#expected[this.#nextExpected];
      next?.position === link.position;
      next = this.#expected[this.#nextExpected]
    ) {
      if (next.hash !== link.hash) {
        const before = this.#expected[this.#nextExpected - 1]?.position ?? 0
        return this.#break(
          'forked',
          link.position,
          line.id,
          `the checkpoint of ${next.at} saw another line here: the chain was written anew somewhere from place ${before + 1} on`,
        )
      }
      this.#nextExpected += 1
      this.confirmed += 1
    }
    return null
  }

  #pass(link: Link, line: Line): null {
    this.hashBefore = this.hash
    this.hash = link.hash
    this.position = link.position
    this.entryId = line.id
    return null
  }

  #break(fault: Fault, position: number, entryId: string | null, detail: string): Break {
    return { provider: this.#provider, position, entryId, fault, detail }
  }
}

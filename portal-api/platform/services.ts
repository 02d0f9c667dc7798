/** What handlers may lean on beside their transaction: made once at the start, passed on, never imported as a global. */
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import { type Box, makeBox } from './secrets/box.ts'
import { keyFor } from './secrets/key.ts'

export interface Services {
  readonly clock: Clock
  readonly log: Logger
  readonly demo: boolean
  /** Seals and opens secret columns. */
  readonly box: Box
  readonly accessKey: Buffer
  readonly codeKey: Buffer
  /** Keys the hashes of bodies that are kept beside the answers for repeats. */
  readonly bodyKey: Buffer
}

export function makeServices(parts: { clock: Clock; log: Logger; demo: boolean; key: Buffer }): Services {
  return {
    clock: parts.clock,
    log: parts.log,
    demo: parts.demo,
    box: makeBox(keyFor('column', parts.key)),
    accessKey: keyFor('access-token', parts.key),
    codeKey: keyFor('code', parts.key),
    bodyKey: keyFor('body', parts.key),
  }
}

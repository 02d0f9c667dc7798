/**
 * What of an audit line goes into the chain (norms.md, Audit). Two algorithms, so that a chain begun by an earlier version
 * still holds:
 * 1. SHA-256(previous hash + "\n" + canonical JSON (RFC 8785) of position and whole line);
 * 2. the same over position, moment of linking, the line's public part and its commitment. The commitment is
 *    SHA-256(salt + "\n" + canonical JSON of the personal part): once personal part and salt are gone nothing can be
 *    learnt from it, and the chain is whole.
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { auditChain, auditEntries } from '../../db/schema/index.ts'

export type Line = typeof auditEntries.$inferSelect
export type Link = typeof auditChain.$inferSelect

/** What stands before the first line of a chain. */
export const CHAIN_START = '0'.repeat(64)

/** The object of the lines that say up to where personal parts were erased; they are kept whole. */
export const ERASURE = 'audit-erasure'

/** The personal part of a line whose term has passed. */
export const ERASED = {
  objectId: null,
  actorId: null,
  onBehalfOf: null,
  clientId: null,
  caseId: null,
  workstation: '',
  trace: '',
  details: {},
  salt: null,
} as const satisfies Partial<Line>

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** @throws when a value cannot be written as JSON; nothing that came out of the database is such a value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('An audit line cannot be written as JSON.')
  return text
}

/** What may be read for ever: what kind of thing happened when, and how it ended; nobody's. */
export function publicPart(line: Line) {
  return {
    id: line.id,
    provider: line.provider,
    at: line.at.toISOString(),
    action: line.action,
    object: line.object,
    outcome: line.outcome,
    problem: line.problem,
    actorKind: line.actorKind,
    role: line.role,
    source: line.source,
  }
}

function personalPart(line: Line) {
  const { objectId, actorId, onBehalfOf, clientId, caseId, workstation, trace, details } = line
  return { objectId, actorId, onBehalfOf, clientId, caseId, workstation, trace, details }
}

/** The commitment to a line's personal part; null for a line without salt. */
export function commitmentOf(line: Line): string | null {
  return line.salt === null ? null : sha256(`${line.salt}\n${canonical(personalPart(line))}`)
}

/** What of a link is decided before its hash. */
export type Place = Pick<Link, 'position' | 'algorithm' | 'commitment' | 'linkedAt'>

/** The hash of a line at its place after `previous`. */
export function chainHash(previous: string, place: Place, line: Line): string {
  const { position, linkedAt, commitment } = place
  const content =
    place.algorithm === 1
      ? { position, ...publicPart(line), ...personalPart(line) }
      : { algorithm: 2, position, linkedAt: linkedAt.toISOString(), ...publicPart(line), commitment }
  return sha256(`${previous}\n${canonical(content)}`)
}

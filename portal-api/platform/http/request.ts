/** Reads the headers that routes declare: version, request id, language, workstation. */
import type { FastifyRequest } from 'fastify'

/** The version in `If-Match: "7"` (quotes optional); undefined when absent, null when it is something else. */
export function versionOf(header: string | undefined): number | null | undefined {
  if (header === undefined) return undefined
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
  return match ? Number(match[1]) : null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** The request id in `Idempotency-Key`; undefined when absent, null when it is no UUID. */
export function requestIdOf(header: string | string[] | undefined): string | null | undefined {
  if (header === undefined) return undefined
  return typeof header === 'string' && UUID.test(header) ? header.toLowerCase() : null
}

/** What the workstation calls itself; for the audit log, trusted for nothing. */
export function workstationOf(request: FastifyRequest): string {
  const header = request.headers['x-workstation']
  return typeof header === 'string' ? header.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 100) : ''
}

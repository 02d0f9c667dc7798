/** How the in-memory portal takes a call and answers it. */
import type { DesktopEvent } from '../../../shared/api/events.ts'
import type { PortalRoute } from '../../../shared/bridge/channels.ts'
import { type Result, refused } from '../../../shared/bridge/result.ts'
import { makeProblem, type ProblemCode, type ProblemParams } from '../../../shared/domain/problems.ts'

export type Answer = Result<unknown>
export type Call = Record<string, unknown> & {
  params?: Record<string, string>
  query?: unknown
  body?: unknown
  basedOn?: number
}
export type Handlers = Partial<Record<PortalRoute, (call: Call) => Answer>>
export type Tell = (event: Omit<DesktopEvent, 'id' | 'at'>) => void

export const yes = (value: unknown): Answer => ({ ok: true, value })
export const no = (code: ProblemCode, params: ProblemParams = {}, current?: unknown): Answer =>
  refused(makeProblem(code, 'nl', params, current === undefined ? {} : { current }))

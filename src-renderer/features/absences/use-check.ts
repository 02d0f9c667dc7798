/** What the choices so far break, checked on the planning as it stands: before anything is stored, and again by the portal when it is. */
import { useMemo } from 'react'
import type { RuleBreach } from '../../../shared/api/rescheduling.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { usePortal } from '../../data/use-desk.ts'
import { besideOf, type Decisions } from './decision-state.ts'

export interface Check {
  /** `none`: nothing moves; `unknown`: it could not be checked, which keeps nobody from processing. */
  readonly state: 'none' | 'checking' | 'held' | 'warned' | 'broken' | 'unknown'
  readonly breaches: readonly RuleBreach[]
  /** The visits whose move breaks a rule that warns: their decision carries the reason. */
  readonly warned: ReadonlySet<string>
  /** The version of the planning it was checked on; null while it was not. */
  readonly planning: number | null
  readonly error: Error | null
}

const NOTHING: readonly RuleBreach[] = []

export function useCheck(visits: readonly Visit[], state: Decisions): Check {
  const { cancelled, placed } = besideOf(visits, state, null)
  const moves = placed.length > 0
  const answer = usePortal('rescheduling.check', { body: { moves: placed, cancelled } }, { enabled: moves })
  const found = moves ? (answer.data?.breaches ?? NOTHING) : NOTHING
  return useMemo(() => {
    const breaches = found.filter((one) => one.severity !== 'soft')
    const hard = breaches.some((one) => one.severity === 'hard')
    const state = !moves
      ? 'none'
      : answer.isError
        ? 'unknown'
        : !answer.data
          ? 'checking'
          : hard
            ? 'broken'
            : breaches.length > 0
              ? 'warned'
              : 'held'
    const warned = new Set(breaches.filter((one) => one.severity === 'warning').map((one) => one.visitId))
    return { state, breaches, warned, planning: answer.data?.planning ?? null, error: answer.error }
  }, [found, moves, answer.isError, answer.data, answer.error])
}

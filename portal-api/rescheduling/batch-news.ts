/** What a batch at work says of itself: its phase and how good its best plan is. Written with its pulse, announced when it is news. */
import type { BatchPhase, BatchSoFar } from '../../shared/api/batches.ts'
import { LEFT_OUT } from '../../shared/rescheduling/problem-of.ts'
import type { RunNews } from '../../shared/rescheduling/route/run.ts'

/** News of the same phase is announced no more often than this. */
const TELL_EVERY_MS = 700

const PHASE_OF: Readonly<Record<RunNews['stage'], BatchPhase>> = {
  start: 'improving',
  search: 'improving',
  columns: 'proving',
  master: 'proving',
  done: 'proving',
}

/** Leaving a visit out costs more than all places together: what is left of the cost is the score of those placed. */
export function soFarOf({ upper, lower }: Pick<RunNews, 'upper' | 'lower'>): BatchSoFar | null {
  if (!Number.isFinite(upper)) return null
  const unplaced = Math.max(0, Math.round(upper / LEFT_OUT))
  const score = upper - unplaced * LEFT_OUT
  // A bound on fewer visits left out is none on this plan's score.
  const bound = lower - unplaced * LEFT_OUT
  const hasBound = lower > 0 && bound >= 0
  return {
    score: Math.round(score),
    lower: hasBound ? Math.min(Math.floor(bound), Math.round(score)) : null,
    unplaced,
  }
}

export interface BatchNews {
  readonly phase: BatchPhase
  readonly soFar: BatchSoFar | null
  onRead(): void
  onProgress(news: RunNews): void
  /** Whether there is something to announce at this moment; it counts as announced from then on. */
  fresh(nowMs: number): boolean
}

export function batchNews(): BatchNews {
  let phase: BatchPhase = 'reading'
  let soFar: BatchSoFar | null = null
  let told = ''
  let toldPhase: BatchPhase = phase
  let toldAt = Number.NEGATIVE_INFINITY
  return {
    get phase() {
      return phase
    },
    get soFar() {
      return soFar
    },
    onRead() {
      phase = 'placing'
    },
    onProgress(news) {
      phase = PHASE_OF[news.stage]
      soFar = soFarOf(news)
    },
    fresh(nowMs) {
      const now = JSON.stringify([phase, soFar])
      if (now === told || (phase === toldPhase && nowMs - toldAt < TELL_EVERY_MS)) return false
      told = now
      toldPhase = phase
      toldAt = nowMs
      return true
    },
  }
}

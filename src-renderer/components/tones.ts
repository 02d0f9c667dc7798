/** The five status tones, their colours, and the order in which marks stand. */
import { color } from '../app/theme/tokens.ts'

export type MarkTone = 'hot' | 'warn' | 'info' | 'ok' | 'neutral'

/** Text on ground per tone. */
export const toneColors: Record<MarkTone, { color: string; backgroundColor: string }> = {
  hot: { color: color.hot, backgroundColor: color.hotBg },
  warn: { color: color.warn, backgroundColor: color.warnBg },
  info: { color: color.info, backgroundColor: color.infoBg },
  ok: { color: color.ok, backgroundColor: color.okBg },
  neutral: { color: color.t2, backgroundColor: color.markBg },
}

const order: readonly MarkTone[] = ['hot', 'warn', 'info', 'ok', 'neutral']

/**
 * The marks a row shows and those that wait behind "+1": hot before warn before info before the rest, at most `max` shown.
 * Marks of one tone keep their order.
 */
export function splitMarks<M extends { tone: MarkTone }>(marks: readonly M[], max = 2): { shown: M[]; rest: M[] } {
  const sorted = [...marks].sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone))
  return { shown: sorted.slice(0, max), rest: sorted.slice(max) }
}

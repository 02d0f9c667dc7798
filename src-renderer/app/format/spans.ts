/** Lengths of time in words: "38 min", "1 u 48", "3 dagen", and said in full: "over 1 uur 48". */
import type { Translate } from '../i18n/i18n.ts'

const MINUTE = 60_000
const HOUR_MINUTES = 60
/** From here hours say less than days. */
const DAYS_FROM_MINUTES = 48 * 60

interface Parts {
  readonly unit: 'underMinute' | 'minutes' | 'hours' | 'hoursMinutes' | 'days'
  readonly count: number
  readonly minutes: number
}

/** Whole minutes: rounded up while time is left ("1 min" until it is over), down once it is past. */
function partsOf(ms: number): Parts {
  const minutes = ms > 0 ? Math.ceil(ms / MINUTE) : Math.floor(-ms / MINUTE)
  if (minutes === 0) return { unit: 'underMinute', count: 0, minutes: 0 }
  if (minutes < HOUR_MINUTES) return { unit: 'minutes', count: minutes, minutes: 0 }
  if (minutes >= DAYS_FROM_MINUTES) return { unit: 'days', count: Math.floor(minutes / (24 * HOUR_MINUTES)), minutes: 0 }
  const rest = minutes % HOUR_MINUTES
  return { unit: rest === 0 ? 'hours' : 'hoursMinutes', count: Math.floor(minutes / HOUR_MINUTES), minutes: rest }
}

/** "38 min", "1 u 48", "3 dagen"; the sign does not count. */
export function shortSpan(ms: number, t: Translate): string {
  const { unit, count, minutes } = partsOf(ms)
  return t(`time.${unit}`, { count, minutes })
}

/** "38 minuten", "1 uur 48", "3 dagen". */
export function saidSpan(ms: number, t: Translate): string {
  const { unit, count, minutes } = partsOf(ms)
  return t(`time.said.${unit}`, { count, minutes })
}

/** "over 1 uur 48", or when it is past "12 minuten te laat". */
export function untilSaid(ms: number, t: Translate): string {
  return ms > 0 ? t('time.in', { span: saidSpan(ms, t) }) : t('time.lateBy', { span: saidSpan(ms, t) })
}

/** "9:24", minutes and seconds of a countdown; never below zero. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Moments as the sentences of rules name them; the same in both languages, like figures. */
import { type LocalDate, timeOf } from '../domain/local-time.ts'

/** `24-11-2026`. */
export function spokenDate(date: LocalDate): string {
  const [year, month, day] = date.split('-')
  return `${day}-${month}-${year}`
}

/** `09:00–10:30`, both wall times; minutes since midnight may pass 1440. */
export function spokenSpan(from: number, to: number): string {
  return `${timeOf(Math.round(from))}–${timeOf(Math.round(to))}`
}

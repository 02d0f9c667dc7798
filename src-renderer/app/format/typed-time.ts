/** A time of day as people type it. */
import { type LocalTime, localTime } from '../../../shared/domain/local-time.ts'

/** `9:15`, `0915`, `9.15`, `9u15` and `9` are 09:15 and 09:00; null when it is no time of day (yet). */
export function typedTime(typed: string): LocalTime | null {
  const match = /^(\d{1,2})(?:[:.uh ]?(\d{2}))?[uh]?$/i.exec(typed.trim())
  if (!match) return null
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`
  return localTime.safeParse(time).success ? time : null
}

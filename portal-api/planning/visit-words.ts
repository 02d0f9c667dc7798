/** What became of a visit, in the words of a mail: plain Dutch at level B1, dates in full, first names as in the portal. */
import type { LocalDate, LocalTime } from '../../shared/domain/local-time.ts'

export interface Place {
  readonly date: LocalDate
  readonly startTime: LocalTime
}

const longDate = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `maandag 12 april 2021 om 09:00 uur` */
export function placeInWords(place: Place): string {
  return `${longDate.format(new Date(`${place.date}T00:00:00Z`))} om ${place.startTime} uur`
}

/** `Danny komt.`, `Danny en Samira komen.`; null when nobody is planned yet. */
export function whoComes(firstNames: readonly string[], where = ''): string | null {
  const last = firstNames.at(-1)
  if (last === undefined) return null
  return firstNames.length === 1 ? `${last} komt${where}.` : `${firstNames.slice(0, -1).join(', ')} en ${last} komen${where}.`
}

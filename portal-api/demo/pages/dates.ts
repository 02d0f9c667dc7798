/** Dates as the portals write them: `14 apr 2021`, `woensdag`, `13-04-2021 18:23`; always local to the Netherlands. */
import type { Language } from '../../../shared/domain/language.ts'
import { type LocalDate, type LocalMonth, toLocal, weekday } from '../../../shared/domain/local-time.ts'

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const

/** Noon: far from every change of day and of clock. */
function noonOf(date: LocalDate): Date {
  return new Date(`${date}T12:00:00Z`)
}

export function formatDate(date: LocalDate, lang: Language): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    noonOf(date),
  )
}

export function formatDay(date: LocalDate, lang: Language): string {
  // 1 January 2023 was a Sunday.
  return new Intl.DateTimeFormat(LOCALES[lang], { weekday: 'long', timeZone: 'UTC' }).format(
    noonOf(`2023-01-0${weekday(date) + 1}`),
  )
}

export function formatMonth(month: LocalMonth, lang: Language): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noonOf(`${month}-01`))
}

/** `13-04-2021 18:23` */
export function formatMoment(at: string | Date, lang: Language): string {
  const { date, time } = toLocal(typeof at === 'string' ? new Date(at) : at)
  const [year, month, day] = date.split('-')
  return lang === 'nl' ? `${day}-${month}-${year} ${time}` : `${day}/${month}/${year} ${time}`
}

/** The month before or after, as `YYYY-MM`. */
export function monthAway(month: LocalMonth, by: number): LocalMonth {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

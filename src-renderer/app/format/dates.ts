/** Calendar days in words: "wo 25 nov", "dinsdag 24 november", "vandaag". Days are local days in Europe/Amsterdam. */
import { format, type Locale } from 'date-fns'
import { enGB, nl } from 'date-fns/locale'
import type { Language } from '../../../shared/domain/language.ts'
import { addDays, type LocalDate, type LocalTime, toLocal } from '../../../shared/domain/local-time.ts'
import type { Translate } from '../i18n/i18n.ts'

/** What every sentence about time needs: the words, the language, and the moment it is said (ms since the epoch). */
export interface Telling {
  readonly t: Translate
  readonly lang: Language
  readonly now: number
}

const LOCALES: Readonly<Record<Language, Locale>> = { nl, en: enGB }
const SHORT: Readonly<Record<Language, string>> = { nl: 'EEEEEE d MMM', en: 'EEE d MMM' }
const WEEKDAY: Readonly<Record<Language, string>> = { nl: 'EEEEEE d', en: 'EEE d' }

/** Noon of the day on this machine's calendar: the zone of the machine cannot move it to another day. */
function noon(date: LocalDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)), 12)
}

function written(date: LocalDate, pattern: string, lang: Language): string {
  // Dutch abbreviations come with a full stop; between other words it reads as the end of the sentence.
  return format(noon(date), pattern, { locale: LOCALES[lang] }).replace(/\./g, '')
}

export const todayAt = (now: number): LocalDate => toLocal(new Date(now)).date

/** "wo 25 nov"; with the year when it is another one: "wo 14 apr 2021". */
export function shortDay(date: LocalDate, { lang, now }: Telling): string {
  const sameYear = date.slice(0, 4) === todayAt(now).slice(0, 4)
  return written(date, sameYear ? SHORT[lang] : `${SHORT[lang]} yyyy`, lang)
}

/** "do 26", for a column too narrow for the month. */
export function weekdayNumber(date: LocalDate, { lang }: Telling): string {
  return written(date, WEEKDAY[lang], lang)
}

/** "26 nov", without the weekday; with the year when it is another one. */
export function dayAndMonth(date: LocalDate, { lang, now }: Telling): string {
  return written(date, date.slice(0, 4) === todayAt(now).slice(0, 4) ? 'd MMM' : 'd MMM yyyy', lang)
}

/** "dinsdag 24 november". */
export function longDay(date: LocalDate, { lang }: Telling): string {
  return written(date, 'EEEE d MMMM', lang)
}

/** As short as a column allows: "09:12" today, "14 nov" this year, "apr 2021" before. */
export function columnInstant(at: string, telling: Telling): string {
  const { date, time } = toLocal(new Date(at))
  const today = todayAt(telling.now)
  if (date === today) return time
  return date.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(date, telling) : monthAndYear(date, telling)
}

/** "mrt 2023". */
export function monthAndYear(date: LocalDate, { lang }: Telling): string {
  return written(date, 'MMM yyyy', lang)
}

/** "vandaag", "morgen", "gisteren", else the short day. */
export function nearDay(date: LocalDate, telling: Telling): string {
  const today = todayAt(telling.now)
  if (date === today) return telling.t('time.today')
  if (date === addDays(today, 1)) return telling.t('time.tomorrow')
  if (date === addDays(today, -1)) return telling.t('time.yesterday')
  return shortDay(date, telling)
}

/** "vandaag 10:00", "do 26 nov 09:15". */
export function nearMoment(date: LocalDate, time: LocalTime, telling: Telling): string {
  return `${nearDay(date, telling)} ${time}`
}

/** An instant as {@link nearMoment}. */
export function nearInstant(at: string, telling: Telling): string {
  const { date, time } = toLocal(new Date(at))
  return nearMoment(date, time, telling)
}

/** "09:12", the local time of an instant. */
export function clockTime(at: string): string {
  return toLocal(new Date(at)).time
}

/** "09:12" when it is today, else "14 nov, 19:38". */
export function shortInstant(at: string, telling: Telling): string {
  const { date, time } = toLocal(new Date(at))
  return date === todayAt(telling.now) ? time : `${dayAndMonth(date, telling)}, ${time}`
}

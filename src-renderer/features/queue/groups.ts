/** The groups a queue is shown in: by the day of the key it is sorted on, or by first letter. */
import type { QueueSort } from '../../../shared/api/cases.ts'
import type { QueueItem } from '../../../shared/domain/cases.ts'
import { addDays, type LocalDate, mondayOf, toLocal } from '../../../shared/domain/local-time.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { longDay, type Telling, todayAt } from '../../app/format/dates.ts'

const WEEK = 7

function dueGroup(item: QueueItem, queue: QueueId, telling: Telling): string {
  const { t, now } = telling
  if (Date.parse(item.dueAt) <= now) return t(`queue.overdue.${queue}`)
  const date = toLocal(new Date(item.dueAt)).date
  const today = todayAt(now)
  if (date === today) return t('time.todayHead')
  if (date === addDays(today, 1)) return t('time.tomorrowHead', { day: longDay(date, telling) })
  const nextMonday = addDays(mondayOf(today), WEEK)
  if (date < nextMonday) return t('time.laterThisWeek')
  return date < addDays(nextMonday, WEEK) ? t('time.nextWeek') : t('time.later')
}

function openedGroup(item: QueueItem, telling: Telling): string {
  const { t, now } = telling
  const date: LocalDate = toLocal(new Date(item.openedAt)).date
  const today = todayAt(now)
  if (date >= today) return t('time.todayHead')
  if (date === addDays(today, -1)) return t('time.yesterdayHead', { day: longDay(date, telling) })
  const monday = mondayOf(today)
  if (date >= monday) return t('time.earlierThisWeek')
  return date >= addDays(monday, -WEEK) ? t('time.lastWeek') : t('time.earlier')
}

/** Titles do not count for the letter: "Mevr. H. Verbeek" stands under V. */
function letterGroup(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
  return (words[0] ?? name).slice(0, 1).toUpperCase()
}

/** The name of the group a row stands in. */
export function groupOf(item: QueueItem, queue: QueueId, sort: QueueSort, telling: Telling): string {
  switch (sort) {
    case 'due':
      return dueGroup(item, queue, telling)
    case 'opened':
      return openedGroup(item, telling)
    case 'name':
      return letterGroup(item.name)
    default: {
      const never: never = sort
      return never
    }
  }
}

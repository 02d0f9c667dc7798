/** Times as people say them, with the clock held at Monday 23 November 2026, 09:12 in Amsterdam. */
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../shared/domain/language.ts'
import { toInstant } from '../../../shared/domain/local-time.ts'
import { makeI18n, translateWith } from '../i18n/i18n.ts'
import { clockTime, longDay, nearDay, nearInstant, nearMoment, shortDay, shortInstant, type Telling } from './dates.ts'
import { dueClock, isUrgent, workingDaysBefore } from './due.ts'
import { hoursOf, phoneSpaced, spacedNumber } from './numbers.ts'
import { countdown, saidSpan, shortSpan, untilSaid } from './spans.ts'
import { typedTime } from './typed-time.ts'

const NOW = toInstant('2026-11-23', '09:12').getTime()
const tellings = { nl: translateWith(makeI18n('nl').t), en: translateWith(makeI18n('en').t) }
const telling = (lang: Language, now = NOW): Telling => ({ t: tellings[lang], lang, now })
const nl = telling('nl')
const en = telling('en')
const at = (date: string, time: string) => toInstant(date, time).toISOString()

describe('days', () => {
  it('names near days and writes the others short, with the year only when it differs', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2021-04-14'].map((day) => nearDay(day, nl))).toEqual([
      'gisteren',
      'vandaag',
      'morgen',
      'wo 25 nov',
      'wo 14 apr 2021',
    ])
    expect(nearDay('2026-11-24', en)).toBe('tomorrow')
    expect(shortDay('2026-11-25', en)).toBe('Wed 25 Nov')
    expect(longDay('2026-11-24', nl)).toBe('dinsdag 24 november')
  })

  it('says instants in the local time of the Netherlands', () => {
    expect(nearInstant('2026-11-23T07:41:00.000Z', nl)).toBe('vandaag 08:41')
    expect(nearInstant('2026-11-22T23:30:00.000Z', nl)).toBe('vandaag 00:30')
    expect(nearMoment('2026-11-20', '10:00', nl)).toBe('vr 20 nov 10:00')
    expect(clockTime('2026-07-01T07:41:00.000Z')).toBe('09:41')
    expect(shortInstant(at('2026-11-14', '19:38'), nl)).toBe('14 nov, 19:38')
    expect(shortInstant(at('2026-11-23', '09:02'), nl)).toBe('09:02')
  })

  it('turns the day at midnight in Amsterdam, not in UTC', () => {
    const lateEvening = telling('nl', toInstant('2026-11-23', '00:10').getTime())
    expect(nearDay('2026-11-23', lateEvening)).toBe('vandaag')
  })
})

describe('spans', () => {
  const minutes = (count: number) => count * 60_000
  it('is short in a column and full in a sentence', () => {
    expect(
      [minutes(38), minutes(108), minutes(120), minutes(24 * 60 + 48), minutes(50 * 60)].map((ms) => shortSpan(ms, nl.t)),
    ).toEqual(['38 min', '1 u 48', '2 u', '24 u 48', '2 dagen'])
    expect(saidSpan(minutes(1), nl.t)).toBe('1 minuut')
    expect(untilSaid(minutes(108), nl.t)).toBe('over 1 uur 48')
    expect(untilSaid(minutes(-12), nl.t)).toBe('12 minuten te laat')
    expect(untilSaid(minutes(38), en.t)).toBe('in 38 minutes')
  })

  it('does not say that time is up while seconds are left, nor late minutes that are not full', () => {
    expect(shortSpan(20_000, nl.t)).toBe('1 min')
    expect(shortSpan(-20_000, nl.t)).toBe('< 1 min')
  })

  it('counts down in minutes and seconds', () => {
    expect(countdown(564_000)).toBe('9:24')
    expect(countdown(-5)).toBe('0:00')
  })
})

describe('the clock column', () => {
  it('puts what is left first today, the moment first on other days', () => {
    expect(dueClock(at('2026-11-23', '11:00'), nl)).toMatchObject({
      main: '1 u 48',
      sub: '11:00',
      spoken: 'over 1 uur 48, om 11:00',
    })
    expect(dueClock(at('2026-11-24', '08:15'), nl)).toMatchObject({
      main: '08:15',
      sub: '23 u 3',
      spoken: 'over 23 uur 3, om morgen 08:15',
    })
    expect(dueClock(at('2026-11-26', '09:00'), nl)).toMatchObject({ main: 'do 26', sub: '09:00' })
    expect(dueClock(at('2026-11-23', '09:00'), nl)).toMatchObject({ main: '12 min', sub: 'te laat', fraction: 1 })
  })

  it('fills the ring over three working days', () => {
    expect(workingDaysBefore(at('2026-11-23', '11:00'), 3)).toBe(toInstant('2026-11-18', '11:00').getTime())
    expect(dueClock(at('2026-12-24', '11:00'), nl).fraction).toBe(0)
    expect(dueClock(at('2026-11-24', '09:12'), nl).fraction).toBeCloseTo(0.8, 1)
  })

  it('is urgent within two hours and when late', () => {
    expect(isUrgent(at('2026-11-23', '11:12'), NOW)).toBe(true)
    expect(isUrgent(at('2026-11-23', '11:13'), NOW)).toBe(false)
    expect(isUrgent(at('2026-11-22', '11:13'), NOW)).toBe(true)
  })
})

describe('typed times', () => {
  it('takes times as people type them', () => {
    expect(['9:15', '0915', '915', '9.15', '9u15', '9', '09:00'].map(typedTime)).toEqual([
      '09:15',
      '09:15',
      '09:15',
      '09:15',
      '09:15',
      '09:00',
      '09:00',
    ])
    expect(['', '25:00', '9:1', '12:60', 'ochtend'].map(typedTime)).toEqual([null, null, null, null, null])
  })
})

describe('numbers that are read out', () => {
  it('spaces client numbers and telephone numbers', () => {
    expect(spacedNumber(104882)).toBe('104\u00a0882')
    expect(phoneSpaced('0624190377')).toBe('06 2419 0377')
    expect(phoneSpaced('+31 75 640 1182')).toBe('075 640 1182')
    expect(phoneSpaced('0032 2 123')).toBe('0032 2 123')
    expect(hoursOf(150, 'nl')).toBe('2,5')
  })
})

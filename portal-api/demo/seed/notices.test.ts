import { describe, expect, it } from 'vitest'
import { absenceInput } from '../../../shared/domain/absences.ts'
import { toInstant, toLocal } from '../../../shared/domain/local-time.ts'
import { PORTAL_PROFILES } from '../../../shared/domain/portal-profiles.ts'
import { absenceShape } from '../../absences/facts.ts'
import { chanceOf } from './chance.ts'
import { OPEN_NOTICES, tellNotice } from './notices.ts'

const cordaan = PORTAL_PROFILES.find((profile) => profile.id === 'cordaan')
if (!cordaan) throw new Error('There is no cordaan.')

const visit = { date: '2026-12-01', startMinute: 600, minutes: 120 }
const slot = { date: visit.date, startTime: '10:00', minutes: 120 }

describe.each([
  ['while the visit lies ahead', toInstant('2026-11-30', '09:00')],
  ['while it begins within two hours', toInstant('2026-12-01', '08:30')],
  ['after it began', toInstant('2026-12-01', '15:00')],
])('open notices, %s', (_when, now) => {
  const told = OPEN_NOTICES.map((recipe, index) => ({ recipe, ...tellNotice(recipe, visit, now, chanceOf(1, 'told', index)) }))

  it('are what the portal itself would accept', () => {
    for (const { notice } of told) expect(absenceInput.safeParse(notice).success).toBe(true)
  })

  it('were told before now and before the visit they begin with', () => {
    for (const { submittedAt, changedAt } of told) {
      expect(submittedAt.getTime()).toBeLessThan(now.getTime())
      expect(submittedAt.getTime()).toBeLessThan(toInstant(visit.date, '10:00').getTime())
      if (changedAt) {
        expect(changedAt.getTime()).toBeGreaterThan(submittedAt.getTime())
        expect(changedAt.getTime()).toBeLessThan(now.getTime())
      }
    }
  })

  it('hit that visit first; those told late carry the mark', () => {
    for (const { recipe, ...one } of told) {
      const { facts, facets, dueAt } = absenceShape(one, [slot], cordaan)
      expect(facts).toMatchObject({ visitCount: 1, firstVisit: { date: visit.date, startTime: '10:00' } })
      expect(toLocal(dueAt)).toEqual({ date: visit.date, time: '10:00' })
      if (recipe.told === 'late') expect(facets).toContain('late-notice')
      if (recipe.lasts === 'open') expect(facets).toContain('open-end')
      expect(facets.includes('changed')).toBe(recipe.changed === true)
    }
  })
})

it('covers all four types, parts of days, open ends and changes', () => {
  expect(new Set(OPEN_NOTICES.map((recipe) => recipe.type)).size).toBe(4)
  expect(OPEN_NOTICES).toHaveLength(23)
  for (const lasts of ['part', 'open'] as const) expect(OPEN_NOTICES.some((recipe) => recipe.lasts === lasts)).toBe(true)
  expect(OPEN_NOTICES.some((recipe) => recipe.changed)).toBe(true)
})

/** A refusal of several rules comes back to each card with its own figures, in the reader's language. */
import { expect, it } from 'vitest'
import { makeProblem } from '../../../shared/domain/problems.ts'
import { caregivers, visitOf } from '../../testing/memory/people.ts'
import { refusalsOf } from './refusals.ts'

it('says on each card the rules of that visit, and nothing on the others', () => {
  const visits = [visitOf(1, '2026-11-25', '09:00'), visitOf(2, '2026-11-25', '11:00'), visitOf(3, '2026-11-25', '13:00')]
  const [first, second] = visits
  const hard = (visitId: string, rule: 'not-available' | 'not-qualified', figures: Record<string, string>) => ({
    ...{ rule, severity: 'hard' as const, visitId },
    ...{ caregiverId: caregivers.samira.id, figures: { caregiver: 'Samira', ...figures } },
  })
  const breaches = [
    hard(first?.id ?? '', 'not-available', { hours: '08:00–12:30' }),
    hard(first?.id ?? '', 'not-qualified', { service: 'HV 1' }),
    hard(second?.id ?? '', 'not-qualified', { service: 'HV 2' }),
  ]
  const why = 'Samira werkt dan niet: 08:00–12:30'
  const fields = [0, 0, 1].map((index) => ({ field: `decisions.${index}`, rule: 'x', message: 'x' }))
  const problem = makeProblem('rule-broken', 'nl', { why }, { fields, current: { breaches, changed: [], absences: [] } })
  const nothing = { changed: [], absences: [] }
  expect(refusalsOf(problem, visits, 'nl')).toEqual({
    [first?.id ?? '']: { sentence: `Dit kan niet: ${why}; Samira voert HV 1 niet uit.`, ...nothing },
    [second?.id ?? '']: { sentence: 'Dit kan niet: Samira voert HV 2 niet uit.', ...nothing },
  })
  expect(refusalsOf(problem, visits, 'en')[second?.id ?? '']?.sentence).toBe(
    'This is not possible: Samira does not carry out HV 2.',
  )
})

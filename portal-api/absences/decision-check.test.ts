import { describe, expect, it } from 'vitest'
import type { VisitDecision } from '../../shared/domain/absences.ts'
import { decidedTwice, outdated, undecided } from './decision-check.ts'

const cancel = (visitId: string, visitVersion = 1): VisitDecision => ({ action: 'cancel', visitId, visitVersion })

describe('coverage', () => {
  const affected = [
    { id: 'a', version: 1 },
    { id: 'b', version: 3 },
  ]

  it('finds a second decision on the same visit', () => {
    expect(decidedTwice([cancel('a'), cancel('b'), cancel('a')])).toBe(2)
    expect(decidedTwice([cancel('a'), cancel('b')])).toBeNull()
  })

  it('finds a visit that changed, and one that is no longer hit', () => {
    expect(outdated([cancel('a', 1), cancel('b', 3)], affected)).toEqual([])
    expect(outdated([cancel('a', 1), cancel('b', 2), cancel('c', 1)], affected)).toEqual([1, 2])
  })

  it('counts what was not decided', () => {
    expect(undecided([cancel('b')], affected)).toBe(1)
    expect(undecided([cancel('b'), cancel('a')], affected)).toBe(0)
  })
})

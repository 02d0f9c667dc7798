import { describe, expect, it } from 'vitest'
import type { VisitDecision } from '../../shared/domain/absences.ts'
import { decidedTwice, findClash, type Move, outdated, undecided } from './decision-check.ts'

const cancel = (visitId: string, visitVersion = 1): VisitDecision => ({ action: 'cancel', visitId, visitVersion })
const move = (index: number, visitId: string, caregiverId: string, startTime: string, date = '2026-12-01'): Move => ({
  index,
  visitId,
  caregiverId,
  date,
  startTime,
  minutes: 60,
})
const engaged = (visitId: string, caregiverId: string, startTime: string, date = '2026-12-01') => ({
  visitId,
  caregiverId,
  date,
  startTime,
  minutes: 60,
})

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

describe('findClash', () => {
  it('finds a caregiver who is elsewhere then', () => {
    const other = engaged('x', 'samira', '09:30')
    expect(findClash([move(0, 'a', 'samira', '09:00')], [other], new Set(['a']))).toEqual({
      move: move(0, 'a', 'samira', '09:00'),
      slot: other,
    })
    expect(findClash([move(0, 'a', 'samira', '10:30')], [other], new Set(['a']))).toBeNull()
    expect(findClash([move(0, 'a', 'danny', '09:00')], [other], new Set(['a']))).toBeNull()
  })

  it('lets two visits of one decision swap', () => {
    const planned = [engaged('a', 'samira', '09:00'), engaged('b', 'danny', '09:00')]
    const swap = [move(0, 'a', 'danny', '09:00'), move(1, 'b', 'samira', '09:00')]
    expect(findClash(swap, planned, new Set(['a', 'b']))).toBeNull()
  })

  it('lets a visit move within its own time, and into the place of a cancelled one', () => {
    expect(findClash([move(0, 'a', 'samira', '09:30')], [engaged('a', 'samira', '09:00')], new Set(['a']))).toBeNull()
    expect(findClash([move(0, 'a', 'samira', '11:00')], [engaged('b', 'samira', '11:00')], new Set(['a', 'b']))).toBeNull()
  })

  it('does not let two visits of one decision land on each other', () => {
    const clash = findClash([move(0, 'a', 'samira', '09:00'), move(2, 'b', 'samira', '09:59')], [], new Set(['a', 'b']))
    expect(clash?.move.index).toBe(2)
  })

  it('sees a visit of the evening before', () => {
    const late = engaged('x', 'samira', '23:30', '2026-11-30')
    expect(findClash([move(0, 'a', 'samira', '00:15')], [late], new Set(['a']))?.slot).toEqual(late)
  })
})

import { describe, expect, it } from 'vitest'
import { findClash, type Placement } from './clash.ts'

const place = (index: number, visitId: string, caregivers: string, startTime: string, date = '2026-12-01'): Placement => ({
  index,
  visitId,
  caregiverIds: caregivers.split(' '),
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

describe('findClash', () => {
  it('finds a caregiver who is elsewhere then', () => {
    const other = engaged('x', 'samira', '09:30')
    expect(findClash([place(0, 'a', 'samira', '09:00')], [other], new Set(['a']))).toEqual({
      placement: place(0, 'a', 'samira', '09:00'),
      caregiverId: 'samira',
      slot: other,
    })
    expect(findClash([place(0, 'a', 'samira', '10:30')], [other], new Set(['a']))).toBeNull()
    expect(findClash([place(0, 'a', 'danny', '09:00')], [other], new Set(['a']))).toBeNull()
  })

  it('lets two visits of one request swap', () => {
    const planned = [engaged('a', 'samira', '09:00'), engaged('b', 'danny', '09:00')]
    const swap = [place(0, 'a', 'danny', '09:00'), place(1, 'b', 'samira', '09:00')]
    expect(findClash(swap, planned, new Set(['a', 'b']))).toBeNull()
  })

  it('lets a visit move within its own time, and into the place of a cancelled one', () => {
    expect(findClash([place(0, 'a', 'samira', '09:30')], [engaged('a', 'samira', '09:00')], new Set(['a']))).toBeNull()
    expect(findClash([place(0, 'a', 'samira', '11:00')], [engaged('b', 'samira', '11:00')], new Set(['a', 'b']))).toBeNull()
  })

  it('does not let two visits of one request land on each other', () => {
    const clash = findClash([place(0, 'a', 'samira', '09:00'), place(2, 'b', 'samira', '09:59')], [], new Set(['a', 'b']))
    expect(clash?.placement.index).toBe(2)
  })

  it('sees a visit of the evening before', () => {
    const late = engaged('x', 'samira', '23:30', '2026-11-30')
    expect(findClash([place(0, 'a', 'samira', '00:15')], [late], new Set(['a']))?.slot).toEqual(late)
  })

  it('looks at every caregiver of a visit, and not at visits without one', () => {
    const other = engaged('x', 'samira', '09:30')
    expect(findClash([place(0, 'a', 'danny samira', '09:00')], [other], new Set(['a']))?.caregiverId).toBe('samira')
    const together = [place(0, 'a', 'danny samira', '13:00'), place(1, 'b', 'wout danny', '13:30')]
    expect(findClash(together, [other], new Set(['a', 'b']))).toMatchObject({ caregiverId: 'danny', placement: { index: 1 } })
    expect(findClash([{ ...place(0, 'a', '', '09:00'), caregiverIds: [] }], [other], new Set(['a']))).toBeNull()
  })
})

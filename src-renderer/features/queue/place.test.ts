/** The address keeps the place, and an address that someone typed wrong does no harm. */
import { describe, expect, it } from 'vitest'
import { FIRST_PLACE, isNarrowed, queryOf, readPlace, writePlace } from './place.ts'

describe('the place in a queue', () => {
  it('is the same after writing and reading', () => {
    const place = { ...FIRST_PLACE, facet: 'late-notice', claimed: 'mine', addressed: 'me', q: 'de wit', sort: 'name' } as const
    expect(readPlace(writePlace(place))).toEqual(place)
    expect(writePlace(FIRST_PLACE).toString()).toBe('')
  })

  it('ignores what it does not know', () => {
    expect(readPlace(new URLSearchParams('facet=x&sort=price&claimed=&direction=up&status=lost'))).toEqual(FIRST_PLACE)
  })

  it('asks only for what narrows', () => {
    expect(queryOf(FIRST_PLACE)).toEqual({
      status: 'open',
      claimed: 'anyone',
      addressed: 'anyone',
      sort: 'due',
      direction: 'ascending',
    })
    expect(isNarrowed({ ...FIRST_PLACE, addressed: 'me' })).toBe(true)
    expect(isNarrowed(FIRST_PLACE)).toBe(false)
    expect(isNarrowed({ ...FIRST_PLACE, q: 'x' })).toBe(true)
  })
})

import { expect, it } from 'vitest'
import { groupBy } from './group-by.ts'
import { escapeLike, wholeNumber } from './text-search.ts'

it('takes what was typed as it stands', () => {
  expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\')
  expect(escapeLike('de Wit')).toBe('de Wit')
})

it('tells a number from a name', () => {
  expect(wholeNumber('104 882')).toBe(104882)
  expect(wholeNumber('Test')).toBeNull()
  expect(wholeNumber('')).toBeNull()
  expect(wholeNumber('12a')).toBeNull()
  expect(wholeNumber('99999999999')).toBe(0)
})

it('groups rows and keeps their order', () => {
  expect([...groupBy([1, 2, 3, 4], (one) => one % 2)]).toEqual([
    [1, [1, 3]],
    [0, [2, 4]],
  ])
})

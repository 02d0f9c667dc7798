/** A question that was changed: each changed word is seen, and both texts can be read back whole. */
import { describe, expect, it } from 'vitest'
import { countChanges, textOf } from '../../components/diff-parts.ts'
import { messageDiff } from './message-diff.ts'

const was = 'Kan mijn hulp op dinsdag komen?\nIk wil liefst dezelfde hulp.'
const is = 'Kan mijn hulp op donderdag komen?\nIk wil graag wel dezelfde hulp.'

describe('the difference of a question', () => {
  it('counts a replaced word as one change', () => {
    expect(countChanges(messageDiff(was, is))).toBe(2)
    expect(messageDiff(was, is)[1]).toEqual({ kind: 'removed', text: 'dinsdag' })
  })

  it('holds both texts to the letter', () => {
    const parts = messageDiff(was, is)
    expect(textOf(parts, 'old')).toBe(was)
    expect(textOf(parts, 'new')).toBe(is)
  })

  it('has no change between equal texts', () => {
    expect(countChanges(messageDiff(was, was))).toBe(0)
  })
})

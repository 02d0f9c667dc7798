import { describe, expect, it } from 'vitest'
import { ariaKeys } from './aria-keys.ts'
import { isSingleKey } from './key-hints.ts'
import { clampOffset } from './pane-offset.ts'
import { queueRowHeight } from './row-height.ts'
import { type MarkTone, splitMarks } from './tones.ts'

const mark = (tone: MarkTone, label: string) => ({ tone, label })

describe('marks of a row', () => {
  it('stand hot, warn, info, neutral; two are shown, the rest waits', () => {
    const { shown, rest } = splitMarks([mark('neutral', 'a'), mark('info', 'b'), mark('hot', 'c'), mark('warn', 'd')])
    expect(shown.map((each) => each.label)).toEqual(['c', 'd'])
    expect(rest.map((each) => each.label)).toEqual(['b', 'a'])
  })

  it('of one tone keep their order', () => {
    expect(splitMarks([mark('neutral', 'a'), mark('neutral', 'b')]).shown.map((each) => each.label)).toEqual(['a', 'b'])
  })
})

it('estimates the height of a row by its density and its lines', () => {
  expect(queueRowHeight({ preview: false, marks: true }, 'comfortable')).toBe(81)
  expect(queueRowHeight({ preview: true, marks: false }, 'comfortable')).toBe(71)
  expect(queueRowHeight({ preview: true, marks: true }, 'compact')).toBe(44)
})

it('knows which shortcuts a slip of the hand can set off', () => {
  expect(isSingleKey(['A'])).toBe(true)
  expect(isSingleKey(['1'])).toBe(true)
  expect(isSingleKey(['Ctrl', 'K'])).toBe(false)
  expect(isSingleKey(['↵'])).toBe(false)
  expect(isSingleKey(['Esc'])).toBe(false)
})

it('says keys in the words of aria-keyshortcuts', () => {
  expect(ariaKeys(['Ctrl', '↵'])).toBe('Control+Enter')
  expect(ariaKeys(['V'])).toBe('V')
})

it('keeps a dragged pane within 80 px of the grid', () => {
  expect(clampOffset(123)).toBe(80)
  expect(clampOffset(-90.4)).toBe(-80)
  expect(clampOffset(12.6)).toBe(13)
})

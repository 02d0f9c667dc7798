/** The names of key presses: the same for a capital, and for Ctrl and the Apple key. */
import { describe, expect, it } from 'vitest'
import { nameOf } from './use-keys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  nameOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

describe('the name of a key press', () => {
  it('is the key, whatever its case, with what is held', () => {
    expect(press('j')).toBe('J')
    expect(press('Enter', { ctrlKey: true })).toBe('Ctrl+Enter')
    expect(press('Enter', { metaKey: true })).toBe('Ctrl+Enter')
    expect(press('L', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+L')
    expect(press('J', { shiftKey: true })).toBe('Shift+J')
  })

  it('does not count Shift for a character that needs it', () => {
    expect(press('?', { shiftKey: true })).toBe('?')
  })
})

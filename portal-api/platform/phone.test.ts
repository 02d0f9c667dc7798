import { describe, expect, it } from 'vitest'
import { readablePhone, storedMobile, storedPhone } from './phone.ts'

describe('phone numbers', () => {
  it.each([
    '06 12345678',
    '06-12345678',
    '06.12.34.56.78',
    '06/12345678',
    '06\u201112\u00a034\u00a056\u00a078',
    '0031612345678',
    '00316-12345678',
    '+31 (6) 1234 5678',
    '+31 (0)6 12345678',
    '00316 1234 5678',
  ])('%s has one form', (typed) => {
    expect(storedPhone(typed)).toBe('+31612345678')
  })

  it('keep their country when it is another one', () => {
    expect(storedPhone('+32 475 12 34 56')).toBe('+32475123456')
    expect(readablePhone('+32475123456')).toBe('+32 475 12 34 56')
  })

  it.each(['123456', '06 1234567', '06 123456789', '0', ''])('%s is none', (typed) => expect(storedPhone(typed)).toBeNull())

  it.each(['020 123 45 67', '0900 1234', '0800 0113', '088 123 45 67'])('%s receives no text', (typed) => {
    expect(storedPhone(typed)).not.toBeNull()
    expect(storedMobile(typed)).toBeNull()
  })

  it('of a mobile do', () => {
    expect(storedMobile('06 12345678')).toBe('+31612345678')
  })

  it('are shown as people write them, and as stored when they cannot be read', () => {
    expect(readablePhone('+31612345678')).toBe('06 12345678')
    expect(readablePhone('+31201234567')).toBe('020 123 4567')
    expect(readablePhone('toestel 12')).toBe('toestel 12')
  })
})

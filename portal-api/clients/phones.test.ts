import { describe, expect, it } from 'vitest'
import { phonesOf } from './phones.ts'

const person = (name: string, type: 'family' | 'gp' | 'pharmacy', phone1: string, primary = false, phone2 = '') => ({
  name,
  type,
  phone1,
  phone2,
  primary,
})

describe('phonesOf', () => {
  it('puts the primary person first, then the client, then who stands closest', () => {
    const phones = phonesOf(
      {
        clientName: 'Mevr. C. Test',
        details: [
          { kind: 'email', value: 'c.test@post.example' },
          { kind: 'phone-home', value: '+31201234567' },
          { kind: 'phone-mobile', value: '+31612345678' },
        ],
        persons: [
          person('Apotheek Oost', 'pharmacy', '+31201234568'),
          person('Huisarts Bakker', 'gp', '+31201234569'),
          person('Dennis Test', 'family', '+31687654321', true, '+31201230000'),
          person('Anna Test', 'family', '+31687654322'),
        ],
      },
      'nl',
    )
    expect(phones.map(({ name, relation, phone }) => `${name}, ${relation}, ${phone}`)).toEqual([
      'Dennis Test, familie, 06 87654321',
      'Dennis Test, familie, 020 123 0000',
      'Mevr. C. Test, zelf, 06 12345678',
      'Mevr. C. Test, thuis, 020 123 4567',
      'Anna Test, familie, 06 87654322',
      'Huisarts Bakker, huisarts, 020 123 4569',
      'Apotheek Oost, apotheek, 020 123 4568',
    ])
    expect(phones.map((one) => one.primary)).toEqual([true, false, false, false, false, false, false])
  })

  it('names the client’s own number first when nobody is primary, in the language of the reader', () => {
    const sources = {
      clientName: 'Mevr. C. Test',
      details: [{ kind: 'phone-home', value: '+31201234567' } as const],
      persons: [],
    }
    expect(phonesOf(sources, 'en')).toEqual([
      { name: 'Mevr. C. Test', relation: 'at home', phone: '020 123 4567', primary: true },
    ])
    expect(phonesOf({ ...sources, details: [] }, 'nl')).toEqual([])
  })
})

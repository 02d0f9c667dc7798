import { describe, expect, it } from 'vitest'
import { initialsOf, toneOf } from './avatar.ts'

describe('initials', () => {
  it.each([
    ['Noor Willemsen', 'NW'],
    ['Mevr. A. van Dalen', 'AD'],
    ['mevrouw C. Test', 'CT'],
    ['Mevr. H. Verbeek-de Wit', 'HV'],
    ['Dhr. en mevr. Kooistra', 'K'],
    ['Jan-Willem Bakker', 'JB'],
    ["Anna van 't Hof", 'AH'],
    ['Eline Ørsted', 'EØ'],
    ['ijsbrand de Boer', 'IB'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('avatar colour', () => {
  it('is the same for the same person on every machine', () => {
    expect(toneOf('0198b3c0-0000-7000-8000-000000000001')).toBe(toneOf('0198b3c0-0000-7000-8000-000000000001'))
    expect(toneOf('Noor Willemsen')).toBe('b')
  })

  it('uses all six colours, none for more than a third of the people', () => {
    const tones = Array.from({ length: 600 }, (_, index) => toneOf(`person ${index}`))
    const counts = [...new Set(tones)].map((tone) => tones.filter((other) => other === tone).length)
    expect(counts).toHaveLength(6)
    expect(Math.max(...counts)).toBeLessThan(200)
  })
})

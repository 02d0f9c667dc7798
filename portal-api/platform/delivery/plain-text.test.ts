import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterText } from './letter.ts'
import { oneLine, withoutDirection } from './plain-text.ts'

describe('a word from outside', () => {
  it('helpdesk under attack: stays on one line and in its own direction, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        expect(oneLine(String.fromCharCode(...units))).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
    expect(oneLine('Jan\r\n\r\nUw account is geblokkeerd')).toBe('Jan Uw account is geblokkeerd')
    expect(oneLine('moc.elpmaxe.live\u202e\u2066')).toBe('moc.elpmaxe.live')
  })

  it('is otherwise as it was: any script, and what joins emoji', () => {
    for (const name of ['Zoë Öztürk-Šimůnková', 'محمد', 'אברהם', '李小龍', '👩‍⚕️', '<b>Jan</b> & Co'])
      expect(oneLine(name)).toBe(name)
    expect(withoutDirection('een\n\ntwee')).toBe('een\n\ntwee')
  })

  it('helpdesk under attack: in the greeting of a mail makes no paragraph of its own', () => {
    const mail = letterText({ to: 'Jan,\n\nBel 0900 1234', from: 'Laurens\nKwaad', paragraphs: ['Uw code is 123456.'] })
    expect(mail.split('\n\n')).toEqual([
      'Geachte Jan, Bel 0900 1234,',
      'Uw code is 123456.',
      'Met vriendelijke groet,\nLaurens Kwaad',
    ])
  })
})

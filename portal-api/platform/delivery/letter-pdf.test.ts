import { describe, expect, it } from 'vitest'
import { textOfPdf } from '../../../tests/support/pdf-text.ts'
import { letterPdf, type PaperLetter } from './letter-pdf.ts'

const letter: PaperLetter = {
  to: ['Mevr. H. Verbeek-de Wit', 'Prinses Beatrixlaan 12', '1054 AB  AMSTERDAM'],
  from: { name: 'Cordaan Thuisdiensten', lines: ['Postbus 1103', '1000 BC Amsterdam'] },
  date: '2026-11-23',
  subject: 'Uw toegang tot het klantportaal',
  paragraphs: ['Met deze brief krijgt u toegang tot uw klantportaal.', 'U kiest daarna een eigen wachtwoord.'],
  credentials: [
    { label: 'Gebruikersnaam', value: 'brief104118' },
    { label: 'Eerste wachtwoord', value: 'Eerste!Brief48Post' },
  ],
  lang: 'nl',
}
const linesOf = async (of: Partial<PaperLetter>) =>
  (await textOfPdf(await letterPdf({ ...letter, ...of }))).map((page) => page.split('\n'))

describe('a letter on paper', () => {
  it('says who writes to whom, when, what about, and what to type over', async () => {
    expect(await linesOf({})).toEqual([
      [
        'Cordaan Thuisdiensten',
        'Postbus 1103',
        '1000 BC Amsterdam',
        'Mevr. H. Verbeek-de Wit',
        'Prinses Beatrixlaan 12',
        '1054 AB  AMSTERDAM',
        '23 november 2026',
        'Uw toegang tot het klantportaal',
        'Geachte Mevr. H. Verbeek-de Wit,',
        'Met deze brief krijgt u toegang tot uw klantportaal.',
        'U kiest daarna een eigen wachtwoord.',
        'Gebruikersnaam',
        'brief104118',
        'Eerste wachtwoord',
        'Eerste!Brief48Post',
        'Met vriendelijke groet,',
        'Cordaan Thuisdiensten',
      ],
    ])
  })

  it('writes in the language of its reader', async () => {
    const [page] = await linesOf({ lang: 'en', credentials: [] })
    expect(page).toEqual(expect.arrayContaining(['23 November 2026', 'Dear Mevr. H. Verbeek-de Wit,', 'Kind regards,']))
  })

  it.each([
    'Zoë Öztürk-Šimůnková',
    'Łukasz Żółć',
    'Đorđe Čević',
    'Nguyễn Văn Hiếu',
    'Ğülşen İpek',
    'Ĳsbrand Groß',
    'Þórður Ǽgisson',
  ])('prints every letter of %s', async (name) => {
    const [page] = await linesOf({ to: [name, 'Dam 1'] })
    expect(page).toContain(name)
    expect(page).toContain(`Geachte ${name},`)
    // The same name in parts, as some keyboards send it.
    expect((await linesOf({ to: [name.normalize('NFD')] }))[0]).toContain(name)
  })

  it('prints a user name that the mono font does not have', async () => {
    const [page] = await linesOf({ credentials: [{ label: 'Gebruikersnaam', value: 'ŏtto@post.example' }] })
    expect(page).toContain('ŏtto@post.example')
  })

  it('goes on to a second page, and keeps what has to be typed over together', async () => {
    const typed = ['Gebruikersnaam', 'brief104118', 'Eerste wachtwoord', 'Eerste!Brief48Post']
    const on = new Set<number>()
    for (let count = 11; count <= 17; count += 1) {
      const pages = await linesOf({ paragraphs: Array.from({ length: count }, (_, index) => `Alinea ${index + 1}.`) })
      const page = pages.findIndex((lines) => lines.includes('Gebruikersnaam'))
      expect(pages[page]).toEqual(expect.arrayContaining(typed))
      on.add(page)
    }
    expect([...on]).toEqual([0, 1])
  })

  it('can be read aloud: tagged, with its language and its title', async () => {
    const pdf = (await letterPdf(letter)).toString('latin1')
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain('/Lang (nl-NL)')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
})

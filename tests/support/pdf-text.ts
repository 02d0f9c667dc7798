/** The text of a PDF that pdfkit wrote, page by page in the order it was drawn: what a reader's program finds in it. */
import { inflateSync } from 'node:zlib'

interface Parts {
  readonly dictionary: string
  readonly stream: string
}

function objectsOf(pdf: Buffer): Map<string, Parts> {
  const text = pdf.toString('latin1')
  const found = new Map<string, Parts>()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match
    const [dictionary = '', raw] = body.split('\nstream\n')
    const bytes = Buffer.from(raw?.replace(/\nendstream$/, '') ?? '', 'latin1')
    const packed = dictionary.includes('/FlateDecode') && bytes.length > 0
    found.set(number, { dictionary, stream: (packed ? inflateSync(bytes) : bytes).toString('latin1') })
  }
  return found
}

/** Glyph → text, from a font's ToUnicode map: pdfkit numbers its glyphs from 0 in ranges of lists. */
function readMap(cmap: string): string[] {
  const glyphs: string[] = []
  for (const [, start = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const values = list.match(/<[0-9a-f ]*>/gi) ?? []
    values.forEach((value, index) => {
      const units = value.replace(/[^0-9a-f]/gi, '').match(/.{4}/g) ?? []
      glyphs[Number.parseInt(start, 16) + index] = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
    })
  }
  return glyphs
}

/** One string per page; every piece that was drawn at a place of its own is a line. */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const object = (number: string | undefined) => objects.get(number ?? '') ?? { dictionary: '', stream: '' }
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
  return pages.map(({ dictionary }) => {
    const resources = object(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1]).dictionary
    const fonts = new Map<string, string[]>()
    for (const [, name = '', number] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(object(number).dictionary)?.[1]
      fonts.set(name, readMap(object(map).stream))
    }
    const content = object(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]).stream
    return content
      .split('BT\n')
      .slice(1)
      .map((block) => {
        const glyphs = fonts.get(/\/(F\d+) /.exec(block)?.[1] ?? '') ?? []
        const hex = (block.match(/<[0-9a-f]+>/gi) ?? []).map((one) => one.slice(1, -1)).join('')
        // Glyph 0 is the box of a font that lacks the letter, whatever the map says it stands for.
        return (hex.match(/.{4}/g) ?? []).map((code) => glyphs[Number.parseInt(code, 16) || -1] ?? '\uFFFD').join('')
      })
      .join('\n')
  })
}

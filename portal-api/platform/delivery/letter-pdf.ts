/**
 * A letter on paper: one A4 for a window envelope, as the helpdesk prints it. Tagged, with language and title, so that it can be
 * read aloud as well. The fonts come with it: Noto Sans has every Latin letter of a name (Š, ł, ễ), Atkinson Hyperlegible Mono tells
 * 0 from O and l from 1 in what has to be typed over.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { type Language, type Sentence, say } from '../../../shared/domain/language.ts'
import type { LocalDate } from '../../../shared/domain/local-time.ts'
import { oneLine, withoutDirection } from './plain-text.ts'

export interface PaperLetter {
  /** Name first, then street and place: at most six lines stand in the window. */
  readonly to: readonly string[]
  readonly from: { readonly name: string; readonly lines: readonly string[] }
  readonly date: LocalDate
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** What the reader types over: user name, password. Printed in a frame of its own, after the paragraphs. */
  readonly credentials?: readonly { readonly label: string; readonly value: string }[]
  readonly lang: Language
}

type Pdf = InstanceType<typeof PDFDocument>

const mm = (millimetres: number) => (millimetres * 72) / 25.4

const LEFT = mm(25)
const WIDTH = mm(160)
const BOTTOM = mm(25)
/**
 * Where the address stands. An A4 folded in three lies loose in the usual Dutch envelope (EA5/6, window of 40 × 110 mm on the right, 20 mm
 * from below, 15 to 20 mm from the right): what is between 50 and 79 mm from the top and 95 and 190 mm from the left is always seen.
 */
const WINDOW = { left: mm(108), top: mm(51), width: mm(82), lines: 6 } as const
const BODY_TOP = mm(99)

const INK = '#1d1d1b'
const QUIET = '#555551'
const LINE = '#b9b9b4'
const TEXT = { size: 10.5, gap: 3 } as const
const CREDENTIAL = { size: 15, label: 9, row: mm(13), pad: mm(5) } as const

const resolve = createRequire(import.meta.url).resolve
const FONTS = {
  text: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  mono: '@expo-google-fonts/atkinson-hyperlegible-mono/500Medium/AtkinsonHyperlegibleMono_500Medium.ttf',
} as const

/** PDF/UA, the accessible kind; pdfkit makes it, its types do not list it. */
const ACCESSIBLE = 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets

/** What the mono font can print for certain; anything else is set in the text font, which has it. */
const TYPED = /^[\x20-\x7e]*$/

const GREETING: Sentence = { nl: 'Geachte {to},', en: 'Dear {to},' }
const CLOSING: Sentence = { nl: 'Met vriendelijke groet,', en: 'Kind regards,' }
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

function longDate(date: LocalDate, lang: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${date}T12:00:00Z`))
}

/** Draws each piece as an element of the document's structure; what only decorates is marked as such. */
function structure(doc: Pdf) {
  const root = doc.struct('Document')
  doc.addStructure(root)
  return {
    add(type: 'H1' | 'P', draw: () => void) {
      root.add(doc.struct(type, {}, draw))
    },
    decorate(draw: () => void) {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    end: () => root.end(),
  }
}

function drawSender(doc: Pdf, page: ReturnType<typeof structure>, from: PaperLetter['from']): void {
  page.add('P', () => {
    doc.font('bold').fontSize(14).fillColor(INK).text(from.name, LEFT, mm(18), { width: WIDTH })
  })
  page.add('P', () => {
    doc
      .font('text')
      .fontSize(8.5)
      .fillColor(QUIET)
      .text(from.lines.join('\n'), LEFT, mm(26), { width: mm(75), lineGap: 1.5 })
  })
}

function drawAddress(doc: Pdf, page: ReturnType<typeof structure>, to: readonly string[]): void {
  page.add('P', () => {
    doc.font('text').fontSize(TEXT.size).fillColor(INK)
    to.slice(0, WINDOW.lines).forEach((line, index) => {
      // A line that does not fit is set smaller: nothing of an address may leave the window or be cut off.
      const size = TEXT.size * Math.min(1, WINDOW.width / doc.fontSize(TEXT.size).widthOfString(line))
      doc.fontSize(size).text(line, WINDOW.left, WINDOW.top + index * mm(4.6), { lineBreak: false })
    })
  })
}

/** The frame with what has to be typed over; it stays whole on one page. */
function drawCredentials(
  doc: Pdf,
  page: ReturnType<typeof structure>,
  credentials: NonNullable<PaperLetter['credentials']>,
): void {
  const height = credentials.length * CREDENTIAL.row + 2 * CREDENTIAL.pad - mm(2)
  if (doc.y + height > doc.page.height - BOTTOM) doc.addPage()
  const top = doc.y + mm(1)
  page.decorate(() => doc.roundedRect(LEFT, top, WIDTH, height, 4).lineWidth(0.8).strokeColor(LINE).stroke())
  credentials.forEach(({ label, value }, index) => {
    const y = top + CREDENTIAL.pad + index * CREDENTIAL.row
    const inner = { width: WIDTH - 2 * CREDENTIAL.pad }
    page.add('P', () => {
      doc
        .font('text')
        .fontSize(CREDENTIAL.label)
        .fillColor(QUIET)
        .text(label, LEFT + CREDENTIAL.pad, y, inner)
      doc
        .font(TYPED.test(value) ? 'mono' : 'text')
        .fillColor(INK)
        .fontSize(CREDENTIAL.size)
      const size = CREDENTIAL.size * Math.min(1, inner.width / doc.widthOfString(value))
      doc.fontSize(size).text(value, LEFT + CREDENTIAL.pad, y + mm(4.5), { lineBreak: false })
    })
  })
  doc.x = LEFT
  doc.y = top + height + mm(7)
}

function drawLetter(doc: Pdf, letter: PaperLetter): void {
  const page = structure(doc)
  const words = (sentence: Sentence, params = {}) => say(sentence, letter.lang, params)
  const paragraph = (text: string) =>
    page.add('P', () => {
      doc.font('text').fontSize(TEXT.size).fillColor(INK).text(text, LEFT, doc.y, { width: WIDTH, lineGap: TEXT.gap })
      doc.y += mm(3)
    })
  // A tick where the paper is folded, on the first page.
  page.decorate(() => doc.moveTo(mm(5), mm(99)).lineTo(mm(9), mm(99)).lineWidth(0.4).strokeColor(LINE).stroke())
  drawSender(doc, page, letter.from)
  drawAddress(doc, page, letter.to)
  doc.y = BODY_TOP
  paragraph(longDate(letter.date, letter.lang))
  page.add('H1', () => {
    doc
      .font('bold')
      .fontSize(TEXT.size + 1)
      .text(letter.subject, LEFT, doc.y + mm(1), { width: WIDTH })
    doc.y += mm(5)
  })
  paragraph(words(GREETING, { to: letter.to[0] ?? '' }))
  for (const text of letter.paragraphs) paragraph(text)
  if (letter.credentials && letter.credentials.length > 0) drawCredentials(doc, page, letter.credentials)
  paragraph(`${words(CLOSING)}\n${letter.from.name}`)
  page.end()
}

/**
 * The letter as a PDF. Greeting and closing are added around the paragraphs, as in an e-mail. Holds what `credentials` holds: keep it only as long as it takes to print.
 */
export function letterPdf(letter: PaperLetter): Promise<Buffer> {
  const text = (value: string) => withoutDirection(value.normalize('NFC'))
  const clean: PaperLetter = {
    ...letter,
    to: letter.to.map((line) => oneLine(text(line))),
    subject: text(letter.subject),
    paragraphs: letter.paragraphs.map(text),
  }
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: mm(20), bottom: BOTTOM, left: LEFT, right: mm(25) },
    pdfVersion: '1.7',
    subset: ACCESSIBLE,
    tagged: true,
    lang: LOCALES[letter.lang],
    displayTitle: true,
    info: { Title: clean.subject, Author: letter.from.name, CreationDate: new Date(`${letter.date}T12:00:00Z`) },
  })
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, resolve(file))
  return new Promise((done, fail) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('error', fail)
    doc.on('end', () => done(Buffer.concat(parts)))
    drawLetter(doc, clean)
    doc.end()
  })
}

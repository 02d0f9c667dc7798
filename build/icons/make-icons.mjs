/** Draws the program's icons from `icon.svg`, for Linux (PNG), Windows (ICO) and macOS (ICNS): `node build/icons/make-icons.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium, quietFlags } from '../lib/chromium.mjs'

const FOLDER = import.meta.dirname
const LINUX = [16, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 24, 32, 48, 64, 128, 256]
/** Type codes of the ICNS format, each with the size of the PNG in it. */
const MAC = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
])

/**
 * @param {readonly number[]} sizes
 * @returns {Promise<Map<number, Buffer>>}
 */
async function draw(sizes) {
  const svg = readFileSync(path.join(FOLDER, 'icon.svg'), 'utf8')
  const executablePath = await findChromium()
  const browser = await chromium.launch({
    args: [...quietFlags(), '--disable-gpu'],
    ...(executablePath ? { executablePath } : {}),
  })
  const drawn = new Map()
  try {
    const page = await browser.newPage()
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
  } finally {
    await browser.close()
  }
  return drawn
}

/**
 * An ICO file: a directory of entries, then the PNGs themselves.
 * @param {readonly (readonly [number, Buffer])[]} images
 */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(([size, png], index) => {
    const at = 6 + 16 * index
    // 256 does not fit in a byte and is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...images.map(([, png]) => png)])
}

/**
 * An ICNS file: chunks of a type, a length and a PNG.
 * @param {readonly (readonly [string, Buffer])[]} images
 */
function icns(images) {
  const chunks = images.map(([type, png]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(chunks)
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const drawn = await draw([...new Set([...LINUX, ...WINDOWS, ...MAC.map(([, size]) => size)])])
const picture = (/** @type {number} */ size) => drawn.get(size) ?? Buffer.alloc(0)
for (const size of LINUX) writeFileSync(path.join(FOLDER, `${size}x${size}.png`), picture(size))
writeFileSync(path.join(FOLDER, 'icon.ico'), ico(WINDOWS.map((size) => [size, picture(size)])))
writeFileSync(path.join(FOLDER, 'icon.icns'), icns(MAC.map(([type, size]) => [type, picture(size)])))

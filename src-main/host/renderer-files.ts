/**
 * The files of the screen, as every host serves them: only what lies inside the folder (by `path.relative`, never by
 * comparing the beginnings of names), with its type, and the page itself with a policy of its own.
 */
import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy, type PolicyNeeds } from './content-security-policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface FileAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export interface RendererFiles {
  /** Answers a path of an address, still encoded: `/assets/index-1a2b.js`. What is not there is a 404, not the page. */
  answer(pathname: string): Promise<FileAnswer>
}

export interface RendererOptions extends PolicyNeeds {
  /** A script of the host's own that runs before the screen's. */
  readonly script: string | null
}

const COMMON = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } as const
const NOT_THERE: FileAnswer = {
  status: 404,
  headers: { ...COMMON, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: 'Not found',
}

export function createRendererFiles(folder: string, options: RendererOptions): RendererFiles {
  return {
    async answer(pathname) {
      const file = await fileWithin(folder, pathname === '/' ? '/index.html' : pathname)
      const type = file ? TYPES[path.extname(file)] : undefined
      if (!file || !type) return NOT_THERE
      const bytes = await readFile(file)
      if (path.extname(file) === '.html') return page(bytes.toString('utf8'), options)
      // Names of built files carry a figure of their content; they never change under one name.
      const cache = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
      return { status: 200, headers: { ...COMMON, 'Content-Type': type, 'Cache-Control': cache }, body: bytes }
    },
  }
}

/** The file an encoded path leads to, or null when it leads out of the folder, by dots or by a link, or to nothing. */
export async function fileWithin(folder: string, pathname: string): Promise<string | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(path.join(root, `.${path.posix.resolve('/', decoded)}`))
    const inside = path.relative(root, file)
    return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file
  } catch {
    return null
  }
}

/** The page with its policy. Styles that the screen makes while running carry the nonce, which it reads from the page. */
function page(html: string, options: RendererOptions): FileAnswer {
  const nonce = randomBytes(16).toString('base64')
  const head = [
    `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}" />`,
    ...(options.script ? [`<script src="${options.script}"></script>`] : []),
  ].join('')
  return {
    status: 200,
    headers: {
      ...COMMON,
      'Content-Type': TYPES['.html'] ?? '',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce, options),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
    },
    body: html.replace(/<head[^>]*>/i, (tag) => `${tag}${head}`),
  }
}

/**
 * The body of a request: JSON in UTF-8, up to a limit, and nothing else. What is too large is read to its end and thrown
 * away, up to a second limit, so that its sender hears what was wrong and the connection stays usable.
 */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Language, type Sentence, say } from '../../../shared/domain/language.ts'
import { makeProblem, PROBLEMS, type Problem, type ProblemCode } from '../../../shared/domain/problems.ts'
import { readJson, UNREADABLE } from './json.ts'

/** Largest body that is taken, in kB. */
export const BODY_KB = 256
/** How much of a body that is too large is waited for; beyond it the connection ends. */
const PATIENCE_BYTES = 32 * 1024 * 1024

type Words = Readonly<Record<string, string | number | Sentence>>

/** A body that cannot be taken, and why. */
export class BodyRefused extends Error {
  readonly statusCode: number
  /** It was read to its end: the connection can go on. */
  readonly wholly: boolean
  readonly #code: ProblemCode
  readonly #words: Words

  constructor(code: ProblemCode, words: Words, wholly = true) {
    super(code)
    this.statusCode = PROBLEMS[code].status
    this.wholly = wholly
    this.#code = code
    this.#words = words
  }

  problem(lang: Language): Problem {
    const said = Object.entries(this.#words).map(([name, word]) => [name, typeof word === 'object' ? say(word, lang) : word])
    return makeProblem(this.#code, lang, Object.fromEntries(said))
  }
}

/** What a request in any other form is told: there are no attachments, so `multipart/form-data` is one of these. */
export const unsupported = () =>
  new BodyRefused('unsupported-media-type', {
    allowed: { nl: 'JSON (application/json, UTF-8)', en: 'JSON (application/json, UTF-8)' },
  })

async function bytesOf(payload: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of payload) {
    const part = chunk as Buffer
    length += part.length
    if (length > PATIENCE_BYTES) throw new BodyRefused('too-large', { max: BODY_KB }, false)
    if (length <= BODY_KB * 1024) chunks.push(part)
    else chunks.length = 0
  }
  if (length > BODY_KB * 1024) throw new BodyRefused('too-large', { max: BODY_KB })
  return Buffer.concat(chunks)
}

/** Is the text of a JSON body promised in another character set, or packed? */
function isForeign(request: FastifyRequest): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  const packed = request.headers['content-encoding'] ?? 'identity'
  return !/^utf-?8$/i.test(charset) || packed.trim().toLowerCase() !== 'identity'
}

async function readBody(request: FastifyRequest, payload: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(payload)
  if (isForeign(request)) throw unsupported()
  if (bytes.length === 0) return undefined
  const read = readJson(bytes)
  if (read.ok) return read.value
  const { nl, en } = UNREADABLE[read.why]
  const detail = { nl: nl.replace('{key}', read.key), en: en.replace('{key}', read.key) }
  throw new BodyRefused('malformed-request', { detail })
}

/** Makes JSON the one kind of body that the server takes; pages of the demo add their own kind for themselves. */
export function registerBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^application\/json\b/i, readBody)
}

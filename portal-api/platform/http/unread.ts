/**
 * Requests that reach no route: a request line, a header or a path that cannot be read. They are refused with a problem like
 * any other, in the reader's words and without the names of the server's own parts.
 */
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languageOf, type Sentence, say } from '../../../shared/domain/language.ts'
import { makeProblem, type Problem } from '../../../shared/domain/problems.ts'

const WHY = {
  path: { nl: 'het adres is niet goed geschreven', en: 'the address is not well written' },
  request: { nl: 'dit is geen geldig HTTP-verzoek', en: 'this is no valid HTTP request' },
  headers: { nl: 'de kopregels zijn te groot', en: 'the headers are too large' },
  slow: { nl: 'het kwam niet op tijd binnen', en: 'it did not arrive in time' },
} as const satisfies Record<string, Sentence>

/** `malformed-request` with one of the reasons above. */
export function unread(why: keyof typeof WHY, lang: Language): Problem {
  return makeProblem('malformed-request', lang, { detail: say(WHY[why], lang) })
}

/** A path that the router cannot read: an encoding that is none, a part longer than any id. */
export function refusePath(
  request: FastifyRequest,
  reply: FastifyReply,
  send: (reply: FastifyReply, problem: Problem, trace: string) => FastifyReply,
): FastifyReply {
  return send(reply, unread('path', languageOf(request.headers['accept-language'])), request.id)
}

function whyOf(code: string | undefined): keyof typeof WHY {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'slow' : 'request'
}

/** What the HTTP parser could not read: answered on the bare connection, which then ends. */
export function refuseUnparsed(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(unread(whyOf(error.code), languageOf(undefined)))
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

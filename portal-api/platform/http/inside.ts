/**
 * What is for whoever watches over the installation, on this machine: not for what a reverse proxy passes on. The server listens on
 * loopback only, so everything from outside comes through a proxy; one that says nothing of the kind still has another Host.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '../../../shared/domain/language.ts'
import { makeProblem } from '../../../shared/domain/problems.ts'
import { isThisMachine } from '../this-machine.ts'
import { sendProblem } from './routes.ts'

const MARKS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const

export function isFromOutside(headers: FastifyRequest['headers']): boolean {
  const host = headers.host?.replace(/:\d+$/, '') ?? ''
  return !isThisMachine(host) || MARKS.some((mark) => headers[mark] !== undefined)
}

/** A hook before the handler: from outside there is no such path. */
export async function insideOnly(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (!isFromOutside(request.headers)) return undefined
  return sendProblem(reply, makeProblem('not-found', languageOf(request.headers['accept-language'])), request.id)
}

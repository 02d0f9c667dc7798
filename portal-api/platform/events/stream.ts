/**
 * `GET /v1/events`: server-sent events for staff. Resumes after `Last-Event-ID` (or `?after=`), beats every
 * 15 seconds, and closes when the session it was opened with has ended.
 */
import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { EVENT_STREAM_PATH } from '../../../shared/api/events.ts'
import { languageOf } from '../../../shared/domain/language.ts'
import { makeProblem } from '../../../shared/domain/problems.ts'
import { ANSWERS_WITHIN_MS } from '../../db/away.ts'
import type { Database } from '../../db/database.ts'
import type { StaffActor } from '../actor.ts'
import { writeAudit } from '../audit/write.ts'
import { within } from '../http/patience.ts'
import type { Services } from '../services.ts'
import { authenticate } from '../session/authenticate.ts'
import { startFollower } from './follower.ts'
import type { EventHub } from './hub.ts'
import { resumePoint } from './read.ts'
import { makeRounds } from './rounds.ts'

/** What may wait for one follower, in bytes: thousands of events. */
const UNREAD_MAX_BYTES = 1_000_000

function startPoint(header: string | string[] | undefined, query: unknown): number | null {
  const given = typeof header === 'string' ? header : (query as { after?: unknown }).after
  if (given === undefined || given === '') return null
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
}

export function registerEventStream(app: FastifyInstance, parts: { db: Database; services: Services; hub: EventHub }): void {
  const { db, services, hub } = parts
  const open = new Set<() => void>()
  const rounds = makeRounds(db, services.clock)
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    for (const close of [...open]) close()
  })

  app.get(EVENT_STREAM_PATH, async (request, reply) => {
    const lang = languageOf(request.headers['accept-language'])
    const actor = await within(authenticate(db, services, request.headers.authorization), ANSWERS_WITHIN_MS)
    const refuse = (code: 'signed-out' | 'forbidden' | 'malformed-request', params = {}) => {
      const problem = makeProblem(code, lang, params, { trace: request.id })
      return reply.code(problem.status).type('application/problem+json').send(problem)
    }
    if (actor === null) return refuse('signed-out')
    if (actor.kind !== 'staff') return refuse('forbidden')
    const asked = startPoint(request.headers['last-event-id'], request.query)
    if (Number.isNaN(asked)) return refuse('malformed-request', { detail: 'Last-Event-ID' })
    await db.transaction((tx) =>
      writeAudit(tx, [
        {
          provider: actor.provider,
          at: services.clock.now(),
          action: 'read',
          object: 'event-stream',
          outcome: 'ok',
          actorKind: 'staff',
          actorId: actor.staffId,
          role: actor.role,
          workstation: String(request.headers['x-workstation'] ?? ''),
          source: 'portal-api',
          trace: request.id,
          details: {},
        },
      ]),
    )
    reply.hijack()
    const raw = reply.raw
    // It lasts as long as its connection: without chunks a message leaves in one write, which hundreds of followers notice.
    raw.useChunkedEncodingByDefault = false
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
      'x-accel-buffering': 'no',
    })
    await pump(actor, asked, raw).catch((error: unknown) => {
      // The follower resumes from its last id on a new connection.
      services.log.warn({ err: error }, 'an event stream broke off')
      raw.destroy()
    })
    return reply
  })

  /** Writes to one follower until it leaves, its session ends, or the server closes. */
  async function pump(actor: StaffActor, asked: number | null, raw: ServerResponse): Promise<void> {
    const point = await resumePoint(db, actor.provider, asked ?? 0)
    const resumes = asked === null || point.resumable
    const after = asked !== null && resumes ? asked : point.last
    // Tells the follower where it stands, so that it can resume even when nothing has happened yet.
    raw.write(`id: ${after}\nevent: ${resumes ? 'hello' : 'resync'}\ndata: {}\n\n`)
    const follower = await startFollower({
      hub,
      provider: actor.provider,
      role: actor.role,
      after,
      write(text) {
        if (raw.writableEnded || raw.destroyed) return
        raw.write(text)
        // Who does not read what it is sent would have it kept here.
        if (raw.writableLength > UNREAD_MAX_BYTES) raw.destroy()
      },
      breakOff: () => raw.destroy(),
    })
    const leaveRounds = rounds.join(actor, (found) => {
      if (raw.writableEnded || raw.destroyed) return
      // The database is away: no stream goes on unchecked, and nobody is told that their session ended.
      if (found === 'unknown') raw.destroy()
      else if (found === 'ended') {
        raw.write('event: ended\ndata: {}\n\n')
        raw.end()
      } else raw.write(`: ${follower.last()}\n\n`)
    })
    const close = () => {
      leaveRounds()
      follower.leave()
      open.delete(close)
      if (!raw.writableEnded) raw.end()
    }
    open.add(close)
    raw.on('close', close)
    // It may have gone, or the server begun to stop, while it caught up.
    if (raw.destroyed || closing) close()
  }
}

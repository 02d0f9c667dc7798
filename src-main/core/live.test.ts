import { describe, expect, it } from 'vitest'
import type { DesktopEvent } from '../../shared/api/events.ts'
import { makeProblem } from '../../shared/domain/problems.ts'
import { createMemoryPorts } from '../testing/memory-ports.ts'
import { SILENCE_MS } from './event-stream.ts'
import { createLive, RECONNECT_MS } from './live.ts'
import type { StreamAnswer } from './portal-http.ts'

/** A connection that a test feeds, breaks or ends. */
function createConnection() {
  const parts: Uint8Array[] = []
  let ended: 'no' | 'end' | 'break' = 'no'
  let wake: () => void = () => {}
  return {
    send(part: string | Uint8Array) {
      parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part)
      wake()
    },
    end(how: 'end' | 'break') {
      ended = how
      wake()
    },
    async *bytes(): AsyncGenerator<Uint8Array> {
      for (;;) {
        const next = parts.shift()
        if (next) yield next
        else if (ended === 'end') return
        else if (ended === 'break') throw new Error('socket hang up')
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    },
  }
}

type Connection = ReturnType<typeof createConnection>

function event(id: number): DesktopEvent {
  const at = '2026-11-23T09:00:00.000Z'
  return { id, type: 'case.opened', queue: 'absences', caseId: null, subjectId: null, version: 1, staffId: null, at }
}
const frame = (id: number): string => `id: ${id}\nevent: change\ndata: ${JSON.stringify(event(id))}\n\n`

function setUp() {
  const ports = createMemoryPorts()
  const opened: { readonly lastId: string | undefined; readonly connection: Connection }[] = []
  const answers: StreamAnswer[] = []
  const heard: string[] = []
  const live = createLive({
    ...ports,
    client: {
      async stream(_path, headers, signal) {
        const connection = createConnection()
        opened.push({ lastId: headers['Last-Event-ID'], connection })
        signal.addEventListener('abort', () => connection.end('break'))
        return answers.shift() ?? { kind: 'stream', bytes: connection.bytes() }
      },
    },
    listener: {
      state: ({ connected }) => heard.push(connected ? 'connected' : 'disconnected'),
      event: ({ id }) => heard.push(`event ${id}`),
      resync: () => heard.push('resync'),
    },
  })
  const last = (): Connection => {
    const connection = opened.at(-1)?.connection
    if (!connection) throw new Error('nothing was opened')
    return connection
  }
  return { ...ports, live, opened, answers, heard, last }
}

describe('live', () => {
  it('asks for a fresh start once, then passes events on', async () => {
    const { live, clock, heard, last, opened } = setUp()
    live.start()
    await clock.advance(0)
    expect(opened[0]?.lastId).toBeUndefined()
    last().send(frame(7))
    await clock.advance(0)
    expect(heard).toEqual(['resync', 'connected', 'event 7'])
    expect(live.state()).toEqual({ connected: true, since: '2026-11-23T09:00:00.000Z' })
  })

  it('resumes after the last id it saw, and leaves out what comes twice', async () => {
    const { live, clock, heard, last, opened } = setUp()
    live.start()
    await clock.advance(0)
    last().send(frame(7) + frame(9))
    await clock.advance(0)
    last().end('break')
    await clock.advance(RECONNECT_MS[0])
    expect(opened.map(({ lastId }) => lastId)).toEqual([undefined, '9'])
    last().send(frame(9) + frame(12))
    await clock.advance(0)
    expect(heard).toEqual(['resync', 'connected', 'event 7', 'event 9', 'disconnected', 'connected', 'event 12'])
  })

  it('puts an event together that arrives in pieces, cut within a letter too', async () => {
    const { live, clock, heard, last } = setUp()
    live.start()
    await clock.advance(0)
    const bytes = new TextEncoder().encode(`: één\n${frame(7)}`)
    const cut = bytes.indexOf(0xc3) + 1
    last().send(bytes.slice(0, cut))
    last().send(bytes.slice(cut, 40))
    await clock.advance(0)
    expect(heard).not.toContain('event 7')
    last().send(bytes.slice(40))
    await clock.advance(0)
    expect(heard.at(-1)).toBe('event 7')
  })

  it('gives up a connection that falls silent', async () => {
    const { live, clock, heard, opened, last } = setUp()
    live.start()
    await clock.advance(0)
    await clock.advance(SILENCE_MS - 1)
    last().send(': still here\n\n')
    await clock.advance(SILENCE_MS - 1)
    expect(opened).toHaveLength(1)
    await clock.advance(1)
    expect(heard.at(-1)).toBe('disconnected')
    await clock.advance(RECONNECT_MS[0])
    expect(opened).toHaveLength(2)
  })

  it('waits longer and longer while the portal is away, and starts anew after a success', async () => {
    const { live, clock, answers, opened, last } = setUp()
    for (let failure = 0; failure < 6; failure += 1) answers.push({ kind: 'nothing', why: 'ECONNREFUSED' })
    live.start()
    await clock.advance(0)
    const pauses = [...RECONNECT_MS, 30_000].map((pause) => pause / 2)
    for (const [index, pause] of pauses.entries()) {
      expect(opened).toHaveLength(index + 1)
      await clock.advance(pause - 1)
      expect(opened).toHaveLength(index + 1)
      await clock.advance(1)
    }
    expect(live.state().connected).toBe(true)
    last().end('end')
    await clock.advance(RECONNECT_MS[0] / 2)
    expect(opened).toHaveLength(pauses.length + 2)
  })

  it('starts over at once when it was away too long, and says so', async () => {
    const { live, clock, answers, heard, opened, last } = setUp()
    live.start()
    await clock.advance(0)
    last().send(frame(7))
    await clock.advance(0)
    last().end('break')
    answers.push({ kind: 'answer', status: 410, json: makeProblem('resync', 'nl') })
    await clock.advance(RECONNECT_MS[0])
    expect(opened.map(({ lastId }) => lastId)).toEqual([undefined, '7', undefined])
    expect(heard.slice(-2)).toEqual(['resync', 'connected'])
  })

  it('resumes from the place the portal names, though nothing came for this role', async () => {
    const { live, clock, heard, opened, last } = setUp()
    live.start()
    await clock.advance(0)
    last().send('id: 40\nevent: hello\ndata: {}\n\n')
    await clock.advance(0)
    last().end('break')
    await clock.advance(RECONNECT_MS[0])
    last().send('id: 40\nevent: hello\ndata: {}\n\n: 44\n\n: beat\n\nid: x\nevent: hello\ndata: {}\n\n')
    await clock.advance(0)
    last().end('break')
    await clock.advance(RECONNECT_MS[0])
    expect(opened.map(({ lastId }) => lastId)).toEqual([undefined, '40', '44'])
    expect(heard.filter((one) => one === 'resync')).toHaveLength(1)
    expect(heard).not.toContain('event 40')
  })

  it('starts over on the same connection when the portal says so there', async () => {
    const { live, clock, heard, opened, last } = setUp()
    live.start()
    await clock.advance(0)
    last().send(frame(7))
    await clock.advance(0)
    last().end('break')
    await clock.advance(RECONNECT_MS[0])
    last().send(`id: 900\nevent: resync\ndata: {}\n\n${frame(901)}`)
    await clock.advance(0)
    expect(heard.slice(-3)).toEqual(['connected', 'resync', 'event 901'])
    expect(opened).toHaveLength(2)
  })

  it('takes the end of a session for no event', async () => {
    const { live, clock, heard, last, logged } = setUp()
    live.start()
    await clock.advance(0)
    last().send('event: ended\ndata: {}\n\n')
    last().end('end')
    await clock.advance(0)
    expect(heard).toEqual(['resync', 'connected', 'disconnected'])
    expect(logged).toEqual([])
  })

  it('does not run in circles when the portal asks to start over without end', async () => {
    const { live, clock, answers, opened } = setUp()
    for (let index = 0; index < 5; index += 1) answers.push({ kind: 'answer', status: 410, json: makeProblem('resync', 'nl') })
    live.start()
    await clock.advance(0)
    expect(opened).toHaveLength(1)
  })

  it('leaves out an event in another shape and goes on', async () => {
    const { live, clock, heard, last, logged } = setUp()
    live.start()
    await clock.advance(0)
    last().send(`id: 5\ndata: {"id":"five"}\n\n${frame(6)}`)
    await clock.advance(0)
    expect(heard.at(-1)).toBe('event 6')
    expect(logged.some(({ level }) => level === 'error')).toBe(true)
  })

  it('is silent once it is stopped', async () => {
    const { live, clock, heard, opened, last } = setUp()
    live.start()
    await clock.advance(0)
    const connection = last()
    live.stop()
    connection.send(frame(8))
    await clock.advance(120_000)
    expect(heard).toEqual(['resync', 'connected', 'disconnected'])
    expect(opened).toHaveLength(1)
    expect(clock.planned()).toBe(0)
  })
})

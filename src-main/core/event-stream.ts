/** One connection to the portal's event stream: parses what comes until it ends, breaks or falls silent. */
import { createParser } from 'eventsource-parser'
import { type DesktopEvent, desktopEvent, EVENT_STREAM_PATH } from '../../shared/api/events.ts'
import { problem as problemSchema } from '../../shared/domain/problems.ts'
import type { PortalClient } from './portal-client.ts'
import type { Clock, Logger } from './ports.ts'

/** The portal sends a comment every 15 s; silence for longer than this means the connection is dead. */
export const SILENCE_MS = 40_000

/** How a connection ended. `resync`: the place to resume from is too long ago. */
export type StreamEnd = 'ended' | 'resync' | 'refused'

export interface StreamListener {
  /** The stream is open: from here on nothing is missed. */
  opened(): void
  /** Where the portal stands: the place to resume from, also when nothing came for this role since. */
  place(id: number): void
  /** The place asked for is too long ago; the stream goes on from here. */
  resync(): void
  event(event: DesktopEvent): void
}

export interface StreamDeps {
  readonly client: Pick<PortalClient, 'stream'>
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Follows the stream from after `lastId` on, or from now when that is null.
 * @param stop ends it from outside
 */
export async function followOnce(
  deps: StreamDeps,
  lastId: number | null,
  listener: StreamListener,
  stop: AbortSignal,
): Promise<StreamEnd> {
  const silence = new AbortController()
  const signal = AbortSignal.any([stop, silence.signal])
  let takeBack = deps.clock.after(SILENCE_MS, () => silence.abort())
  const heard = (): void => {
    takeBack()
    takeBack = deps.clock.after(SILENCE_MS, () => silence.abort())
  }
  try {
    const headers: Record<string, string> = lastId === null ? {} : { 'Last-Event-ID': String(lastId) }
    const answer = await deps.client.stream(EVENT_STREAM_PATH, headers, signal)
    if (answer.kind === 'nothing') return 'ended'
    if (answer.kind === 'answer') return isResync(answer.json) ? 'resync' : 'refused'
    listener.opened()
    return await readAll(deps, answer.bytes, listener, heard)
  } catch (error) {
    // A broken connection ends the stream; it is opened again by the caller.
    if (!signal.aborted) deps.logger.warn('the event stream broke', { why: error instanceof Error ? error.message : 'unknown' })
    return 'ended'
  } finally {
    takeBack()
  }
}

async function readAll(
  deps: StreamDeps,
  bytes: AsyncIterable<Uint8Array>,
  listener: StreamListener,
  heard: () => void,
): Promise<StreamEnd> {
  const parser = createParser({
    onComment: (comment) => hearPlace(comment, listener),
    onEvent({ event, data, id }) {
      if (event === 'hello') hearPlace(id, listener)
      else if (event === 'resync') {
        hearPlace(id, listener)
        listener.resync()
      }
      // The session behind the stream is over: the next connection is refused, and that signs out.
      else if (event !== 'ended') hear(deps.logger, data, listener)
    },
  })
  const decoder = new TextDecoder()
  for await (const part of bytes) {
    heard()
    parser.feed(decoder.decode(part, { stream: true }))
  }
  return 'ended'
}

function hearPlace(text: string | undefined, listener: StreamListener): void {
  if (text && /^\s*\d+\s*$/.test(text)) listener.place(Number(text))
}

function hear(logger: Logger, data: string, listener: StreamListener): void {
  const parsed = desktopEvent.safeParse(parseJson(data))
  if (parsed.success) listener.event(parsed.data)
  else logger.error('an event in another shape than agreed was left out', null)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isResync(json: unknown): boolean {
  const parsed = problemSchema.safeParse(json)
  return parsed.success && parsed.data.code === 'resync'
}

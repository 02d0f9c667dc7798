/** Follows the event stream from a test, as a workstation does. */
import { createParser } from 'eventsource-parser'
import { type DesktopEvent, EVENT_STREAM_PATH } from '../../shared/api/events.ts'
import type { Caller } from './http.ts'

export interface StreamMessage {
  readonly id: number
  readonly type: string
  /** Of a `change`. */
  readonly event: DesktopEvent | null
}

export interface Following {
  readonly status: number
  readonly response: Response
  /** The next messages, in order; fails when the stream ends before. */
  next(count?: number): Promise<StreamMessage[]>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Opens the stream. A refusal has a status other than 200 and no messages. */
export async function follow(
  caller: Caller,
  options: { readonly lastEventId?: string; readonly after?: string } = {},
): Promise<Following> {
  const abort = new AbortController()
  const query = options.after === undefined ? '' : `?after=${options.after}`
  const response = await fetch(`${caller.url}${EVENT_STREAM_PATH}${query}`, {
    signal: abort.signal,
    headers: {
      ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
    },
  })
  const waiting: StreamMessage[] = []
  let over = false
  let wake: () => void = () => undefined
  const parser = createParser({
    onEvent(message) {
      const event = message.event === 'change' ? (JSON.parse(message.data) as DesktopEvent) : null
      waiting.push({ id: Number(message.id), type: message.event ?? 'message', event })
      wake()
    },
  })
  const pump = async () => {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }))
    } catch {
      // Closed by either side: what was heard is in `waiting`.
    }
    over = true
    wake()
  }
  const ended = response.status === 200 ? pump() : Promise.resolve()
  return {
    status: response.status,
    response,
    ended,
    async next(count = 1) {
      while (waiting.length < count) {
        if (over) throw new Error(`The stream ended after ${waiting.length} of ${count} messages.`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return waiting.splice(0, count)
    },
    close: () => abort.abort(),
  }
}

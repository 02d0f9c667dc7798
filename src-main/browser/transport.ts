/**
 * The bridge in the page, for the browser host: `window.desk`, put there before the screen runs. Calls go by POST, pushes come
 * by WebSocket. When the program was started again the cookie counts no more: the page is loaded anew, which says so.
 */
import type { Bridge } from '../../shared/bridge/bridge.ts'
import type { Channel, Push } from '../../shared/bridge/channels.ts'
import type { Result } from '../../shared/bridge/result.ts'
import type { Problem } from '../../shared/domain/problems.ts'

const RETRY_MS = [250, 500, 1_000, 2_000, 5_000] as const

type Listener = (value: unknown) => void
const listeners = new Map<Push, Set<Listener>>()

/** The program itself does not answer. What was typed is not kept then, so no problem may be used that says it is. */
const AWAY: Problem = { type: '/problems/no-connection', title: 'no-connection', status: 503, code: 'no-connection', params: {} }

function emit(push: Push, value: unknown): void {
  for (const listener of listeners.get(push) ?? []) listener(value)
}

async function ask(channel: Channel, input: unknown): Promise<Result<unknown>> {
  // What is no JSON is a mistake of the screen and is thrown.
  const body = JSON.stringify(input ?? {})
  let response: Response
  try {
    response = await fetch(`/bridge/${encodeURIComponent(channel)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
  } catch {
    return { ok: false, problem: AWAY }
  }
  if (response.status === 401) {
    location.replace('/')
    return { ok: false, problem: AWAY }
  }
  if (!response.ok) return { ok: false, problem: AWAY }
  return (await response.json()) as Result<unknown>
}

/** After a break: what the screen would have been told meanwhile. */
async function catchUp(): Promise<void> {
  for (const [channel, push] of [
    ['session.state', 'session'],
    ['settings.read', 'settings'],
    ['live.state', 'live'],
    ['outbox.list', 'outbox'],
  ] as const) {
    const result = await ask(channel, {})
    if (result.ok) emit(push, result.value)
  }
  emit('resync', {})
}

let opened: () => void = () => {}
/** Nothing is asked before pushes arrive: else what changes in between would be missed. */
const firstOpen = new Promise<void>((resolve) => {
  opened = resolve
})

function connect(failures: number): void {
  const socket = new WebSocket(`ws://${location.host}/bridge/push`)
  let wasOpen = false
  socket.onopen = () => {
    wasOpen = true
    opened()
    if (failures > 0) void catchUp()
  }
  socket.onmessage = (message: MessageEvent<string>) => {
    const { push, value } = JSON.parse(message.data) as { push: Push; value: unknown }
    emit(push, value)
  }
  socket.onclose = () => {
    opened()
    if (wasOpen || failures === 0) emit('live', { connected: false, since: new Date().toISOString() })
    const next = wasOpen ? 1 : failures + 1
    setTimeout(() => connect(next), RETRY_MS[Math.min(next, RETRY_MS.length) - 1])
    // A refused cookie does not show on a socket; a call tells, and loads the page anew.
    if (!wasOpen) void ask('session.state', {})
  }
}

connect(0)

const desk: Bridge = {
  async call(channel, input) {
    await firstOpen
    const result = await ask(channel, input)
    // A browser opens links itself; the workstation has held them against its allow list.
    if (channel === 'links.open' && result.ok) window.open((input as { url: string }).url, '_blank', 'noopener,noreferrer')
    // The workstation has checked the answer against the channel's schema.
    return result as never
  },
  on(push, listener) {
    const added: Listener = (value) => listener(value as never)
    const of = listeners.get(push) ?? new Set()
    listeners.set(push, of.add(added))
    return () => of.delete(added)
  },
}
Object.defineProperty(window, 'desk', { value: Object.freeze(desk) })

import { describe, expect, it } from 'vitest'
import { channels, DESK_CHANNELS, type DeskChannel, type SessionState } from '../../shared/bridge/channels.ts'
import { ok, type Result } from '../../shared/bridge/result.ts'
import { makeProblem } from '../../shared/domain/problems.ts'
import { createMemoryPorts } from '../testing/memory-ports.ts'
import { CASE_ID, sampleSession } from '../testing/samples.ts'
import { createDispatcher, type DeskHandlers, type PortalHandler } from './dispatcher.ts'
import { createRefuser } from './refuse.ts'

const SIGNED_IN: SessionState = { state: 'signed-in', session: sampleSession() }
const LOCKED: SessionState = { state: 'locked', session: sampleSession(), since: '2026-11-23T09:00:00.000Z' }
const SIGNED_OUT: SessionState = { state: 'signed-out', problem: null }

/** Handlers that answer `REACHED`, so that a test sees who was let through. */
const REACHED: Result<never> = { ok: false, problem: makeProblem('not-found', 'nl') }

function setUp(over: Partial<DeskHandlers> = {}, state: SessionState = SIGNED_IN) {
  const ports = createMemoryPorts()
  let now = state
  const asked: { route: string; call: unknown }[] = []
  const names = Object.keys(DESK_CHANNELS) as DeskChannel[]
  const desk = { ...Object.fromEntries(names.map((name) => [name, () => REACHED])), ...over } as DeskHandlers
  const portal: PortalHandler = async (route, call) => {
    asked.push({ route, call })
    return REACHED
  }
  const dispatch = createDispatcher({ ...ports, desk, portal, state: () => now, refuser: createRefuser(() => 'nl') })
  const become = (next: SessionState): void => {
    now = next
  }
  return { dispatch, ports, asked, become }
}

const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.problem.code)

describe('the dispatcher', () => {
  it.each([null, undefined, 7, {}, ['app.info'], 'App.info', 'portal:events.list', 'portal:absences.list'])(
    'knows no channel %j',
    async (channel) => {
      const { dispatch } = setUp()
      expect(codeOf(await dispatch(channel, {}))).toBe('method-not-allowed')
    },
  )

  it('gives a handler the input as the schema made it', async () => {
    const { dispatch, asked } = setUp()
    await dispatch('portal:cases.list', { params: { queue: 'absences' }, query: { limit: '20' } })
    expect(asked[0]).toEqual({
      route: 'cases.list',
      call: {
        params: { queue: 'absences' },
        query: { status: 'open', addressed: 'anyone', claimed: 'anyone', sort: 'due', direction: 'ascending', limit: 20 },
      },
    })
  })

  it.each([
    ['a request id', { params: { id: CASE_ID }, body: {} }, 'requestId'],
    ['a parameter', { params: {}, body: {}, requestId: CASE_ID }, 'params.id'],
    ['a parameter that is no id', { params: { id: '1' }, body: {}, requestId: CASE_ID }, 'params.id'],
  ])('asks for %s', async (_what, input, field) => {
    const { dispatch, asked } = setUp()
    const answer = await dispatch('portal:cases.claim', input)
    expect(answer).toMatchObject({ problem: { code: 'invalid-input', fields: [{ field }] } })
    expect(asked).toEqual([])
  })

  it('lets nobody to what is about people without signing in, and nothing through while locked', async () => {
    const open = ['app.', 'session.', 'settings.', 'live.', 'links.', 'drafts.write']
    for (const [state, code] of [
      [SIGNED_OUT, 'signed-out'],
      [LOCKED, 'locked'],
    ] as const) {
      const { dispatch } = setUp({}, state)
      for (const channel of channels) {
        const shut = codeOf(await dispatch(channel, {})) === code
        expect([channel, shut]).toEqual([channel, !open.some((name) => channel.startsWith(name))])
      }
    }
  })

  it('keeps an answer that comes after the lock has fallen', async () => {
    const { dispatch, become } = setUp({
      'drafts.read': () => {
        become(LOCKED)
        return ok({ draft: null })
      },
    })
    expect(codeOf(await dispatch('drafts.read', { key: 'a' }))).toBe('locked')
  })

  it('logs a bug under a trace and says only that', async () => {
    const { dispatch, ports } = setUp({
      'app.info': () => {
        throw new Error('a name and a number')
      },
    })
    const answer = await dispatch('app.info', {})
    expect(answer).toMatchObject({ ok: false, problem: { code: 'server-fault' } })
    expect(JSON.stringify(answer)).not.toContain('a name')
    const trace = answer.ok ? null : answer.problem.trace
    expect(ports.logged).toMatchObject([{ level: 'error', facts: { channel: 'app.info', trace } }])
  })

  it('holds its own answers to the table too: what is not in it does not leave', async () => {
    const { dispatch } = setUp({
      'live.state': () => ok({ connected: true, since: '2026-11-23T09:00:00.000Z', secret: 'x' } as never),
      'settings.read': () => ok({ language: 'fr' } as never),
    })
    expect(await dispatch('live.state', {})).toEqual({
      ok: true,
      value: { connected: true, since: '2026-11-23T09:00:00.000Z' },
    })
    expect(codeOf(await dispatch('settings.read', {}))).toBe('server-fault')
  })

  it('takes no input that is no JSON or too much of it', async () => {
    const { dispatch } = setUp()
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(codeOf(await dispatch('app.info', circle))).toBe('malformed-request')
    expect(codeOf(await dispatch('app.info', () => {}))).toBe('malformed-request')
    expect(codeOf(await dispatch('app.info', { key: 'x'.repeat(1024 * 1024) }))).toBe('too-large')
    expect(await dispatch('app.info', undefined)).toBe(REACHED)
  })
})

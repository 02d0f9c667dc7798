/**
 * What the bridge promises, whatever carries it: one suite, run over every transport. A transport is tested from the side of
 * the screen, on the object the screen holds.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DesktopEvent } from '../../shared/api/events.ts'
import type { Bridge } from '../../shared/bridge/bridge.ts'
import { channels, type Push, schemasOf } from '../../shared/bridge/channels.ts'
import type { Result } from '../../shared/bridge/result.ts'
import { type FakePortal, problemReply, startFakePortal } from '../testing/fake-portal.ts'
import { CODE, EMAIL, PASSWORD, WRONG_CODE } from '../testing/fake-sign-in.ts'
import { testUuid } from '../testing/memory-ports.ts'
import { CASE_ID, REQUEST_SUBJECT_ID, sampleCase, sampleSession } from '../testing/samples.ts'

export interface Transport {
  /** As the screen has it. */
  readonly desk: Bridge
  stop(): Promise<void>
}

type AnyCall = (channel: string, input: unknown) => Promise<Result<unknown>>

const open = { params: { id: CASE_ID } }
const reply = {
  requestId: testUuid(0x71),
  route: 'contact-requests.reply' as const,
  subjectId: REQUEST_SUBJECT_ID,
  caseId: CASE_ID,
  basedOn: 1,
  body: { text: 'Antwoord' },
  label: 'Mevr. C. Test',
  draftKey: null,
}

export function conformance(name: string, start: (portal: FakePortal) => Promise<Transport>): void {
  describe(`the bridge over ${name}`, () => {
    let portal: FakePortal
    let transport: Transport
    let desk: Bridge
    /** As a screen with a mistake in it would call. */
    let call: AnyCall
    const heard: { push: Push; value: unknown }[] = []
    const waiting = new Set<() => void>()

    beforeAll(async () => {
      portal = await startFakePortal()
      portal.answer('cases.open', () => ({ value: sampleCase() }))
      transport = await start(portal)
      desk = transport.desk
      call = desk.call as unknown as AnyCall
      for (const push of ['session', 'settings', 'event', 'outbox', 'resync', 'live'] as const) {
        desk.on(push, (value) => {
          heard.push({ push, value })
          for (const look of waiting) look()
        })
      }
    }, 180_000)
    afterAll(async () => {
      await transport?.stop()
      await portal.stop()
    })

    function until(push: Push, right: (value: never) => boolean): Promise<unknown> {
      return new Promise((resolve) => {
        const look = (): void => {
          const found = heard.findLast((one) => one.push === push && right(one.value as never))
          if (!found) return
          waiting.delete(look)
          resolve(found.value)
        }
        waiting.add(look)
        look()
      })
    }

    async function signIn(): Promise<void> {
      await desk.call('session.sign-in', { email: EMAIL, password: PASSWORD })
      const state = await desk.call('session.code', { code: CODE })
      expect(state).toMatchObject({ ok: true, value: { state: 'signed-in' } })
    }

    it.each([
      'nothing',
      '',
      '__proto__',
      'constructor',
      'portal:session.draft-key',
      'portal:session.login',
      'portal:',
      '../app.info',
    ])('does not know the channel "%s"', async (channel) => {
      expect(await call(channel, {})).toMatchObject({ ok: false, problem: { code: 'method-not-allowed' } })
    })

    it('names the field of a wrong input, in the language of the settings', async () => {
      const wrong = await call('session.sign-in', { email: 'geen adres', password: '' })
      expect(wrong).toMatchObject({
        ok: false,
        problem: { code: 'invalid-input', fields: [{ field: 'email', rule: 'email-format' }, { field: 'password' }] },
      })
      expect(wrong.ok ? null : wrong.problem.fields?.[0]?.message).toBe('Dit e-mailadres klopt niet.')
      await desk.call('settings.write', { language: 'en' })
      const english = await call('session.code', { code: 'abc' })
      expect(english.ok ? null : english.problem.fields?.[0]?.message).toBe('A code has six digits.')
      await desk.call('settings.write', { language: 'nl' })
    })

    it.each([
      ['an unknown field', { key: 'a', extra: 1 }],
      ['a field that is missing', {}],
      ['another kind of value', { key: { toString: 'a' } }],
      ['a list', []],
      ['a text', 'key'],
    ] as [string, unknown][])('refuses %s', async (_what, input) => {
      await signIn()
      expect(await call('drafts.read', input)).toMatchObject({ ok: false, problem: { code: 'invalid-input' } })
      await desk.call('session.sign-out', {})
    })

    it('asks for signing in before anything about people', async () => {
      for (const channel of channels.filter((one) => one.startsWith('portal:'))) {
        expect(await call(channel, {})).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
      }
    })

    it('brings a value round as it is', async () => {
      await signIn()
      expect(await desk.call('session.state', {})).toEqual({ ok: true, value: { state: 'signed-in', session: sampleSession() } })
      expect(await desk.call('portal:cases.open', open)).toEqual({ ok: true, value: sampleCase() })
      const text = 'Één 🙂 \u2028 "aanhalingstekens" <script>alert(1)</script> \\ \u0001 \ud83d'
      await desk.call('drafts.write', { key: 'reply:1', text, basedOn: null })
      const draft = await desk.call('drafts.read', { key: 'reply:1' })
      expect(draft).toMatchObject({ ok: true, value: { draft: { text, basedOn: null } } })
    })

    it('brings a problem round as it is, with fields, parameters and the present state', async () => {
      const problem = { ...problemReply('code-wrong', { left: 4 }).problem }
      portal.answer('cases.claim', () => ({
        problem: { ...problemReply('claimed-by-other', { by: 'Jan' }).problem, current: [1, { a: null }] },
      }))
      expect(await desk.call('session.confirm', { code: WRONG_CODE })).toEqual({ ok: false, problem })
      const claim = { params: { id: CASE_ID }, body: {}, requestId: testUuid(1) }
      expect(await desk.call('portal:cases.claim', claim)).toMatchObject({
        ok: false,
        problem: { code: 'claimed-by-other', params: { by: 'Jan' }, current: [1, { a: null }] },
      })
    })

    it('carries JSON and nothing else', async () => {
      const body = { text: 'a', left: undefined }
      expect(await call('drafts.write', { key: 'reply:2', basedOn: null, ...body })).toMatchObject({ ok: true })
      expect(await call('drafts.write', { key: 'reply:2', basedOn: null, text: new Date(0) })).toMatchObject({ ok: true })
      expect(await desk.call('drafts.read', { key: 'reply:2' })).toMatchObject({
        value: { draft: { text: '1970-01-01T00:00:00.000Z' } },
      })
      for (const text of [Number.NaN, new Map([['a', 1]]), new Uint8Array(2)]) {
        expect(await call('drafts.write', { key: 'reply:2', basedOn: null, text })).toMatchObject({
          ok: false,
          problem: { code: 'invalid-input', fields: [{ field: 'text' }] },
        })
      }
      expect(await call('settings.read', JSON.parse('{"__proto__":{"density":"compact"}}'))).toMatchObject({ ok: false })
      expect({}).not.toHaveProperty('density')
    })

    it('takes nothing that is no JSON at all: it is refused, or it is a bug of the screen and thrown', async () => {
      const circle: { self?: unknown } = {}
      circle.self = circle
      for (const input of [circle, { key: 1n }]) {
        const answer = await call('drafts.read', input).catch(() => 'thrown' as const)
        if (answer !== 'thrown') expect(answer).toMatchObject({ ok: false, problem: { code: 'malformed-request' } })
      }
    })

    it('answers in the shape of the table', async () => {
      for (const channel of ['app.info', 'session.state', 'settings.read', 'live.state', 'outbox.list'] as const) {
        const answer = await desk.call(channel, {})
        expect(answer).toMatchObject({ ok: true })
        if (answer.ok) expect(schemasOf(channel).output.parse(answer.value)).toEqual(answer.value)
      }
    })

    it('carries what is large, and says when it is too large', async () => {
      const rows = Array.from({ length: 100 }, (_, index) => {
        const { status: _s, closedAt: _a, closedBy: _b, reportedBy: _r, client: _c, subject: _j, ...row } = sampleCase()
        return { ...row, id: testUuid(index), name: 'é'.repeat(10_000) }
      })
      portal.answer('cases.list', () => ({ value: { rows, next: null } }))
      const page = { params: { queue: 'contact-requests' as const }, query: {} }
      const answer = await desk.call('portal:cases.list', page)
      expect(answer.ok && answer.value.rows).toHaveLength(100)
      expect(answer.ok && answer.value.rows[99]?.name).toBe('é'.repeat(10_000))
      const body = { text: 'x'.repeat(2 * 1024 * 1024) }
      expect(await desk.call('outbox.submit', { ...reply, body })).toMatchObject({ ok: false, problem: { code: 'too-large' } })
      expect(await desk.call('session.state', {})).toMatchObject({ ok: true })
    })

    it('keeps answers to many calls at once apart', async () => {
      const keys = Array.from({ length: 40 }, (_, index) => `many:${index}`)
      await Promise.all(keys.map((key) => desk.call('drafts.write', { key, text: `text of ${key}`, basedOn: null })))
      const read = await Promise.all(keys.map((key) => desk.call('drafts.read', { key })))
      expect(read.map((answer) => (answer.ok ? answer.value.draft?.text : null))).toEqual(keys.map((key) => `text of ${key}`))
    })

    it('tells what changes, until one stops listening', async () => {
      const seen: unknown[] = []
      const off = desk.on('settings', (value) => seen.push(value))
      await desk.call('settings.write', { density: 'compact' })
      await until('settings', ({ density }: { density: string }) => density === 'compact')
      off()
      await desk.call('settings.write', { density: 'comfortable' })
      await until('settings', ({ density }: { density: string }) => density === 'comfortable')
      expect(seen).toMatchObject([{ density: 'compact' }])
    })

    it('tells events of the portal, and what became of the outbox', async () => {
      await until('live', ({ connected }: { connected: boolean }) => connected)
      portal.publish(event(11))
      expect(await until('event', ({ id }: { id: number }) => id === 11)).toEqual(event(11))
      portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
      expect(await desk.call('outbox.submit', reply)).toMatchObject({ ok: true })
      await until('outbox', ({ entries }: { entries: { state: string }[] }) => entries[0]?.state === 'accepted')
    })

    it('is shut while it is locked, and tells nothing about people', async () => {
      await desk.call('session.lock', {})
      await until('session', ({ state }: { state: string }) => state === 'locked')
      const before = heard.length
      for (const channel of channels.filter((one) => one.startsWith('portal:'))) {
        expect(await call(channel, {})).toMatchObject({ ok: false, problem: { code: 'locked' } })
      }
      expect(await desk.call('drafts.read', { key: 'reply:1' })).toMatchObject({ problem: { code: 'locked' } })
      expect(await desk.call('outbox.list', {})).toMatchObject({ problem: { code: 'locked' } })
      portal.publish(event(12))
      expect(await desk.call('session.unlock', { code: WRONG_CODE })).toMatchObject({ problem: { code: 'code-wrong' } })
      expect(heard.slice(before).filter(({ push }) => push === 'event' || push === 'outbox')).toEqual([])
      await desk.call('session.unlock', { code: CODE })
      expect(await desk.call('portal:cases.open', open)).toMatchObject({ ok: true })
    })

    it('says so when the portal is gone, and when the session has ended', async () => {
      portal.answer('cases.open', () => ({ drop: 'before-commit' }))
      expect(await desk.call('portal:cases.open', open)).toMatchObject({ problem: { code: 'portal-unreachable' } })
      portal.signIn.endSession()
      expect(await desk.call('portal:cases.open', open)).toMatchObject({ problem: { code: 'signed-out' } })
      await until('session', ({ state }: { state: string }) => state === 'signed-out')
    })
  })
}

function event(id: number): DesktopEvent {
  return {
    id,
    type: 'case.changed',
    queue: 'contact-requests',
    caseId: CASE_ID,
    subjectId: REQUEST_SUBJECT_ID,
    version: 2,
    staffId: null,
    at: '2026-11-23T09:00:00.000Z',
  }
}

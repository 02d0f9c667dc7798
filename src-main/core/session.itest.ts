import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DesktopEvent } from '../../shared/api/events.ts'
import { IDLE_LOCK_MINUTES } from '../../shared/bridge/channels.ts'
import { type DeskInMemory, startDeskInMemory } from '../testing/desk-in-memory.ts'
import { type FakePortal, problemReply, startFakePortal } from '../testing/fake-portal.ts'
import { CODE, EMAIL, PASSWORD, WRONG_CODE } from '../testing/fake-sign-in.ts'
import { createMemoryPorts, testUuid } from '../testing/memory-ports.ts'
import { CASE_ID, REQUEST_SUBJECT_ID, sampleCase, sampleSession } from '../testing/samples.ts'

let portal: FakePortal
const desks: DeskInMemory[] = []
beforeEach(async () => {
  portal = await startFakePortal()
  portal.answer('cases.open', () => ({ value: sampleCase() }))
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.workstation.stop()
  await portal.stop()
})

async function start(ports = createMemoryPorts()): Promise<DeskInMemory> {
  const desk = await startDeskInMemory(portal, ports)
  desks.push(desk)
  return desk
}

const open = { params: { id: CASE_ID } }
const reply = {
  requestId: testUuid(0x51),
  route: 'contact-requests.reply' as const,
  subjectId: REQUEST_SUBJECT_ID,
  caseId: CASE_ID,
  basedOn: 1,
  body: { text: 'Antwoord' },
  label: 'Mevr. C. Test',
  draftKey: 'reply:1',
}
const event = (id: number): DesktopEvent => ({
  id,
  type: 'case.changed',
  queue: 'contact-requests',
  caseId: CASE_ID,
  subjectId: REQUEST_SUBJECT_ID,
  version: 2,
  staffId: null,
  at: '2026-11-23T09:00:00.000Z',
})

describe('signing in', () => {
  it('goes from address and password, by the code, to who is in', async () => {
    const desk = await start()
    expect(await desk.value('session.state', {})).toEqual({ state: 'signed-out', problem: null })
    const step = await desk.value('session.sign-in', { email: EMAIL, password: PASSWORD })
    expect(step).toEqual({ state: 'code', email: EMAIL, expiresAt: '2026-11-23T09:05:00.000Z' })
    const state = await desk.value('session.code', { code: CODE })
    expect(state).toEqual({ state: 'signed-in', session: sampleSession() })
    expect(desk.heardOf('session')).toEqual([step, state])
    expect(portal.seenOf('session.staff-code')[0]?.body).toMatchObject({ workstation: 'werkplek-1' })
  })

  it('tells nobody the ticket or a token', async () => {
    const desk = await start(createMemoryPorts({ secrets: true }))
    await desk.signIn()
    const told = JSON.stringify([desk.heard, desk.ports.logged, await desk.value('session.state', {})])
    expect(told).not.toMatch(/ticket-1|access-\d|refresh-\d/)
  })

  it('stays at the code after a wrong one, and starts over when the step took too long', async () => {
    const desk = await start()
    await desk.value('session.sign-in', { email: EMAIL, password: PASSWORD })
    expect(await desk.call('session.code', { code: WRONG_CODE })).toMatchObject({ problem: { code: 'code-wrong' } })
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'code' })
    portal.answer('session.staff-code', () => problemReply('ticket-expired'))
    expect(await desk.call('session.code', { code: CODE })).toMatchObject({ problem: { code: 'ticket-expired' } })
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'signed-out', problem: { code: 'ticket-expired' } })
  })

  it('refuses a wrong password and portal channels before it', async () => {
    const desk = await start()
    expect(await desk.call('session.sign-in', { email: EMAIL, password: 'mis' })).toMatchObject({
      problem: { code: 'credentials-wrong' },
    })
    expect(await desk.call('portal:cases.open', open)).toMatchObject({ problem: { code: 'signed-out' } })
    expect(portal.seenOf('cases.open')).toEqual([])
  })

  it('goes back from the code, though an answer to it is under way: its tokens are revoked', async () => {
    const desk = await start()
    await desk.value('session.sign-in', { email: EMAIL, password: PASSWORD })
    const held = portal.hold('session.staff-code')
    const code = desk.call('session.code', { code: CODE })
    await held.arrived
    const back = desk.value('session.back', {})
    held.release()
    expect(await back).toEqual({ state: 'signed-out', problem: null })
    expect(await code).toMatchObject({ problem: { code: 'signed-out' } })
    expect(await desk.value('session.state', {})).toEqual({ state: 'signed-out', problem: null })
    expect(portal.seenOf('session.logout')[0]?.body).toEqual({ refreshToken: 'refresh-1' })
  })

  it('does not half sign in when the portal fails on the way', async () => {
    const desk = await start()
    portal.answer('session.draft-key', () => problemReply('server-fault', { trace: 'x' }))
    await desk.value('session.sign-in', { email: EMAIL, password: PASSWORD })
    expect(await desk.call('session.code', { code: CODE })).toMatchObject({ problem: { code: 'server-fault' } })
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'signed-out', problem: { code: 'server-fault' } })
    expect(portal.seenOf('session.logout')).toHaveLength(1)
  })
})

describe('the lock', () => {
  it('falls after the idle time, whatever the program itself does meanwhile', async () => {
    const desk = await start()
    await desk.signIn()
    await desk.ports.clock.advance((IDLE_LOCK_MINUTES - 1) * 60_000)
    expect(await desk.call('portal:cases.open', open)).toMatchObject({ ok: true })
    await desk.ports.clock.advance(60_000)
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'locked', session: { name: 'Noor Willemsen' } })
  })

  it('is kept away by work', async () => {
    const desk = await start()
    await desk.signIn()
    await desk.ports.clock.advance((IDLE_LOCK_MINUTES - 1) * 60_000)
    await desk.value('session.active', {})
    await desk.ports.clock.advance((IDLE_LOCK_MINUTES - 1) * 60_000)
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'signed-in' })
  })

  it('answers nothing about people, and sends nothing, until the code', async () => {
    const desk = await start()
    await desk.signIn()
    await desk.value('session.lock', {})
    const before = portal.seen.length
    for (const [channel, input] of [
      ['portal:cases.open', open],
      ['drafts.read', { key: 'reply:1' }],
      ['outbox.list', {}],
      ['outbox.submit', reply],
    ] as const) {
      expect(await desk.call(channel, input)).toMatchObject({ ok: false, problem: { code: 'locked' } })
    }
    expect(portal.seen).toHaveLength(before)
    expect(await desk.call('session.switch', { provider: 'laurens' })).toMatchObject({ problem: { code: 'locked' } })
    expect(await desk.call('session.confirm', { code: CODE })).toMatchObject({ problem: { code: 'locked' } })
    expect(await desk.call('session.unlock', { code: WRONG_CODE })).toMatchObject({ problem: { code: 'code-wrong' } })
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'locked' })
    expect(await desk.value('session.unlock', { code: CODE })).toMatchObject({
      state: 'signed-in',
      session: { confirmedAt: '2026-11-23T09:30:00.000Z' },
    })
    expect(await desk.call('portal:cases.open', open)).toMatchObject({ ok: true })
  })

  it('keeps what was typed when it fell', async () => {
    const desk = await start()
    await desk.signIn()
    await desk.value('session.lock', {})
    expect(await desk.call('drafts.write', { key: 'reply:1', text: 'half', basedOn: 1 })).toMatchObject({ ok: true })
    await desk.value('session.unlock', { code: CODE })
    expect(await desk.value('drafts.read', { key: 'reply:1' })).toMatchObject({ draft: { text: 'half' } })
  })

  it('holds back pushes about people, and makes good for them afterwards', async () => {
    const desk = await start()
    await desk.signIn()
    await desk.until('resync')
    await desk.value('session.lock', {})
    portal.publish(event(3))
    // The stream was read when the watch over its silence was planned anew.
    const resyncs = desk.heardOf('resync').length
    await desk.ports.clock.replanned()
    expect(desk.heardOf('event')).toEqual([])
    expect(desk.heardOf('resync')).toHaveLength(resyncs)
    await desk.value('session.unlock', { code: CODE })
    expect(desk.heardOf('resync')).toHaveLength(resyncs + 1)
    portal.publish(event(4))
    await desk.until('event', ({ id }) => id === 4)
    expect(desk.heardOf('event').map(({ id }) => id)).toEqual([4])
  })

  it('that falls during an answer keeps the answer here', async () => {
    const desk = await start()
    await desk.signIn()
    const held = portal.hold('cases.open')
    const answer = desk.call('portal:cases.open', open)
    await held.arrived
    await desk.value('session.lock', {})
    held.release()
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'locked' } })
  })

  it('that falls during a switch stays', async () => {
    const desk = await start()
    await desk.signIn()
    const held = portal.hold('session.staff-switch')
    const switched = desk.call('session.switch', { provider: 'laurens' })
    await held.arrived
    await desk.value('session.lock', {})
    held.release()
    await switched
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'locked' })
    await desk.value('session.unlock', { code: CODE })
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'signed-in', session: { provider: 'laurens' } })
  })
})

describe('the session', () => {
  it('switches provider with new tokens, a new stream and other drafts', async () => {
    const desk = await start()
    await desk.signIn()
    await desk.value('drafts.write', { key: 'reply:1', text: 'voor Cordaan', basedOn: 1 })
    await desk.until('live', ({ connected }) => connected)
    expect(await desk.value('session.switch', { provider: 'laurens' })).toMatchObject({ session: { provider: 'laurens' } })
    expect(await desk.value('drafts.read', { key: 'reply:1' })).toEqual({ draft: null })
    await desk.value('portal:cases.open', open)
    expect(portal.seenOf('cases.open')[0]?.headers['authorization']).toBe('Bearer access-2')
    await desk.value('session.switch', { provider: 'cordaan' })
    expect(await desk.value('drafts.read', { key: 'reply:1' })).toMatchObject({ draft: { text: 'voor Cordaan' } })
  })

  it('ends at signing out: revoked, drafts shut, nothing kept', async () => {
    const desk = await start(createMemoryPorts({ secrets: true }))
    await desk.signIn()
    expect(desk.ports.storage.documents.has('session')).toBe(true)
    expect(await desk.value('session.sign-out', {})).toEqual({ state: 'signed-out', problem: null })
    expect(portal.seenOf('session.logout')[0]?.body).toEqual({ refreshToken: 'refresh-1' })
    expect(desk.ports.storage.documents.has('session')).toBe(false)
    expect(await desk.call('drafts.read', { key: 'reply:1' })).toMatchObject({ problem: { code: 'signed-out' } })
  })

  it('that the portal ended is said once, and what waits is kept', async () => {
    const desk = await start()
    await desk.signIn()
    portal.signIn.endSession()
    expect(await desk.call('portal:cases.open', open)).toMatchObject({ problem: { code: 'signed-out' } })
    expect(await desk.value('session.state', {})).toMatchObject({ state: 'signed-out', problem: { code: 'signed-out' } })
    expect(await desk.call('drafts.write', { key: 'reply:1', text: 'nog net', basedOn: 1 })).toMatchObject({ ok: true })
    await desk.signIn()
    expect(await desk.value('drafts.read', { key: 'reply:1' })).toMatchObject({ draft: { text: 'nog net' } })
  })

  it('is confirmed with the code', async () => {
    const desk = await start()
    await desk.signIn()
    expect(await desk.value('session.confirm', { code: CODE })).toMatchObject({
      state: 'signed-in',
      session: { confirmedAt: '2026-11-23T09:30:00.000Z' },
    })
    expect(await desk.call('session.confirm', { code: WRONG_CODE })).toMatchObject({ problem: { code: 'code-wrong' } })
  })

  it('comes back after a restart, locked, where secrets can be kept', async () => {
    const ports = createMemoryPorts({ secrets: true })
    const first = await start(ports)
    await first.signIn()
    portal.signIn.expireAccess()
    await first.value('portal:cases.open', open)
    await first.workstation.stop()
    const second = await start(createMemoryPorts({ secrets: true, storage: ports.storage }))
    expect(await second.value('session.state', {})).toMatchObject({ state: 'locked', session: { name: 'Noor Willemsen' } })
    expect(await second.call('portal:cases.open', open)).toMatchObject({ problem: { code: 'locked' } })
    await second.value('session.unlock', { code: CODE })
    expect(await second.call('portal:cases.open', open)).toMatchObject({ ok: true })
    expect(portal.signIn.reuses()).toBe(0)
  })

  it('does not come back where secrets cannot be kept, and leaves no token on the disk or alive', async () => {
    const ports = createMemoryPorts()
    const first = await start(ports)
    await first.signIn()
    expect(JSON.stringify([...ports.storage.documents])).not.toMatch(/access-|refresh-/)
    await first.workstation.stop()
    expect(portal.seenOf('session.logout')).toHaveLength(1)
    const second = await start(createMemoryPorts({ storage: ports.storage }))
    expect(await second.value('session.state', {})).toEqual({ state: 'signed-out', problem: null })
  })
})

describe('the outbox of a session', () => {
  it('sends, is told as accepted, and the draft is gone', async () => {
    const desk = await start()
    await desk.signIn()
    portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
    await desk.value('drafts.write', { key: 'reply:1', text: 'Antwoord', basedOn: 1 })
    await desk.value('outbox.submit', reply)
    await desk.until('outbox', ({ entries }) => entries[0]?.state === 'accepted')
    expect(await desk.value('drafts.read', { key: 'reply:1' })).toEqual({ draft: null })
    expect(portal.committed).toEqual([{ route: 'contact-requests.reply', requestId: reply.requestId }])
  })

  it('comes back with the problem, keeps the draft, and notifies without a name', async () => {
    const desk = await start()
    await desk.signIn()
    portal.answer('contact-requests.reply', () => problemReply('stale-version'))
    await desk.value('drafts.write', { key: 'reply:1', text: 'Antwoord', basedOn: 1 })
    await desk.value('outbox.submit', reply)
    await desk.until('outbox', ({ entries }) => entries[0]?.problem?.code === 'stale-version')
    expect(await desk.value('drafts.read', { key: 'reply:1' })).toMatchObject({ draft: { text: 'Antwoord' } })
    expect(desk.ports.shown).toHaveLength(1)
    expect(JSON.stringify(desk.ports.shown)).not.toContain('Test')
  })

  it('goes on while the screen is locked, without saying so', async () => {
    const desk = await start()
    await desk.signIn()
    portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
    const held = portal.hold('contact-requests.reply')
    await desk.value('outbox.submit', reply)
    await held.arrived
    await desk.value('session.lock', {})
    const before = desk.heardOf('outbox').length
    const draftGone = desk.ports.storage.deleted('draft')
    held.release()
    await draftGone
    await desk.workstation.call('session.state', {})
    expect(desk.heardOf('outbox')).toHaveLength(before)
    await desk.value('session.unlock', { code: CODE })
    await desk.until('outbox', ({ entries }) => entries[0]?.state === 'accepted')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { API } from '../../shared/api/table.ts'
import { type FakePortal, problemReply, startFakePortal } from '../testing/fake-portal.ts'
import { CODE } from '../testing/fake-sign-in.ts'
import { createMemoryPorts, testUuid } from '../testing/memory-ports.ts'
import { CASE_ID, REQUEST_SUBJECT_ID, sampleCase } from '../testing/samples.ts'
import { createPortalClient } from './portal-client.ts'
import { createPortalHttp } from './portal-http.ts'
import { createRefuser } from './refuse.ts'

let portal: FakePortal
beforeEach(async () => {
  portal = await startFakePortal()
})
afterEach(() => portal.stop())

function clientOf(url = portal.url) {
  const ports = createMemoryPorts()
  const lost: string[] = []
  const client = createPortalClient({
    ...ports,
    http: createPortalHttp(url),
    refuser: createRefuser(() => 'en'),
    workstation: 'werkplek één',
    rotated: async () => {},
    lost: (problem) => {
      lost.push(problem.code)
      client.access.begin(null)
    },
  })
  const signIn = async (): Promise<void> => {
    const answer = await client.call('session.staff-code', { body: { ticket: 'ticket-1', code: CODE } })
    if (answer.ok) client.access.begin(answer.value.tokens)
  }
  return { client, signIn, lost, ports }
}

const reply = { params: { id: REQUEST_SUBJECT_ID }, body: { text: 'Antwoord' }, basedOn: 3, requestId: testUuid(1) }

describe('the portal client', () => {
  it('puts token, version, request id, language and workstation where the route says', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
    expect(await client.call('contact-requests.reply', reply)).toMatchObject({ ok: true, value: { status: 'closed' } })
    expect(portal.seenOf('contact-requests.reply')[0]).toMatchObject({
      params: { id: REQUEST_SUBJECT_ID },
      body: { text: 'Antwoord' },
      headers: {
        authorization: 'Bearer access-1',
        'if-match': '"3"',
        'idempotency-key': testUuid(1),
        'accept-language': 'en',
        'x-workstation': 'werkplek ??n',
      },
    })
  })

  it('encodes a query and leaves out what is not given', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    portal.answer('accounts.search', () => ({ value: { rows: [], next: null } }))
    await client.call('accounts.search', { query: { q: 'Jansen & zn?', cursor: undefined, limit: 20 } })
    expect(portal.seenOf('accounts.search')[0]?.query).toEqual({ q: 'Jansen & zn?', limit: '20' })
  })

  it('gives a problem as the portal told it, with fields and the present state', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    const now = sampleCase('Al beantwoord')
    portal.answer('contact-requests.reply', () => ({ problem: { ...problemReply('stale-version').problem, current: now } }))
    const answer = await client.call('contact-requests.reply', reply)
    expect(answer).toMatchObject({ ok: false, problem: { code: 'stale-version', status: 412, current: { id: CASE_ID } } })
    const wrong = await client.call('contact-requests.reply', { ...reply, body: { text: '' } })
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'invalid-input', fields: [{ field: 'body.text' }] } })
  })

  it('renews a spent token once for many calls at the same time', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    portal.answer('cases.open', () => ({ value: sampleCase() }))
    portal.signIn.expireAccess()
    const calls = Array.from({ length: 12 }, () => client.call('cases.open', { params: { id: CASE_ID } }))
    expect((await Promise.all(calls)).every((answer) => answer.ok)).toBe(true)
    expect(portal.seenOf('session.refresh')).toHaveLength(1)
    expect(portal.signIn.reuses()).toBe(0)
  })

  it('is signed out when the session has ended, and asks no more', async () => {
    const { client, signIn, lost } = clientOf()
    await signIn()
    portal.signIn.endSession()
    expect(await client.call('cases.open', { params: { id: CASE_ID } })).toMatchObject({ problem: { code: 'signed-out' } })
    expect(lost).toEqual(['signed-out'])
    const before = portal.seen.length
    expect(await client.call('cases.open', { params: { id: CASE_ID } })).toMatchObject({ problem: { code: 'signed-out' } })
    expect(portal.seen).toHaveLength(before)
  })

  it('is signed out when a new token is refused as well', async () => {
    const { client, signIn, lost } = clientOf()
    await signIn()
    portal.answer('cases.open', () => problemReply('signed-out'))
    expect(await client.call('cases.open', { params: { id: CASE_ID } })).toMatchObject({ problem: { code: 'signed-out' } })
    expect(lost).toEqual(['signed-out'])
  })

  it('says that the portal is out of reach when nobody answers, and stays signed in', async () => {
    const { client, signIn, lost } = clientOf()
    await signIn()
    await portal.stop()
    expect(await client.call('cases.open', { params: { id: CASE_ID } })).toMatchObject({
      problem: { code: 'portal-unreachable' },
    })
    expect(lost).toEqual([])
    expect(client.access.current()).not.toBeNull()
  })

  it('repeats once, under the same id, when the connection breaks after the portal did it', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    portal.answer('contact-requests.reply', ({ body }) => ({ drop: 'after-commit', value: sampleCase(body.text) }))
    expect(await client.call('contact-requests.reply', reply)).toMatchObject({ ok: true })
    expect(portal.seenOf('contact-requests.reply')).toHaveLength(2)
    expect(portal.committed).toEqual([{ route: 'contact-requests.reply', requestId: testUuid(1) }])
  })

  it('does not repeat a call without an id', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    portal.answer('session.staff-confirm', () => ({ drop: 'before-commit' }))
    const answer = await client.call('session.staff-confirm', { body: { code: CODE } })
    expect(answer).toMatchObject({ problem: { code: 'portal-unreachable' } })
    expect(portal.seenOf('session.staff-confirm')).toHaveLength(1)
  })

  it.each([
    ['a page of a proxy', 502, 'text/html', '<h1>Bad gateway</h1>', 'unsettled', 'portal-unreachable'],
    ['a sign-in page of a guest network', 200, 'text/html', '<form>', 'unsettled', 'portal-unreachable'],
    ['half an answer', 200, 'application/json', '{"id":', 'unsettled', 'portal-unreachable'],
    ['JSON of something else', 404, 'application/json', '{"message":"no"}', 'unsettled', 'portal-unreachable'],
    ['an answer in another shape', 200, 'application/json', '{"id":1}', 'garbled', 'server-fault'],
  ])('%s decides nothing', async (_what, status, type, text, kind, code) => {
    const { client, signIn, ports } = clientOf()
    await signIn()
    portal.answer('contact-requests.reply', () => ({ raw: { status, type, text } }))
    const outcome = await client.attempt(API['contact-requests.reply'], reply)
    expect(outcome).toMatchObject({ kind, problem: { code } })
    expect(JSON.stringify(ports.logged)).not.toContain('Antwoord')
  })

  it.each([
    ['stale-version', 'refused'],
    ['already-closed', 'refused'],
    ['forbidden', 'refused'],
    ['request-id-reused', 'refused'],
    ['rate-limited', 'unsettled'],
    ['server-fault', 'unsettled'],
    ['portal-unavailable', 'unsettled'],
  ] as const)('%s is %s', async (code, kind) => {
    const { client, signIn } = clientOf()
    await signIn()
    portal.answer('contact-requests.reply', () => problemReply(code, { seconds: 7 }))
    const outcome = await client.attempt(API['contact-requests.reply'], reply)
    expect(outcome).toMatchObject({ kind, problem: { code } })
    if (outcome.kind === 'unsettled') expect(outcome.retryAfterMs).toBe(7_000)
  })

  it('follows no redirect with its token', async () => {
    const { client, signIn } = clientOf()
    await signIn()
    const elsewhere = await startFakePortal()
    portal.answer('cases.open', () => ({ raw: { status: 307, type: 'application/json', text: '{}', location: elsewhere.url } }))
    const answer = await client.call('cases.open', { params: { id: CASE_ID } })
    expect(answer).toMatchObject({ problem: { code: 'portal-unreachable' } })
    expect(portal.seenOf('cases.open')).toHaveLength(1)
    expect(elsewhere.seen).toEqual([])
    await elsewhere.stop()
  })
})

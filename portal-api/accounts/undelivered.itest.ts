/** What the helpdesk sees of messages that did not arrive, and what it can do about them. */
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { testWorker } from '../../tests/support/delivery.ts'
import { asStaff, type ClientRow, makeClient, makeProvider, makeStaff, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { makeLoginUser, problemOf, reload } from '../../tests/support/log-in.ts'
import { auditOf, eventsOf } from '../../tests/support/traces.ts'
import { cases, deliveries, portalUsers } from '../db/schema/index.ts'
import type { NewDelivery } from '../platform/context.ts'
import type { Failed, Outcome } from '../platform/delivery/channel.ts'
import { queueDelivery } from '../platform/delivery/queue.ts'
import { undelivered } from './undelivered.ts'

let app: TestApp
let client: ClientRow
let helpdesk: Caller
let planner: Caller
let elsewhere: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'cordaan']) await makeProvider(app, id)
  client = await makeClient(app, 'laurens')
  helpdesk = await asStaff(app, 'laurens', await makeStaff(app, 'laurens', 'helpdesk', 'Sem Molenaar'))
  planner = await asStaff(app, 'laurens', await makeStaff(app, 'laurens', 'planner', 'Rik Jansma'))
  elsewhere = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'helpdesk', 'Jesse Aalbers'))
})
afterAll(() => app.stop())

const noMailbox: Failed = { kind: 'permanent', failure: 'address-refused', error: '550 5.1.1 RCPT TO' }

/** Sends one message to a user, which ends as `outcome` says. */
async function send(user: PortalUserRow, outcome: Outcome, given: Partial<NewDelivery> = {}): Promise<string> {
  const to = user.email ?? ''
  const message = {
    channel: 'email',
    to,
    template: 'account.unblocked',
    body: 'KANARIE',
    portalUserId: user.id,
    ...given,
  } as const
  await app.db.transaction((tx) => queueDelivery(tx, app.services, 'laurens', message, app.clock.now()))
  const channel = { send: async () => outcome }
  await testWorker(app, { email: channel, sms: channel }, { onFailed: undelivered }).drain()
  const [row] = await app.db.select().from(deliveries).where(eq(deliveries.toAddress, message.to))
  return row?.id ?? ''
}
const casesOf = (user: PortalUserRow) =>
  app.db
    .select()
    .from(cases)
    .where(and(eq(cases.subjectId, user.id), eq(cases.status, 'open')))
const open = (user: PortalUserRow) => mustCall(helpdesk, 'accounts.open', { params: { id: user.id } })
const retry = (caller: Caller, id: string) => callApi(caller, 'deliveries.retry', { params: { id }, requestId: randomUUID() })

describe('a mail that its mailbox refused', () => {
  it('marks the address, opens one access case, and stands in the timeline, the event log and the audit log', async () => {
    const user = await makeLoginUser(app, client, { rights: ['dossier'] })
    await send(user, noMailbox)
    const after = await reload(app, user)
    expect(after).toMatchObject({ emailBouncedAt: app.clock.now(), version: user.version + 1 })
    const [found] = await casesOf(user)
    expect(found).toMatchObject({ reason: 'bounced', queue: 'accounts', facets: ['bounced'] })
    const account = await open(user)
    expect(account.timeline[0]).toMatchObject({ type: 'delivery-failed', by: 'system', detail: expect.stringContaining('···@') })
    expect(account.diagnosis).toMatchObject({ cause: 'email', repair: 'correct-email' })
    expect((await eventsOf(app, { subjectId: user.id })).map((event) => event.type)).toEqual([
      'case.opened',
      'case.changed',
      'account.changed',
    ])
    expect(await auditOf(app, { caseId: found?.id ?? '' })).toContainEqual(
      expect.objectContaining({ action: 'create', object: 'case', actorKind: 'system', clientId: client.id }),
    )

    await app.db.delete(deliveries)
    await send(user, noMailbox)
    expect(await casesOf(user)).toHaveLength(1)
    expect((await reload(app, user)).version).toBe(after.version)
  })

  it('says nothing about an address the account no longer has', async () => {
    const user = await makeLoginUser(app, client)
    await send(user, noMailbox, { to: 'vroeger@post.example' })
    expect(await reload(app, user)).toMatchObject({ emailBouncedAt: null })
    expect(await casesOf(user)).toEqual([])
    expect((await open(user)).timeline[0]).toMatchObject({ type: 'delivery-failed' })
  })

  it('counts until the address is another one', async () => {
    const user = await makeLoginUser(app, client)
    await send(user, noMailbox)
    await app.db.update(portalUsers).set({ name: 'Mevr. T. Hofstra' }).where(eq(portalUsers.id, user.id))
    expect((await reload(app, user)).emailBouncedAt).not.toBeNull()
    const email = 'goed@post.example'
    await app.db.update(portalUsers).set({ email, emailSince: app.clock.now() }).where(eq(portalUsers.id, user.id))
    expect((await reload(app, user)).emailBouncedAt).toBeNull()
  })
})

describe('other failures', () => {
  it('a code that its number refused opens a case as well; another text does not', async () => {
    const user = await makeLoginUser(app, client)
    const to = user.mobile ?? ''
    await send(user, noMailbox, { channel: 'sms', to, template: 'account.unblocked' })
    expect(await casesOf(user)).toEqual([])
    await app.db.delete(deliveries)
    await send(user, noMailbox, { channel: 'sms', to, template: 'session.device-code', holdsSecret: true })
    expect(await casesOf(user)).toMatchObject([{ reason: 'no-code' }])
  })

  it('a text that was refused, or a server that stayed away, is no fault of the address', async () => {
    const user = await makeLoginUser(app, client)
    await send(user, { ...noMailbox, failure: 'message-refused' })
    expect(await reload(app, user)).toMatchObject({ emailBouncedAt: null })
    expect(await casesOf(user)).toEqual([])
  })
})

describe('the messages of an account', () => {
  it('show how they stand, with masked addresses and without a word of their text', async () => {
    const user = await makeLoginUser(app, client, { userName: 't.hofstra' })
    await send(user, { kind: 'temporary', failure: 'busy', error: '451 4.7.1 RCPT TO' })
    const account = await open(user)
    expect(account.deliveries).toMatchObject([
      { channel: 'email', about: 'account-notice', status: 'queued', attempts: 1, failure: 'busy', error: '451 4.7.1 RCPT TO' },
    ])
    expect(account.deliveries[0]?.nextTryAt).toBe(new Date(app.clock.now().getTime() + 10_000).toISOString())
    const seen = JSON.stringify(account)
    for (const hidden of ['KANARIE', user.email ?? '-', user.mobile ?? '-']) expect(seen).not.toContain(hidden)
  })

  it('can be tried again once they failed: under the same id, logged', async () => {
    const user = await makeLoginUser(app, client)
    const id = await send(user, noMailbox)
    const answer = await retry(helpdesk, id)
    expect(answer).toMatchObject({ ok: true, value: { id, status: 'queued', attempts: 0, retryable: false } })
    expect(await auditOf(app, { object: 'delivery' })).toContainEqual(
      expect.objectContaining({ objectId: id, outcome: 'ok', actorKind: 'staff' }),
    )
    const sent: string[] = []
    const channel = {
      async send(message: { id: string }) {
        sent.push(message.id)
        return { kind: 'sent' } as const
      },
    }
    await testWorker(app, { email: channel }).drain()
    expect(sent).toEqual([id])
    expect(problemOf(await retry(helpdesk, id))).toBe('not-retryable')
  })

  it('are not tried again when what they held is gone', async () => {
    const user = await makeLoginUser(app, client)
    const id = await send(user, noMailbox, { template: 'session.temporary-password', holdsSecret: true })
    expect((await open(user)).deliveries).toMatchObject([{ about: 'new-password', status: 'failed', retryable: false }])
    expect(problemOf(await retry(helpdesk, id))).toBe('not-retryable')
  })

  it('are unknown to another provider, and no business of planners', async () => {
    const user = await makeLoginUser(app, client)
    const id = await send(user, noMailbox)
    expect(problemOf(await retry(elsewhere, id))).toBe('not-found')
    expect(problemOf(await retry(helpdesk, randomUUID()))).toBe('not-found')
    expect(problemOf(await retry(planner, id))).toBe('forbidden')
  })
})

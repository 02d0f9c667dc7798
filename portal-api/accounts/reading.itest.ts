/** Finding and looking at an account: what the helpdesk sees, and what it never sees. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../shared/domain/accounts.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { makeLoginUser, problemOf } from '../../tests/support/log-in.ts'
import { accountEvents, auditEntries, portalUsers, trustedDevices } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
let client: ClientRow
let elsewhere: ClientRow
let helpdesk: Caller
let staffId: string

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'cordaan']) await makeProvider(app, id)
  client = await makeClient(app, 'laurens', {
    name: 'Mevr. T. Hofstra',
    number: 118_204,
    serviceCode: 'PV',
    indicationNotes: ['KANARIE zorgplan'],
  })
  elsewhere = await makeClient(app, 'cordaan')
  const person = await makeStaff(app, 'laurens', 'helpdesk', 'Sem Molenaar')
  staffId = person.id
  helpdesk = await asStaff(app, 'laurens', person)
})
afterAll(() => app.stop())

const search = (q: string, more: { cursor?: string; limit?: number } = {}) =>
  mustCall(helpdesk, 'accounts.search', { query: { q, ...more } })
const names = async (q: string) => (await search(q)).rows.map((row) => row.userName)

describe('accounts.search', () => {
  it('finds by part of a name, a user name, the name or the number of the client; at this provider alone', async () => {
    const user = await makeLoginUser(app, client, { name: 'Tineke Hofstra', userName: 't.hofstra' })
    const daughter = await makeLoginUser(app, client, { name: 'Bram de Vries', userName: 'b.devries', kind: 'contact' })
    await makeLoginUser(app, elsewhere, { name: 'Tineke Hofstra', userName: 'elders.hofstra' })
    expect(await names('TINEKE')).toEqual([user.userName])
    expect(await names('t.hof')).toEqual([user.userName])
    expect((await names('mevr. t. hof')).sort()).toEqual([daughter.userName, user.userName])
    expect((await names('118 204')).sort()).toEqual([daughter.userName, user.userName])
    expect((await search('b.dev')).rows).toEqual([
      {
        id: daughter.id,
        name: 'Bram de Vries',
        userName: 'b.devries',
        kind: 'contact',
        status: 'active',
        clientNumber: 118_204,
        clientName: 'Mevr. T. Hofstra',
        caseId: null,
      },
    ])
  })

  it('what is typed means itself: % and _ and quotes are no wildcards', async () => {
    await makeLoginUser(app, client, { name: 'Procent 100%_zeker', userName: "o'neil" })
    expect(await names('100%_')).toEqual(["o'neil"])
    expect(await names("o'neil")).toEqual(["o'neil"])
    expect(await names('%%')).toEqual([])
    expect(await names('__')).toEqual([])
    expect(await names('a\\')).toEqual([])
    expect(await names('a\u0000')).toEqual([])
  })

  it('pages by name without gaps or doubles; a cursor of another list is refused', async () => {
    const made = await Promise.all(
      ['Anna', 'anna', 'Bert', 'Carla', 'Dirk'].map((name, index) =>
        makePortalUser(app, client, { name: `${name} Bladzij`, userName: `bladzij.${index}` }),
      ),
    )
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await search('bladzij', { limit: 2, ...(cursor ? { cursor } : {}) })
      expect(page.rows.length).toBeLessThanOrEqual(2)
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect([...seen].sort()).toEqual(made.map((user) => user.id).sort())
    const bad = await callApi(helpdesk, 'accounts.search', { query: { q: 'bladzij', cursor: 'WyJjbGllbnRzIl0' } })
    expect(bad).toMatchObject({ problem: { code: 'invalid-input', fields: [{ field: 'query.cursor', rule: 'cursor-invalid' }] } })
  })

  it('shows the open case, and is logged with whose accounts were shown, not with what was typed', async () => {
    const user = await makeLoginUser(app, client, {
      name: 'Zoek Kanariegeel',
      userName: 'zoek.kanarie',
      blockedAt: app.clock.now(),
    })
    const { caseId } = await mustCall(helpdesk, 'accounts.open-case', { params: { id: user.id }, body: {} })
    expect((await search('kanariegeel')).rows).toMatchObject([{ status: 'blocked', caseId }])
    const lines = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.actorId, staffId), eq(auditEntries.object, 'portal-user-search')))
    expect(lines.at(-1)?.details).toMatchObject({ found: [user.id] })
    expect(JSON.stringify(lines)).not.toContain('kanariegeel')
  })
})

describe('accounts.open', () => {
  it('hands out the account with diagnosis, timeline, masked addresses and what each act would do', async () => {
    const user = await makeLoginUser(app, client, {
      name: 'Open Account',
      userName: 'open.account',
      email: 'tineke@post.example',
      mobile: '+31612344412',
      blockedAt: app.clock.now(),
      failures: 5,
    })
    const trustedAt = app.clock.now()
    await app.db.insert(trustedDevices).values([
      { id: newId(), portalUserId: user.id, tokenHash: newId(), label: 'iPad', trustedAt, lastUsedAt: trustedAt },
      {
        id: newId(),
        portalUserId: user.id,
        tokenHash: newId(),
        label: 'weg',
        trustedAt,
        lastUsedAt: trustedAt,
        forgottenAt: trustedAt,
      },
      {
        id: newId(),
        portalUserId: user.id,
        tokenHash: newId(),
        label: 'oud',
        trustedAt,
        lastUsedAt: trustedAt,
        expiresAt: trustedAt,
      },
    ])
    await asPortalUser(app, user)
    await app.db.insert(accountEvents).values(
      Array.from({ length: 105 }, (_, index) => ({
        id: newId(),
        provider: 'laurens',
        portalUserId: user.id,
        at: new Date(app.clock.now().getTime() - (105 - index) * 1000),
        type: 'password-wrong' as const,
        by: 'user' as const,
        detail: String(index),
      })),
    )
    const answer = await callApi(helpdesk, 'accounts.open', { params: { id: user.id } })
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.headers.get('etag')).toBe('"1"')
    const opened = answer.value
    expect(account.parse(opened)).toEqual(opened)
    expect(opened).toMatchObject({
      status: 'blocked',
      secondFactor: 'device',
      openSessions: 1,
      userNameChangeable: true,
      clientNumber: 118_204,
      diagnosis: { cause: 'blocked', repair: 'unblock' },
      devices: [{ label: 'iPad' }],
      verification: [
        { channel: 'sms', masked: '06 ···· 4412', possible: true, why: null },
        { channel: 'email', masked: 't···@post.example', possible: true, why: null },
      ],
    })
    expect(opened.timeline).toHaveLength(100)
    expect(opened.timeline.slice(0, 2).map((line) => line.detail)).toEqual(['104', '103'])
    expect(opened.acts).toEqual([
      {
        act: 'unblock',
        possible: true,
        why: null,
        needsReceipt: false,
        stops: { devices: 0, sessions: 0 },
        tells: ['t···@post.example', '06 ···· 4412'],
        method: null,
        fourEyes: false,
        waits: null,
      },
      expect.objectContaining({
        act: 'reset-password',
        possible: true,
        needsReceipt: true,
        method: 'temporary-password',
        stops: { devices: 1, sessions: 1 },
      }),
      expect.objectContaining({ act: 'clear-second-factor', possible: false, why: 'no-second-factor' }),
      expect.objectContaining({ act: 'forget-devices', possible: true, stops: { devices: 1, sessions: 0 } }),
    ])
  })

  it('helpdesk under attack: no whole address, no secret, nothing clinical, no BSN', async () => {
    const user = await makeLoginUser(app, client, {
      userName: 'geheim.account',
      email: 'kanarie.adres@post.example',
      mobile: '+31687654321',
    })
    const answer = await callApi(helpdesk, 'accounts.open', { params: { id: user.id } })
    const text = JSON.stringify(answer.ok ? answer.value : '')
    for (const never of [
      'kanarie.adres',
      '87654321',
      user.passwordHash ?? '',
      'KANARIE zorgplan',
      '"PV"',
      'birthDate',
      '1941-03-12',
      'Proefstraat',
      'bsn',
      'BSN',
    ])
      expect(text).not.toContain(never)
  })

  it('says why an address cannot verify: missing, none, or changed less than a week ago', async () => {
    const user = await makeLoginUser(app, client, { mobile: '0612', email: null })
    const open = async () => mustCall(helpdesk, 'accounts.open', { params: { id: user.id } })
    expect((await open()).verification).toMatchObject([
      { channel: 'sms', possible: false, why: 'invalid' },
      { channel: 'email', masked: '', possible: false, why: 'missing' },
    ])
    await app.db
      .update(portalUsers)
      .set({ mobile: '+31612345678', mobileSince: app.clock.now(), email: 'x@post.example', emailSince: app.clock.now() })
      .where(eq(portalUsers.id, user.id))
    const changed = await open()
    expect(changed.verification).toMatchObject([{ why: 'too-new' }, { why: 'too-new' }])
    expect(changed.acts.find((act) => act.act === 'reset-password')).toMatchObject({ possible: false, why: 'email-too-new' })
    app.clock.pass(7 * 86_400)
    helpdesk = await asStaff(app, 'laurens', { id: staffId, name: 'Sem Molenaar' })
    expect((await open()).verification).toMatchObject([{ possible: true }, { possible: true }])
  })

  it('norm 10: a foreign account answers as an unknown one; other roles may not; looking is logged', async () => {
    const foreign = await makeLoginUser(app, elsewhere)
    const [a, b] = [
      await callApi(helpdesk, 'accounts.open', { params: { id: foreign.id } }),
      await callApi(helpdesk, 'accounts.open', { params: { id: newId() } }),
    ]
    expect([problemOf(a), problemOf(b)]).toEqual(['not-found', 'not-found'])
    for (const role of ['planner', 'care-manager'] as const) {
      const other = await asStaff(app, 'laurens', await makeStaff(app, 'laurens', role))
      expect(problemOf(await callApi(other, 'accounts.open', { params: { id: foreign.id } }))).toBe('forbidden')
    }
    expect(problemOf(await callApi(await asPortalUser(app, foreign), 'accounts.open', { params: { id: foreign.id } }))).toBe(
      'forbidden',
    )

    const mine = await makeLoginUser(app, client)
    await mustCall(helpdesk, 'accounts.open', { params: { id: mine.id } })
    const [line] = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, mine.id), eq(auditEntries.action, 'read')))
    expect(line).toMatchObject({ object: 'portal-user', actorId: staffId, role: 'helpdesk', clientId: client.id, outcome: 'ok' })
  })

  it('malicious names: one stays text: it comes back as it was stored', async () => {
    const name = '<img src=x onerror=alert(1)> "\'&'
    const user = await makeLoginUser(app, client, { name })
    expect((await mustCall(helpdesk, 'accounts.open', { params: { id: user.id } })).name).toBe(name)
  })
})

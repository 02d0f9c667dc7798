/** Gebruikersbeheer of a client's portal over HTTP: match, add, rights with the invitation, resend, remove. */
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PanelRight } from '../../shared/domain/rights.ts'
import type { ManagedUser } from '../../shared/domain/users.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makeMembership, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { logIn, makeLoginUser, newestMessage, problemOf, reload, sentCode } from '../../tests/support/log-in.ts'
import { type Administrator, makeAdministrator } from '../../tests/support/portal-administrators.ts'
import { auditOf, deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { accountEvents, clients, portalMemberships, portalUsers } from '../db/schema/index.ts'

let app: TestApp
let zuyderland: Administrator
let laurens: Administrator

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'laurens', 'cordaan', 'careflex']) await makeProvider(app, id)
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(3600)
  zuyderland = await makeAdministrator(app, 'zuyderland', { name: 'Mevr. C. Beheer' })
  laurens = await makeAdministrator(app, 'laurens')
})

const pietje = (email = `${randomUUID()}@post.example`) =>
  ({ kind: 'new', firstName: 'Pietje', lastName: 'Puk', email, sex: 'male', phone: '0031612345678' }) as const
const add = (caller: Caller, email?: string) => mustCall(caller, 'users.add', { body: pietje(email) })
const setRights = (caller: Caller, user: Pick<ManagedUser, 'id' | 'version'>, rights: PanelRight[]) =>
  callApi(caller, 'users.set-rights', { params: { id: user.id }, basedOn: user.version, body: { rights } })
async function waitingForLocks(): Promise<number> {
  const found = await app.db.execute<{ count: string }>(
    sql`select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return Number(found.rows[0]?.count)
}
async function accountOf(user: Pick<ManagedUser, 'id'>) {
  const [row] = await app.db
    .select({ account: portalUsers, membership: portalMemberships })
    .from(portalMemberships)
    .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
    .where(eq(portalMemberships.id, user.id))
  if (!row) throw new Error(`No membership ${user.id}.`)
  return row
}

describe('users.add', () => {
  it('makes an account without rights and without a password, and sends nothing yet', async () => {
    const email = `${randomUUID()}@post.example`
    const added = await add(zuyderland.caller, email)
    expect(added).toMatchObject({
      name: 'Pietje Puk',
      kind: 'contact',
      relation: 'Contactpersoon Cliëntportaal',
      email,
      rights: [],
      invitation: 'not-sent',
      lastLoginAt: null,
      fixed: false,
      version: 1,
    })
    const { account } = await accountOf(added)
    expect(account).toMatchObject({ mobile: '+31612345678', passwordHash: null, sex: 'male', firstName: 'Pietje' })
    expect(await deliveriesOf(app, { to: email })).toEqual([])
    expect(await eventsOf(app, { subjectId: account.id })).toMatchObject([{ type: 'account.changed' }])
    expect(await eventsOf(app, { subjectId: zuyderland.client.id })).toMatchObject([{ type: 'client.changed' }])
    const { rows } = await mustCall(zuyderland.caller, 'users.list', {})
    expect(rows.map((row) => [row.name, row.self, row.fixed])).toEqual([
      ['Mevr. C. Beheer', true, true],
      ['Pietje Puk', false, false],
    ])
  })

  it('gives each Pietje Puk a user name of their own, also of many at once', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => add(laurens.caller)))
    const names = await Promise.all(made.map(async (one) => (await accountOf(one)).account.userName))
    expect(new Set(names).size).toBe(4)
    for (const name of names) expect(name).toMatch(/^p\.puk\d*$/)
  })

  it('names the field that is wrong: a landline, a role of one’s own, no sex', async () => {
    const body = pietje()
    for (const [wrong, field, rule] of [
      [{ ...body, phone: '020 123 45 67' }, 'phone', 'phone-format'],
      [{ ...body, relation: 'Zoon' }, 'body', 'unknown'],
      [{ ...body, sex: undefined }, 'sex', 'missing'],
    ] as const)
      expect(await callApi(zuyderland.caller, 'users.add', { body: wrong as never })).toMatchObject({
        status: 422,
        problem: { fields: [expect.objectContaining({ field, rule })] },
      })
  })

  it('a repeat of the request gives the first answer and makes one account', async () => {
    const requestId = randomUUID()
    const body = pietje()
    const first = await mustCall(zuyderland.caller, 'users.add', { body, requestId })
    expect(await mustCall(zuyderland.caller, 'users.add', { body, requestId })).toEqual(first)
    expect(await app.db.select().from(portalUsers).where(eq(portalUsers.email, body.email))).toHaveLength(1)
  })
})

describe('Bedoelde u', () => {
  it('shows the name known under exactly this address, and nothing about anybody else', async () => {
    const email = `${randomUUID()}@post.example`
    const known = await makeLoginUser(app, await makeClient(app, 'zuyderland'), { name: 'Pietje Puk', email })
    await makeLoginUser(app, await makeClient(app, 'laurens'), { email })
    const match = (address: string) => mustCall(zuyderland.caller, 'users.match', { body: { email: address } })
    expect(await match(email.toUpperCase())).toEqual({ rows: [{ userId: known.id, name: 'Pietje Puk' }] })
    expect(await match(`x${email}`)).toEqual({ rows: [] })
    const line = (await auditOf(app, { object: 'portal-user-match' })).find((one) => one.actorId === zuyderland.user.id)
    expect(line?.details).toMatchObject({ found: [known.id] })
    expect(JSON.stringify(line)).not.toContain(email)
  })

  it('cannot be used to try out a list: ten questions an hour, thirty a day', async () => {
    const ask = () => callApi(zuyderland.caller, 'users.match', { body: { email: `${randomUUID()}@post.example` } })
    for (let hour = 0; hour < 3; hour += 1) {
      for (let count = 0; count < 10; count += 1) expect((await ask()).ok).toBe(true)
      expect(problemOf(await ask())).toBe('too-many-attempts')
      app.clock.pass(3600)
      zuyderland = { ...zuyderland, caller: await asPortalUser(app, zuyderland.user) }
    }
    expect(problemOf(await ask())).toBe('too-many-attempts')
  })

  it('the person matched is added as they are; id and address must belong together', async () => {
    const known = await makeLoginUser(app, await makeClient(app, 'zuyderland'), { name: 'Jan Puk' })
    const body = { kind: 'existing', userId: known.id, email: known.email ?? '' } as const
    const wrong = await callApi(zuyderland.caller, 'users.add', { body: { ...body, email: 'een.ander@post.example' } })
    expect(problemOf(wrong)).toBe('not-found')
    const added = await mustCall(zuyderland.caller, 'users.add', { body })
    expect(added).toMatchObject({ name: 'Jan Puk', rights: [], invitation: 'not-sent' })
    expect(problemOf(await callApi(zuyderland.caller, 'users.add', { body }))).toBe('already-user')
    // Where else Jan logs in, and his number, are none of this client's business.
    expect(await mustCall(zuyderland.caller, 'users.open', { params: { id: added.id } })).toMatchObject({ person: null })
    const foreign = await makeLoginUser(app, await makeClient(app, 'laurens'))
    const there = { kind: 'existing', userId: foreign.id, email: foreign.email ?? '' } as const
    expect(problemOf(await callApi(zuyderland.caller, 'users.add', { body: there }))).toBe('not-found')
  })
})

describe('users.set-rights', () => {
  it('the first right sends the invitation with credentials, once; with them one gets in', async () => {
    const email = `${randomUUID()}@post.example`
    const added = await add(zuyderland.caller, email)
    const given = await setRights(zuyderland.caller, added, ['settings', 'messages'])
    if (!given.ok) throw new Error(given.problem.code)
    expect(given.value).toMatchObject({ rights: ['messages', 'settings'], invitation: 'open', version: added.version + 2 })
    const mails = await deliveriesOf(app, { to: email })
    expect(mails).toMatchObject([{ template: 'account.credentials', holdsSecret: true }])
    expect(mails[0]?.body).toContain('Mevr. C. Beheer geeft u toegang')
    const less = await setRights(zuyderland.caller, given.value, [])
    if (!less.ok) throw new Error(less.problem.code)
    const again = await setRights(zuyderland.caller, less.value, ['dossier'])
    expect(again.ok && again.value.rights).toEqual(['dossier'])
    expect(await deliveriesOf(app, { to: email })).toHaveLength(1)

    const { account } = await accountOf(added)
    const password = /wachtwoord is: (\S+)/.exec(mails[0]?.body ?? '')?.[1] ?? ''
    const step = await callApi({ url: app.url }, 'session.login', {
      params: { provider: 'zuyderland' },
      body: { userName: account.userName, password },
    })
    expect(step.ok && step.value.step).toBe('verify-device')
    expect(await sentCode(app, '+31612345678')).toMatch(/^\d{6}$/)
    const types = (await app.db.select().from(accountEvents).where(eq(accountEvents.portalUserId, account.id)))
      .filter((line) => line.by === 'administrator')
      .map((line) => [line.type, line.administratorId, line.detail])
    expect(types).toEqual([
      ['access-given', zuyderland.user.id, ''],
      ['invited', zuyderland.user.id, ''],
      ['rights-changed', zuyderland.user.id, 'messages, settings'],
      ['rights-changed', zuyderland.user.id, ''],
      ['rights-changed', zuyderland.user.id, 'dossier'],
    ])
  })

  it('laurens sends user name and password apart, and offers no messages and appointments', async () => {
    const email = `${randomUUID()}@post.example`
    const added = await add(laurens.caller, email)
    expect(await setRights(laurens.caller, added, ['dossier', 'messages'])).toMatchObject({
      status: 422,
      problem: { fields: [{ field: 'rights.1', rule: 'right-not-offered' }] },
    })
    expect((await setRights(laurens.caller, added, ['dossier'])).ok).toBe(true)
    const mails = await deliveriesOf(app, { to: email })
    expect(mails.map((mail) => mail.template)).toEqual(['account.first-user-name', 'account.first-password'])
    const { account } = await accountOf(added)
    expect(mails[0]?.body).toContain(account.userName)
    expect(mails[1]?.body).not.toContain(account.userName)
  })

  it('who has a log-in already is told to use it: the own password stays', async () => {
    const known = await makeLoginUser(app, await makeClient(app, 'zuyderland'), { lastLoginAt: app.clock.now() })
    const body = { kind: 'existing', userId: known.id, email: known.email ?? '' } as const
    const added = await mustCall(zuyderland.caller, 'users.add', { body })
    expect((await setRights(zuyderland.caller, added, ['messages'])).ok).toBe(true)
    expect(await deliveriesOf(app, { to: known.email ?? '' })).toMatchObject([
      { template: 'account.invited', holdsSecret: false },
    ])
    expect((await reload(app, known)).passwordHash).toBe(known.passwordHash)
  })

  it('a stale version is refused with what stands there now; nothing new changes nothing', async () => {
    const added = await add(zuyderland.caller)
    const given = await setRights(zuyderland.caller, added, ['messages'])
    if (!given.ok) throw new Error(given.problem.code)
    expect(await setRights(zuyderland.caller, added, ['dossier'])).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { rights: ['messages'], version: given.value.version } },
    })
    const same = await setRights(zuyderland.caller, given.value, ['messages'])
    expect(same.ok && same.value).toEqual(given.value)
  })

  it('the client and who represents them were given access by the provider: no administrator changes that', async () => {
    const daughter = await makeLoginUser(app, zuyderland.client, { kind: 'representative', name: 'Dochter' })
    const row = { id: daughter.membershipId, version: 1 }
    expect(problemOf(await setRights(zuyderland.caller, row, ['messages']))).toBe('user-fixed')
    const remove = await callApi(zuyderland.caller, 'users.remove', { params: { id: row.id }, basedOn: 1 })
    expect(problemOf(remove)).toBe('user-fixed')
  })
})

describe('users.resend-invitation', () => {
  const resend = (user: Pick<ManagedUser, 'id' | 'version'>) =>
    callApi(zuyderland.caller, 'users.resend-invitation', { params: { id: user.id }, basedOn: user.version })

  it('sends new credentials, the old ones are dead; five an hour, and only while it is open', async () => {
    const email = `${randomUUID()}@post.example`
    const added = await add(zuyderland.caller, email)
    expect(problemOf(await resend(added))).toBe('not-invited')
    const given = await setRights(zuyderland.caller, added, ['messages'])
    if (!given.ok) throw new Error(given.problem.code)
    const before = (await accountOf(added)).account.passwordHash
    let user = given.value
    for (let count = 0; count < 5; count += 1) {
      const answer = await resend(user)
      if (!answer.ok) throw new Error(answer.problem.code)
      user = answer.value
    }
    expect(problemOf(await resend(user))).toBe('too-many-attempts')
    expect((await accountOf(added)).account.passwordHash).not.toBe(before)
    expect(await deliveriesOf(app, { to: email, template: 'account.credentials' })).toHaveLength(6)
    await app.db.update(portalMemberships).set({ acceptedAt: app.clock.now() }).where(eq(portalMemberships.id, user.id))
    expect(problemOf(await resend(user))).toBe('not-open')
  })
})

describe('users.remove', () => {
  const remove = (caller: Caller, user: Pick<ManagedUser, 'id' | 'version'>) =>
    callApi(caller, 'users.remove', { params: { id: user.id }, basedOn: user.version })

  it('ends the access at once and says so; other memberships of the account go on', async () => {
    const elsewhere = await makeClient(app, 'zuyderland')
    const son = await makeLoginUser(app, elsewhere, { kind: 'contact', rights: ['messages'], name: 'Zoon' })
    const here = await makeMembership(app, son, {
      clientId: zuyderland.client.id,
      kind: 'contact',
      rights: ['dossier'],
      invitedAt: app.clock.now(),
      acceptedAt: app.clock.now(),
    })
    const [mine, theirs] = [await asPortalUser(app, { ...son, membershipId: here.id }), await asPortalUser(app, son)]
    expect(await remove(zuyderland.caller, here)).toMatchObject({ ok: true, value: { ok: true } })
    expect(problemOf(await callApi(mine, 'session.me', {}))).toBe('signed-out')
    expect((await callApi(theirs, 'session.me', {})).ok).toBe(true)
    expect((await newestMessage(app, son.email ?? '', 'account.access-removed'))?.body).toContain('geen toegang meer')
    expect(problemOf(await callApi(zuyderland.caller, 'users.open', { params: { id: here.id } }))).toBe('not-found')
  })

  it('an account left with nothing logs in no more; added again it starts without the rights it had', async () => {
    const son = await makeLoginUser(app, zuyderland.client, { kind: 'contact', rights: ['dossier'], invitedAt: app.clock.now() })
    expect((await remove(zuyderland.caller, { id: son.membershipId, version: 1 })).ok).toBe(true)
    expect(problemOf(await logIn(app, son))).toBe('no-access')
    const body = { kind: 'existing', userId: son.id, email: son.email ?? '' } as const
    const back = await mustCall(zuyderland.caller, 'users.add', { body })
    expect(back).toMatchObject({ id: son.membershipId, rights: [], invitation: 'not-sent' })
    const given = await setRights(zuyderland.caller, back, ['messages'])
    expect(given.ok && given.value.invitation).toBe('open')
  })

  it('not oneself', async () => {
    expect(problemOf(await remove(zuyderland.caller, { id: zuyderland.user.membershipId, version: 1 }))).toBe('not-yourself')
  })

  it('who was never invited is not told of anything', async () => {
    const email = `${randomUUID()}@post.example`
    const added = await add(zuyderland.caller, email)
    expect((await remove(zuyderland.caller, added)).ok).toBe(true)
    expect(await deliveriesOf(app, { to: email })).toEqual([])
  })
})

describe('who may', () => {
  it('norm 10: a user of another client or provider is an unknown one', async () => {
    const neighbour = await makeAdministrator(app, 'zuyderland')
    const theirs = await add(neighbour.caller)
    const far = await add(laurens.caller)
    for (const id of [theirs.id, far.id, randomUUID()]) {
      const params = { params: { id }, basedOn: 1 }
      const answers = [
        problemOf(await callApi(zuyderland.caller, 'users.open', { params: { id } })),
        problemOf(await callApi(zuyderland.caller, 'users.set-rights', { ...params, body: { rights: ['messages'] } })),
        problemOf(await callApi(zuyderland.caller, 'users.remove', params)),
        problemOf(await callApi(zuyderland.caller, 'users.resend-invitation', params)),
        problemOf(await callApi(zuyderland.caller, 'users.wipe-second-factor', { ...params, body: { code: '123456' } })),
      ]
      expect(new Set(answers)).toEqual(new Set(['not-found']))
    }
  })

  it('norm 10: no contact, no staff and no portal without it; the helpdesk cannot grant rights', async () => {
    const added = await add(zuyderland.caller)
    const contact = await makeLoginUser(app, zuyderland.client, { kind: 'contact', rights: ['messages', 'settings'] })
    const helpdesk = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'helpdesk'))
    const lead = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'team-lead'))
    for (const caller of [await asPortalUser(app, contact), helpdesk, lead]) {
      expect(problemOf(await setRights(caller, added, ['messages']))).toBe('forbidden')
      expect(problemOf(await callApi(caller, 'users.list', {}))).toBe('forbidden')
      expect(problemOf(await callApi(caller, 'users.add', { body: pietje() }))).toBe('forbidden')
    }
    const cordaan = await makeLoginUser(app, await makeClient(app, 'cordaan'), { rights: ['portal-administrator'] })
    expect(problemOf(await callApi(await asPortalUser(app, cordaan), 'users.list', {}))).toBe('panel-not-available')
    expect((await accountOf(added)).membership.rights).toEqual([])
  })

  it('ASVS 15.4.2: an administrator whose right was just taken away changes nothing any more', async () => {
    const added = await add(zuyderland.caller)
    const own = eq(portalMemberships.id, zuyderland.user.membershipId)
    const waiting = await app.db.transaction(async (tx) => {
      await tx.select().from(clients).where(eq(clients.id, zuyderland.client.id)).for('update')
      const answer = setRights(zuyderland.caller, added, ['messages'])
      // Let in at the door, it stands before the client's row.
      await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1)
      await tx.update(portalMemberships).set({ rights: [] }).where(own)
      return { answer }
    })
    expect(problemOf(await waiting.answer)).toBe('forbidden')
    expect((await accountOf(added)).membership.rights).toEqual([])
  })
})

/** First credentials as each portal hands them out: made by staff, sent by letter or mail, good for one log-in. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../shared/domain/accounts.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, type ClientRow, makeClient, makeOrganisation, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import {
  makeLoginUser,
  messagesTo,
  newestMessage,
  OTHER_PASSWORD,
  problemOf,
  sentCode,
  withToken,
} from '../../tests/support/log-in.ts'
import { textOfPdf } from '../../tests/support/pdf-text.ts'
import { auditOf, deliveriesOf } from '../../tests/support/traces.ts'
import { auditEntries, deliveries, idempotencyKeys, portalUsers, sessions, staff } from '../db/schema/index.ts'

let app: TestApp
const desks = new Map<string, Caller>()
beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'zuyderland', 'laurens', 'careflex']) await makeProvider(app, id)
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  for (const id of ['cordaan', 'axxicom', 'zuyderland', 'laurens', 'careflex'])
    desks.set(id, await asStaff(app, id, await makeStaff(app, id, 'helpdesk', `Helpdesk van ${id}`)))
})

function desk(provider: string): Caller {
  const found = desks.get(provider)
  if (!found) throw new Error(`No desk at ${provider}.`)
  return found
}

let last = 0
function someEmail(): string {
  last += 1
  return `nieuw${last}@post.example`
}

async function create(client: ClientRow, given: { email?: string; mobile?: string; kind?: 'client' | 'representative' } = {}) {
  const { kind = 'client', ...addresses } = given
  return callApi(desk(client.provider), 'accounts.create', {
    body: {
      owner: { kind: 'client', clientId: client.id },
      kind,
      name: client.name,
      ...addresses,
      reason: 'nieuw in zorg',
    },
  })
}

async function created(client: ClientRow, given: Parameters<typeof create>[1] = {}): Promise<Account> {
  const answer = await create(client, given)
  if (!answer.ok) throw new Error(answer.problem.title)
  return answer.value
}

const logInWith = (provider: string, userName: string, password: string, organisation?: string) =>
  callApi({ url: app.url }, 'session.login', {
    params: { provider },
    body: { userName, password, ...(organisation ? { organisation } : {}) },
  })

/** What stands behind a label in a message. */
function told(body: string, label: string): string {
  const found = new RegExp(`${label} is: (\\S+)`).exec(body)?.[1]
  if (!found) throw new Error(`"${label}" is not told.`)
  return found
}

async function printed(provider: string, userId: string) {
  const { rows } = await mustCall(desk(provider), 'accounts.letters', { query: {} })
  const letter = rows.find((row) => row.portalUserId === userId)
  if (!letter) throw new Error('No letter waits.')
  const { pdf } = await mustCall(desk(provider), 'accounts.print-letter', { params: { id: letter.id } })
  const lines = (await textOfPdf(Buffer.from(pdf, 'base64'))).join('\n').split('\n')
  const after = (label: string) => lines[lines.indexOf(label) + 1] ?? ''
  return { id: letter.id, lines, userName: after('Gebruikersnaam'), password: after('Wachtwoord') }
}

describe('by letter', () => {
  it.each([
    ['cordaan', 'cordaanhbh'],
    ['axxicom', 'axxicom'],
  ])(
    '%s: what is printed lets in once, an own password follows, and the user name is the e-mail address',
    async (provider, organisation) => {
      const client = await makeClient(app, provider)
      const email = someEmail()
      const account = await created(client, { email })
      const letter = await printed(provider, account.id)
      expect(letter.lines).toEqual(expect.arrayContaining([client.name, client.street]))
      const step = await logInWith(provider, letter.userName, letter.password, organisation)
      if (!step.ok || step.value.step !== 'choose-password') throw new Error('No own password was asked.')
      const done = await mustCall({ url: app.url }, 'session.choose-password', {
        params: { provider },
        body: { ticket: step.value.ticket, newPassword: OTHER_PASSWORD },
      })
      if (done.step !== 'signed-in') throw new Error('Not signed in.')
      expect(await mustCall(withToken(app, done.tokens.accessToken), 'session.me', {})).toMatchObject({
        userName: email,
        checkContactDetails: true,
      })
      expect(problemOf(await logInWith(provider, email, letter.password, organisation))).toBe('credentials-wrong')
      app.clock.pass(1)
      expect((await logInWith(provider, email, OTHER_PASSWORD, organisation)).ok).toBe(true)
    },
  )

  it('ASVS 6.4.6: is printed once, and the secret is nowhere after it', async () => {
    const client = await makeClient(app, 'cordaan')
    const account = await created(client)
    const { id, password } = await printed('cordaan', account.id)
    expect(problemOf(await callApi(desk('cordaan'), 'accounts.print-letter', { params: { id } }))).toBe('letter-gone')
    expect((await mustCall(desk('cordaan'), 'accounts.letters', { query: {} })).rows.map((row) => row.id)).not.toContain(id)
    const kept = [
      await app.db.select().from(deliveries),
      await app.db.select().from(idempotencyKeys),
      await app.db.select().from(auditEntries),
      await app.db.select().from(portalUsers).where(eq(portalUsers.id, account.id)),
    ]
    expect(JSON.stringify(kept)).not.toContain(password)
    const lines = (await auditOf(app, { object: 'letter' })).filter((line) => line.action === 'execute' && line.objectId === id)
    expect(lines).toMatchObject([
      { outcome: 'ok', details: { print: true, portalUserId: account.id } },
      { outcome: 'refused', problem: 'letter-gone' },
    ])
  })

  it('is sealed while it waits', async () => {
    const account = await created(await makeClient(app, 'cordaan'))
    const [row] = await app.db.select().from(deliveries).where(eq(deliveries.portalUserId, account.id))
    expect(row).toMatchObject({ channel: 'letter', status: 'queued', sealed: true })
    expect(row?.body).not.toContain('password')
  })

  it('ASVS 15.4.2: of five printings at once one prints', async () => {
    const account = await created(await makeClient(app, 'cordaan'))
    const { rows } = await mustCall(desk('cordaan'), 'accounts.letters', { query: {} })
    const id = rows.find((row) => row.portalUserId === account.id)?.id ?? ''
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => callApi(desk('cordaan'), 'accounts.print-letter', { params: { id } })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('again: a new letter, and the one before is worthless, printed or not', async () => {
    const account = await created(await makeClient(app, 'cordaan'))
    const first = await printed('cordaan', account.id)
    const { version } = await mustCall(desk('cordaan'), 'accounts.open', { params: { id: account.id } })
    const again = { params: { id: account.id }, basedOn: version, body: { reason: 'brief kwijt' } }
    await mustCall(desk('cordaan'), 'accounts.send-credentials', again)
    expect(problemOf(await logInWith('cordaan', first.userName, first.password, 'cordaanhbh'))).toBe('credentials-wrong')
    await mustCall(desk('cordaan'), 'accounts.send-credentials', { ...again, basedOn: version + 1 })
    const waiting = (await mustCall(desk('cordaan'), 'accounts.letters', { query: {} })).rows
    expect(waiting.filter((row) => row.portalUserId === account.id)).toHaveLength(1)
    app.clock.pass(60)
    const third = await printed('cordaan', account.id)
    expect(await logInWith('cordaan', third.userName, third.password, 'cordaanhbh')).toMatchObject({
      value: { step: 'choose-password' },
    })
  })

  it('ASVS 6.4.1: is worthless after four weeks, and so is a letter that was not printed', async () => {
    const account = await created(await makeClient(app, 'cordaan'))
    const other = await created(await makeClient(app, 'cordaan'))
    const letter = await printed('cordaan', account.id)
    app.clock.pass(28 * 86_400)
    expect(problemOf(await logInWith('cordaan', letter.userName, letter.password, 'cordaanhbh'))).toBe('no-access')
    const now = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'helpdesk'))
    expect((await mustCall(now, 'accounts.letters', { query: {} })).rows.map((row) => row.portalUserId)).not.toContain(other.id)
  })
})

describe('by e-mail', () => {
  it('zuyderland: one mail, then a code by SMS and an own password', async () => {
    const email = someEmail()
    await created(await makeClient(app, 'zuyderland'), { email, mobile: '06 12345678' })
    const mail = await newestMessage(app, email, 'account.credentials')
    const step = await logInWith('zuyderland', told(mail?.body ?? '', 'gebruikersnaam'), told(mail?.body ?? '', 'wachtwoord'))
    if (!step.ok || step.value.step !== 'verify-device') throw new Error('No code was asked.')
    const code = await sentCode(app, '+31612345678')
    const next = await mustCall({ url: app.url }, 'session.verify-device', {
      params: { provider: 'zuyderland' },
      body: { ticket: step.value.ticket, code },
    })
    expect(next).toMatchObject({ step: 'choose-password', userName: null })
  })

  it('laurens: user name and temporary password in two mails; the name can be changed with the password', async () => {
    const email = someEmail()
    await created(await makeClient(app, 'laurens'), { email, mobile: '00316 87654321' })
    const [name, password] = [
      await newestMessage(app, email, 'account.first-user-name'),
      await newestMessage(app, email, 'account.first-password'),
    ]
    const userName = told(name?.body ?? '', 'gebruikersnaam')
    expect(password?.body).not.toContain(userName)
    const step = await logInWith('laurens', userName, told(password?.body ?? '', 'wachtwoord'))
    if (!step.ok || step.value.step !== 'verify-device') throw new Error('No code was asked.')
    const next = await mustCall({ url: app.url }, 'session.verify-device', {
      params: { provider: 'laurens' },
      body: { ticket: step.value.ticket, code: await sentCode(app, '+31687654321') },
    })
    expect(next).toMatchObject({ step: 'choose-password', userName })
  })

  it('careflex: within sixty minutes of making it; the first contact is the administrator', async () => {
    const organisation = await makeOrganisation(app, 'careflex')
    const contact = (email: string) =>
      mustCall(desk('careflex'), 'accounts.create', {
        body: {
          owner: { kind: 'organisation', organisationId: organisation.id },
          kind: 'organisation-contact',
          name: 'Linda Vermeer',
          relation: 'P&O Manager',
          email,
          reason: 'nieuwe klant',
        },
      })
    const [email, second] = [someEmail(), someEmail()]
    const account = await contact(email)
    expect(account.memberships).toMatchObject([
      { kind: 'organisation-contact', administrator: true, rights: ['portal-administrator', 'portal-member'] },
    ])
    expect((await contact(second)).memberships).toMatchObject([{ administrator: false, rights: ['portal-member'] }])
    const [mail] = await deliveriesOf(app, { to: email, template: 'account.credentials' })
    expect((mail?.notBefore.getTime() ?? Number.NaN) - app.clock.now().getTime()).toBeLessThanOrEqual(60 * 60_000)
    const body = mail?.body ?? ''
    expect(await logInWith('careflex', told(body, 'gebruikersnaam'), told(body, 'wachtwoord'))).toMatchObject({
      value: { step: 'choose-password' },
    })
  })

  it('again is for an account that nobody used', async () => {
    const client = await makeClient(app, 'zuyderland')
    const user = await makeLoginUser(app, client, { lastLoginAt: app.clock.now() })
    const answer = await callApi(desk('zuyderland'), 'accounts.send-credentials', {
      params: { id: user.id },
      basedOn: user.version,
      body: { reason: 'mail kwijt' },
    })
    expect(problemOf(answer)).toBe('already-used')
  })
})

describe('who gets an account', () => {
  it.each([
    ['cordaan', 'representative'],
    ['laurens', 'contact'],
    ['careflex', 'client'],
  ] as const)('%s: no %s from staff', async (provider, kind) => {
    const client = await makeClient(app, provider)
    const answer = await callApi(desk(provider), 'accounts.create', {
      body: {
        owner: { kind: 'client', clientId: client.id },
        kind,
        name: 'N. Nieuw',
        email: someEmail(),
        mobile: '0612345678',
        reason: 'x',
      },
    })
    expect(answer.ok ? [] : answer.problem.fields).toMatchObject([{ field: 'kind', rule: 'kind-not-offered' }])
  })

  it.each([
    ['zuyderland', { mobile: '0612345678' }, 'email', 'email-for-log-in'],
    ['laurens', { email: 'n@post.example' }, 'mobile', 'mobile-for-log-in'],
  ] as const)('%s: not without what its log-in needs (%o)', async (provider, addresses, field, rule) => {
    const answer = await create(await makeClient(app, provider), addresses)
    expect(answer.ok ? [] : answer.problem.fields).toMatchObject([{ field, rule }])
  })

  it('one account per client, also when two are made at once', async () => {
    const client = await makeClient(app, 'cordaan')
    const answers = await Promise.all([create(client), create(client), create(client)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok).map(problemOf)).toEqual(['already-user', 'already-user'])
  })

  it('helpdesk under attack: nobody makes an account with their own address, and who is there already hears of another', async () => {
    const client = await makeClient(app, 'zuyderland')
    const there = await makeLoginUser(app, client)
    const impostor = await makeStaff(app, 'zuyderland', 'helpdesk', 'Ida Insluiper')
    const [row] = await app.db.select({ email: staff.email }).from(staff).where(eq(staff.id, impostor.id))
    const body = {
      owner: { kind: 'client', clientId: client.id },
      kind: 'representative',
      name: 'Ida Insluiper',
      mobile: '0612345678',
      reason: 'dochter',
    } as const
    const caller = await asStaff(app, 'zuyderland', impostor)
    expect(problemOf(await callApi(caller, 'accounts.create', { body: { ...body, email: row?.email ?? '' } }))).toBe(
      'rank-too-high',
    )
    expect(await messagesTo(app, there.email ?? '', 'account.access-added')).toBe(0)
    await mustCall(caller, 'accounts.create', { body: { ...body, email: someEmail() } })
    expect(await messagesTo(app, there.email ?? '', 'account.access-added')).toBe(1)
    expect(await messagesTo(app, there.mobile ?? '', 'account.access-added')).toBe(1)
  })

  it('ASVS 7.5.3: needs a recent proof of identity', async () => {
    const client = await makeClient(app, 'cordaan')
    const account = await created(client)
    await app.db.update(sessions).set({ confirmedAt: new Date(app.clock.now().getTime() - 16 * 60_000) })
    expect(problemOf(await create(client))).toBe('confirm-first')
    const again = { params: { id: account.id }, basedOn: account.version, body: { reason: 'kwijt' } }
    expect(problemOf(await callApi(desk('cordaan'), 'accounts.send-credentials', again))).toBe('confirm-first')
    const [letter] = (await mustCall(desk('cordaan'), 'accounts.letters', { query: {} })).rows
    const print = callApi(desk('cordaan'), 'accounts.print-letter', { params: { id: letter?.id ?? '' } })
    expect(problemOf(await print)).toBe('confirm-first')
  })

  it('norm 10: a client of another provider is an unknown one', async () => {
    const foreign = await makeClient(app, 'axxicom')
    const answer = await create({ ...foreign, provider: 'cordaan' })
    expect(problemOf(answer)).toBe('not-found')
  })
})

describe('for whom', () => {
  it('clients by name and number, with the accounts they have; the log says who was shown, not what was typed', async () => {
    const client = await makeClient(app, 'cordaan', { name: 'Mevr. Q. Zeldzaam' })
    await created(client)
    const find = (q: string) => mustCall(desk('cordaan'), 'accounts.owners', { query: { q } })
    const row = { kind: 'client', id: client.id, name: client.name, clientNumber: client.number, has: ['client'] }
    expect(await find('zeldz')).toMatchObject({ rows: [row], more: false })
    expect(await find(String(client.number))).toMatchObject({ rows: [row] })
    expect((await mustCall(desk('axxicom'), 'accounts.owners', { query: { q: 'zeldz' } })).rows).toEqual([])
    const [line] = (await auditOf(app, { object: 'client-search' })).filter((one) =>
      JSON.stringify(one.details).includes(client.id),
    )
    expect(JSON.stringify(line?.details)).not.toContain('zeldz')
  })

  it('organisations where those log in, and then no clients', async () => {
    const organisation = await makeOrganisation(app, 'careflex', 'Bouwgroep Zeldzaam')
    await makeClient(app, 'careflex', { name: 'Dhr. Z. Zeldzaam' })
    const { rows } = await mustCall(desk('careflex'), 'accounts.owners', { query: { q: 'zeldzaam' } })
    expect(rows).toMatchObject([{ kind: 'organisation', id: organisation.id, clientNumber: null, has: [] }])
  })

  it.each([
    ['cordaan', { firstCredentials: 'letter', emailNeeded: false, mobileNeeded: false }],
    ['laurens', { firstCredentials: 'two-emails', emailNeeded: true, mobileNeeded: true }],
    ['careflex', { kinds: ['organisation-contact'], emailNeeded: true }],
  ] as const)('what %s asks of a new account', async (provider, asks) => {
    expect(await mustCall(desk(provider), 'accounts.rules', {})).toMatchObject(asks)
  })
})

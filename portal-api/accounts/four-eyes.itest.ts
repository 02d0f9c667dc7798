/** Four eyes for wiping a second factor, and the hourly cap of sensitive acts (norms.md, helpdesk under attack: rogue staff). */
import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { APPROVAL_MINUTES } from '../../shared/domain/accounts.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  makeClient,
  makeProvider,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { type LoginStaff, makeLoginStaff, makeLoginUser, messagesTo, problemOf, reload } from '../../tests/support/log-in.ts'
import { forgetDevices, receiptFor, trustDevices } from '../../tests/support/verified.ts'
import { accountApprovals, auditEntries, type portalUsers, sessions } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { newTotpSecret } from '../platform/secrets/totp.ts'
import { SENSITIVE_ACTS_BY_STAFF } from '../session/limits.ts'

let app: TestApp
let client: ClientRow
let jesse: LoginStaff
let anna: LoginStaff
let sanne: LoginStaff
let asker: Caller
let second: Caller
let lead: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
  await makeProvider(app, 'laurens')
  client = await makeClient(app, 'careflex')
  jesse = await makeLoginStaff(app, [{ provider: 'careflex', role: 'helpdesk' }], 'Jesse Aalbers')
  anna = await makeLoginStaff(
    app,
    [
      { provider: 'careflex', role: 'helpdesk' },
      { provider: 'laurens', role: 'helpdesk' },
    ],
    'Anna Smit',
  )
  sanne = await makeLoginStaff(app, [{ provider: 'careflex', role: 'team-lead' }], 'Sanne Bos')
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(86_400)
  asker = await asStaff(app, 'careflex', jesse)
  second = await asStaff(app, 'careflex', anna)
  lead = await asStaff(app, 'careflex', sanne)
})

const withAuthenticator = (given: Partial<typeof portalUsers.$inferInsert> = {}) =>
  makeLoginUser(app, client, { totpSecret: app.services.box.seal(newTotpSecret()), ...given })

async function ask(caller: Caller, user: PortalUserRow) {
  const receiptId = await receiptFor(app, caller, user, 'clear-second-factor')
  return callApi(caller, 'accounts.clear-second-factor', {
    params: { id: user.id },
    basedOn: user.version,
    body: { receiptId, reason: 'telefoon kwijt' },
  })
}

/** Asks, and hands back the id of the request. */
async function asked(user: PortalUserRow, caller = asker): Promise<string> {
  const answer = await ask(caller, user)
  if (!answer.ok) throw new Error(answer.problem.code)
  const id = answer.value.acts.find((act) => act.act === 'clear-second-factor')?.waits?.approvalId
  if (!id) throw new Error('It does not wait.')
  return id
}

const approve = (caller: Caller, id: string) =>
  callApi(caller, 'accounts.approve-act', { params: { id }, body: { reason: 'gecontroleerd' } })
const refuse = (caller: Caller, id: string) =>
  callApi(caller, 'accounts.refuse-act', { params: { id }, body: { reason: 'klopt niet' } })

describe('rogue staff: four eyes', () => {
  it('asking changes nothing but says for whom it waits; a colleague approves and it is done; all addresses hear each step', async () => {
    const user = await withAuthenticator()
    const mine = await asPortalUser(app, user)
    const id = await asked(user)
    expect((await reload(app, user)).totpSecret).not.toBeNull()
    expect((await callApi(mine, 'session.me', {})).ok).toBe(true)
    const seen = await mustCall(second, 'accounts.open', { params: { id: user.id } })
    expect(seen.acts.find((act) => act.act === 'clear-second-factor')).toMatchObject({
      possible: false,
      why: 'waits',
      fourEyes: true,
      waits: { approvalId: id, requestedBy: { id: jesse.id, name: 'Jesse Aalbers', initials: 'JA' } },
    })
    expect((await mustCall(second, 'accounts.approvals', {})).rows).toMatchObject([
      {
        ...{ id, act: 'clear-second-factor', account: { id: user.id }, reason: 'telefoon kwijt' },
        verified: { channel: 'sms', at: app.clock.now().toISOString() },
      },
    ])
    expect((await mustCall(second, 'cases.counters', {})).accountsDesk).toMatchObject({ approvals: 1 })
    const done = await approve(second, id)
    if (!done.ok) throw new Error(done.problem.code)
    expect(done.value).toMatchObject({ openSessions: 0, version: user.version + 1 })
    expect(await reload(app, user)).toMatchObject({ totpSecret: null, totpEnrol: true })
    expect(problemOf(await callApi(mine, 'session.me', {}))).toBe('signed-out')
    expect((await mustCall(second, 'accounts.approvals', {})).rows).toEqual([])
    for (const to of [user.email ?? '', user.mobile ?? ''])
      for (const template of ['account.second-factor-asked', 'account.second-factor-cleared'])
        expect([template, await messagesTo(app, to, template)]).toEqual([template, 1])
  })

  it('approver ≠ requester ≠ target, and of a higher rank than the target', async () => {
    const user = await withAuthenticator()
    const id = await asked(user)
    expect(problemOf(await approve(asker, id))).toBe('approve-other')
    const annas = await withAuthenticator({ email: anna.email })
    expect(
      problemOf(
        await callApi(second, 'accounts.start-verification', {
          params: { id: annas.id },
          body: { channel: 'sms', act: 'clear-second-factor' },
        }),
      ),
    ).toBe('rank-too-high')
    const aboutAnna = await asked(annas, lead)
    for (const decide of [approve, refuse]) {
      expect(problemOf(await decide(second, aboutAnna))).toBe('rank-too-high')
      expect(problemOf(await decide(asker, aboutAnna))).toBe('rank-too-high')
    }
    expect((await approve(lead, id)).ok).toBe(true)
    await expect(
      app.db.insert(accountApprovals).values({
        ...{ id: newId(), provider: 'careflex', portalUserId: user.id, act: 'clear-second-factor', reason: 'x' },
        ...{ requestedBy: jesse.id, requestedAt: app.clock.now(), expiresAt: app.clock.now() },
        ...{ outcome: 'approved', decidedBy: jesse.id, decidedAt: app.clock.now() },
      }),
    ).rejects.toThrow()
  })

  it('a refused request changes nothing and is told; one may take back what one asked', async () => {
    const user = await withAuthenticator()
    expect((await refuse(second, await asked(user))).ok).toBe(true)
    expect((await refuse(asker, await asked(user))).ok).toBe(true)
    expect((await reload(app, user)).totpSecret).not.toBeNull()
    // Whoever asked sees what became of it; nobody else does.
    const { decided } = await mustCall(asker, 'accounts.approvals', {})
    expect(decided.filter((one) => one.account.id === user.id)).toMatchObject([
      { outcome: 'refused', decidedBy: { id: jesse.id } },
      { outcome: 'refused', decidedBy: { id: anna.id } },
    ])
    expect((await mustCall(second, 'accounts.approvals', {})).decided).toEqual([])
    expect(await messagesTo(app, user.email ?? '', 'account.second-factor-kept')).toBe(2)
  })

  it('a request runs out, can be asked anew, and stands once at a time', async () => {
    const user = await withAuthenticator()
    const first = await asked(user)
    expect(problemOf(await ask(second, user))).toBe('approval-waits')
    app.clock.pass(APPROVAL_MINUTES * 60)
    const [later, again] = [await asStaff(app, 'careflex', anna), await asStaff(app, 'careflex', jesse)]
    expect(problemOf(await approve(later, first))).toBe('approval-over')
    expect((await mustCall(later, 'accounts.approvals', {})).rows).toEqual([])
    expect((await mustCall(again, 'accounts.approvals', {})).decided[0]).toMatchObject({
      ...{ id: first, outcome: 'expired', decidedBy: null },
    })
    const next = await asked(user, again)
    expect(next).not.toBe(first)
    expect((await approve(later, next)).ok).toBe(true)
  })

  it('ASVS 7.5.1: approving asks a recent proof of identity; a foreign request is an unknown one', async () => {
    const id = await asked(await withAuthenticator())
    const elsewhere = await asStaff(app, 'laurens', anna)
    const [foreign, unknown] = [await approve(elsewhere, id), await approve(elsewhere, randomUUID())]
    expect([problemOf(foreign), problemOf(unknown)]).toEqual(['not-found', 'not-found'])
    await app.db
      .update(sessions)
      .set({ confirmedAt: new Date(0) })
      .where(eq(sessions.staffId, anna.id))
    expect(problemOf(await approve(second, id))).toBe('confirm-first')
  })

  it('request, approval and refusal stand in the audit log with both names and the reason', async () => {
    const user = await withAuthenticator()
    const id = await asked(user)
    await approve(asker, id)
    await approve(second, id)
    const lines = await app.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, user.id), eq(auditEntries.clientId, client.id), eq(auditEntries.action, 'execute')))
      .orderBy(asc(auditEntries.id))
    expect(lines.filter((line) => line.object !== 'caller-verification')).toMatchObject([
      { object: 'second-factor', outcome: 'ok', actorId: jesse.id, details: { approvalId: id, waits: true } },
      { object: 'account-approval', outcome: 'refused', problem: 'approve-other', actorId: jesse.id },
      {
        object: 'account-approval',
        outcome: 'ok',
        actorId: anna.id,
        details: { approvalId: id, requestedBy: jesse.id, outcome: 'approved', reason: 'gecontroleerd' },
      },
    ])
  })
})

describe('50 at once', () => {
  it('50 parallel uses of one receipt: one request', async () => {
    const user = await withAuthenticator()
    const receiptId = await receiptFor(app, asker, user, 'clear-second-factor')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        callApi(asker, 'accounts.clear-second-factor', {
          params: { id: user.id },
          basedOn: user.version,
          body: { receiptId, reason: 'x' },
        }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await app.db.select().from(accountApprovals).where(eq(accountApprovals.portalUserId, user.id))).toHaveLength(1)
  })

  it('50 parallel approvals: one does it', async () => {
    const user = await withAuthenticator()
    const id = await asked(user)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => approve(index % 2 ? second : lead, id)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect((await reload(app, user)).version).toBe(user.version + 1)
  })
})

it('rogue staff: an hourly cap on sensitive acts, also for many at once, and it ends by itself', async () => {
  const users: PortalUserRow[] = []
  for (let index = 0; index < SENSITIVE_ACTS_BY_STAFF.max + 3; index += 1) {
    const user = await makeLoginUser(app, client)
    await trustDevices(app, user, 1)
    users.push(user)
  }
  const receipts: string[] = []
  for (const user of users) receipts.push(await receiptFor(app, asker, user, 'forget-devices'))
  const answers = await Promise.all(users.map((user, index) => forgetDevices(asker, user, receipts[index] ?? '')))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(SENSITIVE_ACTS_BY_STAFF.max)
  expect(answers.filter((answer) => !answer.ok && answer.problem.code === 'too-many-attempts')).toHaveLength(3)
  app.clock.pass(SENSITIVE_ACTS_BY_STAFF.seconds)
  const late = await makeLoginUser(app, client)
  await trustDevices(app, late, 1)
  const later = await asStaff(app, 'careflex', jesse)
  expect((await forgetDevices(later, late, await receiptFor(app, later, late, 'forget-devices'))).ok).toBe(true)
})

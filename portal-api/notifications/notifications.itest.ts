/** Meldingen over HTTP: a new version of the care plan for who may see the dossier, an invitation for who is invited. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  type ClientRow,
  type GivenPortalUser,
  makeClient,
  makePortalUser,
  makeProvider,
  makeStaff,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { makeAdministrator } from '../../tests/support/portal-administrators.ts'
import { auditOf } from '../../tests/support/traces.ts'
import { portalMemberships } from '../db/schema/index.ts'

let app: TestApp
let lotte: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['zuyderland', 'laurens', 'cordaan', 'careflex']) await makeProvider(app, id)
  lotte = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'care-manager', 'Lotte de Groot'))
})
afterAll(() => app.stop())

async function member(client: ClientRow, given: GivenPortalUser) {
  const user = await makePortalUser(app, client, given)
  return { user, caller: await asPortalUser(app, user) }
}
const read = (who: Caller) => mustCall(who, 'notifications.list', {})
const announce = (who: Caller, clientId: string, planVersion = 4) =>
  callApi(who, 'notifications.announce-care-plan', { params: { clientId }, body: { planVersion, adoptedOn: '2026-11-20' } })

describe('a new version of the care plan', () => {
  it('is told once to whoever may see the dossier, until they read it', async () => {
    const client = await makeClient(app, 'zuyderland')
    const self = await member(client, {})
    const reader = await member(client, { kind: 'contact', rights: ['dossier'] })
    const other = await member(client, { kind: 'contact', rights: ['messages', 'details'] })
    await member(client, { kind: 'contact', rights: ['dossier'], invitedAt: app.clock.now() })
    await member(client, { kind: 'representative', endedAt: app.clock.now() })
    expect(await announce(lotte, client.id)).toMatchObject({ status: 201, value: { told: 2 } })
    expect(await announce(lotte, client.id)).toMatchObject({ status: 201, value: { told: 0 } })
    for (const who of [self, reader])
      expect(await read(who.caller)).toMatchObject({
        unread: 1,
        rows: [{ kind: 'care-plan', planVersion: 4, adoptedOn: '2026-11-20', at: app.clock.now().toISOString(), readAt: null }],
      })
    expect(await read(other.caller)).toEqual({ rows: [], unread: 0 })

    const [row] = (await read(self.caller)).rows
    const params = { id: row?.id ?? '' }
    expect(await callApi(reader.caller, 'notifications.read', { params })).toMatchObject({ status: 404 })
    const readAt = app.clock.now().toISOString()
    await mustCall(self.caller, 'notifications.read', { params })
    app.clock.pass(60)
    await mustCall(self.caller, 'notifications.read', { params })
    expect(await read(self.caller)).toMatchObject({ unread: 0, rows: [{ readAt }] })
    expect((await read(reader.caller)).unread).toBe(1)

    expect(await announce(lotte, client.id, 5)).toMatchObject({ value: { told: 2 } })
    expect((await read(self.caller)).rows).toMatchObject([{ planVersion: 5 }, { planVersion: 4 }])
    expect(await auditOf(app, { object: 'care-plan-version' })).toMatchObject([
      { action: 'create', clientId: client.id, details: { planVersion: 4, told: 2 } },
      { details: { planVersion: 4, told: 0 } },
      { details: { planVersion: 5, told: 2 } },
    ])
  })

  it('is heard no longer by whose right to the dossier was taken away', async () => {
    const client = await makeClient(app, 'zuyderland')
    const { user, caller } = await member(client, { kind: 'contact', rights: ['dossier', 'details'] })
    await announce(lotte, client.id)
    await app.db
      .update(portalMemberships)
      .set({ rights: ['details'] })
      .where(eq(portalMemberships.id, user.membershipId))
    expect(await read(caller)).toEqual({ rows: [], unread: 0 })
  })

  it('is announced by care managers of the provider, about its own clients, where the portal tells it', async () => {
    const client = await makeClient(app, 'zuyderland')
    const of = async (provider: string, role: 'planner' | 'care-manager') =>
      asStaff(app, provider, await makeStaff(app, provider, role))
    expect(await announce(await of('zuyderland', 'planner'), client.id)).toMatchObject({ status: 403 })
    expect(await announce(await of('cordaan', 'care-manager'), client.id)).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
    const maas = await makeClient(app, 'laurens')
    expect(await announce(await of('laurens', 'care-manager'), maas.id)).toMatchObject({
      problem: { code: 'panel-not-available' },
    })
    expect(await announce(lotte, maas.id)).toMatchObject({ status: 404, problem: { code: 'not-found' } })
  })
})

describe('an invitation', () => {
  it('stands under Meldingen of who was invited, before anything else is open, and is news no more once accepted', async () => {
    const administrator = await makeAdministrator(app, 'laurens', { name: 'Tineke Hofstra' })
    const { user: account, caller } = await member(await makeClient(app, 'laurens'), {
      kind: 'client',
      email: 'buur@post.example',
    })
    expect(await read(caller)).toEqual({ rows: [], unread: 0 })
    const added = await mustCall(administrator.caller, 'users.add', {
      body: { kind: 'existing', userId: account.id, email: 'buur@post.example' },
    })
    await mustCall(administrator.caller, 'users.set-rights', {
      params: { id: added.id },
      basedOn: added.version,
      body: { rights: ['details'] },
    })
    const invited = await asPortalUser(app, { ...account, membershipId: added.id })
    expect(await callApi(invited, 'clients.own-persons', {})).toMatchObject({ problem: { code: 'invitation-open' } })
    expect(await read(invited)).toMatchObject({ unread: 1, rows: [{ kind: 'invitation', by: 'Tineke Hofstra', readAt: null }] })
    await mustCall(invited, 'session.accept-invitation', {})
    expect(await read(invited)).toMatchObject({ unread: 0, rows: [{ readAt: app.clock.now().toISOString() }] })
  })
})

it('is not there in portals without Meldingen', async () => {
  for (const provider of ['cordaan', 'careflex']) {
    const user = await makePortalUser(app, await makeClient(app, provider), {
      ...(provider === 'careflex' ? { kind: 'organisation-contact', clientId: null } : {}),
    })
    expect(await callApi(await asPortalUser(app, user), 'notifications.list', {})).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
  }
})

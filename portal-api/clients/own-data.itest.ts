/** A client's own contact details and contact persons over HTTP. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactPersonInput } from '../../shared/domain/clients.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, makeClient, makePortalUser, makeProvider } from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import { deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { contactDetails, contactPersons, portalUsers } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'axxicom', 'zuyderland', 'laurens', 'careflex']) await makeProvider(app, id)
})
afterAll(() => app.stop())

async function someone(provider = 'cordaan', email = `${randomUUID()}@post.example`) {
  const client = await makeClient(app, provider)
  const user = await makePortalUser(app, client, { email, mobile: '+31611111111' })
  return { client, user, email, caller: await asPortalUser(app, user) }
}
const mobile = (value: string, remarks = '') => ({ kind: 'phone-mobile', value, remarks }) as const
const person = (name: string, more: Partial<ContactPersonInput> = {}): ContactPersonInput => ({
  name,
  phone1: '06 12345678',
  phone2: '',
  email: '',
  type: 'family',
  primary: false,
  remarks: '',
  ...more,
})

describe('contact details', () => {
  it('are added in one form and read back as people write them', async () => {
    const { caller, client } = await someone()
    const added = await mustCall(caller, 'clients.add-detail', { body: mobile('00316-1234 5678', 'overdag') })
    expect(added).toMatchObject({
      kind: 'phone-mobile',
      value: '06 12345678',
      remarks: 'overdag',
      version: 1,
      since: app.clock.now().toISOString(),
    })
    expect((await mustCall(caller, 'clients.own-details', {})).rows).toEqual([added])
    expect(await app.db.select().from(contactDetails).where(eq(contactDetails.id, added.id))).toMatchObject([
      { value: '+31612345678' },
    ])
    expect(await eventsOf(app, { subjectId: client.id })).toMatchObject([{ type: 'client.changed' }])
  })

  it('must hold what their kind says', async () => {
    const { caller } = await someone()
    for (const [body, rule] of [
      [{ kind: 'email', value: '06 12345678' }, 'email-format'],
      [{ kind: 'phone-home', value: 'c@post.example' }, 'phone-format'],
      [{ kind: 'phone-mobile', value: '020 123 45 67' }, 'phone-format'],
    ] as const) {
      expect(await callApi(caller, 'clients.add-detail', { body })).toMatchObject({
        status: 422,
        problem: { code: 'invalid-input', fields: [{ field: 'value', rule }] },
      })
    }
  })

  it('tell every address of a change, the old one too, and change nothing in the account', async () => {
    const { caller, user, email } = await someone()
    const old = `${randomUUID()}@oud.example`
    const fresh = `${randomUUID()}@nieuw.example`
    const added = await mustCall(caller, 'clients.add-detail', { body: { kind: 'email', value: old } })
    app.clock.pass(60)
    const changed = await mustCall(caller, 'clients.change-detail', {
      params: { id: added.id },
      basedOn: 1,
      body: { kind: 'email', value: fresh },
    })
    expect(changed).toMatchObject({ value: fresh, version: 2, since: app.clock.now().toISOString() })
    for (const address of [old, fresh, email]) {
      const mail = (await deliveriesOf(app, { to: address })).at(-1)
      expect(mail).toMatchObject({
        channel: 'email',
        template: 'client.detail-changed',
        subject: 'Uw contactgegevens zijn gewijzigd',
      })
      expect(mail?.body).toContain('een e-mailadres is gewijzigd')
      expect(mail?.body).toContain('helpdesk@cordaan.example')
      expect(mail?.body).not.toContain(fresh)
    }
    const texts = (await deliveriesOf(app, { to: '+31611111111' })).filter((one) =>
      one.body.includes('een e-mailadres is gewijzigd'),
    )
    expect(texts).toMatchObject([{ channel: 'sms' }])
    expect(await app.db.select().from(portalUsers).where(eq(portalUsers.id, user.id))).toMatchObject([
      { email, version: user.version },
    ])
  })

  it('keep their age when only a remark changes, and tell nobody of a landline', async () => {
    const { caller, email } = await someone()
    const added = await mustCall(caller, 'clients.add-detail', { body: mobile('06 12345678') })
    const count = (await deliveriesOf(app, { to: email })).length
    expect(count).toBe(1)
    app.clock.pass(60)
    const remarked = await mustCall(caller, 'clients.change-detail', {
      params: { id: added.id },
      basedOn: 1,
      body: mobile('06 12345678', 'na 18:00'),
    })
    expect(remarked).toMatchObject({ since: added.since, version: 2, remarks: 'na 18:00' })
    await mustCall(caller, 'clients.add-detail', { body: { kind: 'phone-home', value: '020 123 45 67' } })
    expect(await deliveriesOf(app, { to: email })).toHaveLength(count)
    expect(await mustCall(caller, 'clients.remove-detail', { params: { id: added.id }, basedOn: 2 })).toEqual({ ok: true })
    expect((await deliveriesOf(app, { to: email })).at(-1)?.body).toContain('een mobiel nummer is verwijderd')
    expect((await mustCall(caller, 'clients.own-details', {})).rows.map((row) => row.kind)).toEqual(['phone-home'])
  })

  it('are refused on an old version and to strangers', async () => {
    const { caller } = await someone()
    const added = await mustCall(caller, 'clients.add-detail', { body: mobile('06 12345678') })
    await mustCall(caller, 'clients.change-detail', { params: { id: added.id }, basedOn: 1, body: mobile('06 87654321') })
    expect(
      await callApi(caller, 'clients.change-detail', { params: { id: added.id }, basedOn: 1, body: mobile('06 11111111') }),
    ).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { value: '06 87654321', version: 2 } },
    })
    expect(await callApi(caller, 'clients.remove-detail', { params: { id: added.id }, basedOn: 1 })).toMatchObject({
      status: 412,
    })
    for (const stranger of [await someone(), await someone('axxicom')]) {
      expect(
        await callApi(stranger.caller, 'clients.change-detail', {
          params: { id: added.id },
          basedOn: 2,
          body: mobile('06 11111111'),
        }),
      ).toMatchObject({ status: 404 })
      expect(await callApi(stranger.caller, 'clients.remove-detail', { params: { id: added.id }, basedOn: 2 })).toMatchObject({
        status: 404,
      })
    }
  })

  it('are there where the portal has them, for whom acts for a client', async () => {
    const { caller } = await someone('laurens')
    expect(await callApi(caller, 'clients.own-details', {})).toMatchObject({
      status: 404,
      problem: { code: 'panel-not-available' },
    })
    const { client } = await someone('careflex')
    const contact = await asPortalUser(app, await makePortalUser(app, client, { kind: 'organisation-contact', clientId: null }))
    for (const answer of [
      await callApi(contact, 'clients.own-details', {}),
      await callApi(contact, 'clients.own-persons', {}),
      await callApi(contact, 'clients.add-detail', { body: mobile('06 12345678') }),
    ])
      expect(answer).toMatchObject({ status: 404, problem: { code: 'panel-not-available' } })
  })
})

describe('contact persons', () => {
  it('have one primary at most, however they are sent', async () => {
    const { caller } = await someone()
    const dennis = await mustCall(caller, 'clients.add-person', {
      body: person('Dennis Test', { primary: true, phone2: '020 123 45 67' }),
    })
    expect(dennis).toMatchObject({ phone1: '06 12345678', phone2: '020 123 4567', primary: true, version: 1 })
    await Promise.all(
      ['Anna', 'Bea', 'Cor', 'Dirk'].map((name) =>
        mustCall(caller, 'clients.add-person', { body: person(name, { primary: true }) }),
      ),
    )
    const { rows } = await mustCall(caller, 'clients.own-persons', {})
    expect(rows).toHaveLength(5)
    expect(rows.filter((row) => row.primary)).toHaveLength(1)
    const seen = rows.find((row) => row.id === dennis.id)
    expect(seen).toMatchObject({ primary: false, version: 2 })
    expect(
      await callApi(caller, 'clients.change-person', {
        params: { id: dennis.id },
        basedOn: 1,
        body: person('Dennis Test', { primary: true }),
      }),
    ).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { primary: false, version: 2 } },
    })
    await mustCall(caller, 'clients.change-person', {
      params: { id: dennis.id },
      basedOn: 2,
      body: person('Dennis Test', { primary: true }),
    })
    expect((await mustCall(caller, 'clients.own-persons', {})).rows.filter((row) => row.primary)).toMatchObject([
      { id: dennis.id, version: 3 },
    ])
  })

  it('are removed, and named when a number is none', async () => {
    const { caller, client } = await someone()
    expect(await callApi(caller, 'clients.add-person', { body: person('Bea', { phone2: '123456' }) })).toMatchObject({
      problem: { fields: [{ field: 'phone2', rule: 'phone-format' }] },
    })
    const bea = await mustCall(caller, 'clients.add-person', { body: person('Bea') })
    const stranger = await someone('axxicom')
    expect(await callApi(stranger.caller, 'clients.remove-person', { params: { id: bea.id }, basedOn: 1 })).toMatchObject({
      status: 404,
    })
    expect(await mustCall(caller, 'clients.remove-person', { params: { id: bea.id }, basedOn: 1 })).toEqual({ ok: true })
    expect(
      await callApi(caller, 'clients.change-person', { params: { id: bea.id }, basedOn: 2, body: person('Bea') }),
    ).toMatchObject({ status: 404 })
    expect((await mustCall(caller, 'clients.own-persons', {})).rows).toEqual([])
    expect((await eventsOf(app, { subjectId: client.id })).map((event) => event.type)).toEqual([
      'client.changed',
      'client.changed',
    ])
  })

  it('are seen by an invited contact only with the right to it', async () => {
    const client = await makeClient(app, 'laurens')
    const allowed = await asPortalUser(app, await makePortalUser(app, client, { kind: 'contact', rights: ['details'] }))
    const refused = await asPortalUser(app, await makePortalUser(app, client, { kind: 'contact', rights: ['messages'] }))
    expect(await mustCall(allowed, 'clients.own-persons', {})).toEqual({ rows: [], mayWrite: false })
    expect(await callApi(refused, 'clients.own-persons', {})).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
  })

  it.each(['zuyderland', 'laurens'])('are shown and no more where the portal is an overview: %s', async (provider) => {
    const { client, caller } = await someone(provider)
    const row = { id: newId(), provider, clientId: client.id, name: 'Bea', phone1: '+31612345678', type: 'family' } as const
    await app.db.insert(contactPersons).values(row)
    expect((await mustCall(caller, 'clients.own-persons', {})).rows).toMatchObject([{ id: row.id, name: 'Bea', version: 1 }])
    const params = { id: row.id }
    for (const answer of [
      await callApi(caller, 'clients.add-person', { body: person('Cor') }),
      await callApi(caller, 'clients.change-person', { params, basedOn: 1, body: person('Cor') }),
      await callApi(caller, 'clients.remove-person', { params, basedOn: 1 }),
    ])
      expect(answer).toMatchObject({ status: 403, problem: { code: 'shown-only' } })
    expect((await mustCall(caller, 'clients.own-persons', {})).rows).toMatchObject([{ name: 'Bea', version: 1 }])
  })
})

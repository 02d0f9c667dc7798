/** The own form of an organisation's contact: "E-mail" beside "E-mail portaltoegang", Bijnaam, Adres, Postadres. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, asStaff, makeProvider, makeStaff, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { type Caller, mustCall } from '../../tests/support/http.ts'
import { reload } from '../../tests/support/log-in.ts'
import { ADMINISTRATOR, EMPLOYEE, makeColleague, makeOrganisation } from '../../tests/support/portal-administrators.ts'
import { deliveriesOf } from '../../tests/support/traces.ts'

let app: TestApp
let organisationId: string
let boss: PortalUserRow
let jan: PortalUserRow
let caller: Caller

const NAME = { firstName: 'Jan', lastName: 'Berg' }
const MAILBOX = 'jan.thuis@bouw.example'

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
  const organisation = await makeOrganisation(app, 'careflex')
  organisationId = organisation.id
  boss = await makeColleague(app, organisation, ADMINISTRATOR, { name: 'Lotte Vermeer' })
  jan = await makeColleague(app, organisation, EMPLOYEE, { ...NAME, name: 'Jan Berg' })
  caller = await asPortalUser(app, boss)
})
afterAll(() => app.stop())

const filledIn = {
  nickname: 'Jantje',
  address: 'Kade 1, 3011 AA Rotterdam',
  postalAddress: 'Postbus 12, 3000 AB Rotterdam',
  contactEmail: MAILBOX,
}

it('keeps what the form has, for the administrator, for oneself, and as a change that staff read', async () => {
  const person = { ...NAME, ...filledIn, mobile: jan.mobile ?? '', email: jan.email ?? '' }
  const body = { person, place: {} }
  const changed = await mustCall(caller, 'users.change-colleague', { params: { id: jan.membershipId }, basedOn: 1, body })
  expect(changed).toMatchObject({ email: jan.email, person: { ...filledIn, email: jan.email } })
  const own = await mustCall(await asPortalUser(app, jan), 'users.own-contact', {})
  expect(own.person).toMatchObject(filledIn)
  const staff = await asStaff(app, 'careflex', await makeStaff(app, 'careflex', 'care-manager'))
  const { rows } = await mustCall(staff, 'clients.organisation-changes', { params: { id: organisationId }, query: {} })
  expect(rows[0]).toMatchObject({ kind: 'user-changed', by: { name: 'Lotte Vermeer' }, after: filledIn })
})

it('ASVS 7.5.1: “E-mail” is no address of the account: it is changed without a password, and nobody is told', async () => {
  expect(await reload(app, jan)).toMatchObject({ email: jan.email, emailSince: jan.emailSince, contactEmail: MAILBOX })
  expect(await deliveriesOf(app, { to: jan.email ?? '' })).toEqual([])
})

it('ASVS 6.4.3: a forgotten password is mailed to “E-mail portaltoegang” alone, and “E-mail” opens nothing', async () => {
  const ask = async (email: string) => {
    const params = { provider: 'careflex' }
    await mustCall({ url: app.url }, 'session.forgot-password', { params, body: { userName: jan.userName, email } })
    await app.settled()
  }
  await ask(MAILBOX)
  expect(await deliveriesOf(app, { to: MAILBOX })).toEqual([])
  expect(await deliveriesOf(app, { to: jan.email ?? '' })).toEqual([])
  await ask(jan.email ?? '')
  expect(await deliveriesOf(app, { to: MAILBOX })).toEqual([])
  expect(await deliveriesOf(app, { to: jan.email ?? '' })).toMatchObject([{ template: 'session.recovery-link' }])
})

it('nobody is found by “E-mail”: “Bedoelde u” goes by the address of the account', async () => {
  const found = await mustCall(caller, 'users.match', { body: { email: MAILBOX } })
  expect(found.rows).toEqual([])
  const other = await makeColleague(app, await makeOrganisation(app, 'careflex'), EMPLOYEE, { email: MAILBOX })
  const again = await mustCall(caller, 'users.match', { body: { email: MAILBOX } })
  expect(again.rows.map((one) => one.userId)).toEqual([other.id])
})

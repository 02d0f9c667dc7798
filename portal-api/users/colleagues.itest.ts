/** Colleagues of an organisation's contact over HTTP: adding, the four switches with their combinations, projects, one's own. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ColleagueData, ManagedUser, Switches } from '../../shared/domain/users.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, makeProvider, type PortalUserRow } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { logIn, PASSWORD, problemOf, reload, WRONG_PASSWORD } from '../../tests/support/log-in.ts'
import {
  ADMINISTRATOR,
  CONTACT_ONLY,
  EMPLOYEE,
  makeAdministrator,
  makeColleague,
  makeOrganisation,
  type OrganisationFixture,
} from '../../tests/support/portal-administrators.ts'
import { deliveriesOf, eventsOf } from '../../tests/support/traces.ts'
import { organisations, portalMemberships, portalUsers } from '../db/schema/index.ts'

let app: TestApp
let bouwgroep: OrganisationFixture
let boss: PortalUserRow
let caller: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['careflex', 'zuyderland']) await makeProvider(app, id)
})
afterAll(() => app.stop())
beforeEach(async () => {
  app.clock.pass(3600)
  bouwgroep = await makeOrganisation(app, 'careflex')
  boss = await makeColleague(app, bouwgroep, ADMINISTRATOR, { name: 'Lotte Vermeer' })
  caller = await asPortalUser(app, boss)
})

const place = { department: 'Planning', functionCode: 221, cardTitle: 'Hoofdplanner' }
const person = (email: string): ColleagueData => ({
  initials: 'J.',
  firstName: 'Jan',
  prefix: 'van den',
  lastName: 'Berg',
  nickname: 'Jantje',
  birthDate: '1980-02-29',
  sex: 'male',
  address: 'Kade 1, 3011 AA Rotterdam',
  postalAddress: 'Postbus 12, 3000 AB Rotterdam',
  phone: '020 123 45 67',
  mobile: '06 12345678',
  contactEmail: 'jan@bouw.example',
  email,
})
const add = (switches: Switches, email = `${randomUUID()}@bouw.example`) =>
  callApi(caller, 'users.add-colleague', { body: { kind: 'new', person: person(email), place, switches } })
const set = (by: Caller, user: Pick<ManagedUser, 'id' | 'version'>, switches: Switches) =>
  callApi(by, 'users.set-switches', { params: { id: user.id }, basedOn: user.version, body: switches })
const rowOf = (user: PortalUserRow, version = 1) => ({ id: user.membershipId, version })

describe('users.add-colleague', () => {
  it('keeps every field of the form, and mails the credentials within the hour', async () => {
    const email = `${randomUUID()}@bouw.example`
    const added = await add(EMPLOYEE, email)
    if (!added.ok) throw new Error(added.problem.code)
    expect(added.value).toMatchObject({
      name: 'Jan van den Berg',
      relation: 'Planner',
      rights: ['portal-member'],
      invitation: 'open',
      person: { ...person(email), phone: '020 123 4567', mobile: '06 12345678' },
      colleague: { ...place, switches: EMPLOYEE, projects: [] },
    })
    const [mail] = await deliveriesOf(app, { to: email })
    expect(mail).toMatchObject({ template: 'account.credentials', holdsSecret: true })
    expect((mail?.notBefore.getTime() ?? Infinity) - app.clock.now().getTime()).toBeLessThanOrEqual(3_600_000)
    expect(mail?.body).toContain('Lotte Vermeer geeft u toegang tot het cliëntportaal van Bouwgroep Meerzicht')
    expect(await eventsOf(app, { subjectId: bouwgroep.id })).toMatchObject([{ type: 'client.changed' }])
  })

  it('neither administrator nor employee: a contact to see, without log-in and without mail', async () => {
    const email = `${randomUUID()}@bouw.example`
    const added = await add({ ...CONTACT_ONLY, visitMails: true }, email)
    expect(added.ok && added.value).toMatchObject({ rights: ['visit-mails'], invitation: 'not-sent' })
    expect(await deliveriesOf(app, { to: email })).toEqual([])
    const nobody = { ...person(''), mobile: '', phone: '' }
    const body = { kind: 'new', person: nobody, place: {}, switches: CONTACT_ONLY } as const
    expect((await callApi(caller, 'users.add-colleague', { body })).ok).toBe(true)
  })

  it('refuses, naming the field: an administrator without log-in, a log-in without address, an unknown function', async () => {
    const body = { kind: 'new', person: person('j@bouw.example'), place, switches: EMPLOYEE } as const
    for (const [wrong, field, rule] of [
      [{ ...body, switches: { ...ADMINISTRATOR, member: false } }, 'switches.member', 'administrator-needs-member'],
      [{ ...body, person: person('') }, 'person.email', 'email-for-log-in'],
      [{ ...body, place: { ...place, functionCode: 222 } }, 'place.functionCode', 'function-not-offered'],
      [{ ...body, person: { ...person('j@bouw.example'), mobile: '020 1234567' } }, 'person.mobile', 'phone-format'],
      [{ ...body, person: { ...person('j@bouw.example'), birthDate: '1981-02-29' } }, 'person.birthDate', 'date-real'],
    ] as const)
      expect(await callApi(caller, 'users.add-colleague', { body: wrong })).toMatchObject({
        status: 422,
        problem: { fields: [expect.objectContaining({ field, rule })] },
      })
  })

  it('somebody who works for another organisation too keeps one log-in, and neither sees the data the other keeps', async () => {
    const other = await makeOrganisation(app, 'careflex')
    const shared = await makeColleague(app, other, EMPLOYEE, { name: 'Twee Werk', lastLoginAt: app.clock.now() })
    const { rows } = await mustCall(caller, 'users.match', { body: { email: shared.email ?? '' } })
    expect(rows).toEqual([{ userId: shared.id, name: 'Twee Werk' }])
    const body = { kind: 'existing', userId: shared.id, email: shared.email ?? '', place, switches: EMPLOYEE } as const
    const added = await mustCall(caller, 'users.add-colleague', { body })
    expect(added).toMatchObject({ name: 'Twee Werk', person: null, invitation: 'open' })
    expect(await deliveriesOf(app, { to: shared.email ?? '' })).toMatchObject([{ template: 'account.invited' }])
    const change = await callApi(caller, 'users.change-colleague', {
      params: { id: added.id },
      basedOn: added.version,
      body: { person: person('overgenomen@bouw.example'), place },
    })
    expect(problemOf(change)).toBe('account-elsewhere')
    expect(await reload(app, shared)).toMatchObject({ email: shared.email, name: 'Twee Werk' })
  })
})

describe('users.set-switches', () => {
  it('Medewerker klantportaal off: signed out at once, told, and no log-in; on again: told, the password stays', async () => {
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, { lastLoginAt: app.clock.now() })
    const mine = await asPortalUser(app, jan)
    const off = await set(caller, rowOf(jan), CONTACT_ONLY)
    if (!off.ok) throw new Error(off.problem.code)
    expect(off.value.rights).toEqual([])
    expect(problemOf(await callApi(mine, 'session.me', {}))).toBe('signed-out')
    expect(await deliveriesOf(app, { to: jan.email ?? '' })).toMatchObject([{ template: 'account.access-removed' }])
    const on = await set(caller, off.value, EMPLOYEE)
    expect(on.ok && on.value.rights).toEqual(['portal-member'])
    expect((await deliveriesOf(app, { to: jan.email ?? '' })).map((mail) => mail.template)).toEqual([
      'account.access-removed',
      'account.invited',
    ])
    expect((await logIn(app, jan)).ok).toBe(true)
  })

  it('Contactpersoon voor alle projecten on: member of all current ones; off: of none, invoices untouched', async () => {
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, { projectIds: bouwgroep.projectIds.slice(0, 1) })
    const names = (answer: Awaited<ReturnType<typeof set>>) =>
      answer.ok && answer.value.colleague?.projects.map((one) => one.name)
    const on = await set(caller, rowOf(jan), { ...EMPLOYEE, allProjects: true })
    expect(names(on)).toEqual(['Project 1', 'Project 2'])
    if (!on.ok) throw new Error(on.problem.code)
    const off = await set(caller, on.value, EMPLOYEE)
    expect(names(off)).toEqual([])
    expect(off.ok && off.value.rights).toEqual(['portal-member'])
  })

  it('other switches leave the projects as they are', async () => {
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, { projectIds: bouwgroep.projectIds.slice(0, 1) })
    const mails = await set(caller, rowOf(jan), { ...EMPLOYEE, visitMails: true })
    expect(mails.ok && mails.value.colleague).toMatchObject({ projects: [{ name: 'Project 1' }], switches: { visitMails: true } })
  })

  it('an administrator without log-in is refused with a sentence', async () => {
    const answer = await callApi({ ...caller, language: 'nl' }, 'users.set-switches', {
      params: { id: boss.membershipId },
      basedOn: 1,
      body: { ...ADMINISTRATOR, member: false },
    })
    expect(answer.ok ? null : answer.problem.fields).toEqual([
      {
        field: 'member',
        rule: 'administrator-needs-member',
        message: 'Een beheerder moet ook medewerker van het klantportaal zijn. Zonder dat kan niemand inloggen.',
      },
    ])
  })

  it('the last administrator stays; with another one, oneself may step back', async () => {
    expect(problemOf(await set(caller, rowOf(boss), EMPLOYEE))).toBe('last-administrator')
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE)
    const made = await set(caller, rowOf(jan), ADMINISTRATOR)
    expect(made.ok && made.value.administrator).toBe(true)
    expect((await set(caller, rowOf(boss), EMPLOYEE)).ok).toBe(true)
    expect(problemOf(await callApi(caller, 'users.list', {}))).toBe('forbidden')
  })

  it('ASVS 15.4.2: two administrators who step back, or put each other out, at once: one stays', async () => {
    for (const act of ['step back', 'put out'] as const) {
      const organisation = await makeOrganisation(app, 'careflex')
      const two = [await makeColleague(app, organisation, ADMINISTRATOR), await makeColleague(app, organisation, ADMINISTRATOR)]
      const [a, b] = two as [PortalUserRow, PortalUserRow]
      const [byA, byB] = [await asPortalUser(app, a), await asPortalUser(app, b)]
      const answers =
        act === 'step back'
          ? await Promise.all([set(byA, rowOf(a), EMPLOYEE), set(byB, rowOf(b), EMPLOYEE)])
          : await Promise.all([set(byA, rowOf(b), EMPLOYEE), set(byB, rowOf(a), EMPLOYEE)])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      const left = await app.db.select().from(portalMemberships).where(eq(portalMemberships.organisationId, organisation.id))
      expect(left.filter((one) => one.administrator)).toHaveLength(1)
    }
  })
})

describe('users.set-projects', () => {
  it('is the whole set; fewer than all switches "alle projecten" off; a project of others is refused', async () => {
    const jan = await makeColleague(app, bouwgroep, { ...EMPLOYEE, allProjects: true }, { projectIds: bouwgroep.projectIds })
    const [first = '', second = ''] = bouwgroep.projectIds
    const to = (basedOn: number, projectIds: string[]) =>
      callApi(caller, 'users.set-projects', { params: { id: jan.membershipId }, basedOn, body: { projectIds } })
    const one = await to(1, [second])
    expect(one.ok && one.value).toMatchObject({ rights: ['portal-member'], colleague: { projects: [{ id: second }] } })
    const foreign = (await makeOrganisation(app, 'careflex')).projectIds[0] ?? ''
    expect(await to(2, [first, foreign])).toMatchObject({
      status: 422,
      problem: { fields: [{ field: 'projectIds.1', rule: 'project-unknown' }] },
    })
    expect(problemOf(await to(1, []))).toBe('stale-version')
  })
})

describe('users.change-colleague', () => {
  it('63B §4.6: a new address is told to the old one too, and cannot receive a reset for a week', async () => {
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, {
      lastLoginAt: app.clock.now(),
      firstName: 'Jan',
      lastName: 'Berg',
    })
    const fresh = `${randomUUID()}@bouw.example`
    const changed = await mustCall(caller, 'users.change-colleague', {
      params: { id: jan.membershipId },
      basedOn: 1,
      body: { person: { ...person(fresh), mobile: jan.mobile ?? '' }, place, currentPassword: PASSWORD },
    })
    expect(changed).toMatchObject({ email: fresh, name: 'Jan van den Berg', relation: 'Planner', version: 2 })
    for (const to of [jan.email ?? '', fresh])
      expect(await deliveriesOf(app, { to })).toMatchObject([{ template: 'account.address-changed' }])
    const [row] = await app.db.select().from(portalUsers).where(eq(portalUsers.id, jan.id))
    expect(row?.emailSince).toEqual(app.clock.now())
  })

  it('ASVS 7.5.1: an address is changed by who proves again who they are, also one’s own', async () => {
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE)
    for (const of of [jan, boss]) {
      const change = (currentPassword?: string) =>
        callApi(caller, 'users.change-colleague', {
          params: { id: of.membershipId },
          basedOn: 1,
          body: { person: person(`${randomUUID()}@kwaad.example`), place, ...(currentPassword ? { currentPassword } : {}) },
        })
      expect(await change()).toMatchObject({ problem: { fields: [{ field: 'currentPassword', rule: 'password-asked' }] } })
      expect(problemOf(await change(WRONG_PASSWORD))).toBe('credentials-wrong')
      expect(await reload(app, of)).toMatchObject({ email: of.email, version: of.version })
    }
  })

  it('of an account nobody used yet the wrong address gets nothing more, and its credentials are dead', async () => {
    const wrong = `${randomUUID()}@bouw.example`
    const added = await add(EMPLOYEE, wrong)
    if (!added.ok) throw new Error(added.problem.code)
    const [before] = await app.db.select().from(portalUsers).where(eq(portalUsers.email, wrong))
    const right = `${randomUUID()}@bouw.example`
    app.clock.pass(60)
    await mustCall(caller, 'users.change-colleague', {
      params: { id: added.value.id },
      basedOn: added.value.version,
      body: { person: person(right), place, currentPassword: PASSWORD },
    })
    expect(await deliveriesOf(app, { to: wrong })).toHaveLength(1)
    expect(await deliveriesOf(app, { to: right })).toMatchObject([{ template: 'account.credentials' }])
    const [after] = await app.db.select().from(portalUsers).where(eq(portalUsers.email, right))
    expect(after?.passwordHash).not.toBe(before?.passwordHash)
  })
})

describe('an employee', () => {
  it('sees the organisation and oneself, and sets E-mail diensten, and nothing else', async () => {
    await app.db
      .update(organisations)
      .set({
        street: 'Kade 1',
        postcode: '3011 AA',
        city: 'Rotterdam',
        phone: '010 1234567',
        email: 'i@bouw.example',
        chamberNumber: '12345678',
      })
      .where(eq(organisations.id, bouwgroep.id))
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, { projectIds: bouwgroep.projectIds.slice(0, 1) })
    const mine = await asPortalUser(app, jan)
    expect(await mustCall(mine, 'users.organisation', {})).toMatchObject({
      name: 'Bouwgroep Meerzicht',
      chamberNumber: '12345678',
      city: 'Rotterdam',
    })
    const own = await mustCall(mine, 'users.own-contact', {})
    expect(own).toMatchObject({ self: true, colleague: { switches: EMPLOYEE, projects: [{ name: 'Project 1' }] } })
    const on = await mustCall(mine, 'users.set-visit-mails', { basedOn: own.version, body: { visitMails: true } })
    expect(on).toMatchObject({ rights: ['portal-member', 'visit-mails'], version: own.version + 1 })
    expect(problemOf(await callApi(mine, 'users.set-visit-mails', { basedOn: own.version, body: { visitMails: false } }))).toBe(
      'stale-version',
    )
    const id = { params: { id: jan.membershipId }, basedOn: on.version }
    const answers = [
      problemOf(await callApi(mine, 'users.list', {})),
      problemOf(await set(mine, on, { ...EMPLOYEE, allProjects: true })),
      problemOf(await callApi(mine, 'users.change-colleague', { ...id, body: { place } })),
      problemOf(await callApi(mine, 'users.set-projects', { ...id, body: { projectIds: [] } })),
      problemOf(await callApi(mine, 'users.remove', { params: { id: boss.membershipId }, basedOn: 1 })),
    ]
    expect(new Set(answers)).toEqual(new Set(['forbidden']))
  })
})

describe('norm 10: each portal its own', () => {
  it('a colleague of another organisation is unknown; a client has no colleagues, an organisation no panel rights', async () => {
    const other = await makeOrganisation(app, 'careflex')
    const theirs = await makeColleague(app, other, EMPLOYEE)
    for (const id of [theirs.membershipId, randomUUID()]) {
      expect(problemOf(await set(caller, { id, version: 1 }, CONTACT_ONLY))).toBe('not-found')
      expect(problemOf(await callApi(caller, 'users.change-colleague', { params: { id }, basedOn: 1, body: { place } }))).toBe(
        'not-found',
      )
      expect(problemOf(await callApi(caller, 'users.remove', { params: { id }, basedOn: 1 }))).toBe('not-found')
    }
    const client = await makeAdministrator(app, 'zuyderland')
    const one = { id: client.user.membershipId, version: 1 }
    expect(problemOf(await set(client.caller, one, EMPLOYEE))).toBe('forbidden')
    expect(problemOf(await callApi(client.caller, 'users.organisation', {}))).toBe('panel-not-available')
    const rights = await callApi(caller, 'users.set-rights', {
      params: { id: boss.membershipId },
      basedOn: 1,
      body: { rights: ['messages'] },
    })
    expect(problemOf(rights)).toBe('forbidden')
  })

  it('users.remove takes a colleague out of all projects, and never oneself', async () => {
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, { projectIds: bouwgroep.projectIds })
    const remove = (user: PortalUserRow) => callApi(caller, 'users.remove', { params: { id: user.membershipId }, basedOn: 1 })
    expect((await remove(jan)).ok).toBe(true)
    expect(problemOf(await logIn(app, jan))).toBe('no-access')
    expect(problemOf(await remove(boss))).toBe('not-yourself')
  })
})

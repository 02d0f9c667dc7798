/** What staff see of changes around a client or an organisation: who, when, what, from what to what. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makePortalUser, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { problemOf } from '../../tests/support/log-in.ts'
import {
  ADMINISTRATOR,
  EMPLOYEE,
  makeAdministrator,
  makeColleague,
  makeOrganisation,
} from '../../tests/support/portal-administrators.ts'
import { auditOf } from '../../tests/support/traces.ts'

let app: TestApp
const desk: Record<string, Caller> = {}

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['cordaan', 'zuyderland', 'careflex']) {
    await makeProvider(app, id)
    desk[id] = await asStaff(app, id, await makeStaff(app, id, 'care-manager'))
  }
})
afterAll(() => app.stop())

const of = (provider: string, id: string, query: { cursor?: string; limit?: number } = {}) =>
  mustCall(desk[provider] as Caller, 'clients.changes', { params: { id }, query })

describe('contact details and contact persons', () => {
  it('each change with what it was and what it became, the newest first', async () => {
    const client = await makeClient(app, 'cordaan', { name: 'Mevr. C. Test' })
    const caller = await asPortalUser(app, await makePortalUser(app, client, { name: 'Mevr. C. Test', relation: 'zelf' }))
    const added = await mustCall(caller, 'clients.add-detail', { body: { kind: 'phone-mobile', value: '06 12345678' } })
    app.clock.pass(60)
    await mustCall(caller, 'clients.change-detail', {
      params: { id: added.id },
      basedOn: 1,
      body: { kind: 'phone-mobile', value: '06 87654321', remarks: '' },
    })
    app.clock.pass(60)
    await mustCall(caller, 'clients.remove-detail', { params: { id: added.id }, basedOn: 2 })
    app.clock.pass(60)
    const person = await mustCall(caller, 'clients.add-person', {
      body: { name: 'Dokter Jansen', phone1: '020 1234567', type: 'gp' },
    })
    app.clock.pass(60)
    await mustCall(caller, 'clients.change-person', {
      params: { id: person.id },
      basedOn: 1,
      body: { name: 'Dokter Jansen', phone1: '020 1234567', type: 'gp', primary: true },
    })
    const { rows } = await of('cordaan', client.id)
    expect(rows.map(({ kind, about, before, after }) => [kind, about, before, after])).toEqual([
      ['person-changed', 'Dokter Jansen', { primary: false }, { primary: true }],
      ['person-added', 'Dokter Jansen', null, expect.objectContaining({ phone1: '+31201234567', type: 'gp' })],
      ['detail-removed', 'phone-mobile', { kind: 'phone-mobile', value: '+31687654321', remarks: '' }, null],
      ['detail-changed', 'phone-mobile', { value: '+31612345678' }, { value: '+31687654321' }],
      ['detail-added', 'phone-mobile', null, { kind: 'phone-mobile', value: '+31612345678', remarks: '' }],
    ])
    expect(rows[0]).toMatchObject({
      at: app.clock.now().toISOString(),
      by: { name: 'Mevr. C. Test', relation: 'zelf', staff: false },
    })
    const [line] = (await auditOf(app, { object: 'client-change' })).filter((one) => one.clientId === client.id)
    expect(line).toMatchObject({ action: 'read', outcome: 'ok' })
  })

  it('comes in pages; a cursor of another list is refused', async () => {
    const client = await makeClient(app, 'cordaan')
    const caller = await asPortalUser(app, await makePortalUser(app, client))
    for (let count = 0; count < 5; count += 1) {
      await mustCall(caller, 'clients.add-detail', { body: { kind: 'email', value: `c${count}@post.example` } })
      if (count === 2) app.clock.pass(60)
    }
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await of('cordaan', client.id, { limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map((row) => String(row.after?.['value'])))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual([4, 3, 2, 1, 0].map((count) => `c${count}@post.example`))
    const other = await makeClient(app, 'cordaan')
    const first = await of('cordaan', client.id, { limit: 2 })
    const wrong = { params: { id: other.id }, query: { cursor: first.next ?? '' } }
    expect(problemOf(await callApi(desk['cordaan'] as Caller, 'clients.changes', wrong))).toBe('invalid-input')
  })
})

describe('users and rights', () => {
  it('of a client: added, invited, rights from what to what, removed', async () => {
    const { client, caller } = await makeAdministrator(app, 'zuyderland')
    const body = {
      kind: 'new',
      firstName: 'Pietje',
      lastName: 'Puk',
      email: 'p@post.example',
      sex: 'male',
      phone: '0031612345678',
    } as const
    const added = await mustCall(caller, 'users.add', { body })
    app.clock.pass(60)
    const given = await mustCall(caller, 'users.set-rights', {
      params: { id: added.id },
      basedOn: added.version,
      body: { rights: ['dossier'] },
    })
    app.clock.pass(60)
    await mustCall(caller, 'users.remove', { params: { id: added.id }, basedOn: given.version })
    const { rows } = await of('zuyderland', client.id)
    expect(rows.map(({ kind, about, before, after }) => [kind, about, before, after])).toEqual([
      ['user-removed', 'Pietje Puk', { rights: ['dossier'] }, null],
      ['user-rights', 'Pietje Puk', { rights: [] }, { rights: ['dossier'] }],
      ['user-invited', 'Pietje Puk', null, null],
      ['user-added', 'Pietje Puk', null, { matched: false }],
    ])
  })

  it('of an organisation: data, switches and projects of its contacts', async () => {
    const bouwgroep = await makeOrganisation(app, 'careflex')
    const boss = await makeColleague(app, bouwgroep, ADMINISTRATOR, { name: 'Lotte Vermeer' })
    const jan = await makeColleague(app, bouwgroep, EMPLOYEE, { name: 'Jan Berg' })
    const caller = await asPortalUser(app, boss)
    await mustCall(caller, 'users.change-colleague', {
      params: { id: jan.membershipId },
      basedOn: 1,
      body: { place: { department: 'Inkoop', functionCode: 200, cardTitle: '' } },
    })
    app.clock.pass(60)
    await mustCall(caller, 'users.set-projects', {
      params: { id: jan.membershipId },
      basedOn: 2,
      body: { projectIds: [...bouwgroep.projectIds] },
    })
    const answer = await mustCall(desk['careflex'] as Caller, 'clients.organisation-changes', {
      params: { id: bouwgroep.id },
      query: {},
    })
    expect(answer.rows).toMatchObject([
      { kind: 'user-projects', before: { projects: [] }, after: { projects: ['Project 1', 'Project 2'] } },
      {
        kind: 'user-changed',
        about: 'Jan Berg',
        by: { name: 'Lotte Vermeer', relation: 'Planner' },
        before: { department: '', function: 'Planner' },
        after: { department: 'Inkoop', function: 'Administratief medewerker' },
      },
    ])
  })
})

describe('who may', () => {
  it('norm 10: another provider’s client is an unknown one; the helpdesk reads rights at the account, not here', async () => {
    const client = await makeClient(app, 'zuyderland')
    for (const id of [client.id, randomUUID()]) {
      expect(problemOf(await callApi(desk['cordaan'] as Caller, 'clients.changes', { params: { id }, query: {} }))).toBe(
        'not-found',
      )
      expect(
        problemOf(await callApi(desk['cordaan'] as Caller, 'clients.organisation-changes', { params: { id }, query: {} })),
      ).toBe('not-found')
    }
    const helpdesk = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'helpdesk'))
    expect(problemOf(await callApi(helpdesk, 'clients.changes', { params: { id: client.id }, query: {} }))).toBe('forbidden')
  })

  it('the account’s own timeline shows the helpdesk the rights and who ticked them', async () => {
    const { user, caller } = await makeAdministrator(app, 'zuyderland', { name: 'Mevr. C. Beheer' })
    const body = {
      kind: 'new',
      firstName: 'Pietje',
      lastName: 'Puk',
      email: 'q@post.example',
      sex: 'male',
      phone: '0031612345678',
    } as const
    const added = await mustCall(caller, 'users.add', { body })
    await mustCall(caller, 'users.set-rights', { params: { id: added.id }, basedOn: 1, body: { rights: ['dossier', 'details'] } })
    const helpdesk = await asStaff(app, 'zuyderland', await makeStaff(app, 'zuyderland', 'helpdesk'))
    const [line] = (await auditOf(app, { object: 'portal-rights' })).filter((one) => one.actorId === user.id)
    const account = await mustCall(helpdesk, 'accounts.open', { params: { id: String(line?.details['portalUserId']) } })
    expect(account.timeline.map((one) => [one.type, one.by, one.administratorName, one.detail])).toContainEqual([
      'rights-changed',
      'administrator',
      'Mevr. C. Beheer',
      'dossier, details',
    ])
  })
})

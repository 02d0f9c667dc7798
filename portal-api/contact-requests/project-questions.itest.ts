/** Projects and the questions about them over HTTP: who sees which, where a question goes, and how its answer comes back. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeCaregiver,
  makeClient,
  makeMembership,
  makeOrganisation,
  makePortalUser,
  makeProject,
  makeProjectVisit,
  makeProvider,
  makeStaff,
  type PortalUserRow,
  type StaffFixture,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { auditOf, deliveriesOf } from '../../tests/support/traces.ts'
import { cases, portalMemberships, projectMembers, staffMemberships } from '../db/schema/index.ts'

const QUESTION = 'Kan er vrijdag iemand extra komen?'

let app: TestApp
let eva: StaffFixture
let daan: StaffFixture
let asEva: Caller
let asDaan: Caller

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['careflex', 'zuyderland', 'cordaan']) await makeProvider(app, id)
  eva = await makeStaff(app, 'careflex', 'care-manager', 'Eva Lindeman')
  daan = await makeStaff(app, 'careflex', 'care-manager', 'Daan Bakker')
  asEva = await asStaff(app, 'careflex', eva)
  asDaan = await asStaff(app, 'careflex', daan)
})
afterAll(() => app.stop())

/** A customer with three projects: two led by Eva, one by Daan; Piet is a member of the first and the last. */
async function customer() {
  const organisation = await makeOrganisation(app, 'careflex')
  const contact = async (name: string, rights: string[]) => {
    const user = await makePortalUser(
      app,
      { id: '', provider: 'careflex', name },
      {
        clientId: null,
        organisationId: organisation.id,
        kind: 'organisation-contact',
        relation: 'Planner',
        name,
        rights,
      },
    )
    return { user, caller: await asPortalUser(app, user) }
  }
  const piet = await contact('Piet Bouwer', ['portal-member'])
  const members: readonly PortalUserRow[] = [piet.user]
  return {
    organisation,
    piet,
    truus: await contact('Truus Bouwer', ['portal-member', 'all-projects']),
    baas: await contact('Baas Bouwer', ['portal-member', 'portal-administrator']),
    east: await makeProject(app, 'careflex', organisation, 'Nachtzorg Oost', { careManager: eva, members }),
    west: await makeProject(app, 'careflex', organisation, 'Kantine West', { careManager: eva }),
    south: await makeProject(app, 'careflex', organisation, 'Groep Zuid', { careManager: daan, members }),
  }
}
const ask = (who: Caller, projectId: string | null, message = QUESTION) =>
  mustCall(who, 'project-questions.create', { body: { projectId, message } })
const list = async (who: Caller, which: 'own' | 'all') =>
  (await mustCall(who, 'project-questions.projects', { query: { which } })).rows.map(({ name, own }) => `${name} ${own}`)
async function caseOf(subjectId: string) {
  const [row] = await app.db.select().from(cases).where(eq(cases.subjectId, subjectId))
  if (!row) throw new Error('No case was opened.')
  return row
}
const waiting = async (who: Caller) => (await mustCall(who, 'project-questions.correspondence', {})).rows.map((row) => row.id)

describe('projects', () => {
  it('are one’s own as a member, all with "Contactpersoon voor alle projecten", and by name those an administrator hands out', async () => {
    const { piet, truus, baas } = await customer()
    const own = ['Groep Zuid true', 'Nachtzorg Oost true']
    expect(await list(piet.caller, 'own')).toEqual(own)
    expect(await list(piet.caller, 'all')).toEqual(own)
    expect(await list(truus.caller, 'own')).toEqual(['Groep Zuid true', 'Kantine West true', 'Nachtzorg Oost true'])
    expect(await list(baas.caller, 'own')).toEqual([])
    expect(await list(baas.caller, 'all')).toEqual(['Groep Zuid false', 'Kantine West false', 'Nachtzorg Oost false'])
  })

  it('open with the internal leader, who sees them too, and what is planned; those of others do not exist', async () => {
    const { piet, baas, east, west } = await customer()
    const danny = await makeCaregiver(app, 'careflex')
    await makeProjectVisit(app, east, [danny], '2026-12-04', '09:00')
    const detail = await mustCall(piet.caller, 'project-questions.project', { params: { id: east.id } })
    expect(detail).toMatchObject({
      name: 'Nachtzorg Oost',
      organisation: 'Bouwgroep Meerzicht',
      leader: 'Eva Lindeman',
      contacts: ['Piet Bouwer', 'Truus Bouwer'],
      upcoming: [{ date: '2026-12-04', startTime: '09:00', serviceCode: 'HV 1', caregiver: 'Danny' }],
    })
    for (const [who, project] of [
      [piet, west],
      [baas, east],
    ] as const)
      expect(await callApi(who.caller, 'project-questions.project', { params: { id: project.id } })).toMatchObject({
        status: 404,
        problem: { code: 'not-found' },
      })
  })

  it('are gone the moment "alle projecten" is switched off, and so is the portal with "Medewerker klantportaal"', async () => {
    const { truus, east } = await customer()
    const rights = (set: string[]) =>
      app.db.update(portalMemberships).set({ rights: set }).where(eq(portalMemberships.id, truus.user.membershipId))
    await rights(['portal-member'])
    expect(await list(truus.caller, 'own')).toEqual([])
    expect(
      await callApi(truus.caller, 'project-questions.create', { body: { projectId: east.id, message: QUESTION } }),
    ).toMatchObject({
      status: 422,
      problem: { fields: [{ field: 'projectId', rule: 'project-unknown' }] },
    })
    await rights(['all-projects'])
    expect(await callApi(truus.caller, 'project-questions.projects', { query: {} })).toMatchObject({ status: 401 })
  })
})

describe('a question', () => {
  it('on a project goes to its care manager, and stands in the queue of all', async () => {
    const { piet, south } = await customer()
    const question = await ask(piet.caller, south.id)
    expect(question).toMatchObject({ project: { name: 'Groep Zuid' }, to: 'Daan Bakker', own: true, status: 'open', version: 1 })
    const row = await caseOf(question.id)
    expect(row).toMatchObject({ addressedTo: daan.id, projectId: south.id, facets: ['project'], name: 'Bouwgroep Meerzicht' })
    const query = { addressed: 'me', search: row.number } as const
    const mine = async (who: Caller) =>
      (await mustCall(who, 'cases.list', { params: { queue: 'contact-requests' }, query })).rows.map((one) => one.id)
    expect([await mine(asDaan), await mine(asEva)]).toEqual([[row.id], []])
    expect(await mustCall(asEva, 'cases.open', { params: { id: row.id } })).toMatchObject({
      client: null,
      reportedBy: { name: 'Piet Bouwer', relation: 'Planner' },
      subject: {
        kind: 'project-question',
        project: { name: 'Groep Zuid', organisation: 'Bouwgroep Meerzicht', careManager: 'Daan Bakker' },
        addressedTo: { name: 'Daan Bakker' },
        readers: [{ name: 'Piet Bouwer' }, { name: 'Truus Bouwer' }],
      },
    })
    expect(await auditOf(app, { caseId: row.id, object: 'project-question' })).toMatchObject([
      { action: 'create', objectId: question.id },
    ])
  })

  it('without a project goes to who leads most of the asker’s own, else most of the organisation’s', async () => {
    const { piet, baas, east } = await customer()
    await app.db.delete(projectMembers).where(eq(projectMembers.projectId, east.id))
    const [own, whole] = [await ask(piet.caller, null), await ask(baas.caller, null)]
    expect([own.to, whole.to]).toEqual(['Daan Bakker', 'Eva Lindeman'])
    expect(await caseOf(own.id)).toMatchObject({ projectId: null, addressedTo: daan.id, facts: { subject: 'general' } })
  })

  it('to a care manager who left goes to nobody in particular', async () => {
    const { truus, organisation } = await customer()
    const gone = await makeStaff(app, 'careflex', 'care-manager', 'Weg Gegaan')
    await app.db.update(staffMemberships).set({ active: false }).where(eq(staffMemberships.staffId, gone.id))
    const north = await makeProject(app, 'careflex', organisation, 'Groep Noord', { careManager: gone })
    expect(await mustCall(truus.caller, 'project-questions.project', { params: { id: north.id } })).toMatchObject({
      leader: null,
    })
    expect(await ask(truus.caller, north.id)).toMatchObject({ to: null })
  })

  it('is changed and withdrawn by its asker alone, on its own version, while it is open', async () => {
    const { piet, truus, east, south } = await customer()
    const { id } = await ask(piet.caller, east.id)
    const params = { id }
    const body = { projectId: south.id, message: 'Toch zaterdag.' }
    expect(await callApi(truus.caller, 'project-questions.change', { params, basedOn: 1, body })).toMatchObject({ status: 404 })
    const requestId = randomUUID()
    const changed = await mustCall(piet.caller, 'project-questions.change', { params, basedOn: 1, body, requestId })
    expect(changed).toMatchObject({ message: 'Toch zaterdag.', to: 'Daan Bakker', version: 2 })
    expect(await mustCall(piet.caller, 'project-questions.change', { params, basedOn: 1, body, requestId })).toEqual(changed)
    expect(await caseOf(id)).toMatchObject({ addressedTo: daan.id, projectId: south.id, subjectVersion: 2 })
    expect(await callApi(piet.caller, 'project-questions.withdraw', { params, basedOn: 1 })).toMatchObject({
      status: 412,
      problem: { code: 'stale-version', current: { id, version: 2 } },
    })
    expect(await mustCall(piet.caller, 'project-questions.withdraw', { params, basedOn: 2 })).toMatchObject({
      status: 'withdrawn',
    })
    expect(await callApi(piet.caller, 'project-questions.change', { params, basedOn: 3, body })).toMatchObject({ status: 409 })
    expect(await caseOf(id)).toMatchObject({ status: 'closed', closedBy: null })
  })
})

describe('the answer', () => {
  const reply = (who: Caller, id: string) =>
    mustCall(who, 'contact-requests.reply', { params: { id }, basedOn: 1, body: { text: 'Ja, Danny komt ook.' } })

  it('comes as a mail that does not hold it, and waits in "Mijn correspondentie" until it is read', async () => {
    const { piet, truus, east } = await customer()
    const { id } = await ask(piet.caller, east.id)
    expect(await waiting(piet.caller)).toEqual([id])
    expect(await callApi(piet.caller, 'project-questions.read', { params: { id } })).toMatchObject({
      status: 409,
      problem: { code: 'not-answered' },
    })
    await reply(asDaan, id)
    const [mail, ...more] = await deliveriesOf(app, { to: piet.user.email ?? '' })
    expect(more).toEqual([])
    expect(mail).toMatchObject({ template: 'contact-request.replied' })
    expect(mail?.body).toContain('Mijn correspondentie')
    expect(mail?.body).not.toContain('Danny')
    expect((await mustCall(piet.caller, 'project-questions.correspondence', {})).rows).toMatchObject([
      { id, status: 'closed', reply: 'Ja, Danny komt ook.', repliedBy: 'Daan Bakker', readAt: null },
    ])
    expect(await waiting(truus.caller)).toEqual([])
    expect(await callApi(truus.caller, 'project-questions.read', { params: { id } })).toMatchObject({ status: 404 })
    await mustCall(piet.caller, 'project-questions.read', { params: { id } })
    const readAt = app.clock.now().toISOString()
    app.clock.pass(60)
    await mustCall(piet.caller, 'project-questions.read', { params: { id } })
    expect(await waiting(piet.caller)).toEqual([])
    const { rows } = await mustCall(piet.caller, 'project-questions.list', { query: {} })
    expect(rows).toMatchObject([{ id, readAt, version: 2 }])
  })

  it('is read by the contacts for all projects too, and by no other colleague', async () => {
    const { piet, truus, baas, east } = await customer()
    const { id } = await ask(piet.caller, east.id)
    await reply(asEva, id)
    const read = async (who: Caller) => (await mustCall(who, 'project-questions.list', { query: {} })).rows
    expect(await read(truus.caller)).toMatchObject([{ id, own: false, askedBy: 'Piet Bouwer', reply: 'Ja, Danny komt ook.' }])
    expect(await read(baas.caller)).toEqual([])
  })

  it('is told to nobody who can no longer log in for that organisation, though the account lives on', async () => {
    for (const change of [{ endedAt: app.clock.now() }, { rights: ['all-projects'] }]) {
      const { piet, east } = await customer()
      await makeMembership(app, piet.user, {
        kind: 'organisation-contact',
        organisationId: (await makeOrganisation(app, 'careflex', 'Elders')).id,
        rights: ['portal-member'],
      })
      const { id } = await ask(piet.caller, east.id)
      await app.db.update(portalMemberships).set(change).where(eq(portalMemberships.id, piet.user.membershipId))
      await reply(asEva, id)
      expect(await deliveriesOf(app, { to: piet.user.email ?? '' })).toEqual([])
    }
  })
})

it('is not there in portals without it', async () => {
  for (const provider of ['zuyderland', 'cordaan']) {
    const caller = await asPortalUser(app, await makePortalUser(app, await makeClient(app, provider)))
    for (const answer of [
      await callApi(caller, 'project-questions.projects', { query: {} }),
      await callApi(caller, 'project-questions.create', { body: { projectId: null, message: QUESTION } }),
      await callApi(caller, 'project-questions.correspondence', {}),
    ])
      expect(answer).toMatchObject({ status: 404, problem: { code: 'panel-not-available' } })
  }
})

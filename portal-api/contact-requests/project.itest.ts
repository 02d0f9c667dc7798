/** A question about a project of an organisation, as its case shows it and as its reply is told. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, makeClient, makePortalUser, makeProvider, makeStaff, profileOf } from '../../tests/support/fixtures.ts'
import { mustCall } from '../../tests/support/http.ts'
import { deliveriesOf } from '../../tests/support/traces.ts'
import { openCase } from '../cases/write.ts'
import { contactRequests, organisations, projects } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'
import { contactShape } from './facts.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'careflex')
})
afterAll(() => app.stop())

it('names project, organisation and care manager, has no client, and is read by the asker and the contacts for all projects', async () => {
  const provider = 'careflex'
  const eva = await makeStaff(app, provider, 'care-manager', 'Eva Lindeman')
  const manager = await asStaff(app, provider, eva)
  const [organisationId, projectId, requestId] = [newId(), newId(), newId()]
  await app.db.insert(organisations).values({ id: organisationId, provider, name: 'Bouwgroep Meerzicht' })
  await app.db.insert(projects).values({ id: projectId, provider, organisationId, name: 'Nachtzorg Oost', careManagerId: eva.id })
  const account = async (name: string, rights: readonly string[]) =>
    makePortalUser(app, await makeClient(app, provider), {
      name,
      clientId: null,
      organisationId,
      kind: 'organisation-contact',
      relation: 'planner',
      rights: [...rights],
    })
  const asker = await account('Piet Bouwer', ['portal-member'])
  await account('Truus Bouwer', ['portal-member', 'all-projects'])
  await account('Jan Bouwer', ['portal-member'])

  const now = app.clock.now()
  const asked = {
    kind: 'project-question',
    subject: 'project',
    message: 'Wie komt er?',
    submittedAt: now,
    changedAt: null,
  } as const
  const { id: caseId } = await app.db.transaction(async (tx) => {
    const opened = await openCase(
      { tx, provider, now, emit: () => undefined },
      {
        ...contactShape(asked, profileOf(provider)),
        subjectId: requestId,
        subjectVersion: 1,
        name: 'Bouwgroep Meerzicht',
        sortName: 'Bouwgroep Meerzicht',
        projectId,
        portalUserId: asker.id,
      },
    )
    await tx
      .insert(contactRequests)
      .values({ id: requestId, provider, ...asked, projectId, caseId: opened.id, submittedBy: asker.id })
    return opened
  })

  expect(await mustCall(manager, 'cases.open', { params: { id: caseId } })).toMatchObject({
    name: 'Bouwgroep Meerzicht',
    facets: ['project'],
    client: null,
    reportedBy: { name: 'Piet Bouwer', relation: 'planner' },
    subject: {
      kind: 'project-question',
      project: { name: 'Nachtzorg Oost', organisation: 'Bouwgroep Meerzicht', careManager: 'Eva Lindeman' },
      readers: [{ name: 'Piet Bouwer' }, { name: 'Truus Bouwer' }],
    },
  })
  await mustCall(manager, 'contact-requests.reply', { params: { id: requestId }, basedOn: 1, body: { text: 'Danny.' } })
  expect(await deliveriesOf(app, { to: asker.email ?? '' })).toMatchObject([{ template: 'contact-request.replied' }])
})

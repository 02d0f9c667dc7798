/** Who hears of a changed visit: contacts with "E-mail diensten" on, and clients whose portal does not show it. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactRight } from '../../shared/domain/rights.ts'
import { daysOff, makeAway, move } from '../../tests/support/absences.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  asStaff,
  makeCaregiver,
  makeClient,
  makeOrganisation,
  makePortalUser,
  makeProject,
  makeProjectVisit,
  makeProvider,
  makeStaff,
  makeVisit,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { deliveriesOf } from '../../tests/support/traces.ts'
import { contactDetails, portalMemberships, portalUsers } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
const planners = new Map<string, Caller>()
const planner = (provider: string) => planners.get(provider) ?? { url: app.url }

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['careflex', 'zuyderland', 'cordaan', 'laurens']) {
    await makeProvider(app, id)
    planners.set(id, await asStaff(app, id, await makeStaff(app, id, 'planner')))
  }
})
afterAll(() => app.stop())

async function contact(organisation: { readonly id: string }, name: string, rights: readonly ContactRight[]) {
  return makePortalUser(
    app,
    { id: '', provider: 'careflex', name },
    {
      clientId: null,
      organisationId: organisation.id,
      kind: 'organisation-contact',
      rights: [...rights],
    },
  )
}
const mailsTo = (user: PortalUserRow) => deliveriesOf(app, { to: user.email ?? '' })

describe('a service confirmation', () => {
  it('goes once to each contact of the project who asked for it, with everything that changed', async () => {
    const organisation = await makeOrganisation(app, 'careflex')
    const linda = await contact(organisation, 'Linda Vermeer', ['portal-member', 'visit-mails'])
    const all = await contact(organisation, 'Alle Projecten', ['portal-administrator', 'visit-mails', 'all-projects'])
    const silent = await contact(organisation, 'Zonder Mail', ['portal-member', 'all-projects'])
    const elsewhere = await contact(organisation, 'Ander Project', ['portal-member', 'visit-mails'])
    const off = await contact(organisation, 'Geen Medewerker', ['visit-mails', 'all-projects'])
    const gone = await contact(organisation, 'Vertrokken', ['portal-member', 'visit-mails', 'all-projects'])
    const leftUs = await contact(organisation, 'Account Weg', ['portal-member', 'visit-mails', 'all-projects'])
    const invited = await contact(organisation, 'Niet Aanvaard', ['portal-member', 'visit-mails', 'all-projects'])
    const strange = await contact(await makeOrganisation(app, 'careflex', 'Anders'), 'Vreemd', [
      'portal-member',
      'visit-mails',
      'all-projects',
    ])
    const now = app.clock.now()
    await app.db.update(portalMemberships).set({ endedAt: now }).where(eq(portalMemberships.id, gone.membershipId))
    await app.db.update(portalUsers).set({ endedAt: now }).where(eq(portalUsers.id, leftUs.id))
    await app.db.update(portalMemberships).set({ invitedAt: now }).where(eq(portalMemberships.id, invited.membershipId))
    const members = [linda, gone, leftUs, invited, off, silent]
    const kantine = await makeProject(app, 'careflex', organisation, 'Kantine West', { members })
    const nacht = await makeProject(app, 'careflex', organisation, 'Nachtdienst Oost', { members: [linda] })
    await makeProject(app, 'careflex', organisation, 'Elders', { members: [elsewhere] })
    const danny = await makeCaregiver(app, 'careflex')
    const samira = await makeCaregiver(app, 'careflex', { name: 'Samira Öztürk' })
    const moved = await makeProjectVisit(app, kantine, [danny], '2026-12-01', '09:00')
    const cancelled = await makeProjectVisit(app, kantine, [danny], '2026-12-02', '09:00')
    const restaffed = await makeProjectVisit(app, nacht, [danny], '2026-12-03', '22:00')
    expect(
      await mustCall(planner('careflex'), 'planning.change-visits', {
        body: {
          changes: [
            { action: 'move', visitId: moved.id, visitVersion: 1, to: { date: '2026-12-04', startTime: '10:30' } },
            { action: 'cancel', visitId: cancelled.id, visitVersion: 1 },
            { action: 'caregivers', visitId: restaffed.id, visitVersion: 1, caregiverIds: [danny.id, samira.id] },
          ],
        },
      }),
    ).toMatchObject({ notReached: [] })

    for (const one of [silent, elsewhere, off, gone, leftUs, invited, strange]) expect(await mailsTo(one)).toEqual([])
    for (const one of [linda, all]) {
      const [mail, ...more] = await mailsTo(one)
      expect(more).toEqual([])
      expect(mail).toMatchObject({
        channel: 'email',
        template: 'planning.visit-confirmation',
        subject: 'Dienstbevestiging: de planning is gewijzigd',
        portalUserId: one.id,
      })
      expect(mail?.body).toContain(
        [
          'Kantine West',
          '- De dienst van dinsdag 1 december 2026 om 09:00 uur is verplaatst naar vrijdag 4 december 2026 om 10:30 uur. Danny komt.',
          '- De dienst van woensdag 2 december 2026 om 09:00 uur gaat niet door.',
        ].join('\n'),
      )
      expect(mail?.body).toContain(
        'Nachtdienst Oost\n- De dienst van donderdag 3 december 2026 om 22:00 uur gaat door. Danny en Samira komen.',
      )
    }
    expect((await mailsTo(linda))[0]?.body).toMatch(/^Geachte Linda Vermeer,/)
    expect((await mailsTo(all))[0]?.body).toMatch(/^Geachte Alle Projecten,/)
  })

  it('goes to a contact’s “E-mail” where there is one beside the address of the account', async () => {
    const organisation = await makeOrganisation(app, 'careflex')
    const linda = await contact(organisation, 'Linda Vermeer', ['portal-member', 'visit-mails', 'all-projects'])
    const mailbox = `${newId()}@bouw.example`
    await app.db.update(portalUsers).set({ contactEmail: mailbox }).where(eq(portalUsers.id, linda.id))
    const project = await makeProject(app, 'careflex', organisation, 'Kantine West')
    const visit = await makeProjectVisit(app, project, [], '2026-12-01', '09:00')
    await mustCall(planner('careflex'), 'planning.change-visits', {
      body: { changes: [{ action: 'cancel', visitId: visit.id, visitVersion: visit.version }] },
    })
    expect(await deliveriesOf(app, { to: mailbox })).toMatchObject([{ template: 'planning.visit-confirmation' }])
    expect(await mailsTo(linda)).toEqual([])
  })

  it('is not sent for a change that was refused', async () => {
    const organisation = await makeOrganisation(app, 'careflex')
    const linda = await contact(organisation, 'Linda Vermeer', ['portal-member', 'visit-mails', 'all-projects'])
    const project = await makeProject(app, 'careflex', organisation, 'Kantine West')
    const visit = await makeProjectVisit(app, project, [], '2026-12-01', '09:00')
    const stale = { action: 'cancel', visitId: visit.id, visitVersion: 2 } as const
    expect((await callApi(planner('careflex'), 'planning.change-visits', { body: { changes: [stale] } })).status).toBe(412)
    expect(await mailsTo(linda)).toEqual([])
  })

  it('follows a decision on an absence too, to who does not hear of it already', async () => {
    const danny = await makeCaregiver(app, 'cordaan')
    const away = await makeAway(app, 'cordaan', daysOff('2026-12-07', '2026-12-08'), ['2026-12-07 09:00'], [danny])
    const daughter = await makePortalUser(app, away.client, { kind: 'contact', name: 'Ingrid Test', rights: ['visit-mails'] })
    const [visit] = away.visits
    if (!visit) throw new Error('No visit was made.')
    await mustCall(planner('cordaan'), 'absences.decide', {
      params: { id: away.noticeId },
      basedOn: 1,
      body: { decisions: [move(visit, '2026-12-10 13:00', danny)] },
    })
    const [mail, ...more] = await mailsTo(daughter)
    expect(more).toEqual([])
    expect(mail?.body).toContain(
      `${away.client.name}\n- De dienst van maandag 7 december 2026 om 09:00 uur is verplaatst naar donderdag 10 december 2026 om 13:00 uur. Danny komt.`,
    )
    expect((await mailsTo(away.user)).map((one) => one.template)).toEqual(['absence.decided'])
  })
})

describe('a client whose portal does not show the visits', () => {
  async function changed(provider: string, client: { id: string; provider: string }) {
    const danny = await makeCaregiver(app, provider)
    const visit = await makeVisit(app, client, [danny], '2026-12-01', '09:00')
    return mustCall(planner(provider), 'planning.change-visits', {
      body: {
        changes: [{ action: 'move', visitId: visit.id, visitVersion: 1, to: { date: '2026-12-02', startTime: '14:00' } }],
      },
    })
  }

  it.each(['zuyderland', 'laurens'])('hears of it by mail, as does who represents them (%s)', async (provider) => {
    const client = await makeClient(app, provider)
    const self = await makePortalUser(app, client, { name: 'Mevr. T. Essers' })
    const son = await makePortalUser(app, client, { kind: 'representative', name: 'Ruud Essers' })
    const friend = await makePortalUser(app, client, { kind: 'contact', name: 'Pietje Puk', rights: ['appointments'] })
    const twin = await makePortalUser(app, client, { kind: 'representative', email: son.email?.toUpperCase() ?? null })
    expect((await changed(provider, client)).notReached).toEqual([])
    for (const one of [self, son]) {
      const [mail, ...more] = await mailsTo(one)
      expect(more).toEqual([])
      expect(mail).toMatchObject({
        template: 'planning.visit-changed',
        subject: 'Uw planning is gewijzigd',
        portalUserId: one.id,
      })
      expect(mail?.body).toContain(
        '- De afspraak van dinsdag 1 december 2026 om 09:00 uur is verplaatst naar woensdag 2 december 2026 om 14:00 uur. Danny komt.',
      )
    }
    expect(await mailsTo(friend)).toEqual([])
    expect(await mailsTo(twin)).toEqual([])
    const month = await callApi(await asPortalUser(app, self), 'planning.month', { query: { month: '2026-12' } })
    if (provider === 'laurens') expect(month).toMatchObject({ problem: { code: 'panel-not-available' } })
    else expect(month).toMatchObject({ value: { shown: 'own-appointments', rows: [], appointments: [] } })
  })

  it('hears of it on the address on record, and is to be phoned when there is none', async () => {
    const client = await makeClient(app, 'zuyderland', { name: 'Dhr. J. Stil' })
    await makePortalUser(app, client, { email: null })
    expect((await changed('zuyderland', client)).notReached).toEqual([{ clientId: client.id, name: 'Dhr. J. Stil' }])
    const since = app.clock.now()
    const detail = { provider: 'zuyderland', clientId: client.id, value: 'stil@post.example', since }
    await app.db.insert(contactDetails).values({ id: newId(), kind: 'email', ...detail })
    expect((await changed('zuyderland', client)).notReached).toEqual([])
    expect(await deliveriesOf(app, { to: 'stil@post.example' })).toHaveLength(1)
  })
})

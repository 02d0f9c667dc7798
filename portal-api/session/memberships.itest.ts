/** One account, several clients or organisations: choosing after log-in, going on for another, and being switched off. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PANEL_RIGHTS } from '../../shared/domain/rights.ts'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import {
  asPortalUser,
  makeClient,
  makeMembership,
  makeOrganisation,
  makeProvider,
  type PortalUserRow,
} from '../../tests/support/fixtures.ts'
import { callApi, mustCall } from '../../tests/support/http.ts'
import { logIn, makeLoginUser, problemOf, withToken } from '../../tests/support/log-in.ts'
import { portalMemberships } from '../db/schema/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['careflex', 'zuyderland']) await makeProvider(app, id, { deviceVerification: 'never' })
})
afterAll(() => app.stop())
beforeEach(() => app.clock.pass(86_400))

const MEMBER = { kind: 'organisation-contact' as const, relation: 'Planner', rights: ['portal-member'] }

/** A contact of one organisation. */
async function contact(rights: readonly string[] = MEMBER.rights): Promise<PortalUserRow> {
  const organisation = await makeOrganisation(app, 'careflex')
  const somebody = { id: '', provider: 'careflex', name: 'Dirk Kok' }
  return makeLoginUser(app, somebody, { ...MEMBER, rights: [...rights], clientId: null, organisationId: organisation.id })
}

/** A contact of two organisations, and the second membership. */
async function contactOfTwo() {
  const user = await contact()
  const second = await makeOrganisation(app, 'careflex', 'Stichting De Waard')
  const other = await makeMembership(app, user, {
    ...MEMBER,
    rights: ['portal-member', 'portal-administrator'],
    organisationId: second.id,
  })
  return { user, other }
}

async function tokenOf(user: PortalUserRow): Promise<string> {
  const answer = await logIn(app, user)
  if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('Not signed in.')
  return answer.value.tokens.accessToken
}

describe('of one organisation', () => {
  it('is chosen by itself', async () => {
    const user = await contact()
    const caller = withToken(app, await tokenOf(user))
    expect(await mustCall(caller, 'session.me', {})).toMatchObject({
      membership: { id: user.membershipId, name: 'Bouwgroep Meerzicht', kind: 'organisation-contact', relation: 'Planner' },
      organisation: { name: 'Bouwgroep Meerzicht' },
      client: null,
      rights: ['portal-member'],
      administrator: false,
      invitation: null,
      panels: ['project-questions', 'planning', 'organisation'],
      secondFactor: 'none',
      authenticatorOffered: true,
    })
  })
})

describe('of several', () => {
  it('asks which one after the log-in, and says so to nobody before', async () => {
    const { user, other } = await contactOfTwo()
    const step = await logIn(app, user)
    if (!step.ok || step.value.step !== 'choose-membership') throw new Error('No choice.')
    expect(step.value.options).toEqual([
      { id: user.membershipId, name: 'Bouwgroep Meerzicht', kind: 'organisation-contact' },
      { id: other.id, name: 'Stichting De Waard', kind: 'organisation-contact' },
    ])
    const params = { provider: 'careflex' }
    const { ticket } = step.value
    const chosen = await mustCall({ url: app.url }, 'session.choose-membership', {
      params,
      body: { ticket, membershipId: other.id },
    })
    if (chosen.step !== 'signed-in') throw new Error('Not signed in.')
    const me = await mustCall(withToken(app, chosen.tokens.accessToken), 'session.me', {})
    expect(me).toMatchObject({ organisation: { name: 'Stichting De Waard' }, administrator: true })
    expect(me.panels).toContain('user-management')
    const again = await callApi({ url: app.url }, 'session.choose-membership', {
      params,
      body: { ticket, membershipId: other.id },
    })
    expect(problemOf(again)).toBe('ticket-expired')
  })

  it('ASVS 8.2: takes nobody to a membership of another account, or one that ended', async () => {
    const { user, other } = await contactOfTwo()
    const stranger = await contact()
    const third = await makeMembership(app, user, {
      ...MEMBER,
      organisationId: (await makeOrganisation(app, 'careflex')).id,
      endedAt: app.clock.now(),
    })
    const step = await logIn(app, user)
    if (!step.ok || step.value.step !== 'choose-membership') throw new Error('No choice.')
    const { ticket } = step.value
    for (const membershipId of [stranger.membershipId, third.id]) {
      const answer = await callApi({ url: app.url }, 'session.choose-membership', {
        params: { provider: 'careflex' },
        body: { ticket, membershipId },
      })
      expect(problemOf(answer)).toBe('not-found')
    }
    const caller = await asPortalUser(app, user)
    for (const membershipId of [stranger.membershipId, third.id])
      expect(problemOf(await callApi(caller, 'session.switch-membership', { body: { membershipId } }))).toBe('not-found')
    expect(await mustCall(caller, 'session.memberships', {})).toMatchObject({
      rows: [
        { id: user.membershipId, current: true },
        { id: other.id, current: false },
      ],
    })
  })

  it('goes on for another one: the old session ends, the new one lasts no longer', async () => {
    const { user, other } = await contactOfTwo()
    const caller = await asPortalUser(app, user)
    const { tokens } = await mustCall(caller, 'session.switch-membership', { body: { membershipId: other.id } })
    expect(problemOf(await callApi(caller, 'session.me', {}))).toBe('signed-out')
    const me = await mustCall(withToken(app, tokens.accessToken), 'session.me', {})
    expect(me).toMatchObject({ organisation: { name: 'Stichting De Waard' }, rights: ['portal-member', 'portal-administrator'] })
    // The fixture's session lasts thirty days; a new log-in would last twelve hours.
    expect(tokens.refreshExpiresAt).toBe(new Date(app.clock.now().getTime() + 30 * 86_400_000).toISOString())
  })

  it('keeps the rights of each client where they were given', async () => {
    const mother = await makeClient(app, 'zuyderland', { name: 'Mevr. T. Essers' })
    const neighbour = await makeClient(app, 'zuyderland', { name: 'Dhr. B. Buur' })
    const son = await makeLoginUser(app, mother, { kind: 'representative', relation: 'zoon' })
    const other = await makeMembership(app, son, { kind: 'contact', relation: 'buurman', clientId: neighbour.id, rights: [] })
    const caller = await asPortalUser(app, son)
    expect((await callApi(caller, 'clients.own-persons', {})).ok).toBe(true)
    const { tokens } = await mustCall(caller, 'session.switch-membership', { body: { membershipId: other.id } })
    const asContact = withToken(app, tokens.accessToken)
    expect(await mustCall(asContact, 'session.me', {})).toMatchObject({
      client: { name: 'Dhr. B. Buur' },
      panels: ['notifications'],
    })
    expect(problemOf(await callApi(asContact, 'clients.own-persons', {}))).toBe('forbidden')
  })

  it('one closes when care ends, the other stays', async () => {
    const mother = await makeClient(app, 'zuyderland')
    const left = await makeClient(app, 'zuyderland', { careEndedAt: new Date(app.clock.now().getTime() - 10 * 86_400_000) })
    const son = await makeLoginUser(app, left, { kind: 'representative' })
    const other = await makeMembership(app, son, { kind: 'representative', relation: 'zoon', clientId: mother.id })
    expect(await mustCall(withToken(app, await tokenOf(son)), 'session.me', {})).toMatchObject({ membership: { id: other.id } })
  })
})

describe('Medewerker klantportaal off', () => {
  it('can no longer log in, and hears why', async () => {
    const answer = await logIn(app, await contact(['visit-mails']))
    expect(problemOf(answer)).toBe('no-access')
    expect(answer.ok ? '' : answer.problem.title).toContain('geen medewerker van het klantportaal')
  })

  it('ASVS 7.4.2: counts at once, also in a session that is open', async () => {
    const user = await contact()
    const caller = await asPortalUser(app, user)
    expect((await callApi(caller, 'session.me', {})).ok).toBe(true)
    await app.db
      .update(portalMemberships)
      .set({ rights: ['visit-mails'] })
      .where(eq(portalMemberships.id, user.membershipId))
    expect(problemOf(await callApi(caller, 'session.me', {}))).toBe('signed-out')
  })
})

describe('rights per panel', () => {
  it.each(PANEL_RIGHTS)('ASVS 8.2.1: %s opens its own parts and no other', async (right) => {
    const client = await makeClient(app, 'zuyderland')
    const user = await makeLoginUser(app, client, { kind: 'contact', rights: [right] })
    const caller = await asPortalUser(app, user)
    const { panels } = await mustCall(caller, 'session.me', {})
    expect((await callApi(caller, 'clients.own-persons', {})).ok).toBe(right === 'details')
    expect(panels.includes('contact-persons')).toBe(right === 'details')
    expect(panels.includes('messages')).toBe(right === 'messages')
    expect(panels.includes('care-signals')).toBe(right === 'dossier')
    expect(panels).not.toContain('user-management')
  })
})

/** The demo's page as a portal's own administrator and as an organisation's contact use it: users and rights, projects, Meldingen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testClock } from '../../tests/support/clock.ts'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { type Caller, mustCall } from '../../tests/support/http.ts'
import type { RunningApp } from '../app.ts'
import { totpCode } from '../platform/secrets/totp.ts'
import { DEMO_PASSWORD, demoTotpSecret } from './accounts.ts'
import { Reader } from './testing/reader.ts'
import { startDemoApp } from './testing/start.ts'

const clock = testClock('2026-11-23T08:00:00.000Z')
let database: FreshDatabase
let app: RunningApp

beforeAll(async () => {
  database = await freshDatabase()
  app = await startDemoApp(database.url, clock)
}, 120_000)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const at = (provider: string) => (path: string) => `/demo/portal/${provider}${path}`
const zuyderland = at('zuyderland')
const laurens = at('laurens')
const careflex = at('careflex')

interface Message {
  readonly to: string
  readonly body: string
}
async function messages(query: string): Promise<readonly Message[]> {
  const answer = await fetch(`${app.url}/demo/outbox.json?${query}`)
  return ((await answer.json()) as { messages: Message[] }).messages
}
const codeIn = (message: Message | undefined) => /\b\d{6}\b/.exec(message?.body ?? '')?.[0] ?? ''

/** Logs in by password, and by whatever step the portal asks after it. */
async function logIn(to: (path: string) => string, userName: string): Promise<Reader> {
  const reader = new Reader(app.url)
  clock.pass(60)
  await reader.go(to('/login'))
  await reader.send(to('/login'), { userName, password: DEMO_PASSWORD })
  if (reader.path === to('/device')) {
    const [, , , provider = ''] = to('').split('/')
    const [sent] = await messages(`provider=${provider}`)
    await reader.send(to('/device'), { code: codeIn(sent) })
  }
  if (reader.path === to('/authenticator'))
    await reader.send(to('/authenticator'), { code: totpCode(demoTotpSecret(userName), clock.now()).code })
  return reader
}

async function staff(provider: string, email: string): Promise<Caller> {
  clock.pass(30)
  const { ticket } = await mustCall({ url: app.url }, 'session.staff-login', { body: { email, password: DEMO_PASSWORD } })
  const { code } = totpCode(demoTotpSecret(email), clock.now())
  const { tokens } = await mustCall({ url: app.url }, 'session.staff-code', { body: { ticket, code, provider } })
  return { url: app.url, token: tokens.accessToken }
}
/** The part of a page between two tags that names somebody. */
const part = (reader: Reader, tag: string, name: string) => reader.html.split(`<${tag}`).find((one) => one.includes(name)) ?? ''
const idIn = (html: string, before: string) => new RegExp(`${before}/([0-9a-f-]{36})`).exec(html)?.[1] ?? ''

describe('zuyderland', () => {
  it('adds a user, matched or new, invites with the first right, takes rights and the user away', async () => {
    const reader = await logIn(zuyderland, 't.essers')
    await reader.go(zuyderland('/users'))
    expect(reader.text).toContain('Wie mag wat inzien')
    expect(reader.text).toMatch(/Berichten Afspraken Dossier Gegevens Instellingen/)
    await reader.go(zuyderland('/users/new'))
    const buur = { firstName: 'Bea', lastName: 'Buur', email: 'bea.buur@post.example' }
    await reader.send(zuyderland('/users/match'), buur)
    expect(reader.text).toMatch(/Er zijn geen gebruikers gevonden\. .*Rol: Contactpersoon Cliëntportaal/)
    await reader.send(zuyderland('/users'), { ...buur, sex: 'female', phone: '12' })
    expect(reader.status).toBe(422)
    await reader.send(zuyderland('/users'), { ...buur, sex: 'female', phone: '0031612345678' })
    expect(reader.text).toMatch(/De gebruiker is toegevoegd\. .*Nog geen rechten .*Bea Buur/)
    const id = idIn(part(reader, 'article', 'Bea Buur'), 'users')
    expect(await messages('to=bea.buur@post.example')).toEqual([])
    await reader.send(zuyderland(`/users/${id}/rights`), { 'right-dossier': 'yes' })
    expect(reader.text).toContain('De uitnodiging is verzonden naar bea.buur@post.example.')
    expect(await messages('to=bea.buur@post.example')).not.toEqual([])
    await reader.send(zuyderland(`/users/${id}/remove`), {})
    expect(reader.text).toContain('De gebruiker is verwijderd.')
    expect(part(reader, 'article', 'Bea Buur')).toBe('')

    await reader.go(zuyderland('/users/new'))
    await reader.send(zuyderland('/users/match'), { firstName: 'Ruud', lastName: 'Essers', email: 'r.essers@mail.example' })
    expect(reader.text).toMatch(/Bedoelde u: Ruud Essers Volgende/)
  })

  it('changes the own number under Profielinstellingen, with the password and the code that was sent to the new one', async () => {
    const reader = await logIn(zuyderland, 't.essers')
    await reader.go(zuyderland('/profile'))
    expect(reader.text).toMatch(/Profielinstellingen .*E-mailadres t\.essers@post\.example Bewerken .*Mobiel nummer 06/)
    await reader.go(zuyderland('/profile/sms'))
    await reader.send(zuyderland('/profile/sms'), { value: '0031612340000', currentPassword: 'verkeerd' })
    expect(reader.status).toBe(401)
    await reader.send(zuyderland('/profile/sms'), { value: '0031612340000', currentPassword: DEMO_PASSWORD })
    expect(reader.text).toContain('Vul de code in die naar 06 ···· 0000 is gestuurd.')
    const [sent] = await messages('provider=zuyderland')
    await reader.send(zuyderland('/profile/code'), { code: codeIn(sent) === '000000' ? '000001' : '000000' })
    expect(reader.text).toContain('Deze code klopt niet. Nog 4 keer proberen.')
    await reader.send(zuyderland('/profile/code'), { code: codeIn(sent) })
    expect(reader.text).toMatch(/Opgeslagen\. .*Mobiel nummer 06 12340000 Bewerken Pas gewijzigd/)
  })

  it('shows a new version of the care plan under Meldingen until it is read, and no way to change contact persons', async () => {
    const reader = await logIn(zuyderland, 't.essers')
    await reader.go(zuyderland('/notifications'))
    expect(reader.text).toMatch(/Nieuw .*Er is een nieuwe versie van het zorgplan: versie 3/)
    const id = idIn(reader.html, 'notifications')
    await reader.send(zuyderland(`/notifications/${id}/read`), {})
    expect(reader.html).not.toContain(`notifications/${id}/read`)
    await reader.go(zuyderland('/persons'))
    expect(reader.html).not.toContain('/persons/new')
  })
})

it('laurens: somebody invited accepts under Meldingen, and then the portal opens', async () => {
  const reader = await logIn(laurens, 'g.smit')
  expect(reader.path).toBe(laurens('/notifications'))
  expect(reader.text).toContain('heeft u uitgenodigd voor het cliëntportaal.')
  expect(reader.text).not.toContain('Contactpersonen')
  await reader.send(laurens('/invitation/accept'), {})
  expect(reader.text).toMatch(/U heeft de uitnodiging geaccepteerd\./)
  expect(reader.text).toContain('Contactpersonen')
})

describe('careflex', () => {
  it('adds a colleague with function and switches, changes switches and projects, and keeps an administrator', async () => {
    const reader = await logIn(careflex, 'l.vermeer')
    await reader.go(careflex('/organisation'))
    expect(reader.text).toContain('Bouwgroep Meerzicht')
    await reader.go(careflex('/colleagues/new'))
    const colleague = {
      firstName: 'Nour',
      lastName: 'Haddad',
      email: 'n.haddad@bouw.example',
      functionCode: '221',
      member: 'yes',
    }
    await reader.send(careflex('/colleagues'), { ...colleague, email: '' })
    expect(reader.status).toBe(422)
    await reader.send(careflex('/colleagues'), colleague)
    expect(reader.text).toMatch(/De contactpersoon is aangemaakt\. .*Planner/)
    const id = idIn(reader.path, 'colleagues')
    await reader.send(careflex(`/colleagues/${id}/switches`), { member: 'yes', allProjects: 'yes', visitMails: 'yes' })
    expect(reader.text).toContain('De gegevens zijn aangepast.')
    expect(reader.html).toMatch(/name="allProjects" value="yes" checked/)
    await reader.send(careflex(`/colleagues/${id}/projects`), {})
    expect(reader.html).not.toMatch(/name="allProjects" value="yes" checked/)
    await reader.go(careflex('/users'))
    await reader.go(careflex(`/colleagues/${idIn(part(reader, 'tr', 'Linda Vermeer'), 'colleagues')}`))
    const own = idIn(reader.path, 'colleagues')
    await reader.send(careflex(`/colleagues/${own}/switches`), { member: 'yes' })
    expect(reader.status).toBe(409)
    expect(reader.text).toContain('Er moet een beheerder van het klantportaal blijven.')
  })

  it('asks the care manager about a project, and finds the answer under Mijn correspondentie until it is read', async () => {
    const reader = await logIn(careflex, 'l.vermeer')
    await reader.go(careflex('/projects?which=all'))
    expect(reader.text).toMatch(/Mijn projecten Alle projecten .*Interne projectleider .*Kantine West/)
    await reader.go(careflex(`/projects/${idIn(part(reader, 'tr', 'Kantine West'), 'projects')}`))
    expect(reader.text).toMatch(/Projectleiding Interne projectleider (Eva Lindeman|Koen Ritsma)/)
    const project = idIn(reader.path, 'projects')
    await reader.go(careflex(`/questions/new?project=${project}`))
    await reader.send(careflex('/questions'), { projectId: project, message: 'Komt er vrijdag iemand?' })
    expect(reader.text).toContain('Verstuurd. Uw vraag is bij de zorgmanager.')
    const id = idIn(reader.html, 'questions')
    await reader.go(careflex(`/questions/${id}/change`))
    await reader.send(careflex(`/questions/${id}`), { projectId: project, message: 'Komt er zaterdag iemand?' })
    expect(reader.text).toContain('De vraag is gewijzigd.')
    const eva = await staff('careflex', 'eva.lindeman@careflex.example')
    await mustCall(eva, 'contact-requests.reply', { params: { id }, basedOn: 2, body: { text: 'Ja, Sara komt.' } })
    await reader.go(careflex(''))
    expect(reader.text).toMatch(/Mijn correspondentie .*Nieuw .*Komt er zaterdag iemand\? .*Eva Lindeman: Ja, Sara komt\./)
    await reader.send(careflex(`/questions/${id}/read`), {})
    expect(reader.text).not.toContain('Ja, Sara komt.')
    await reader.go(careflex('/questions'))
    expect(reader.text).toContain('Ja, Sara komt.')
  })

  /** The first colleague of the reader's who has an authenticator. */
  async function colleagueWithApp(reader: Reader): Promise<string> {
    await reader.go(careflex('/users'))
    const ids = [...reader.html.matchAll(/colleagues\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? '')
    for (const id of ids) {
      await reader.go(careflex(`/colleagues/${id}`))
      if (reader.html.includes(`/colleagues/${id}/wipe`)) return id
    }
    throw new Error('No colleague has an authenticator.')
  }

  it('wipes a colleague’s second factor only with the code that the helpdesk sent', async () => {
    const reader = await logIn(careflex, 'l.vermeer')
    const colleague = await colleagueWithApp(reader)
    const wipe = careflex(`/colleagues/${colleague}/wipe`)
    await reader.send(wipe, { code: '000000' })
    expect(reader.status).toBe(422)
    expect(reader.text).toContain('Deze code geldt niet meer.')
    expect(reader.text).toContain('Alleen na overleg met de IT-beheerder (helpdesk@careflex.example)')

    const name = /<h1>([^<]+)<\/h1>/.exec(reader.html)?.[1] ?? ''
    const imke = await staff('careflex', 'imke.wagenaar@careflex.example')
    const account = async (q: string) => {
      const { rows } = await mustCall(imke, 'accounts.search', { query: { q } })
      const one = rows.find((row) => [row.userName, row.name].includes(q))
      if (!one) throw new Error(`No account of ${q}.`)
      return mustCall(imke, 'accounts.open', { params: { id: one.id } })
    }
    const [linda, other] = [await account('l.vermeer'), await account(name)]
    const params = { id: linda.id }
    const asked = { channel: 'sms', act: 'issue-wipe-code' } as const
    const { verificationId } = await mustCall(imke, 'accounts.start-verification', { params, body: asked })
    const [read] = await messages('provider=careflex')
    const checked = { params: { id: verificationId }, body: { code: codeIn(read) } }
    const { receiptId } = await mustCall(imke, 'accounts.check-verification', checked)
    const body = { receiptId, reason: 'telefoon kwijt', colleagueId: other.id, channel: 'sms' } as const
    await mustCall(imke, 'accounts.issue-wipe-code', { params, basedOn: linda.version, body })
    const sent = (await messages('provider=careflex')).find((one) => one.body.includes('wist u in het klantportaal'))
    await reader.send(wipe, { code: codeIn(sent) })
    expect(reader.text).toContain('De twee-factorauthenticatie is gewist.')
    expect(reader.html).not.toContain(`/colleagues/${colleague}/wipe`)
    const again = new Reader(app.url)
    await again.go(careflex('/login'))
    await again.send(careflex('/login'), { userName: other.userName, password: DEMO_PASSWORD })
    expect(again.text).toContain('Uw app opnieuw instellen')
  })

  it('keeps the own form of a colleague, and asks the own password for another “E-mail portaltoegang”', async () => {
    const reader = await logIn(careflex, 'l.vermeer')
    await reader.go(careflex('/users'))
    const id = idIn(part(reader, 'tr', 'Dirk Kok'), 'colleagues')
    await reader.go(careflex(`/colleagues/${id}`))
    const save = careflex(`/colleagues/${id}`)
    const dirk = { firstName: 'Dirk', lastName: 'Kok', mobile: '06 12344321', email: 'd.kok@bouwgroep-meerzicht.example' }
    const filled = {
      nickname: 'Dirkie',
      address: 'Kade 1, Rotterdam',
      postalAddress: 'Postbus 9',
      contactEmail: 'dirk@thuis.example',
    }
    await reader.send(save, { ...dirk, ...filled })
    expect(reader.status).toBe(422)
    expect(reader.text).toContain('Vul uw eigen wachtwoord in')
    await reader.send(save, { ...dirk, ...filled, currentPassword: DEMO_PASSWORD })
    expect(reader.text).toContain('De gegevens zijn aangepast.')
    const his = await logIn(careflex, 'd.kok')
    await his.go(careflex('/own-contact'))
    expect(his.text).toMatch(
      /Bijnaam Dirkie .*Adres Kade 1, Rotterdam Postadres Postbus 9 .*E-mail dirk@thuis\.example E-mail portaltoegang d\.kok@/,
    )
  })

  it('sets up an authenticator under Accountbeveiliging, and chooses an organisation by typing part of its name', async () => {
    const reader = await logIn(careflex, 'd.kok')
    await reader.go(careflex('/security'))
    expect(reader.text).toMatch(/Wachtwoord wijzigen Twee-factorauthenticatie Niet ingesteld\./)
    await reader.send(careflex('/security'), { currentPassword: 'verkeerd' })
    expect(reader.status).toBe(401)
    await reader.send(careflex('/security'), { currentPassword: DEMO_PASSWORD })
    const secret = /<code>([A-Z2-7]+)<\/code>/.exec(reader.html)?.[1] ?? ''
    await reader.send(careflex('/security/new'), { code: totpCode(secret, clock.now()).code })
    expect(reader.text).toMatch(
      /De twee-factorauthenticatie is ingesteld\. .*Ingesteld: bij het inloggen vragen wij een code uit uw app\./,
    )
    await reader.go(careflex('/memberships?q=meer'))
    expect(reader.text).toMatch(/Selecteer organisatie Typ om te filteren… Toon Bouwgroep Meerzicht nu gekozen/)
    await reader.go(careflex('/memberships?q=niets'))
    expect(reader.text).toContain('Niets gevonden.')
  })
})

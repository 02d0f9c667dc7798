import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testClock } from '../../tests/support/clock.ts'
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import type { RunningApp } from '../app.ts'
import { totpCode } from '../platform/secrets/totp.ts'
import { DEMO_PASSWORD, DEMO_PORTAL_USERS, DEMO_STAFF, demoTotpSecret, FIRST_PASSWORD } from './accounts.ts'
import { Reader } from './testing/reader.ts'
import { startDemoApp } from './testing/start.ts'

const NOW = '2026-11-23T08:00:00.000Z'
const clock = testClock(NOW)
let database: FreshDatabase
let app: RunningApp

const cordaan = (path = '') => `/demo/portal/cordaan${path}`
const laurens = (path = '') => `/demo/portal/laurens${path}`

async function loggedIn(): Promise<Reader> {
  const reader = new Reader(app.url)
  await reader.go(cordaan('/login'))
  await reader.send(cordaan('/login'), {
    userName: 'klanttest@klantportaal.nl',
    password: DEMO_PASSWORD,
    organisation: 'cordaanhbh',
  })
  expect(reader.text).toContain('Welkom Mevr. C. Test')
  return reader
}

interface Outbox {
  readonly messages: { readonly to: string; readonly body: string; readonly provider: string }[]
  readonly codes: { readonly email: string; readonly code: string; readonly secondsLeft: number }[]
}

const outbox = async (query = ''): Promise<Outbox> =>
  (await fetch(`${app.url}/demo/outbox.json${query}`)).json() as Promise<Outbox>

beforeAll(async () => {
  database = await freshDatabase()
  app = await startDemoApp(database.url, clock)
}, 120_000)

afterAll(async () => {
  await app.stop()
  await database.drop()
})

describe('the demo pages', () => {
  it('do not exist outside demo mode', async () => {
    const other = await freshDatabase()
    const real = await startDemoApp(other.url, clock, false)
    try {
      for (const path of ['/demo', '/demo/outbox', '/demo/outbox.json', '/demo/portal/cordaan', '/demo/assets/demo.css'])
        expect((await fetch(real.url + path)).status).toBe(404)
      expect((await real.connection.pool.query('select count(*)::int as n from providers')).rows).toEqual([{ n: 0 }])
    } finally {
      await real.stop()
      await other.drop()
    }
  })

  it('name the accounts, and carry a policy without inline script', async () => {
    const answer = await fetch(`${app.url}/demo`)
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    const html = await answer.text()
    for (const person of DEMO_STAFF) expect(html).toContain(person.email)
    expect(html).toContain('klanttest@klantportaal.nl')
    expect(html).not.toMatch(/<script(?! src=)|style="|onclick/)
  })

  it('show the codes of the staff as their apps do', async () => {
    const { codes } = await outbox()
    const apps = DEMO_PORTAL_USERS.filter((user) => user.state === 'authenticator')
    expect(codes).toHaveLength(DEMO_STAFF.length + apps.length)
    for (const { email, code, secondsLeft } of codes)
      expect({ code, secondsLeft }).toEqual(totpCode(demoTotpSecret(email), clock.now()))
    const ofLaurens = (await outbox('?provider=laurens')).codes.map((person) => person.email)
    expect(ofLaurens).toContain('jip.verhoeven@zuyderland.example')
    expect(ofLaurens).not.toContain('noor.willemsen@cordaan.example')
  })

  it('hand out nothing but their own files, and serve the portals there are', async () => {
    for (const path of ['/demo/assets/layout.eta', '/demo/assets/..%2Fplugin.ts', '/demo/portal/eigen/login'])
      expect((await fetch(app.url + path)).status).toBe(404)
  })
})

describe('the portal of cordaan', () => {
  it('refuses a form that is not its own', async () => {
    const answer = await fetch(app.url + cordaan('/login'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `userName=klanttest@klantportaal.nl&password=${DEMO_PASSWORD}&organisation=cordaanhbh`,
    })
    expect(answer.status).toBe(403)
  })

  it('says what is wrong at log-in', async () => {
    const reader = new Reader(app.url)
    await reader.go(cordaan('/login'))
    expect(reader.html).toContain('value="cordaanhbh"')
    await reader.send(cordaan('/login'), { userName: 'niemand@post.example', password: 'x', organisation: 'cordaanhbh' })
    expect(reader.status).toBe(401)
    expect(reader.text).toContain('De gebruikersnaam of het wachtwoord klopt niet.')
    expect(reader.text).toMatch(/Als u 5 keer een verkeerd wachtwoord invult, wordt uw toegang geblokkeerd\./)
  })

  it('shows the planning per month: 14 and 19 April 2021, HV 1, Danny', async () => {
    const reader = await loggedIn()
    await reader.go(cordaan('/planning?month=2021-04'))
    expect(reader.text).toContain('Datum Dag Tijdstip Soort hulp Naam')
    expect(reader.text).toMatch(/14 apr 2021 woensdag 09:00 HV 1 Danny .*19 apr 2021 maandag 09:00 HV 1 Danny/)
    expect(reader.html).toContain(cordaan('/planning?month=2021-05'))
    await reader.go(cordaan('/planning'))
    expect(reader.text).toContain('november 2026')
  })

  it('takes, changes and withdraws an absence', async () => {
    const reader = await loggedIn()
    await reader.go(cordaan('/absences/new'))
    const wrong = { type: 'health-risk', days: 'several', startDate: '2026-11-25', wholeDay: 'no', endDateKnown: 'yes' }
    await reader.send(cordaan('/absences'), wrong)
    expect(reader.status).toBe(422)
    expect(reader.text).toContain('Een deel van de dag heeft een starttijd en een eindtijd nodig.')
    await reader.send(cordaan('/absences'), { ...wrong, startTime: '08:00', endTime: '12:00', endDate: '2026-11-30' })
    expect(reader.text).toContain('De afwezigheidsmelding is verstuurd. Te laat gemeld: 1 van 3 werkdagen.')
    expect(reader.text).toContain('25 nov 2026 tot en met 30 nov 2026')
    expect(reader.text).toMatch(/14 mei 2021 tot en met 19 mei 2021 Vakantie · 00:00 tot en met 23:55 Verwerkt/)
    const id = /absences\/([0-9a-f-]{36})"/.exec(reader.html)?.[1] ?? ''
    await reader.go(cordaan(`/absences/${id}`))
    await reader.send(cordaan(`/absences/${id}`), { ...wrong, wholeDay: 'yes', endDate: '2026-12-02' })
    expect(reader.text).toContain('25 nov 2026 tot en met 2 dec 2026')
    await reader.send(cordaan(`/absences/${id}/withdraw`), {})
    expect(reader.text).toMatch(/De afwezigheidsmelding is ingetrokken\..*Ingetrokken/)
  })

  it('takes a question as text, changes and deletes it, and shows the reply of Anneke', async () => {
    const reader = await loggedIn()
    await reader.go(cordaan('/requests'))
    const answered = reader.html.split('<article').find((part) => part.includes('Mijn huishoudelijke hulp'))
    expect(answered).toContain('Afgerond')
    await reader.go(/href="([^"]+)"/.exec(answered ?? '')?.[1] ?? '')
    expect(reader.text).toMatch(
      /Ingediend op 14 apr 2021 .* Status Afgehandeld .* Reactie Dat is fijn om te horen\. Groet Anneke Naam medewerker Anneke van den Berg/,
    )
    await reader.go(cordaan('/requests/new'))
    await reader.send(cordaan('/requests'), { subject: 'portal', message: '<script>alert(1)</script> & meer' })
    const id = /requests\/([0-9a-f-]{36})\/change"/.exec(reader.html)?.[1] ?? ''
    await reader.go(cordaan(`/requests/${id}`))
    expect(reader.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer')
    await reader.go(cordaan(`/requests/${id}/change`))
    await reader.send(cordaan(`/requests/${id}`), { subject: 'other', message: 'Toch iets anders' })
    expect(reader.text).toContain('Het contactverzoek is gewijzigd.')
    await reader.send(cordaan(`/requests/${id}/remove`), {})
    expect(reader.text).toContain('Het contactverzoek is verwijderd.')
  })

  it('speaks English when asked', async () => {
    const reader = await loggedIn()
    await reader.go(cordaan('/absences?lang=en'))
    expect(reader.html).toContain('<html lang="en">')
    expect(reader.text).toContain('My absence')
  })

  it('lets go at log-out', async () => {
    const reader = await loggedIn()
    await reader.send(cordaan('/logout'), {})
    await reader.go(cordaan('/planning'))
    expect(reader.path).toBe(cordaan('/login'))
  })

  it('asks a first password and the contact details of who comes with the letter', async () => {
    const reader = new Reader(app.url)
    await reader.go(cordaan('/login'))
    await reader.send(cordaan('/login'), { userName: 'brief104118', password: FIRST_PASSWORD, organisation: 'cordaanhbh' })
    expect(reader.text).toContain('Geen ?')
    await reader.send(cordaan('/password'), { newPassword: DEMO_PASSWORD, repeatPassword: 'anders' })
    expect(reader.text).toContain('De twee wachtwoorden zijn niet gelijk.')
    await reader.send(cordaan('/password'), { newPassword: DEMO_PASSWORD, repeatPassword: DEMO_PASSWORD })
    expect(reader.text).toContain('Controleer of deze gegevens kloppen.')
    await reader.go(cordaan())
    expect(reader.text).toContain('Welkom Dhr. A. Brandsma')
  })
})

describe('the portal of laurens', () => {
  it('verifies a new device by the code in the outbox, then asks an own password', async () => {
    const reader = new Reader(app.url)
    await reader.go(laurens('/login'))
    await reader.send(laurens('/login'), { userName: 'f.deboer', password: FIRST_PASSWORD })
    expect(reader.text).toContain('Vul de beveiligingscode in die naar uw telefoon is gestuurd')
    const { messages } = await outbox('?provider=laurens')
    const code = /\b\d{6}\b/.exec(messages[0]?.body ?? '')?.[0] ?? ''
    await reader.send(laurens('/device'), { code: code === '000000' ? '000001' : '000000' })
    expect(reader.status).toBe(422)
    await reader.send(laurens('/device'), { code })
    expect(reader.text).toContain('u kunt maar één keer uw gebruikersnaam instellen')
    await reader.send(laurens('/password'), { userName: 'f.deboer', newPassword: DEMO_PASSWORD, repeatPassword: DEMO_PASSWORD })
    expect(reader.text).toContain('Welkom Dhr. F. de Boer')
    await reader.send(laurens('/logout'), {})
    await reader.send(laurens('/login'), { userName: 'f.deboer', password: DEMO_PASSWORD })
    expect(reader.text).toContain('Welkom Dhr. F. de Boer')
  })

  it('lets in at once on the device that is trusted beforehand', async () => {
    const reader = new Reader(app.url)
    await reader.go('/demo')
    await reader.send(laurens('/trusted-device'), {})
    await reader.send(laurens('/login'), { userName: 't.hofstra', password: DEMO_PASSWORD })
    expect(reader.text).toContain('Welkom Mevr. T. Hofstra')
    expect(reader.text).not.toContain('Planning')
  })
})

describe('the other portals', () => {
  const at = (provider: string) => (path: string) => `/demo/portal/${provider}${path}`

  it('axxicom: contact details and persons with pencil, plus and cross', async () => {
    const axxicom = at('axxicom')
    const reader = new Reader(app.url)
    await reader.go(axxicom('/login'))
    await reader.send(axxicom('/login'), {
      userName: 'w.terpstra@post.example',
      password: DEMO_PASSWORD,
      organisation: 'axxicom',
    })
    await reader.go(axxicom('/details/new'))
    await reader.send(axxicom('/details'), { kind: 'phone-mobile-private', value: 'geen nummer', remarks: '' })
    expect(reader.status).toBe(422)
    await reader.send(axxicom('/details'), { kind: 'phone-mobile-private', value: '06 12 34 56 78', remarks: 'na zes uur' })
    expect(reader.text).toMatch(/Uw contactgegevens zijn gewijzigd\..*Mobiele telefoon \(privé\).*na zes uur/)
    await reader.go(axxicom('/persons/new'))
    await reader.send(axxicom('/persons'), { name: 'Dennis Test', phone1: '', type: 'family' })
    expect(reader.status).toBe(422)
    await reader.send(axxicom('/persons'), { name: 'Dennis Test', phone1: '06-21212121', type: 'family', primary: 'yes' })
    expect(reader.text).toContain('De contactpersoon is gewijzigd.')
    const article = reader.html.split('<article').find((part) => part.includes('Dennis Test')) ?? ''
    const id = /persons\/([0-9a-f-]{36})"/.exec(article)?.[1] ?? ''
    await reader.go(axxicom(`/persons/${id}`))
    await reader.send(axxicom(`/persons/${id}`), { name: 'Dennis Test', phone1: '06-21212121', type: 'acquaintance' })
    expect(reader.text).toMatch(/Kennis Dennis Test/)
    await reader.send(axxicom(`/persons/${id}/remove`), {})
    expect(reader.text).not.toContain('Dennis Test')
  })

  it('zuyderland: a code by SMS once a week, then in', async () => {
    const zuyderland = at('zuyderland')
    const reader = new Reader(app.url)
    await reader.go(zuyderland('/login'))
    await reader.send(zuyderland('/login'), { userName: 't.essers', password: DEMO_PASSWORD })
    const { messages } = await outbox('?provider=zuyderland')
    await reader.send(zuyderland('/device'), { code: /\b\d{6}\b/.exec(messages[0]?.body ?? '')?.[0] ?? '' })
    expect(reader.text).toContain('Welkom Mevr. T. Essers')

    await reader.go(zuyderland('/team'))
    expect(reader.text).toContain('Stuur een bericht')
    const member = /messages\/new\?to=([0-9a-f-]{36})/.exec(reader.html)?.[1] ?? ''
    await reader.go(zuyderland(`/messages/new?to=${member}`))
    await reader.send(zuyderland('/messages'), { to: member, message: 'Mag de zorg wat later komen?' })
    expect(reader.text).toMatch(/Het bericht is verstuurd\..*Mag de zorg wat later komen\?/)
    const message = /messages\/([0-9a-f-]{36})\/remove/.exec(reader.html)?.[1] ?? ''
    await reader.send(zuyderland(`/messages/${message}/remove`), {})
    expect(reader.text).toContain('Het bericht is verwijderd.')

    await reader.go(zuyderland('/signals/new'))
    await reader.send(zuyderland('/signals'), { message: 'Slaapt weer beter.' })
    expect(reader.text).toMatch(/Geschreven door Mevr\. T\. Essers .*Slaapt weer beter\./)

    await reader.go(zuyderland('/appointments/new'))
    const kapper = { title: 'Kapper', date: '2026-11-27', startTime: '14:00', endTime: '13:00', visibility: 'public' }
    await reader.send(zuyderland('/appointments'), kapper)
    expect(reader.status).toBe(422)
    await reader.send(zuyderland('/appointments'), { ...kapper, endTime: '15:00' })
    expect(reader.text).toMatch(/De afspraak is opgeslagen\..*27 nov 2026 vrijdag 14:00–15:00 Openbaar Kapper/)
    const appointment = /appointments\/([0-9a-f-]{36})\/remove/.exec(reader.html)?.[1] ?? ''
    await reader.send(zuyderland(`/appointments/${appointment}/remove`), {})
    expect(reader.text).toContain('De afspraak is verwijderd.')
  })

  it('careflex: the code of the app as the second step', async () => {
    const careflex = at('careflex')
    const reader = new Reader(app.url)
    await reader.go(careflex('/login'))
    await reader.send(careflex('/login'), { userName: 'l.vermeer', password: DEMO_PASSWORD })
    expect(reader.text).toContain('Code uit uw app')
    await reader.send(careflex('/authenticator'), { code: totpCode(demoTotpSecret('l.vermeer'), clock.now()).code })
    expect(reader.text).toContain('Welkom Linda Vermeer')
  })
})

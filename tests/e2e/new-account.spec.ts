/** A new account: made at the helpdesk, its credentials printed once, and a client who logs in with them and chooses an own password. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { textOfPdf } from '../support/pdf-text.ts'
import { signIn } from './support/desk.ts'
import { expect, expectAccessible, test } from './support/fixtures.ts'
import { DEMO_PASSWORD } from './support/stack.ts'

test.use({ stackName: 'new-account' })

const HELPDESK = 'jesse.aalbers@cordaan.example'
const NAME = 'Dhr. N. Nieuwkerk'
const EMAIL = 'n.nieuwkerk@post.example'

test('a client gets a letter, and chooses an own password with what is in it', async ({ stack, openDesk, browser }) => {
  await stack.rows(
    `insert into clients (id, provider, number, name, sort_name, street, postcode, city)
     values ($1, 'cordaan', 999001, $2, 'Nieuwkerk, N.', 'Kade 1', '1012 AB', 'Amsterdam')`,
    [randomUUID(), NAME],
  )
  const desk = await openDesk()
  await signIn(desk, stack, HELPDESK)
  await desk.getByRole('button', { name: 'Meer van de accounts' }).click()
  await desk.getByRole('menuitem', { name: 'Nieuw account' }).click()
  await desk.getByRole('textbox', { name: 'Zoek een cliënt op naam of cliëntnummer' }).fill('nieuwkerk')
  await desk.getByRole('option', { name: new RegExp(NAME) }).click()
  await desk.getByRole('textbox', { name: 'E-mailadres' }).fill(EMAIL)
  await desk.getByRole('textbox', { name: 'Reden' }).fill('Nieuw in zorg')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: /^Maak het account/ }).click()
  await desk.getByRole('button', { name: 'Naar de brieven' }).click()
  await desk.getByRole('button', { name: `Print de brief aan ${NAME}` }).click()
  const printed = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Print nu' }).click()
  const lines = textOfPdf(await readFile(await (await printed).path())).flatMap((page) => page.split('\n'))
  const after = (label: string) => lines[lines.indexOf(label) + 1] ?? ''
  await expect(desk.getByText(/Papier vast of bestand kwijt/)).toBeVisible()
  // Nobody finds in the database what only the paper says.
  const kept = await stack.rows<{ body: string }>(
    `select body from deliveries where template = 'account.first-letter' and status = 'printed'`,
  )
  expect(kept.map((one) => one.body)).toContain('')

  const context = await browser.newContext({ locale: 'nl-NL' })
  const portal = await context.newPage()
  await portal.goto(`${stack.apiUrl}/demo/portal/cordaan/login`)
  const logIn = async (userName: string, password: string) => {
    await portal.getByLabel('Gebruikersnaam').fill(userName)
    await portal.getByLabel('Wachtwoord', { exact: true }).fill(password)
    await portal.getByRole('button', { name: 'Inloggen' }).click()
  }
  await logIn(after('Gebruikersnaam'), after('Wachtwoord'))
  await expect(portal.getByRole('heading', { name: 'Kies uw wachtwoord', level: 1 })).toBeVisible()
  await portal.goto(`${stack.apiUrl}/demo/portal/cordaan/planning`)
  await expect(portal).toHaveURL(/\/login$/)
  await logIn(after('Gebruikersnaam'), after('Wachtwoord'))
  await portal.getByLabel('Nieuw wachtwoord').fill(DEMO_PASSWORD)
  await portal.getByLabel('Herhaal wachtwoord').fill(DEMO_PASSWORD)
  await portal.getByRole('button', { name: 'Wijzig wachtwoord' }).click()
  await expect(portal.getByRole('heading', { name: 'Mijn (contact)gegevens', level: 1 })).toBeVisible()
  await expectAccessible(portal)
  await portal.getByRole('button', { name: 'Uitloggen' }).click()
  // From then on the user name is the e-mail address, and the letter opens nothing.
  await logIn(EMAIL, after('Wachtwoord'))
  await expect(portal.getByRole('alert')).toContainText('De gebruikersnaam of het wachtwoord klopt niet.')
  // After a wrong password the next try has to wait; here that time has passed.
  await stack.rows(`update attempt_counters set window_start = window_start - interval '1 minute' where key like 'login:%'`)
  await logIn(EMAIL, DEMO_PASSWORD)
  await expect(portal.getByRole('heading', { name: `Welkom ${NAME}`, level: 1 })).toBeVisible()
  await context.close()
})

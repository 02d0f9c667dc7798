/** Proof 3: five wrong passwords, a helpdesk that finds the cause, and a user who gets in again by verifying the device. */
import type { Page } from '@playwright/test'
import { callApi, mustCall } from '../support/http.ts'
import { signIn, signInByKeyboard, tabTo } from './support/desk.ts'
import { expect, expectAccessible, test } from './support/fixtures.ts'
import { picture } from './support/picture.ts'
import { newestCode, startLogin } from './support/portal.ts'
import { DEMO_PASSWORD, type Stack } from './support/stack.ts'

test.use({ stackName: 'accounts' })

const HELPDESK = 'sem.molenaar@laurens.example'

/** A user of `laurens` with one trusted device, and its token. */
interface Blocked {
  readonly userName: string
  readonly deviceToken: string
}

/** Logs in once, so that the device is trusted; then mistypes the password until the account is blocked. */
async function blockAfterFive(stack: Stack, userName: string): Promise<Blocked> {
  const step = await startLogin(stack, 'laurens', userName)
  if (step.step !== 'verify-device') throw new Error(`Expected a device code, not ${step.step}.`)
  const trusted = await mustCall({ url: stack.apiUrl }, 'session.verify-device', {
    params: { provider: 'laurens' },
    body: { ticket: step.ticket, code: await newestCode(stack, userName) },
  })
  if (trusted.step !== 'signed-in' || !trusted.deviceToken) throw new Error('The device was not trusted.')
  const codes: string[] = []
  for (let wrong = 0; wrong < 5; wrong += 1) {
    // The delay before the block grows: the last failure is made older, so that this try does not have to wait for it.
    await stack.rows(`update attempt_counters set window_start = window_start - interval '1 minute' where key like 'login:%'`)
    const answer = await callApi({ url: stack.apiUrl }, 'session.login', {
      params: { provider: 'laurens' },
      body: { userName, password: 'Verkeerd!Woord1', deviceToken: trusted.deviceToken },
    })
    if (answer.ok) throw new Error('A wrong password let someone in.')
    codes.push(answer.problem.code)
  }
  expect(codes).toEqual(['credentials-wrong', 'credentials-wrong', 'credentials-wrong', 'credentials-wrong', 'account-blocked'])
  return { userName, deviceToken: trusted.deviceToken }
}

/** Reads the code that the caller would read out: it went to an address on record, never to the desk. */
async function verifyCaller(stack: Stack, userName: string): Promise<string> {
  await expect
    .poll(async () => {
      const rows = await stack.rows(
        `select 1 from deliveries d join portal_users u on u.id = d.portal_user_id
         where u.user_name = $1 and d.channel = 'sms' and d.template like '%caller%'`,
        [userName],
      )
      return rows.length
    })
    .toBeGreaterThan(0)
  return newestCode(stack, userName)
}

async function expectGetsInAgain(stack: Stack, blocked: Blocked): Promise<void> {
  // The old trust is dead: even the device that was trusted must verify again.
  const step = await startLogin(stack, 'laurens', blocked.userName, DEMO_PASSWORD, blocked.deviceToken)
  if (step.step !== 'verify-device') throw new Error(`Expected a device code, not ${step.step}.`)
  const inside = await mustCall({ url: stack.apiUrl }, 'session.verify-device', {
    params: { provider: 'laurens' },
    body: { ticket: step.ticket, code: await newestCode(stack, blocked.userName) },
  })
  if (inside.step !== 'signed-in') throw new Error(`Expected to be in, not ${inside.step}.`)
  const me = await mustCall({ url: stack.apiUrl, token: inside.tokens.accessToken }, 'session.me', {})
  expect(me.userName).toBe(blocked.userName)
}

async function openAccountOf(desk: Page, userName: string): Promise<void> {
  const search = desk.getByRole('textbox', { name: 'Zoek op naam, gebruikersnaam of cliëntnummer' })
  await search.fill(userName)
  await desk
    .getByRole('option', { name: new RegExp(userName.replace('.', '\\.')) })
    .first()
    .click()
}

test('a blocked user is found, unblocked, and verifies the device again', async ({ stack, openDesk }) => {
  const blocked = await blockAfterFive(stack, 't.hofstra')
  const desk = await openDesk()
  await signIn(desk, stack, HELPDESK)
  await expect(desk.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  await openAccountOf(desk, blocked.userName)
  await expect(desk.getByRole('heading', { name: 'Tineke Hofstra' })).toBeVisible()
  await expect(desk.getByText(/^oorzaak: Geblokkeerd na 5 foute wachtwoorden/)).toBeVisible()
  await expectAccessible(desk)
  await picture(desk, 'accounts')

  await desk.getByRole('button', { name: 'Deblokkeer', exact: true }).first().click()
  await expect(desk.getByText(/Niet geblokkeerd/)).toBeVisible()

  await desk.getByRole('combobox', { name: 'Controle voor' }).click()
  await desk.getByRole('option', { name: 'Vertrouwde apparaten vergeten' }).click()
  await desk.getByRole('radio', { name: /Code naar 06/ }).check({ force: true })
  await desk.getByRole('button', { name: 'Stuur een code' }).click()
  await desk.getByLabel('Code die de beller voorleest').fill(await verifyCaller(stack, blocked.userName))
  await desk.getByRole('button', { name: /^Controleer/ }).click()
  await expect(desk.getByText(/Gecontroleerd voor/)).toBeVisible()
  const act = desk.getByRole('button', { name: 'Vertrouwde apparaten vergeten' })
  if ((await act.getAttribute('aria-expanded')) !== 'true') await act.click()
  await desk.getByLabel('Reden').last().fill('Nieuwe laptop')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: /^Vergeet \d apparaa?t/ }).click()
  await expect(desk.getByText('Geen vertrouwd apparaat: er komt een code')).toBeVisible()

  await expectGetsInAgain(stack, blocked)
  const audit = await stack.rows<{ object: string }>(
    `select object from audit_entries where actor_kind = 'staff' and outcome = 'ok' and object in ('unblock', 'trusted-device', 'caller-verification') order by at`,
  )
  expect(audit.map((line) => line.object)).toEqual(['unblock', 'caller-verification', 'caller-verification', 'trusted-device'])
  // No code is kept where staff or a log reader could see it.
  const seen = await stack.rows(`select 1 from audit_entries where details::text ~ '"code"' or details::text ~ '\\m\\d{6}\\M'`)
  expect(seen).toHaveLength(0)
})

test('the same job by keyboard alone', async ({ stack, openDesk }) => {
  // Any client who can log in; the named one was used above.
  const [user] = await stack.rows<{ user_name: string }>(
    `select user_name from portal_users where provider = 'laurens' and exists (select 1 from portal_memberships m where m.portal_user_id = portal_users.id and m.kind = 'client') and blocked_at is null and ended_at is null
       and not password_temporary and mobile is not null and user_name <> 't.hofstra'
       and not exists (select 1 from cases where subject_id = portal_users.id) order by user_name limit 1`,
  )
  const blocked = await blockAfterFive(stack, user?.user_name ?? '')
  const desk = await openDesk()
  const keys = desk.keyboard
  await signInByKeyboard(desk, stack, HELPDESK)
  await expect(desk.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  await keys.press('/')
  await expect(desk.getByRole('textbox', { name: 'Zoek op naam, gebruikersnaam of cliëntnummer' })).toBeFocused()
  await keys.type(blocked.userName)
  await keys.press('Enter')
  const found = desk.getByRole('option').filter({ hasText: blocked.userName }).first()
  await expect(found).toBeVisible()
  await tabTo(desk, found)
  await keys.press('Enter')
  const unblock = desk.getByRole('button', { name: 'Deblokkeer', exact: true }).first()
  await expect(unblock).toBeVisible()
  await tabTo(desk, unblock)
  await keys.press('Enter')
  await expect(desk.getByText(/Niet geblokkeerd/)).toBeVisible()

  await tabTo(desk, desk.getByRole('combobox', { name: 'Controle voor' }))
  await keys.press('Enter')
  await keys.press('End')
  await keys.press('Enter')
  await expect(desk.getByRole('combobox', { name: 'Controle voor' })).toHaveText('Vertrouwde apparaten vergeten')
  await tabTo(desk, desk.getByRole('button', { name: 'Stuur een code' }))
  await keys.press('Enter')
  await expect(desk.getByLabel('Code die de beller voorleest')).toBeFocused()
  await keys.type(await verifyCaller(stack, blocked.userName))
  await keys.press('Enter')
  await expect(desk.getByText(/Gecontroleerd voor/)).toBeVisible()
  const forget = desk.getByRole('button', { name: /^Vergeet \d apparaa?t/ })
  if (!(await forget.isVisible())) {
    await tabTo(desk, desk.getByRole('button', { name: 'Vertrouwde apparaten vergeten' }))
    await keys.press('Enter')
  }
  await tabTo(desk, desk.getByLabel('Reden').last())
  await keys.type('Nieuwe laptop')
  await tabTo(desk, forget)
  await keys.press('Enter')
  await expect(desk.getByText('Geen vertrouwd apparaat: er komt een code')).toBeVisible()
  await expectGetsInAgain(stack, blocked)
})

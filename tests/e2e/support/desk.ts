/** What a member of staff does at the workstation in most tests. */
import { expect, type Locator, type Page } from '@playwright/test'
import { DEMO_PASSWORD, type Stack } from './stack.ts'

/** Signs in with mouse and keyboard, as the screen asks: e-mail address, password, code. */
export async function signIn(page: Page, stack: Stack, email: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Verder' }).click()
  await enterCode(page, stack, email)
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Types the authenticator's code where the screen asks for it; the last digit sends it or the button does. */
export async function enterCode(page: Page, stack: Stack, email: string): Promise<void> {
  await page.getByLabel('Code uit je authenticator-app').fill(await stack.codeOf(email))
  const button = page.getByRole('button', { name: 'Meld aan' })
  if (await button.isVisible().catch(() => false)) await button.click().catch(() => undefined)
}

/**
 * Types a date into the date field that has the focus. Chromium orders day and month by the language of the machine it runs on,
 * which a page cannot set: what the field then holds decides which order it wanted.
 */
export async function typeDate(page: Page, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  const field = page.locator('input[type="date"]:focus')
  await page.keyboard.type(`${day}${month}${year}`)
  if ((await field.inputValue()) === date) return
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(`${month}${day}${year}`)
  await expect(field).toHaveValue(date)
}

/** Signs in by keyboard alone: the first field of each step has the focus. */
export async function signInByKeyboard(page: Page, stack: Stack, email: string): Promise<void> {
  await expect(page.getByLabel('E-mailadres')).toBeFocused()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Code uit je authenticator-app')).toBeFocused()
  await page.keyboard.type(await stack.codeOf(email))
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Presses Tab until this has the focus, as someone without a mouse would. */
export async function tabTo(page: Page, target: Locator, atMost = 60): Promise<void> {
  for (let stops = 0; stops < atMost; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** What a member of staff does at the workstation in most tests. */
import { expect, type Page } from '@playwright/test'
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
  await page.getByLabel('Code uit je authenticator-app').fill(stack.codeOf(email))
  const button = page.getByRole('button', { name: 'Meld aan' })
  if (await button.isVisible().catch(() => false)) await button.click().catch(() => undefined)
}

/** Pictures for the README, taken by the tests themselves when `PORTAL_DESK_PICTURES=1`, so that they show the product as it is. */
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PORTAL_DESK_PICTURES'] !== '1') return
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' })
}

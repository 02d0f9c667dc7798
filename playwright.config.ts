/**
 * End-to-end tests: the built product in a real Chromium (project `chromium`), and the same jobs in the Electron window where its binary
 * is (project `electron`, `npm run test:electron`).
 */
import { defineConfig } from '@playwright/test'
import { findChromium, quietFlags } from './build/lib/chromium.mjs'

const chromium = await findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/global-setup.ts',
  outputDir: 'test-results',
  // Each worker runs a product of its own: API, workstation, browser.
  workers: 2,
  fullyParallel: false,
  // A test that passes only sometimes is wrong.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: [...quietFlags(), '--disable-gpu'] },
  },
  projects: [{ name: 'chromium' }, { name: 'electron' }],
})

/** What every end-to-end test starts from: a product of its own per file, and a window on the workstation. */
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Stack, startStack, type Workstation } from './stack.ts'

interface TestParts {
  /** A window on a workstation, at the test's own time; without one given, on a new workstation that is signed out. */
  readonly openDesk: (at?: Workstation) => Promise<Page>
}

interface WorkerParts {
  /** Each file names its own (`test.use`), and so gets a product that no other file has touched. */
  readonly stackName: string
  readonly stack: Stack
}

export const test = base.extend<TestParts, WorkerParts>({
  stackName: ['', { scope: 'worker', option: true }],
  stack: [
    async ({ stackName }, use) => {
      if (stackName === '') throw new Error("Name the file's own stack: test.use({ stackName: '…' }).")
      const template = process.env['PORTAL_DESK_E2E_TEMPLATE']
      if (!template) throw new Error('The global set-up did not run.')
      const stack = await startStack(template)
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  openDesk: async ({ browser, stack }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (at) => {
      const workstation = at ?? (await stack.workstation())
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      })
      contexts.push(context)
      const page = await context.newPage()
      // The screen's clock shows the server's time of day, and runs on.
      await page.clock.install({ time: stack.now() })
      await page.goto(workstation.url())
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** No accessibility violation on what is on the screen now (WCAG 2.2 AA). */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(
    found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

/** What every end-to-end test starts from: a product of its own per file, and a window on the workstation. */
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { type Stack, startStack } from './stack.ts'
import { browserWorkstation, electronWorkstation, type Workstation } from './workstations.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

interface TestParts {
  /** Starts a workstation, in the host that this run is about. */
  readonly newWorkstation: () => Promise<Workstation>
  /** A window on a workstation; without one given, on a new one that is signed out. */
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
  newWorkstation: async ({ browser, stack }, use, testInfo) => {
    const started: Workstation[] = []
    await use(async () => {
      const env = stack.workstationEnv()
      const isElectron = testInfo.project.name === 'electron'
      const workstation = isElectron ? await electronWorkstation(ROOT, env) : await browserWorkstation(browser, env)
      started.push(workstation)
      await workstation.start()
      return workstation
    })
    for (const workstation of started) await workstation.kill()
  },
  openDesk: async ({ newWorkstation, stack }, use) => {
    const pages: Page[] = []
    await use(async (at) => {
      const page = await (at ?? (await newWorkstation())).open(stack.now())
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
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

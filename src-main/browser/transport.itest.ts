import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Push } from '../../shared/bridge/channels.ts'
import { type BrowserHost, makeTestFolder, openPage, startBrowserHost } from '../testing/browser-host.ts'
import { type FakePortal, startFakePortal } from '../testing/fake-portal.ts'
import { type PageWithScript, runPageScript } from '../testing/page-script.ts'

let portal: FakePortal
let test: Awaited<ReturnType<typeof makeTestFolder>>
let host: BrowserHost
let page: PageWithScript
let heard: { push: Push; value: unknown }[]
let look: () => void

beforeEach(async () => {
  portal = await startFakePortal()
  test = await makeTestFolder()
  host = await startBrowserHost(test.folder, portal.url)
  page = await runPageScript(host.origin, (await openPage(host.url)).cookie)
  heard = []
  look = () => {}
  for (const push of ['session', 'settings', 'live', 'resync', 'outbox'] as const) {
    page.desk.on(push, (value) => {
      heard.push({ push, value })
      look()
    })
  }
}, 120_000)
afterEach(async () => {
  page.close()
  await host.program.end('SIGTERM')
  await portal.stop()
  await test.remove()
})

const until = (right: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    look = () => {
      if (right()) resolve()
    }
    look()
  })
const pushes = (): Push[] => heard.map(({ push }) => push)

it('after a break it tells what the screen missed, and that all is to be fetched anew', async () => {
  await page.desk.call('session.state', {})
  page.breakPushes()
  await until(() => pushes().includes('live'))
  expect(heard[0]).toMatchObject({ push: 'live', value: { connected: false } })
  await until(() => pushes().includes('resync'))
  expect(pushes().slice(1)).toEqual(['session', 'settings', 'live', 'resync'])
  await page.desk.call('settings.write', { density: 'compact' })
  await until(() => JSON.stringify(heard.at(-1)).includes('compact'))
})

it('a program that is gone is no connection, never a text that was kept', async () => {
  await page.desk.call('session.state', {})
  await host.program.end('SIGKILL')
  expect(await page.desk.call('drafts.write', { key: 'a', text: 'b', basedOn: null })).toMatchObject({
    ok: false,
    problem: { code: 'no-connection' },
  })
  await until(() => heard.some(({ push, value }) => push === 'live' && JSON.stringify(value).includes('false')))
})

it('when the program was started again, the page is loaded anew, which says that its link no longer counts', async () => {
  await page.desk.call('session.state', {})
  await host.program.end('SIGKILL')
  host = await startBrowserHost(test.folder, portal.url, { PORT: new URL(host.origin).port })
  await page.desk.call('session.state', {})
  expect(page.replaced).toContain('/')
})

it('opens what the allow list lets through, in a window of its own', async () => {
  expect(await page.desk.call('links.open', { url: 'https://portal.example/help' })).toMatchObject({ ok: true })
  expect(await page.desk.call('links.open', { url: 'http://evil.example/' })).toMatchObject({ problem: { code: 'forbidden' } })
  expect(page.opened).toEqual(['https://portal.example/help'])
})

/** The browser host as a process, and a client that behaves like the page in a browser. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WebSocket } from 'ws'
import type { Result } from '../../shared/bridge/result.ts'
import { bundleFolder } from './bundles.ts'
import { type Program, startProgram } from './program.ts'

export interface BrowserHost {
  readonly program: Program
  /** The link of the start-up line. */
  readonly url: string
  readonly origin: string
}

/** A folder of the test's own, with a small screen in `renderer/` and something secret beside it. */
export async function makeTestFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-desk-main-'))
  mkdirSync(path.join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'renderer', 'index.html'), '<!doctype html><html><head><title>Desk</title></head></html>')
  writeFileSync(path.join(folder, 'renderer', 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(path.join(folder, 'renderer-secret.js'), 'secret')
  writeFileSync(path.join(folder, 'secret.json'), '"secret"')
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function startBrowserHost(
  folder: string,
  portalUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BrowserHost> {
  const bundle = await bundleFolder('browser')
  const program = startProgram([path.join(bundle, 'main.js')], {
    PORTAL_API_URL: portalUrl,
    PORTAL_DESK_DATA: path.join(folder, 'data'),
    PORTAL_DESK_RENDERER: path.join(folder, 'renderer'),
    ...env,
  })
  const { url = '' } = await program.hears('ready')
  return { program, url, origin: new URL(url).origin }
}

export interface Page {
  readonly cookie: string
  call(channel: string, input?: unknown): Promise<Result<unknown>>
  /** A call with a body of one's own. */
  post(channel: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Opens the way of pushes. */
  pushes(): Promise<PagePushes>
}

export interface PagePushes {
  readonly heard: readonly { readonly push: string; readonly value: unknown }[]
  until(push: string, right?: (value: unknown) => boolean): Promise<unknown>
  close(): void
}

/** Opens the link as a browser does: takes the cookie, follows the redirect. */
export async function openPage(link: string): Promise<Page> {
  const first = await fetch(link, { redirect: 'manual' })
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0]
  if (first.status !== 303 || !cookie) throw new Error(`The link was not taken: ${first.status}`)
  return pageWith(new URL(link).origin, cookie)
}

export function pageWith(origin: string, cookie: string): Page {
  const page: Page = {
    cookie,
    async call(channel, input = {}) {
      const response = await page.post(channel, JSON.stringify(input))
      if (response.status !== 200) throw new Error(`${channel}: status ${response.status}`)
      return (await response.json()) as Result<unknown>
    },
    post: (channel, body, headers = {}) =>
      fetch(`${origin}/bridge/${encodeURIComponent(channel)}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json', ...headers },
        body,
      }),
    pushes: () => openPushes(origin, cookie),
  }
  return page
}

async function openPushes(origin: string, cookie: string): Promise<PagePushes> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge/push`, { origin, headers: { Cookie: cookie } })
  const heard: { push: string; value: unknown }[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    heard.push(JSON.parse(data.toString()) as { push: string; value: unknown })
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return {
    heard,
    until: (push, right = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = heard.findLast((one) => one.push === push && right(one.value))
          if (!found) return
          waiting.delete(look)
          resolve(found.value)
        }
        waiting.add(look)
        look()
      }),
    close: () => socket.close(),
  }
}

import { symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type BrowserHost, makeTestFolder, openPage, type Page, startBrowserHost } from '../testing/browser-host.ts'
import { type FakePortal, startFakePortal } from '../testing/fake-portal.ts'

let portal: FakePortal
let test: Awaited<ReturnType<typeof makeTestFolder>>
let host: BrowserHost
let page: Page

beforeAll(async () => {
  portal = await startFakePortal()
  test = await makeTestFolder()
  host = await startBrowserHost(test.folder, portal.url, { PORTAL_DESK_REASON: 'geen Electron', PORTAL_DESK_TOKEN: 'first' })
  page = await openPage(host.url)
}, 120_000)
afterAll(async () => {
  await host.program.end('SIGTERM')
  await portal.stop()
  await test.remove()
})

/** A request with headers that `fetch` would not let a page set. */
function raw(
  target: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(host.origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: target, method, headers }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

const ownHost = (): string => new URL(host.origin).host

describe('the way in', () => {
  it('listens on this machine alone', () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('takes the link once, gives a cookie that scripts cannot read, and drops the token from the address', async () => {
    const next = (await host.program.hears('address')).url ?? ''
    const taken = await fetch(next, { redirect: 'manual' })
    expect(taken.status).toBe(303)
    expect(taken.headers.get('location')).toBe('/')
    expect(taken.headers.getSetCookie()[0]).toMatch(/^portal-desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const again = await fetch(next, { redirect: 'manual' })
    expect(again.status).toBe(401)
    expect(again.headers.getSetCookie()).toEqual([])
    expect((await fetch(host.url, { redirect: 'manual' })).status).toBe(401)
  })

  it('names the next link each time one is used, so that another window can be opened', async () => {
    const count = host.program.said.filter(({ event }) => event === 'address').length
    const last = host.program.said.at(-1)?.url ?? ''
    const other = await openPage(last)
    expect((await host.program.hears('address', count + 1)).url).not.toBe(last)
    expect(await other.call('session.state')).toMatchObject({ ok: true })
    expect(await page.call('session.state')).toMatchObject({ ok: true })
  })

  it.each(['', 'portal-desk-1=x', 'wrong'])(
    'without a valid cookie (%s) there is one sentence and nothing else',
    async (cookie) => {
      const answer = await raw('/', { Host: ownHost(), Cookie: cookie, 'Accept-Language': 'en' })
      expect(answer.status).toBe(401)
      expect(answer.body).toContain('This page is closed')
      expect(answer.body).not.toContain('<script')
      expect((await raw('/assets/app-1a2b.js', { Host: ownHost(), Cookie: cookie })).status).toBe(401)
      expect((await raw('/bridge/transport.js', { Host: ownHost(), Cookie: cookie })).status).toBe(401)
      const asked = await page.post('session.state', '{}', { Cookie: cookie })
      expect(asked.status).toBe(401)
    },
  )

  it.each(['localhost', 'portal.evil.example', '127.0.0.1', '127.0.0.1:1'])('refuses the host name %s', async (name) => {
    expect((await raw('/', { Host: name, Cookie: page.cookie })).status).toBe(403)
  })

  it.each(['http://evil.example', 'http://127.0.0.1:1', 'null', 'https://127.0.0.1'])('refuses the origin %s', async (origin) => {
    expect((await raw('/', { Host: ownHost(), Cookie: page.cookie, Origin: origin })).status).toBe(403)
    expect((await page.post('session.state', '{}', { Origin: origin })).status).toBe(403)
  })

  it('refuses a change without an origin, and a request that another site began', async () => {
    const bare = await raw('/bridge/session.lock', { Host: ownHost(), Cookie: page.cookie }, 'POST')
    expect(bare.status).toBe(403)
    const headers = { Host: ownHost(), Cookie: page.cookie, 'Sec-Fetch-Site': 'same-site' }
    expect((await raw('/', headers)).status).toBe(403)
  })

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['no origin', {}],
    ['no cookie', { cookie: '' }],
    ['another host', { host: 'evil.example' }],
    ['another path', { path: '/other' }],
  ])('refuses pushes with %s', async (_what, change: { origin?: string; cookie?: string; host?: string; path?: string }) => {
    const socket = new WebSocket(`${host.origin.replace('http', 'ws')}${change.path ?? '/bridge/push'}`, {
      ...('origin' in change ? { origin: change.origin } : _what === 'no origin' ? {} : { origin: host.origin }),
      headers: { Cookie: change.cookie ?? page.cookie, ...(change.host ? { Host: change.host } : {}) },
    })
    const refusal = await new Promise<string>((resolve) => {
      socket.once('error', (error) => resolve(error.message))
      socket.once('open', () => resolve('open'))
    })
    expect(refusal).toContain('403')
  })
})

describe('the screen', () => {
  it('is served with a strict policy, its script first, and is never kept', async () => {
    const answer = await raw('/', { Host: ownHost(), Cookie: page.cookie })
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(answer.body.indexOf('/bridge/transport.js')).toBeLessThan(answer.body.indexOf('<title>'))
    const nonce = /nonce-([\w+/=]+)'/.exec(policy)?.[1]
    expect(answer.body).toContain(`content="${nonce}"`)
    const second = await raw('/', { Host: ownHost(), Cookie: page.cookie })
    expect(second.headers['content-security-policy']).not.toBe(policy)
  })

  it('has its files, with their types', async () => {
    const script = await raw('/assets/app-1a2b.js', { Host: ownHost(), Cookie: page.cookie })
    expect(script).toMatchObject({
      status: 200,
      body: 'export {}',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    const transport = await raw('/bridge/transport.js', { Host: ownHost(), Cookie: page.cookie })
    expect(transport.status).toBe(200)
    expect(transport.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/../../secret.json',
    '/..\\secret.json',
    '/%5c..%5csecret.json',
    '/../renderer-secret.js',
    '//etc/passwd',
    '/%00index.html',
    '/%ff',
    '/linked.json',
    '/nothing.js',
    '/assets',
  ])('%s leads nowhere', async (target) => {
    const answer = await raw(target, { Host: ownHost(), Cookie: page.cookie })
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toContain('secret')
  })

  it('does not follow a link out of its folder, and serves no type it does not know', async () => {
    symlinkSync(path.join(test.folder, 'secret.json'), path.join(test.folder, 'renderer', 'outside.json'))
    writeFileSync(path.join(test.folder, 'renderer', 'notes.txt'), 'secret')
    for (const target of ['/outside.json', '/notes.txt']) {
      expect((await raw(target, { Host: ownHost(), Cookie: page.cookie })).status).toBe(404)
    }
  })
})

describe('the bridge', () => {
  it('says which host it is and why', async () => {
    expect(await page.call('app.info')).toEqual({
      ok: true,
      value: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        host: 'browser',
        reason: 'geen Electron',
        capabilities: { staysSignedIn: false, notifies: false, drawsTitleBar: true },
        portalUrl: portal.url,
      },
    })
  })

  it('is not kept by any cache, and takes no other method', async () => {
    const answer = await page.post('app.info', '{}')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await raw('/bridge/app.info', { Host: ownHost(), Cookie: page.cookie, Origin: host.origin }, 'PUT')).status).toBe(405)
    expect((await raw('/bridge/app.info', { Host: ownHost(), Cookie: page.cookie })).status).toBe(404)
  })

  it('answers what is no JSON with a problem', async () => {
    const answer = await page.post('app.info', '{"half":', { 'Accept-Language': 'en' })
    expect(await answer.json()).toMatchObject({ ok: false, problem: { code: 'malformed-request' } })
  })

  it('tells every window', async () => {
    const [one, two] = [await page.pushes(), await page.pushes()]
    await page.call('settings.write', { density: 'compact' })
    expect(await one.until('settings')).toMatchObject({ density: 'compact' })
    expect(await two.until('settings')).toMatchObject({ density: 'compact' })
    one.close()
    two.close()
  })
})

describe('the program', () => {
  it('lets no second one into the same folder', async () => {
    await expect(startBrowserHost(test.folder, portal.url)).rejects.toThrow(/Another workstation is at work/)
  })

  it.each([
    ['PORTAL_API_URL', { PORTAL_API_URL: 'http://portal.example' }],
    ['PORT', { PORT: 'many' }],
    ['PORTAL_DESK_DATA', { PORTAL_DESK_DATA: '' }],
  ])('refuses to start with a wrong %s, in a sentence', async (name, env) => {
    await expect(startBrowserHost(test.folder, portal.url, env)).rejects.toThrow(new RegExp(`${name} must`))
  })

  it('says that the screen has not been built', async () => {
    const env = { PORTAL_DESK_RENDERER: path.join(test.folder, 'nowhere') }
    await expect(startBrowserHost(test.folder, portal.url, env)).rejects.toThrow(/There is no screen in/)
  })

  it('ends with 0 on SIGTERM, with a window open', async () => {
    const other = await makeTestFolder()
    const started = await startBrowserHost(other.folder, portal.url)
    const pushes = await (await openPage(started.url)).pushes()
    expect(await started.program.end('SIGTERM')).toBe(0)
    pushes.close()
    const again = await startBrowserHost(other.folder, portal.url)
    expect(await again.program.end('SIGTERM')).toBe(0)
    await other.remove()
  })
})

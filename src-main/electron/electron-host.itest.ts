/**
 * The desktop program on the double of Electron: each setting of the security list (norms.md, the desktop host), shown by
 * what the program sets or by how its guards behave. A canary stands beside each guard: what must pass does pass, so that a
 * guard that refuses everything, or a double that forgets to ask, is seen.
 */
import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestFolder } from '../testing/browser-host.ts'
import { type ElectronOnDouble, spawnElectronOnDouble, startElectronOnDouble } from '../testing/electron-on-double.ts'
import { type FakePortal, startFakePortal } from '../testing/fake-portal.ts'
import { CODE, EMAIL, PASSWORD } from '../testing/fake-sign-in.ts'

const OWN = 'app://desk/index.html'
let portal: FakePortal
let test: Awaited<ReturnType<typeof makeTestFolder>>
let electron: ElectronOnDouble

beforeAll(async () => {
  portal = await startFakePortal()
  test = await makeTestFolder()
  electron = await startElectronOnDouble(test.folder, portal.url)
}, 120_000)
afterAll(async () => {
  await electron.program.end('SIGTERM')
  await portal.stop()
  await test.remove()
})

const own = (url = OWN): object => ({ isMainFrame: true, requestingUrl: url })

describe('the window', () => {
  it('is isolated, sandboxed, without Node, with web security', async () => {
    expect(await electron.records('app.enableSandbox')).toEqual([true])
    const [options] = (await electron.records('window')) as [{ webPreferences: Record<string, unknown> }]
    expect(options.webPreferences).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    })
  })

  it('shows the screen from a scheme of its own, standard and secure', async () => {
    expect(await electron.records('load-url')).toEqual(['app://desk/'])
    expect(await electron.records('schemes')).toEqual([
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
      ],
    ])
  })

  it('is given the bridge and nothing else', async () => {
    expect(await electron.records('exposed')).toEqual([{ name: 'desk', keys: ['call', 'on'] }])
    expect(await electron.act('ipc.channels')).toEqual(['desk:call'])
  })
})

describe('the scheme', () => {
  it('serves the page with a strict policy, and its files', async () => {
    const page = (await electron.act('load', 'app://desk/')) as { status: number; headers: Record<string, string>; body: string }
    expect(page.status).toBe(200)
    expect(page.body).toContain('<title>Desk</title>')
    expect(page.body).not.toContain('<script')
    const policy = page.headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(await electron.act('load', 'app://desk/assets/app-1a2b.js')).toMatchObject({ status: 200, body: 'export {}' })
  })

  it.each([
    'app://desk/../secret.json',
    'app://desk/..%2fsecret.json',
    'app://desk/%2e%2e%2frenderer-secret.js',
    'app://other/index.html',
    'app://desk:80/index.html',
    'app://user@desk/index.html',
    'app://desk/nothing.js',
  ])('%s leads nowhere', async (url) => {
    expect(await electron.act('load', url)).toMatchObject({ status: 404, body: 'Not found' })
  })

  it('answers nothing but reading', async () => {
    expect(await electron.act('load', 'app://desk/', 'POST')).toMatchObject({ status: 404 })
  })
})

describe('the guards', () => {
  it.each([
    'https://evil.example/',
    'file:///etc/passwd',
    'http://127.0.0.1/',
    'https://app/',
    'https://evil.example/?app://desk/',
  ])('the screen loads nothing from %s', async (url) => {
    expect(await electron.act('request.cancelled', url)).toBe(true)
  })

  it.each([OWN, 'data:image/png;base64,AA==', 'devtools://devtools/bundled/x.js'])('and may load %s', async (url) => {
    expect(await electron.act('request.cancelled', url)).toBe(false)
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fullscreen',
    'hid',
    'serial',
    'usb',
    'midi',
  ])('refuse the permission %s', async (permission) => {
    expect(await electron.act('permission.request', permission, own())).toBe(false)
    expect(await electron.act('permission.check', permission, 'app://desk', own())).toBe(false)
  })

  it('grant the one permission that has its reason, to the screen alone', async () => {
    const allowed = 'clipboard-sanitized-write'
    expect(await electron.act('permission.request', allowed, own())).toBe(true)
    expect(await electron.act('permission.check', allowed, 'app://desk/', own())).toBe(true)
    expect(await electron.act('permission.request', allowed, own('https://evil.example/'))).toBe(false)
    expect(await electron.act('permission.request', allowed, { ...own(), isMainFrame: false })).toBe(false)
    expect(await electron.act('permission.check', allowed, 'https://evil.example', own())).toBe(false)
  })

  it('refuse devices and sharing the screen', async () => {
    expect(await electron.act('permission.device', { deviceType: 'hid', origin: 'app://desk' })).toBe(false)
    expect(await electron.act('permission.display')).toEqual({})
  })

  it.each([
    'https://evil.example/',
    'https://evil.example/app://desk/',
    'app://desk.evil.example/',
    'app://other/',
    'app://user@desk/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    'not an address',
  ])('navigation to %s is stopped, and a redirect to it', async (url) => {
    expect(await electron.act('navigate', 'will-frame-navigate', url)).toBe(true)
    expect(await electron.act('navigate', 'will-redirect', url)).toBe(true)
  })

  it('navigation within the screen passes, in the main frame alone', async () => {
    expect(await electron.act('navigate', 'will-frame-navigate', OWN)).toBe(false)
    expect(await electron.act('navigate', 'will-redirect', OWN)).toBe(false)
    expect(await electron.act('navigate', 'will-frame-navigate', OWN, false)).toBe(true)
  })

  it('embedded pages are stopped', async () => {
    expect(await electron.act('navigate', 'will-attach-webview', OWN)).toBe(true)
  })

  it('no window is opened; a link of the allow list goes to the system, another one nowhere', async () => {
    for (const url of ['https://portal.example/help', 'mailto:it@desk.example', 'tel:+31201234567']) {
      expect(await electron.act('window.open', url)).toBe('deny')
    }
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'http://evil.example/', 'smb://server/share', OWN]) {
      expect(await electron.act('window.open', url)).toBe('deny')
    }
    expect(await electron.records('open-external')).toEqual([
      'https://portal.example/help',
      'mailto:it@desk.example',
      'tel:+31201234567',
    ])
    expect(await electron.act('window.count')).toBe(1)
  })
})

describe('the door', () => {
  const ask = (frame: object): Promise<unknown> => electron.act('ipc.invoke', frame, 'desk:call', 'app.info', {})

  it('opens to the main frame on its own origin', async () => {
    expect(await ask({ main: true, url: OWN })).toMatchObject({ ok: true, value: { host: 'electron' } })
  })

  it.each([
    ['another frame of the window', { main: false, url: OWN }],
    ['another window', { stranger: true, main: true, url: OWN }],
    ['a frame that is gone', { gone: true }],
    ['the main frame on another origin', { main: true, url: 'https://evil.example/' }],
    ['the main frame on an origin that looks alike', { main: true, url: 'https://evil.example/?app://desk/' }],
    ['the main frame on another host of the scheme', { main: true, url: 'app://evil/' }],
  ])('stays shut for %s', async (_what, frame) => {
    await expect(ask(frame)).rejects.toThrow('Refused')
    expect(await ask({ main: true, url: OWN })).toMatchObject({ ok: true })
  })
})

describe('the program', () => {
  it('speaks the language of the settings in its menu, and has no way to reload', async () => {
    await electron.act('desk.call', 'settings.write', { language: 'en' })
    const [first, last] = [(await electron.records('menu')).at(0), (await electron.records('menu')).at(-1)]
    expect(JSON.stringify(first)).toContain('Vergrendelen')
    expect(JSON.stringify(last)).toContain('Lock')
    expect(JSON.stringify(last)).not.toMatch(/reload/i)
    await electron.act('desk.call', 'settings.write', { language: 'nl' })
  })

  it('brings the window back when it is started a second time, and shows a screen that crashed again, once', async () => {
    await electron.act('app.second-instance')
    expect(await electron.records('focused')).toEqual([true])
    await electron.act('page.crash', 'crashed')
    await electron.act('page.crash', 'crashed')
    expect(await electron.records('reload')).toHaveLength(1)
  })

  it('stays signed in over a restart, locked, with its tokens in the key store alone', async () => {
    const other = await makeTestFolder()
    const first = await startElectronOnDouble(other.folder, portal.url)
    await first.act('desk.call', 'session.sign-in', { email: EMAIL, password: PASSWORD })
    expect(await first.act('desk.call', 'session.code', { code: CODE })).toMatchObject({ value: { state: 'signed-in' } })
    for (const event of ['lock-screen', 'suspend']) {
      await first.act('power', event)
      expect(await first.act('desk.call', 'session.state', {})).toMatchObject({ value: { state: 'locked' } })
      await first.act('desk.call', 'session.unlock', { code: CODE })
    }
    expect(await first.program.end('SIGTERM')).toBe(0)
    const second = await startElectronOnDouble(other.folder, portal.url)
    expect(await second.act('desk.call', 'session.state', {})).toMatchObject({ value: { state: 'locked' } })
    await second.program.end('SIGTERM')
    await other.remove()
  })

  it.each(['basic_text', 'unavailable'])('keeps no token where the key store is %s', async (store) => {
    const other = await makeTestFolder()
    const env = { DOUBLE_KEY_STORE: store }
    const first = await startElectronOnDouble(other.folder, portal.url, env)
    expect(await first.act('desk.call', 'app.info', {})).toMatchObject({ value: { capabilities: { staysSignedIn: false } } })
    await first.act('desk.call', 'session.sign-in', { email: EMAIL, password: PASSWORD })
    await first.act('desk.call', 'session.code', { code: CODE })
    await first.program.end('SIGKILL')
    const second = await startElectronOnDouble(other.folder, portal.url, env)
    expect(await second.act('desk.call', 'session.state', {})).toMatchObject({ value: { state: 'signed-out' } })
    await second.program.end('SIGTERM')
    await other.remove()
  })

  it('ends cleanly when the last window closes, and a draft that was called kept is there the next time', async () => {
    const other = await makeTestFolder()
    const first = await startElectronOnDouble(other.folder, portal.url)
    await first.act('desk.call', 'session.sign-in', { email: EMAIL, password: PASSWORD })
    await first.act('desk.call', 'session.code', { code: CODE })
    await first.act('desk.call', 'drafts.write', { key: 'reply:1', text: 'half', basedOn: 1 })
    first.act('app.quit').catch(() => undefined)
    expect(await first.program.exited).toBe(0)
    const second = await startElectronOnDouble(other.folder, portal.url)
    await second.act('desk.call', 'session.unlock', { code: CODE })
    expect(await second.act('desk.call', 'drafts.read', { key: 'reply:1' })).toMatchObject({ value: { draft: { text: 'half' } } })
    await second.program.end('SIGTERM')
    await other.remove()
  })

  it('remembers where its window stood', async () => {
    const other = await makeTestFolder()
    const first = await startElectronOnDouble(other.folder, portal.url)
    first.act('app.quit').catch(() => undefined)
    await first.program.exited
    const second = await startElectronOnDouble(other.folder, portal.url)
    expect((await second.records('window'))[0]).toMatchObject({ x: 40, y: 50, width: 1200, height: 800 })
    await second.program.end('SIGTERM')
    await other.remove()
  })

  it('shows no window when it is started hidden', async () => {
    const other = await makeTestFolder()
    const hidden = await startElectronOnDouble(other.folder, portal.url, { PORTAL_DESK_HIDDEN: '1' })
    expect(await hidden.act('window.visible')).toBe(false)
    await hidden.program.end('SIGTERM')
    expect(await electron.act('window.visible')).toBe(true)
    await other.remove()
  })

  it('refuses root with a sentence, before it opens anything', async () => {
    const other = await makeTestFolder()
    const root = await spawnElectronOnDouble(other.folder, portal.url, { DOUBLE_ROOT: '1' })
    expect(await root.program.exited).toBe(1)
    expect(root.program.log()).toContain('does not run as root')
    await other.remove()
  })

  it('says which setting is missing when it knows no portal, and takes it from a file', async () => {
    const other = await makeTestFolder()
    const env = { PORTAL_DESK_HIDDEN: '1', DOUBLE_RESOURCES: path.join(other.folder, 'resources') }
    const without = await spawnElectronOnDouble(other.folder, null, env)
    expect(await without.program.exited).toBe(1)
    expect(without.program.log()).toContain('portal-desk.json')
    await mkdir(env.DOUBLE_RESOURCES)
    writeFileSync(path.join(env.DOUBLE_RESOURCES, 'portal-desk.json'), JSON.stringify({ portalUrl: portal.url }))
    const withFile = await startElectronOnDouble(other.folder, null, env)
    expect(await withFile.act('desk.call', 'app.info', {})).toMatchObject({ value: { portalUrl: portal.url } })
    await withFile.program.end('SIGTERM')
    await other.remove()
  })
})

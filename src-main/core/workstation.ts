/** The workstation without a window: puts session, portal client, drafts, outbox and live events together for any host. */
import type { AppInfo, Push, PushOf, SessionState, Settings } from '../../shared/bridge/channels.ts'
import { ok, type Result } from '../../shared/bridge/result.ts'
import type { StaffSession } from '../../shared/domain/staff.ts'
import { createDispatcher, type DeskHandlers, type Dispatch } from './dispatcher.ts'
import { createDrafts } from './drafts.ts'
import { createHeldPushes } from './held-pushes.ts'
import { allowedLink } from './links.ts'
import { createLive } from './live.ts'
import { message } from './messages.ts'
import { createOutbox } from './outbox.ts'
import { createPortalClient } from './portal-client.ts'
import { createPortalHttp } from './portal-http.ts'
import type { Ports } from './ports.ts'
import { createPushHub } from './pushes.ts'
import { createRefuser } from './refuse.ts'
import { createSession } from './session.ts'
import { createSessionKeeper } from './session-keeper.ts'
import { loadSettings } from './settings.ts'
import { openVault } from './vault.ts'

export interface WorkstationOptions {
  /** From `portalAddress`: nothing confidential goes anywhere else. */
  readonly portalUrl: string
  readonly host: AppInfo['host']
  /** Why the browser host runs; shown on the sign-in screen. */
  readonly reason: string | null
  readonly version: string
  /** Names this computer in the audit log. */
  readonly workstationName: string
  readonly drawsTitleBar: boolean
}

export interface Workstation {
  /** Asks, as the screen does. Everything that may be expected comes back as a result. */
  readonly call: Dispatch
  /** Listens to a push; the function returned stops listening. */
  on<P extends Push>(push: P, listener: (value: PushOf<P>) => void): () => void
  /** Listens to all pushes, for a host that passes them on. */
  onAny(listener: <P extends Push>(push: P, value: PushOf<P>) => void): () => void
  /** The settings as they are now. */
  settings(): Settings
  /** The computer is left or goes to sleep. */
  lock(): void
  /** Ends everything; resolves when what was being written is on the disk. */
  stop(): Promise<void>
}

export async function createWorkstation(ports: Ports, options: WorkstationOptions): Promise<Workstation> {
  const { storage, secrets, clock, ids, logger, random } = ports
  const hub = createPushHub(logger)
  const settings = await loadSettings(storage, logger, (value) => hub.emit('settings', value))
  const refuser = createRefuser(() => settings.current().language)
  const keeper = await createSessionKeeper({ storage, secrets, logger })

  const pushes = createHeldPushes({
    locked: () => session.state().state === 'locked',
    emit: hub.emit,
    tellOutbox() {
      const list = outbox.list()
      if (list.ok) hub.emit('outbox', list.value)
    },
  })

  const client = createPortalClient({
    http: createPortalHttp(options.portalUrl),
    workstation: options.workstationName,
    refuser,
    logger,
    ids,
    rotated: (tokens) => session.rotated(tokens),
    lost: (problem) => session.lost(problem),
  })
  const drafts = createDrafts({ clock, refuser, logger })
  const outbox = createOutbox({
    send: client.attempt,
    removeDraft: drafts.remove,
    changed: (entries) => pushes.emit('outbox', { entries }),
    returned: () => notify('returned'),
    unreadable: () => notify('outbox-unreadable'),
    clock,
    refuser,
    logger,
  })
  const live = createLive({
    client,
    clock,
    logger,
    random,
    listener: {
      state(state) {
        pushes.emit('live', state)
        if (state.connected) outbox.hurry()
      },
      event: (event) => pushes.emit('event', event),
      resync: () => pushes.emit('resync', {}),
    },
  })
  let following = false

  const session = createSession({
    client,
    clock,
    refuser,
    keeper,
    workstation: options.workstationName,
    opened,
    closed() {
      live.stop()
      following = false
      outbox.close()
      drafts.close()
      pushes.forget()
    },
    changed,
  })

  async function opened(who: StaffSession, draftKey: string): Promise<Result<true>> {
    const vault = openVault(storage, draftKey, { staffId: who.id, provider: who.provider })
    if (!vault) {
      const trace = ids.next()
      logger.error('the portal gave a draft key that is no key', null, { trace })
      return refuser.refuse('server-fault', { trace }, { trace })
    }
    drafts.open(vault)
    return outbox.open(vault)
  }

  function changed(state: SessionState): void {
    pushes.emit('session', state)
    if (state.state !== 'signed-in') return
    pushes.release()
    if (following) return
    following = true
    live.start()
  }

  function notify(about: 'returned' | 'outbox-unreadable'): void {
    const { language } = settings.current()
    logger.warn(message(`${about}.title`, 'en'))
    ports.notification.show({ title: message(`${about}.title`, language), body: message(`${about}.body`, language) })
  }

  const capabilities: AppInfo['capabilities'] = {
    staysSignedIn: keeper.keeps,
    notifies: ports.notification.available,
    drawsTitleBar: options.drawsTitleBar,
  }
  const done = ok({ ok: true } as const)
  const desk: DeskHandlers = {
    'app.info': () => {
      const { version, host, reason, portalUrl } = options
      return ok({ version, host, reason, portalUrl, capabilities })
    },
    'session.state': () => ok(session.state()),
    'session.sign-in': ({ email, password }) => session.signIn(email, password),
    'session.code': ({ code }) => session.code(code),
    'session.back': () => ok(session.back()),
    'session.switch': ({ provider }) => session.switchTo(provider),
    'session.confirm': ({ code }) => session.confirm(code),
    'session.lock': () => ok(session.lock()),
    'session.unlock': ({ code }) => session.unlock(code),
    'session.sign-out': async () => ok(await session.signOut()),
    'session.active': () => {
      session.active()
      return done
    },
    'settings.read': () => ok(settings.current()),
    'settings.write': (change) => settings.write(change, refuser),
    'drafts.read': ({ key }) => drafts.read(key),
    'drafts.write': (draft) => drafts.write(draft),
    'drafts.remove': ({ key }) => drafts.remove(key),
    'outbox.submit': (submit) => outbox.submit(submit),
    'outbox.list': () => outbox.list(),
    'outbox.retry': ({ requestId }) => outbox.retry(requestId),
    'outbox.dismiss': ({ requestId }) => outbox.dismiss(requestId),
    'live.state': () => ok(live.state()),
    'links.open': async ({ url }) => {
      const link = allowedLink(url)
      if (!link) return refuser.refuse('forbidden')
      await ports.links.open(link)
      return done
    },
  }

  await session.restore()
  return {
    call: createDispatcher({ desk, portal: client.call, state: session.state, refuser, logger, ids }),
    on: hub.on,
    onAny: hub.onAny,
    settings: settings.current,
    lock: () => void session.lock(),
    async stop() {
      live.stop()
      outbox.close()
      await drafts.settled()
      await session.end()
    },
  }
}

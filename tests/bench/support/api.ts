/** The portal API as it is in use: the built bundle, a process of its own, the machine's clock. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundles } from '../../../build/lib/bundles.mjs'
import { startService } from '../../../build/lib/service.mjs'
import { newId } from '../../../portal-api/platform/ids.ts'
import { signAccessToken } from '../../../portal-api/platform/secrets/access-token.ts'
import { keyFor } from '../../../portal-api/platform/secrets/key.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** The installation's key of a bench: it signs its own tokens, since the log-in is not what is measured. */
const KEY = Buffer.alloc(32, 7)

export interface ApiProcess {
  readonly url: string
  readonly pid: number
  /** Resolves when it has ended, for whatever reason. */
  readonly gone: Promise<void>
  /** Stands still, so that its background work does not touch what others measure; until it is woken. */
  pause(): void
  wake(): void
  /** It is gone at once, without a chance to end anything. */
  kill(): Promise<void>
  /** Ends it gracefully and removes its folder. */
  stop(): Promise<void>
}

/**
 * Builds what is stale and starts a process on a migrated database.
 * @param options.built starts what there is: a bench that starts many looks once
 * @param options.nodeFlags for Node, such as `--cpu-prof`
 * @param options.env on top of the product's own settings; `PORT` to come back at the same address
 */
export async function startApiProcess(options: {
  readonly databaseUrl: string
  readonly progress: (text: string) => void
  readonly built?: boolean
  readonly nodeFlags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}): Promise<ApiProcess> {
  if (!options.built) await buildBundles({ root: ROOT, only: ['portal-api'], progress: options.progress })
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const service = await startService({
      name: 'portal-api',
      command: process.execPath,
      args: [...(options.nodeFlags ?? []), path.join(ROOT, 'dist', 'portal-api', 'main.js')],
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        DATABASE_URL: options.databaseUrl,
        PORTAL_DESK_DATA: folder,
        PORTAL_DESK_KEY: KEY.toString('base64'),
        LOG_LEVEL: 'info',
        ...options.env,
      },
      logFolder: folder,
      within: 300_000,
      progress: options.progress,
    })
    let running = true
    void service.gone.then(() => {
      running = false
    })
    return {
      url: service.url(),
      pid: service.pid,
      gone: service.gone,
      pause: () => process.kill(service.pid, 'SIGSTOP'),
      wake: () => process.kill(service.pid, 'SIGCONT'),
      async kill() {
        process.kill(service.pid, 'SIGKILL')
        await service.gone
        remove()
      },
      async stop() {
        if (running) process.kill(service.pid, 'SIGCONT')
        await service.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** The row of a session that began now; its owner (`staff_id` or `portal_user_id`) is the caller's. */
export function sessionRow(provider: string, now: Date) {
  const id = newId()
  return {
    id,
    provider,
    refreshHash: id,
    rotatedAt: now,
    refreshExpiresAt: new Date(now.getTime() + 12 * 3_600_000),
    createdAt: now,
    confirmedAt: now,
  }
}

/** A token for a session, good for ten minutes from now: long benches ask again. */
export async function tokenOf(sessionId: string): Promise<string> {
  return (await signAccessToken(sessionId, keyFor('access-token', KEY), new Date())).token
}

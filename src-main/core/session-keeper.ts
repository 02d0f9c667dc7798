/**
 * Staying signed in over a restart, where the system keeps secrets. Where it does not, nothing is written: tokens in
 * plain text would be worse than signing in again (norms.md). A kept session always comes back locked.
 */
import { z } from 'zod'
import { type Tokens, tokens } from '../../shared/api/session.ts'
import { type StaffSession, staffSession } from '../../shared/domain/staff.ts'
import { type DocumentKind, unwrapDocument, wrapDocument } from './documents.ts'
import { createInOrder } from './in-order.ts'
import type { Logger, SecretsPort, StoragePort } from './ports.ts'

const NAME = 'session'
const sealedSession = z.object({ sealed: z.string() })
const sessionDocument = { kind: NAME, version: 1, schema: sealedSession, upgrades: {} } as const satisfies DocumentKind<
  typeof sealedSession
>
const kept = z.object({ tokens, session: staffSession })

export interface KeptSession {
  readonly tokens: Tokens
  readonly session: StaffSession
}

export interface SessionKeeper {
  readonly keeps: boolean
  load(): Promise<KeptSession | null>
  /** Keeps the newest pair of tokens. A failing disk is logged: the session goes on without being kept. */
  keep(session: KeptSession): Promise<void>
  forget(): Promise<void>
}

export async function createSessionKeeper(deps: {
  readonly storage: StoragePort
  readonly secrets: SecretsPort
  readonly logger: Logger
}): Promise<SessionKeeper> {
  const { storage, secrets, logger } = deps
  const keeps = await secrets.available()
  const inOrder = createInOrder()

  async function quietly(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await inOrder(work)
    } catch (error) {
      logger.error(what, error)
    }
  }

  async function load(): Promise<KeptSession | null> {
    const stored = await storage.get(NAME)
    if (stored.state !== 'found') return null
    const document = unwrapDocument(sessionDocument, stored.value)
    const value = document ? await unseal(secrets, document.sealed) : null
    if (value === null) await storage.setAside(NAME)
    return value
  }

  return {
    keeps,
    load: async () => (keeps ? load() : null),
    keep: async (session) => {
      if (!keeps) return
      await quietly('the session could not be kept', async () => {
        const sealed = await secrets.encrypt(JSON.stringify(session))
        await storage.set(NAME, wrapDocument(sessionDocument, { sealed }))
      })
    },
    forget: () => quietly('the kept session could not be removed', () => storage.delete(NAME)),
  }
}

async function unseal(secrets: SecretsPort, sealed: string): Promise<KeptSession | null> {
  try {
    const parsed = kept.safeParse(JSON.parse(await secrets.decrypt(sealed)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

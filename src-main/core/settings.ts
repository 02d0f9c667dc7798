/** The settings of this workstation: language, theme, density, single keys. Nothing personal, so not encrypted. */
import { DEFAULT_SETTINGS, type Settings, settings } from '../../shared/bridge/channels.ts'
import { ok, type Result } from '../../shared/bridge/result.ts'
import { type DocumentKind, unwrapDocument, wrapDocument } from './documents.ts'
import { createInOrder } from './in-order.ts'
import type { Logger, StoragePort } from './ports.ts'
import type { Refuser } from './refuse.ts'

const NAME = 'settings'
const settingsDocument = { kind: NAME, version: 1, schema: settings, upgrades: {} } as const satisfies DocumentKind<
  typeof settings
>

export interface SettingsStore {
  current(): Settings
  /** Changes what is given and keeps the rest. @returns the settings as they are now; `storage-failed` */
  write(change: Partial<Settings>, refuser: Refuser): Promise<Result<Settings>>
}

/** Reads the settings; what cannot be read is set aside and the defaults take its place. */
export async function loadSettings(
  storage: StoragePort,
  logger: Logger,
  changed: (settings: Settings) => void,
): Promise<SettingsStore> {
  let current = await readOrDefault(storage, logger)
  const inOrder = createInOrder()
  return {
    current: () => current,
    write: (change, refuser) =>
      refuser.onDisk(() =>
        inOrder(async () => {
          const next: Settings = { ...current, ...change }
          await storage.set(NAME, wrapDocument(settingsDocument, next))
          current = next
          changed(next)
          return ok(next)
        }),
      ),
  }
}

async function readOrDefault(storage: StoragePort, logger: Logger): Promise<Settings> {
  const stored = await storage.get(NAME)
  if (stored.state === 'absent') return DEFAULT_SETTINGS
  const value = stored.state === 'found' ? unwrapDocument(settingsDocument, stored.value) : null
  if (value) return value
  logger.warn('the settings could not be read and were set aside; the defaults are used')
  if (stored.state === 'found') await storage.setAside(NAME)
  return DEFAULT_SETTINGS
}

/** Ports in memory, for tests of the core: what a host would keep, show or open can be looked at. */
import type { LogFacts, Ports, StoragePort } from '../core/ports.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'

export interface MemoryStorage extends StoragePort {
  readonly documents: Map<string, string>
  readonly aside: Map<string, string>
  /** Resolves when a document whose name begins so has been deleted. */
  deleted(prefix: string): Promise<void>
  /** When set, every write fails with this code. */
  failure: string | null
}

export function createMemoryStorage(): MemoryStorage {
  const documents = new Map<string, string>()
  const aside = new Map<string, string>()
  const setAside = (name: string): void => {
    const text = documents.get(name)
    if (text !== undefined) aside.set(name, text)
    documents.delete(name)
  }
  const waiting: { readonly prefix: string; readonly resolve: () => void }[] = []
  const storage: MemoryStorage = {
    deleted: (prefix) => new Promise((resolve) => waiting.push({ prefix, resolve })),
    documents,
    aside,
    failure: null,
    async get(name) {
      const text = documents.get(name)
      if (text === undefined) return { state: 'absent' }
      try {
        return { state: 'found', value: JSON.parse(text) }
      } catch {
        setAside(name)
        return { state: 'set-aside' }
      }
    },
    async set(name, value) {
      if (storage.failure) throw Object.assign(new Error(storage.failure), { code: storage.failure, syscall: 'write' })
      documents.set(name, JSON.stringify(value))
    },
    async delete(name) {
      documents.delete(name)
      for (const { prefix, resolve } of waiting) if (name.startsWith(prefix)) resolve()
    },
    async setAside(name) {
      setAside(name)
    },
  }
  return storage
}

export interface MemoryPorts extends Ports {
  readonly storage: MemoryStorage
  readonly clock: FakeClock
  readonly logged: { readonly level: string; readonly message: string; readonly facts: LogFacts }[]
  readonly shown: { readonly title: string; readonly body: string }[]
  readonly openedLinks: string[]
}

/** @param secrets whether the machine can keep secrets */
export function createMemoryPorts(options: { secrets?: boolean; clock?: FakeClock; storage?: MemoryStorage } = {}): MemoryPorts {
  const logged: { level: string; message: string; facts: LogFacts }[] = []
  const shown: { title: string; body: string }[] = []
  const openedLinks: string[] = []
  let count = 0
  return {
    storage: options.storage ?? createMemoryStorage(),
    secrets: {
      available: async () => options.secrets ?? false,
      encrypt: async (plain) => `sealed:${Buffer.from(plain).toString('base64')}`,
      decrypt: async (sealed) => Buffer.from(sealed.replace(/^sealed:/, ''), 'base64').toString('utf8'),
    },
    notification: { available: true, show: (message) => shown.push(message) },
    links: {
      async open(url) {
        openedLinks.push(url.href)
      },
    },
    clock: options.clock ?? createFakeClock(),
    ids: {
      next() {
        count += 1
        return testUuid(count)
      },
    },
    logger: {
      info: (message, facts = {}) => logged.push({ level: 'info', message, facts }),
      warn: (message, facts = {}) => logged.push({ level: 'warn', message, facts }),
      error: (message, cause, facts = {}) =>
        logged.push({ level: 'error', message: cause instanceof Error ? `${message}: ${cause.message}` : message, facts }),
    },
    random: () => 0,
    logged,
    shown,
    openedLinks,
  }
}

/** A valid UUID that tells its number. */
export function testUuid(number: number): string {
  return `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

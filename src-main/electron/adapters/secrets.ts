/**
 * Secrets in the system's key store (safeStorage), and only there: where there is none, or on Linux one that keeps them in
 * plain text, nothing is kept at all (norms.md: refused when it is not available).
 */
import { safeStorage } from 'electron'
import type { SecretsPort } from '../../core/ports.ts'

export function createSafeStorageSecrets(): SecretsPort {
  return {
    async available() {
      if (process.platform === 'linux' && PLAIN.has(safeStorage.getSelectedStorageBackend())) return false
      return safeStorage.isAsyncEncryptionAvailable()
    },
    encrypt: async (plain) => (await safeStorage.encryptStringAsync(plain)).toString('base64'),
    decrypt: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
  }
}

/** Back ends that protect nothing. */
const PLAIN: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

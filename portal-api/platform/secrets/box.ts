/** Seals column values that must be read back (authenticator secrets, draft keys): AES-256-GCM, a fresh nonce each. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 'v1'

export interface Box {
  seal(plain: string): string
  /** Throws when the text was not sealed with this key, or was changed. */
  open(sealed: string): string
}

export function makeBox(key: Buffer): Box {
  return {
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed) {
      const [version, text] = sealed.split('.')
      if (version !== VERSION || !text) throw new Error('A sealed value has an unknown form.')
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}

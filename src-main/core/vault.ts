/**
 * Drafts and the outbox at rest: AES-256-GCM under a key per member of staff and provider. The key itself comes from the
 * portal after sign-in and is never written down, so the files are worth nothing to who takes the disk.
 * Name and kind are authenticated along: a document put in another's place does not open.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type DocumentKind, unwrapDocument, wrapDocument } from './documents.ts'
import type { StoragePort } from './ports.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

const sealed = z.object({ sealed: z.literal(CIPHER), nonce: z.base64(), data: z.base64() })

export type Opened<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'set-aside' }

export interface Vault {
  read<S extends z.ZodType>(kind: DocumentKind<S>, name: string): Promise<Opened<z.infer<S>>>
  /** Has reached the disk when it resolves; rejects when the disk refuses. */
  write<S extends z.ZodType>(kind: DocumentKind<S>, name: string, value: z.input<S>): Promise<void>
  remove(kind: DocumentKind<z.ZodType>, name: string): Promise<void>
}

export interface VaultOwner {
  readonly staffId: string
  readonly provider: string
}

/**
 * Opens the vault of one member of staff at one provider.
 * @param key 256 bits in base64, from `GET /v1/staff/draft-key`
 * @returns null when it is no key of 256 bits
 */
export function openVault(storage: StoragePort, key: string, owner: VaultOwner): Vault | null {
  const master = Buffer.from(key, 'base64')
  if (master.length !== KEY_BYTES) return null
  const scope = `${owner.provider}|${owner.staffId}`
  const own = Buffer.from(hkdfSync('sha256', master, scope, 'portal-desk at rest', KEY_BYTES))
  // File names tell neither whose they are nor what they are about.
  const placeOf = (kind: string, name: string): string =>
    `${kind}-${createHash('sha256').update(`${scope}|${kind}|${name}`).digest('hex').slice(0, 40)}`

  return {
    async read(kind, name) {
      const place = placeOf(kind.kind, name)
      const stored = await storage.get(place)
      if (stored.state !== 'found') return stored
      const value = unwrapDocument(kind, unseal(own, place, stored.value))
      if (value !== null) return { state: 'found', value }
      await storage.setAside(place)
      return { state: 'set-aside' }
    },
    async write(kind, name, value) {
      const place = placeOf(kind.kind, name)
      await storage.set(place, seal(own, place, wrapDocument(kind, value)))
    },
    remove: (kind, name) => storage.delete(placeOf(kind.kind, name)),
  }
}

function seal(key: Buffer, place: string, value: unknown): z.infer<typeof sealed> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place))
  const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { sealed: CIPHER, nonce: nonce.toString('base64'), data: data.toString('base64') }
}

/** The value that was sealed, or undefined when the key, the place or a single bit differs. */
function unseal(key: Buffer, place: string, stored: unknown): unknown {
  const parsed = sealed.safeParse(stored)
  if (!parsed.success) return undefined
  const nonce = Buffer.from(parsed.data.nonce, 'base64')
  const data = Buffer.from(parsed.data.data, 'base64')
  if (nonce.length !== NONCE_BYTES || data.length < TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(data.subarray(-TAG_BYTES))
    const plain = Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()])
    return JSON.parse(plain.toString('utf8'))
  } catch {
    return undefined
  }
}

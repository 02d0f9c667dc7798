/**
 * The key pair that signs checkpoints of the audit log: Ed25519, apart from the installation's key. Who can write to the
 * database cannot sign; who checks needs the public half only.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface CheckpointKey {
  /** Names the public half. */
  readonly id: string
  readonly publicPem: string
  sign(text: string): string
}

export const CHECKPOINT_KEY_FILE = 'checkpoint.key'

/** The name of a public key: the beginning of its fingerprint. */
export function keyId(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

function fromPem(pem: string, from: string): CheckpointKey {
  let secret: KeyObject
  try {
    secret = createPrivateKey(pem)
  } catch {
    // What OpenSSL says of it may quote it.
    throw new Error(`The key in ${from} cannot be read as a private key (PKCS #8, PEM).`)
  }
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error(`The key in ${from} is not an Ed25519 key.`)
  const publicKey = createPublicKey(secret)
  return {
    id: keyId(publicKey),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url'),
  }
}

/**
 * Reads the key, making the file at the first start; two processes that start at once agree on the first file written.
 * @param given PKCS #8 in base64 (PORTAL_DESK_CHECKPOINT_KEY); null = the file in the data folder
 */
export function checkpointKey(given: string | null, dataFolder: string): CheckpointKey {
  if (given !== null) {
    const pem = `-----BEGIN PRIVATE KEY-----\n${given.trim()}\n-----END PRIVATE KEY-----\n`
    return fromPem(pem, 'PORTAL_DESK_CHECKPOINT_KEY')
  }
  const file = path.join(dataFolder, CHECKPOINT_KEY_FILE)
  mkdirSync(dataFolder, { recursive: true })
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return fromPem(readFileSync(file, 'utf8'), file)
}

export function signatureHolds(publicKey: KeyObject, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
}

/**
 * The installation's key: from the environment, or from a file that only its owner can read. Every use
 * gets a key of its own (HKDF), so that one purpose cannot open what another sealed.
 */
import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const BYTES = 32

function parse(base64: string, from: string): Buffer {
  const key = Buffer.from(base64.trim(), 'base64')
  if (key.length !== BYTES) throw new Error(`The key in ${from} is not ${BYTES} bytes of base64.`)
  return key
}

/** Reads the key, making the file at the first start. Two processes starting at once agree on the first file written. */
export function installationKey(given: string | null, dataFolder: string): Buffer {
  if (given !== null) return parse(given, 'PORTAL_DESK_KEY')
  const file = path.join(dataFolder, 'installation.key')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return parse(readFileSync(file, 'utf8'), file)
}

/** A key for one purpose. */
export function keyFor(purpose: 'access-token' | 'column' | 'code' | 'body' | 'print', master: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `portal-desk/${purpose}`, BYTES))
}

/** Names the key without telling anything of it: the same print is the same key. */
export function keyPrint(master: Buffer): string {
  return keyFor('print', master).toString('hex').slice(0, 16)
}

/** Passwords at rest: argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane). Unicode is normalised first (63B §3.1.1.2). */
import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const

function normal(password: string): string {
  return password.normalize('NFC')
}

export async function hashPassword(password: string): Promise<string> {
  return argon2id({ ...COST, password: normal(password), salt: randomBytes(16), outputType: 'encoded' })
}

/** A hash of nothing anyone can type, so that an unknown user costs the same time as a known one (ASVS 6.3.8). */
const NOBODY = hashPassword(randomBytes(32).toString('base64'))

/** Checks a password; with `hash` null it spends the same time and says no. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const matches = await argon2Verify({ password: normal(password), hash: hash ?? (await NOBODY) })
  return hash !== null && matches
}

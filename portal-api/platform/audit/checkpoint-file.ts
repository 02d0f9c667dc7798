/**
 * Checkpoints of the audit log, kept outside the database: a file per database that only grows, one signed JSON line each,
 * on disk before anybody counts on it. A tail that was cut off, or a chain that was written anew, contradicts them.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type CheckpointKey, keyId, signatureHolds } from './checkpoint-key.ts'
import { canonical } from './line.ts'
import type { Expectation } from './walk.ts'

/** Where checkpoints go, and what signs them. */
export interface CheckpointPlace {
  readonly folder: string
  readonly key: CheckpointKey
}

const tail = z.object({ position: z.number().int().positive(), hash: z.string() })
export type Tail = z.infer<typeof tail>
export type Tails = Readonly<Record<string, Tail>>

const statement = z.object({
  /** `restore`: a backup was put back; what earlier checkpoints saw after these tails is not expected any more. */
  kind: z.enum(['checkpoint', 'restore']),
  at: z.iso.datetime(),
  installation: z.string(),
  /** The last line of each provider that has gone on since the checkpoint before; of all of them at a restore. */
  tails: z.record(z.string(), tail),
})
export type Statement = z.infer<typeof statement>
const signed = statement.extend({ key: z.string(), signature: z.string() })

export interface Checkpoints {
  readonly statements: readonly Statement[]
  /** Numbers of lines that are no checkpoint: half written when the machine fell. */
  readonly unreadable: readonly number[]
  /** Numbers of lines whose signature does not hold, or by a key that is not trusted. */
  readonly refused: readonly number[]
}

const KEYS = 'keys'
export const checkpointFile = (folder: string, installation: string) => path.join(folder, `audit-${installation}.jsonl`)

/** Makes the folder and publishes the public half of the key there. Throws when it cannot be written. */
export async function openCheckpoints({ folder, key }: CheckpointPlace): Promise<void> {
  await mkdir(path.join(folder, KEYS), { recursive: true, mode: 0o700 })
  const file = path.join(folder, KEYS, `${key.id}.pem`)
  if (!existsSync(file)) await writeFile(file, key.publicPem, { flag: 'w', mode: 0o644 })
}

/** Signs and appends; resolves once it is on disk. */
export async function appendCheckpoint({ folder, key }: CheckpointPlace, content: Statement): Promise<void> {
  const line = JSON.stringify({ ...content, key: key.id, signature: key.sign(canonical({ ...content, key: key.id })) })
  const file = checkpointFile(folder, content.installation)
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const last = Buffer.alloc(1, '\n')
    if (size > 0) await handle.read(last, 0, 1, size - 1)
    // A line that was half written when the machine fell stays what it is; ours begins on its own.
    await handle.appendFile(`${last.toString() === '\n' ? '' : '\n'}${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  // The file's name must last as well.
  const directory = await open(folder, 'r').catch(() => null)
  await directory?.sync().catch(() => undefined)
  await directory?.close()
}

/** The public keys in the folder; with `only`, of those the ones that were named. */
function trustedKeys(folder: string, only: readonly string[]): Map<string, KeyObject> {
  const files =
    only.length > 0
      ? only
      : existsSync(path.join(folder, KEYS))
        ? readdirSync(path.join(folder, KEYS)).map((name) => path.join(folder, KEYS, name))
        : []
  return new Map(
    files.map((file) => {
      const key = createPublicKey(readFileSync(file, 'utf8'))
      return [keyId(key), key]
    }),
  )
}

function read(line: string): z.infer<typeof signed> | null {
  try {
    return signed.parse(JSON.parse(line))
  } catch {
    // Half a line: counted as unreadable.
    return null
  }
}

/**
 * Reads the checkpoints of a database, checking each signature.
 * @param only files with the public keys that are trusted; none = every key in the folder
 */
export function readCheckpoints(folder: string, installation: string, only: readonly string[] = []): Checkpoints {
  const file = checkpointFile(folder, installation)
  const statements: Statement[] = []
  const unreadable: number[] = []
  const refused: number[] = []
  if (!existsSync(file)) return { statements, unreadable, refused }
  const keys = trustedKeys(folder, only)
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (text === '') continue
    const found = read(text)
    if (found === null) {
      unreadable.push(index + 1)
      continue
    }
    const { signature, ...said } = found
    const key = keys.get(said.key)
    if (key && said.installation === installation && signatureHolds(key, canonical(said), signature)) statements.push(said)
    else refused.push(index + 1)
  }
  return { statements, unreadable, refused }
}

/** What the chain of each provider must show, in the order of the positions. */
export function expectationsOf(statements: readonly Statement[]): Map<string, Expectation[]> {
  const expected = new Map<string, Expectation[]>()
  for (const { kind, at, tails } of statements) {
    if (kind === 'restore') {
      for (const [provider, known] of expected) {
        const last = tails[provider]?.position ?? 0
        expected.set(
          provider,
          known.filter((one) => one.position <= last),
        )
      }
    }
    for (const [provider, { position, hash }] of Object.entries(tails))
      expected.set(provider, [...(expected.get(provider) ?? []), { position, hash, at }])
  }
  // Two processes write to one file: a later line may know less.
  for (const known of expected.values()) known.sort((a, b) => a.position - b.position)
  return expected
}

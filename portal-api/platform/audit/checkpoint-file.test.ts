/** Checkpoints outlive a fall of the machine, and only who holds the key can write them. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  appendCheckpoint,
  type CheckpointPlace,
  checkpointFile,
  expectationsOf,
  openCheckpoints,
  readCheckpoints,
  type Statement,
} from './checkpoint-file.ts'
import { checkpointKey } from './checkpoint-key.ts'

const INSTALLATION = '6f2c1e9e-2f52-4c1b-9a3e-0d6a7d5a1f00'
let data: string
let place: CheckpointPlace

beforeEach(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'portal-desk-checkpoint-file-'))
  place = { folder: path.join(data, 'checkpoints'), key: checkpointKey(null, data) }
  await openCheckpoints(place)
})
afterEach(() => rmSync(data, { recursive: true }))

function saw(position: number, more: Partial<Statement> = {}): Statement {
  return {
    kind: 'checkpoint',
    at: `2026-11-23T08:00:0${position}.000Z`,
    installation: INSTALLATION,
    tails: { cordaan: { position, hash: `hash-${position}` } },
    ...more,
  }
}
const file = () => checkpointFile(place.folder, INSTALLATION)
const positions = (statements: readonly Statement[]) =>
  (expectationsOf(statements).get('cordaan') ?? []).map((one) => one.position)

describe('checkpoints', () => {
  it('are read back as they were written, from a file that only its owner can read', async () => {
    for (const position of [1, 2, 3]) await appendCheckpoint(place, saw(position))
    const { statements, unreadable, refused } = readCheckpoints(place.folder, INSTALLATION)
    expect(positions(statements)).toEqual([1, 2, 3])
    expect([unreadable, refused]).toEqual([[], []])
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(data, 'checkpoint.key')).mode & 0o777).toBe(0o600)
    expect(checkpointKey(null, data).id).toBe(place.key.id)
  })

  it('half a line of a machine that fell is skipped and named, and the next one is whole', async () => {
    await appendCheckpoint(place, saw(1))
    appendFileSync(file(), '{"kind":"checkpoint","at":"2026-11')
    await appendCheckpoint(place, saw(2))
    const { statements, unreadable, refused } = readCheckpoints(place.folder, INSTALLATION)
    expect(positions(statements)).toEqual([1, 2])
    expect([unreadable, refused]).toEqual([[2], []])
  })

  it('refuses one that was changed, one of another key, and one of another database', async () => {
    await appendCheckpoint(place, saw(1))
    await appendCheckpoint(place, saw(2))
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('hash-2', 'hash-x'))
    const stranger = mkdtempSync(path.join(tmpdir(), 'portal-desk-stranger-'))
    await appendCheckpoint({ ...place, key: checkpointKey(null, stranger) }, saw(3))
    rmSync(stranger, { recursive: true })
    const other = 'd7b7a7c2-0000-4000-8000-000000000000'
    await appendCheckpoint(place, saw(4, { installation: other }))
    appendFileSync(file(), readFileSync(checkpointFile(place.folder, other)))
    const { statements, refused } = readCheckpoints(place.folder, INSTALLATION)
    expect(positions(statements)).toEqual([1])
    expect(refused).toEqual([2, 3, 4])
  })

  it('trusts, when told so, only a key that was kept apart', async () => {
    await appendCheckpoint(place, saw(1))
    const apart = path.join(data, 'apart.pem')
    writeFileSync(apart, place.key.publicPem)
    expect(readCheckpoints(place.folder, INSTALLATION, [apart]).refused).toEqual([])
    const stranger = checkpointKey(null, mkdtempSync(path.join(data, 'stranger-')))
    await openCheckpoints({ ...place, key: stranger })
    await appendCheckpoint({ ...place, key: stranger }, saw(2))
    expect(readCheckpoints(place.folder, INSTALLATION).refused).toEqual([])
    expect(readCheckpoints(place.folder, INSTALLATION, [apart]).refused).toEqual([2])
  })

  it('after a backup was put back, what was seen beyond it is not expected any more', async () => {
    for (const position of [2, 5, 8]) await appendCheckpoint(place, saw(position))
    await appendCheckpoint(place, saw(6, { kind: 'restore' }))
    await appendCheckpoint(place, saw(7))
    expect(positions(readCheckpoints(place.folder, INSTALLATION).statements)).toEqual([2, 5, 6, 7])
  })
})

describe('the key', () => {
  it('comes from the environment as well, and a wrong one is named, never quoted', () => {
    const pem = readFileSync(path.join(data, 'checkpoint.key'), 'utf8')
    const base64 = pem.split('\n').slice(1, -2).join('')
    expect(checkpointKey(base64, data).id).toBe(place.key.id)
    expect(() => checkpointKey('c2VjcmV0', data)).toThrow(/PORTAL_DESK_CHECKPOINT_KEY/)
    expect(() => checkpointKey('c2VjcmV0', data)).not.toThrow(/c2VjcmV0/)
  })
})

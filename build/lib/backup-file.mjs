/**
 * A backup is one file: a tar of `manifest.json` and `payload.tar.gz`, whose checksum stands in the manifest. It appears under
 * its name when it is whole and on disk, and only its owner can read it.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { run, tail } from './run.mjs'
import { Refusal } from './say.mjs'

/**
 * @typedef {object} Manifest
 * @property {1} format
 * @property {'cluster' | 'dump'} kind a stopped server's files, or what pg_dump wrote
 * @property {string} madeAt
 * @property {number} postgres major version
 * @property {string} installation which database it is of
 * @property {string} keyPrint fingerprint of the installation's key, which is not in the backup
 * @property {string} sha256 of the payload
 */

const MANIFEST = 'manifest.json'
const PAYLOAD = 'payload.tar.gz'

/** @param {string} file */
async function checksum(file) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * @param {readonly string[]} args
 * @param {string} what for the message when it fails
 */
async function tar(args, what) {
  const { code, output } = await run('tar', args)
  if (code !== 0) throw new Refusal(`${what}:\n${tail(output)}`)
}

/**
 * @param {{ parts: readonly { from: string, names: readonly string[] }[], work: string, to: string, facts: Omit<Manifest, 'sha256' | 'format'> }} options
 *   `parts`: folders, and what of each; `work`: a folder on the disk of `to`
 */
export async function packBackup({ parts, work, to, facts }) {
  const payload = path.join(work, PAYLOAD)
  const what = parts.filter(({ names }) => names.length > 0).flatMap(({ from, names }) => ['-C', from, ...names])
  await tar(['-czf', payload, ...what], 'The backup could not be packed')
  /** @type {Manifest} */
  const manifest = { format: 1, ...facts, sha256: await checksum(payload) }
  writeFileSync(path.join(work, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  const whole = path.join(work, 'whole.tar')
  closeSync(openSync(whole, 'w', 0o600))
  await tar(['-cf', whole, '-C', work, MANIFEST, PAYLOAD], 'The backup could not be packed')
  const handle = openSync(whole, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(whole, to)
}

/**
 * Unpacks a backup after checking that it is whole.
 * @param {{ file: string, work: string }} options `work`: an empty folder
 * @returns {Promise<{ manifest: Manifest, folder: string }>}
 */
export async function unpackBackup({ file, work }) {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`)
  await tar(['-xf', file, '-C', work, MANIFEST, PAYLOAD], `${file} is no backup of Portal Desk, or not all of one`)
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(path.join(work, MANIFEST), 'utf8'))
  if (manifest.format !== 1) throw new Refusal(`${file} was made by a later version of Portal Desk; this one cannot read it.`)
  const payload = path.join(work, PAYLOAD)
  if ((await checksum(payload)) !== manifest.sha256)
    throw new Refusal(`${file} is damaged: its checksum does not fit. Nothing was restored.`)
  const folder = path.join(work, 'payload')
  mkdirSync(folder, { mode: 0o700 })
  await tar(['-xzf', payload, '-C', folder], `${file} could not be unpacked`)
  rmSync(payload)
  return { manifest, folder }
}

/** The folder with all data of one installation: database, secrets, checkpoints, log files. Named in the output; never mixed with other files. */
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Refusal } from './say.mjs'
import { isRoot, mayEnter } from './system-user.mjs'

/** Stands in every data folder; without it a folder that holds anything is somebody else's. */
const MARKER = 'PORTAL-DESK-DATA.txt'
/** Who works with the folder now (running.mjs). */
export const LOCK = 'running.json'
/** Holds a folder for each database server that DATABASE_URL has named. */
export const SERVERS = 'servers'
/** Root's own place for what the database server's user must reach. */
export const SHARED_HOME = '/var/lib/portal-desk'

/** @typedef {{ folder: string, why: string | null }} DataFolder `why`: the reason when it is not the folder that was asked for */

/**
 * The folder that is asked for: PORTAL_DESK_DATA, else `.data` in the checkout.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 */
export function wantedDataFolder(root, env = process.env) {
  return path.resolve(root, env['PORTAL_DESK_DATA'] || '.data')
}

/**
 * Makes the data folder. As root the database server is another user: when that user cannot enter the wanted folder because a folder
 * above it is root's alone, all data go to a fixed place of their own instead.
 * @param {{ wanted: string, server: import('./system-user.mjs').SystemUser | null }} options
 * @returns {DataFolder}
 */
export function prepareDataFolder({ wanted, server }) {
  open(wanted)
  if (!server || mayEnter(server, wanted)) return { folder: wanted, why: null }
  const folder = path.join(SHARED_HOME, placeOf(wanted))
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  open(folder)
  if (!mayEnter(server, folder)) {
    throw new Refusal(
      `The database server runs as user ${server.name}, who may enter neither ${wanted} nor ${folder}. Set PORTAL_DESK_DATA to a folder that everyone may enter.`,
    )
  }
  return {
    folder,
    why: `because ${wanted} lies below a folder that only root may enter, and the database server runs as user ${server.name}`,
  }
}

/**
 * `/root/desk/.data` → `root-desk-data-1a2b3c4d5e`
 * @param {string} wanted
 */
export function placeOf(wanted) {
  const words = wanted
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(-40)
    .replace(/^-/, '')
  return `${words}-${createHash('sha256').update(wanted).digest('hex').slice(0, 10)}`
}

/** @param {string} folder */
function open(folder) {
  const isNew = !existsSync(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!existsSync(path.join(folder, MARKER))) {
      if (!isNew && readdirSync(folder).length > 0) {
        throw new Refusal(`${folder} holds files of something else. Set PORTAL_DESK_DATA to a new or empty folder.`)
      }
      writeFileSync(path.join(folder, MARKER), 'Data of Portal Desk. `npm run demo:reset` empties this folder.\n')
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // Root's folder is entered, not listed, by the database server; an ordinary user's is that user's alone.
    if (isRoot() && statSync(folder).uid === 0) chmodSync(folder, 0o711)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      `The data folder ${folder} cannot be used: ${/** @type {Error} */ (error).message}. Set PORTAL_DESK_DATA to a folder of your own.`,
    )
  }
}

/**
 * When root has worked on the data of an ordinary user, the new files become that user's, who could not start any more otherwise.
 * @param {string} folder
 */
export function giveToOwner(folder) {
  if (!isRoot()) return
  const { uid, gid } = statSync(folder)
  if (uid === 0) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    if (lstatSync(file, { throwIfNoEntry: false })?.uid === 0) lchownSync(file, uid, gid)
  }
}

/**
 * True for a folder that this product made.
 * @param {string} folder
 */
export function isDataFolder(folder) {
  return existsSync(path.join(folder, MARKER))
}

/**
 * Removes everything in it but the marker, the lock, and what belongs to the servers of DATABASE_URL.
 * @param {string} folder
 */
export function emptyDataFolder(folder) {
  if (!isDataFolder(folder)) throw new Refusal(`${folder} is not a data folder of Portal Desk; nothing was removed.`)
  for (const name of readdirSync(folder)) {
    if (![MARKER, LOCK, SERVERS].includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

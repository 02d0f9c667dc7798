/** PostgreSQL for tests: one cluster a run, one migrated template, one copy of it per test file. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeWithStarter } from './children.mjs'
import { clusterFolder, ensureDatabase, startCluster } from './embedded-postgres.mjs'
import { debianPrograms, embeddedPrograms } from './postgres-programs.mjs'
import { isRoot, mayEnter, serverUser } from './system-user.mjs'

/** @typedef {import('./embedded-postgres.mjs').Cluster} Cluster */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The versions the product promises to run on, oldest first; the newest comes with the packages. */
export const TESTED_MAJORS = /** @type {const} */ ([15, 18])

const NEWEST = 18

/** The versions of TESTED_MAJORS that can be used on this machine. */
export function majorsHere() {
  return TESTED_MAJORS.filter((major) => major === NEWEST || debianPrograms(major) !== null)
}

/**
 * `PORTAL_DESK_TEST_PG` as a version to test on; the newest when it is not set.
 * @param {string | undefined} text
 * @returns {number}
 */
export function testedMajor(text) {
  const major = text ? Number(text) : NEWEST
  if (!TESTED_MAJORS.some((known) => known === major))
    throw new Error(`PORTAL_DESK_TEST_PG: ${text} is not one of ${TESTED_MAJORS.join(', ')}`)
  return major
}

/**
 * Everything a throwaway server needs, not started yet. The folder goes when this process ends.
 * @param {{ major?: number, progress?: (text: string) => void }} [options]
 * @returns {import('./embedded-postgres.mjs').ClusterOptions}
 */
export function prepareTestServer({ major = NEWEST, progress = () => {} } = {}) {
  const user = serverUser(null, progress)
  const folder = temporaryFolder(user)
  removeWithStarter(folder)
  const programs = major === NEWEST ? embeddedPrograms({ root: ROOT, user, copyTo: folder, progress }) : debianPrograms(major)
  if (!programs) throw new Error(`PostgreSQL ${major} is not installed on this machine`)
  return { programs, user, folder, progress }
}

/**
 * Starts a throwaway server; `stop` also removes its files. Both happen too when this process dies.
 * @param {{ major?: number, durable?: boolean, progress?: (text: string) => void }} [options] `durable`: fsync on, as in use
 * @returns {Promise<Cluster & { folder: string }>} `folder`: its data
 */
export async function startTestCluster({ major, durable = false, progress } = {}) {
  const server = prepareTestServer({ major, progress })
  const { folder } = server
  try {
    const cluster = await startCluster({ ...server, durable })
    const stop = async () => {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    return { ...cluster, folder: clusterFolder(folder), stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** @param {import('./system-user.mjs').SystemUser | null} user */
function temporaryFolder(user) {
  for (const parent of [tmpdir(), '/var/tmp']) {
    const folder = mkdtempSync(path.join(parent, 'portal-desk-test-'))
    if (isRoot()) chmodSync(folder, 0o711)
    if (!user || mayEnter(user, folder)) return folder
    rmSync(folder, { recursive: true })
  }
  throw new Error('There is no temporary folder that the database server may enter')
}

/**
 * Makes a database, has it filled, and keeps it as a template to copy.
 * @param {Cluster} cluster
 * @param {string} name
 * @param {(url: string) => Promise<void>} fill closes every connection it opens
 * @returns {Promise<string>} connection string of the template
 */
export async function createTemplate(cluster, name, fill) {
  const { url } = await ensureDatabase(cluster, name)
  await fill(url)
  return url
}

/**
 * A copy of a template, for one test file.
 * @param {string} templateUrl
 * @returns {Promise<{ url: string, drop: () => Promise<void> }>}
 */
export async function cloneDatabase(templateUrl) {
  const template = databaseOf(templateUrl)
  const name = `t_${randomBytes(8).toString('hex')}`
  await withAdmin(templateUrl, (client) =>
    client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`),
  )
  const url = new URL(templateUrl)
  url.pathname = `/${name}`
  const drop = () =>
    withAdmin(templateUrl, (client) => client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`))
  return { url: url.href, drop }
}

/** @param {string} url */
function databaseOf(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/**
 * @param {string} url of any database on the server
 * @param {(client: import('pg').Client) => Promise<unknown>} work
 */
async function withAdmin(url, work) {
  const { default: pg } = await import('pg')
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The phase "Database" of `npm start`: our own server, or the one that DATABASE_URL names. */

import { SHARED_HOME } from './data-folder.mjs'
import { ensureDatabase, startCluster } from './embedded-postgres.mjs'
import { checkExternalDatabase } from './external-database.mjs'
import { embeddedPrograms } from './postgres-programs.mjs'

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {number | null} port of our own server; null for an external one
 * @property {number} major version of PostgreSQL
 * @property {boolean} isNew it was made by this start
 * @property {Promise<void> | null} gone resolves when our own server has ended
 * @property {() => Promise<void>} stop leaves an external server alone
 */

/** The database of the product on its own server. */
export const DATABASE = 'portal_desk'

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string | undefined} options.external DATABASE_URL
 * @param {string} options.folder the data folder
 * @param {import('./system-user.mjs').SystemUser | null} options.server as whom our own server runs
 * @param {(text: string) => void} options.progress
 * @returns {Promise<Database>}
 */
export async function startDatabase({ root, external, folder, server, progress }) {
  if (external) {
    const { version, where } = await checkExternalDatabase(external)
    progress(`PostgreSQL ${version} at ${where}, named by DATABASE_URL; it gets no demo data`)
    return { url: external, port: null, major: Number(version.split('.')[0]), isNew: false, gone: null, stop: async () => {} }
  }
  const programs = embeddedPrograms({ root, user: server, copyTo: server ? SHARED_HOME : folder, progress })
  const cluster = await startCluster({ programs, user: server, folder, progress })
  const { url, isNew } = await ensureDatabase(cluster, DATABASE)
  progress(`PostgreSQL ${cluster.version} on port ${cluster.port}${server ? `, as user ${server.name}` : ''}`)
  return { url, port: cluster.port, major: programs.major, isNew, gone: cluster.gone, stop: cluster.stop }
}

/** The first step of every command that touches data: which folder, and as whom the database server runs in it. */
import { existsSync } from 'node:fs'
import { prepareDataFolder, wantedDataFolder } from './data-folder.mjs'
import { clusterFolder } from './embedded-postgres.mjs'
import { serverUser } from './system-user.mjs'

/**
 * @param {{ root: string, env: NodeJS.ProcessEnv, progress: (text: string) => void }} options
 * @returns {{ folder: string, server: import('./system-user.mjs').SystemUser | null }} `server`: null is the user of this command
 */
export function openDataFolder({ root, env, progress }) {
  const wanted = wantedDataFolder(root, env)
  const cluster = clusterFolder(wanted)
  // A server of the user's own needs no system user here.
  const server = env['DATABASE_URL'] ? null : serverUser(existsSync(cluster) ? cluster : null, progress)
  const { folder, why } = prepareDataFolder({ wanted, server })
  progress(folder)
  if (why) progress(`not ${wanted}: ${why}`)
  return { folder, server }
}

/** The first step of every command that touches data: which folder, and as whom the database server runs in it. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { placeOf, prepareDataFolder, SERVERS, wantedDataFolder } from './data-folder.mjs'
import { clusterFolder } from './embedded-postgres.mjs'
import { withoutPassword } from './external-database.mjs'
import { serverUser } from './system-user.mjs'

/**
 * @param {{ root: string, env: NodeJS.ProcessEnv, progress: (text: string) => void }} options
 * @returns {{ folder: string, server: import('./system-user.mjs').SystemUser | null }} `server`: null is the user of this command
 */
export function openDataFolder({ root, env, progress }) {
  const own = wantedDataFolder(root, env)
  const external = env['DATABASE_URL']
  // What belongs to a server of the user's own (the key of its secrets above all) is kept apart from the demo, which may be emptied.
  const wanted = external ? path.join(own, SERVERS, placeOf(withoutPassword(external))) : own
  if (external) prepareDataFolder({ wanted: own, server: null })
  const cluster = clusterFolder(wanted)
  const server = external ? null : serverUser(existsSync(cluster) ? cluster : null, progress)
  const { folder, why } = prepareDataFolder({ wanted, server })
  progress(folder)
  if (why) progress(why)
  return { folder, server }
}

/** The phase "Portal API" of `npm start`: the server as a process of its own, started again at the same address when it falls over. */
import path from 'node:path'
import { answers } from './running.mjs'
import { Refusal } from './say.mjs'
import { startService } from './service.mjs'

/** The first start also fills the demo data. */
const ANSWERS_WITHIN = 300_000
const RESTARTS = 3
const RESTARTS_PER = 60_000

/**
 * @param {object} options
 * @param {string} options.root
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./start-database.mjs').Database} options.database
 * @param {string} options.folder the data folder
 * @param {import('./started.mjs').Started} options.started
 * @param {(text: string) => void} options.progress
 * @returns {Promise<{ url: string, gone: Promise<void> }>} `gone`: it has ended and is not started again
 */
export async function startApi({ root, env, database, folder, started, progress }) {
  const start = (/** @type {number} */ port) =>
    startService({
      name: 'portal-api',
      command: process.execPath,
      args: ['--enable-source-maps', path.join(root, 'dist', 'portal-api', 'main.js')],
      cwd: root,
      env: apiEnvironment({ env, database, folder, port }),
      logFolder: path.join(folder, 'logs'),
      within: ANSWERS_WITHIN,
      interrupted: started.interrupted,
      progress,
    })
  if (database.isNew) progress('filling the database with demo data, once; this takes up to a minute')
  let current = await start(0)
  started.add(() => current.stop())
  const url = current.url()
  if (!(await answers(`${url}/healthz`))) throw new Refusal(`The portal API started at ${url} but does not answer`)
  progress(url)

  const keepUp = async () => {
    /** @type {number[]} */
    const falls = []
    for (;;) {
      await current.gone
      if (started.stopping) return
      falls.push(Date.now())
      if (falls.filter((at) => at > Date.now() - RESTARTS_PER).length > RESTARTS) return
      progress('The portal API ended unexpectedly; starting it again at the same address.')
      try {
        current = await start(Number(new URL(url).port))
      } catch (error) {
        progress(/** @type {Error} */ (error).message)
        return
      }
    }
  }
  return { url, gone: keepUp() }
}

/**
 * Demo data go only into a database on our own server.
 * @param {{ env: NodeJS.ProcessEnv, database: import('./start-database.mjs').Database, folder: string, port: number }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function apiEnvironment({ env, database, folder, port }) {
  const { PORTAL_DESK_DEMO: _fromOutside, ...rest } = env
  return {
    ...rest,
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    PORTAL_DESK_DATA: folder,
    ...(database.port === null ? {} : { PORTAL_DESK_DEMO: '1' }),
  }
}

/**
 * Is it alive, and may it be sent work? `/healthz` says that the process answers, whatever the database does: a keeper that restarts on
 * it must not restart for a database that is away. `/readyz` says whether a balancer may send it requests, and why not.
 */
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../db/database.ts'
import { makeMigrationCheck } from '../../db/migrate.ts'
import { insideOnly } from './inside.ts'
import { makeShared, within } from './patience.ts'

/** `behind`: it lacks migrations of this version; a database of a later version is no obstacle. */
export type DatabaseState = 'current' | 'behind' | 'away'

export function mountHealth(app: FastifyInstance, db: Database): void {
  const isCurrent = makeMigrationCheck()
  const look = makeShared(() => isCurrent(db))
  app.get('/healthz', { onRequest: insideOnly }, async () => ({ ok: true }))
  app.get('/readyz', { onRequest: insideOnly }, async (_, reply) => {
    // The reason why it is away is in the database's own log.
    const current = await within(look()).catch(() => null)
    const database: DatabaseState = current === null ? 'away' : current ? 'current' : 'behind'
    const ok = database === 'current'
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, database })
  })
}

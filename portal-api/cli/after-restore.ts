/**
 * Takes a database that was put back into use: brings it to this version and writes, signed, from where its audit log goes on.
 * Answers with one JSON line: under which key this installation works, null when it has none yet.
 * Without that record audit:verify would take what was written after the backup for a tail that was cut off. Called by db:restore.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { connect } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { linkAudit } from '../platform/audit/chain.ts'
import { appendCheckpoint, openCheckpoints } from '../platform/audit/checkpoint-file.ts'
import { checkpointKey } from '../platform/audit/checkpoint-key.ts'
import { chainTails, installationOf } from '../platform/audit/checkpointer.ts'
import { machineClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { installationKey, keyPrint } from '../platform/secrets/key.ts'

const config = readConfig(process.env)
await migrate(config.databaseUrl)
const connection = connect(config.databaseUrl, 2)
try {
  const now = machineClock.now()
  const place = { folder: config.checkpoints, key: checkpointKey(config.checkpointKey, config.dataFolder) }
  await linkAudit(connection.db, now)
  await openCheckpoints(place)
  const installation = await installationOf(connection.db)
  await appendCheckpoint(place, { kind: 'restore', at: now.toISOString(), installation, tails: await chainTails(connection.db) })
  // Reading it would make one, and that would be the wrong one.
  const hasKey = config.key !== null || existsSync(path.join(config.dataFolder, 'installation.key'))
  console.log(JSON.stringify({ keyPrint: hasKey ? keyPrint(installationKey(config.key, config.dataFolder)) : null }))
} finally {
  await connection.close()
}

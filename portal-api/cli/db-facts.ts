/** What a backup says of the database it was made of, as one JSON line: which installation, under which key. Called by db:backup. */
import { connect } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { linkAudit } from '../platform/audit/chain.ts'
import { installationOf } from '../platform/audit/checkpointer.ts'
import { machineClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { installationKey, keyPrint } from '../platform/secrets/key.ts'

const config = readConfig(process.env)
await migrate(config.databaseUrl)
const connection = connect(config.databaseUrl, 2)
try {
  await linkAudit(connection.db, machineClock.now())
  const installation = await installationOf(connection.db)
  const print = keyPrint(installationKey(config.key, config.dataFolder))
  console.log(JSON.stringify({ installation, keyPrint: print, checkpoints: config.checkpoints }))
} finally {
  await connection.close()
}

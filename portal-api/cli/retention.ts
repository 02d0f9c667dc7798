/**
 * `npm run retention -- [--dry-run]`: erases the personal data that have had their term, as the server does once a day by
 * itself; with --dry-run it only says how many there are.
 */
import { parseArgs } from 'node:util'
import { connect } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { linkAudit } from '../platform/audit/chain.ts'
import { machineClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { type Erased, previewRetention, runRetention } from '../retention/run.ts'

const USAGE = 'npm run retention -- [--dry-run]'

function wanted(): { readonly dryRun: boolean } | string {
  try {
    const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } })
    return { dryRun: values['dry-run'] ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function tell(rows: readonly Erased[], verb: string): void {
  for (const { provider, kind, count } of rows.filter((one) => one.count > 0))
    console.log(`${provider.padEnd(12)} ${kind.padEnd(22)} ${count}`)
  const sum = rows.reduce((total, one) => total + one.count, 0)
  console.log(sum === 0 ? 'Nothing has had its term.' : `${sum} ${verb}, with all that belongs to them.`)
}

async function retain(dryRun: boolean): Promise<number> {
  const config = readConfig(process.env)
  await migrate(config.databaseUrl)
  const connection = connect(config.databaseUrl, 2)
  try {
    const now = machineClock.now()
    if (dryRun) {
      tell(await previewRetention(connection.db, now), 'would be erased')
      return 0
    }
    let troubles = 0
    const done = await runRetention(connection.db, now, (provider, error) => {
      troubles += 1
      console.error(`${provider}: ${error instanceof Error ? error.message : error}`)
    })
    await linkAudit(connection.db, machineClock.now())
    tell(done, 'were erased')
    return troubles > 0 ? 1 : 0
  } finally {
    await connection.close()
  }
}

const given = wanted()
if (typeof given === 'string') {
  console.error(`${given}\n${USAGE}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await retain(given.dryRun)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}

/**
 * `npm run audit:verify -- [--provider NAME] [--key FILE]… [--json]`: walks the audit log of every provider and names the first line that does
 * not hold. Changes nothing. Ends with 1 when anything is wrong, with 2 when it could not be checked.
 */
import { parseArgs } from 'node:util'
import { connect } from '../db/database.ts'
import { checkpointFile, expectationsOf, readCheckpoints } from '../platform/audit/checkpoint-file.ts'
import { installationOf } from '../platform/audit/checkpointer.ts'
import { type AuditReport, verifyAudit } from '../platform/audit/verify.ts'
import { readConfig } from '../platform/config.ts'

const USAGE = `npm run audit:verify -- [--provider cordaan] [--key public-key.pem] [--json]
  --provider  only this provider's log
  --key       trust only checkpoints signed with this key; repeat it for more. Without it every key beside the checkpoints is trusted.
  --json      the report as one JSON line, last`
const SPEAK_EVERY_MS = 2_000

interface Asked {
  readonly provider: string | undefined
  readonly keys: readonly string[]
  readonly json: boolean
}

function asked(): Asked | string {
  try {
    const options = {
      provider: { type: 'string' },
      key: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    } as const
    const { values } = parseArgs({ options })
    return { provider: values.provider, keys: values.key ?? [], json: values.json ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A line now and then, so that whoever waits sees it move. */
function speaker(): (provider: string, done: number, total: number) => void {
  let spoke = performance.now()
  return (provider, done, total) => {
    if (performance.now() - spoke < SPEAK_EVERY_MS) return
    spoke = performance.now()
    console.log(`  ${provider}: ${done} of ${total} lines`)
  }
}

function tell(report: AuditReport): void {
  for (const one of report.providers) {
    const notes = [
      one.erased > 0 ? `${one.erased} without their personal part, which was erased when its term had passed` : '',
      one.waiting > 0 ? `${one.waiting} more wait to be linked` : '',
      `${one.confirmed} checkpoints agree`,
    ]
    console.log(
      `${one.break ? 'BROKEN' : 'whole '} ${one.provider}: ${one.lines} lines hold; ${notes.filter(Boolean).join('; ')}`,
    )
    if (one.break === null) continue
    const { position, entryId, fault, detail } = one.break
    console.log(`       first broken line: position ${position}${entryId ? `, entry ${entryId}` : ''}, ${fault}: ${detail}`)
  }
  for (const name of report.guardsOff) console.log(`BROKEN the database: its guard ${name} is off or gone`)
}

async function verify({ provider, keys, json }: Asked): Promise<number> {
  const config = readConfig(process.env)
  const connection = connect(config.databaseUrl, 2)
  try {
    const installation = await installationOf(connection.db)
    const file = checkpointFile(config.checkpoints, installation)
    const checkpoints = readCheckpoints(config.checkpoints, installation, keys)
    const { statements, unreadable, refused } = checkpoints
    console.log(`Checkpoints: ${statements.length} in ${file}`)
    if (statements.length === 0)
      console.log('  Without checkpoints a tail that was cut off, or a chain written anew, goes unseen.')
    if (unreadable.length > 0)
      console.log(`  Unreadable lines, left by a fall of the machine or by a hand: ${unreadable.join(', ')}`)
    for (const { at } of statements.filter((one) => one.kind === 'restore'))
      console.log(`  A backup was put back at ${at}: what was written after that backup was made is not expected.`)
    for (const line of refused)
      console.log(`BROKEN line ${line} of the checkpoints: its signature does not hold, or its key is not trusted`)
    const report = await verifyAudit(connection.db, {
      expected: expectationsOf(statements),
      progress: speaker(),
      ...(provider === undefined ? {} : { provider }),
    })
    tell(report)
    const whole = report.whole && refused.length === 0
    console.log(whole ? 'The audit log is whole.' : 'The audit log is NOT whole.')
    if (json) console.log(JSON.stringify({ ...report, whole, checkpoints: statements.length, unreadable, refused }))
    return whole ? 0 : 1
  } finally {
    await connection.close()
  }
}

const given = asked()
if (typeof given === 'string') {
  console.error(`${given}\n${USAGE}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await verify(given)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}

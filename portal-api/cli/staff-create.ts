/**
 * `npm run staff:create -- --email … --name … --provider … [--role team-lead] [--team …]`: an account for a member of
 * staff, the first one of a new database among them. Shows the password and the authenticator's address once.
 */
import { parseArgs } from 'node:util'
import { checkInput } from '../../shared/domain/field-rules.ts'
import { staffRole } from '../../shared/domain/staff.ts'
import { connect } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { machineClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { makeBox } from '../platform/secrets/box.ts'
import { installationKey, keyFor } from '../platform/secrets/key.ts'
import { createStaff, type NewStaff, newStaff } from './new-staff.ts'

const USAGE = `npm run staff:create -- --email anna@zorg.nl --name "Anna de Vries" --provider cordaan [--role team-lead] [--team Noord]
Providers: ${newStaff.shape.provider.options.join(', ')}. Roles: ${staffRole.options.join(', ')}.`

function wanted(): NewStaff | string {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { email: text, name: text, provider: text, role: text, team: text } })
    const checked = checkInput(newStaff, values, 'en')
    return checked.ok ? checked.value : checked.fields.map(({ field, message }) => `--${field}: ${message}`).join('\n')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function create(given: NewStaff): Promise<void> {
  const config = readConfig(process.env)
  await migrate(config.databaseUrl)
  const connection = connect(config.databaseUrl, 2)
  try {
    const box = makeBox(keyFor('column', installationKey(config.key, config.dataFolder)))
    const secrets = await createStaff(connection.db, box, given, machineClock.now())
    console.log(`${given.name} <${given.email}> is ${given.role} at ${given.provider}.`)
    if (secrets === null) {
      console.log('This person had an account already: password and authenticator stay as they are.')
      return
    }
    console.log('Shown once. Hand it over in person, and clear this screen afterwards.')
    console.log(`Password:      ${secrets.password}`)
    console.log(`Authenticator: ${secrets.totpUri}`)
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
    await create(given)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

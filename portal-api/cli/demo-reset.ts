/** `npm run demo:reset` with DATABASE_URL: empties a demo database on one's own server; any other is left alone. */
import { connect } from '../db/database.ts'
import { DemoRefused } from '../demo/mark.ts'
import { resetDemo } from '../demo/reset.ts'

const url = process.env['DATABASE_URL']
if (!url) {
  console.error('DATABASE_URL names no database.')
  process.exit(2)
}
const connection = connect(url, 1)
try {
  await resetDemo(connection.db)
  console.log('The demo data are gone. The next start in demo mode makes them anew.')
} catch (error) {
  console.error(error instanceof DemoRefused ? error.message : error)
  process.exitCode = 1
} finally {
  await connection.close()
}

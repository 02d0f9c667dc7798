/** `npm start`. Works on a fresh clone, before anything is installed: only what comes with Node may be imported here. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Portal Desk needs Node.js 20.19 or newer; this is ${process.versions.node}. Node.js 24 is recommended.\n`)
  process.exit(1)
}
const { fileURLToPath } = await import('node:url')
const { parseStartFlags } = await import('./lib/flags.mjs')
const { launchAll } = await import('./lib/launch.mjs')
const { makeSay } = await import('./lib/say.mjs')

const flags = parseStartFlags(process.argv.slice(2))
if (!flags.ok) {
  process.stderr.write(`${flags.complaint}\n`)
  process.exit(2)
}
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const code = await launchAll({ root, check: flags.check, open: flags.open, env: process.env, say: makeSay() })
// Not before the last line has left: on some systems a pipe is written in its own time.
process.stdout.write('', () => process.exit(code))

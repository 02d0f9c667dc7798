/**
 * `npm run bench NAME [-- flags]`: runs tests/bench/NAME.bench.ts. Progress goes to standard error; the last line on standard output is
 * one JSON line with the figures. Without a name it lists the benches. `--write` puts the figures into docs/measurements.md.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { endChild, endWithStarter } from './lib/children.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { Refusal } from './lib/say.mjs'
import { onStop } from './lib/stop-signals.mjs'

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const folder = path.join(root, 'tests', 'bench')
const ENDING = '.bench.ts'

const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`)

/** @returns {{ name: string, file: string, about: string }[]} the benches there are; `about` is the first sentence of each file */
function benches() {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => {
      const file = path.join(folder, name)
      const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(file, 'utf8')) ?? []
      const about = comment.replace(/\s*\n\s*\*\s*/g, ' ').trim()
      return { name: name.slice(0, -ENDING.length), file, about: about.split(/(?<=\.)\s/)[0] ?? '' }
    })
}

/**
 * @param {string} file
 * @param {string[]} flags
 * @returns {Promise<{ code: number, line: string | null }>} `line`: the figures, as the bench printed them
 */
async function runBench(file, flags) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  endWithStarter(child, 'SIGTERM')
  onStop(() => endChild(child, { patience: 30_000 }))
  let line = null
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (text) => {
    if (text.startsWith('{"name":')) line = text
    else say(text)
  })
  const [[code]] = await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return { code: code ?? 1, line }
}

async function main() {
  await ensurePackages({ root, progress: say })
  const [name, ...flags] = process.argv.slice(2)
  const known = benches()
  if (name === undefined) {
    for (const one of known) process.stdout.write(`${one.name.padEnd(16)} ${one.about}\n`)
    return 0
  }
  const bench = known.find((one) => one.name === name)
  if (!bench) throw new Refusal(`There is no bench ${name}. Benches: ${known.map((one) => one.name).join(', ')}`)
  const { code, line } = await runBench(bench.file, flags)
  // A bench that fell over has measured nothing, and says so in the same form.
  process.stdout.write(`${line ?? JSON.stringify({ name, ok: false, error: 'the bench did not end' })}\n`)
  return line === null && code === 0 ? 1 : code
}

try {
  process.exitCode = await main()
} catch (error) {
  say(error instanceof Refusal ? error.message : String(/** @type {Error} */ (error).stack))
  process.exitCode = 1
}

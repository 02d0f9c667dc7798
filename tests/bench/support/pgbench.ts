/** Captured statements as a script for pgbench, and its run: what the server does with them when nothing stands in between. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../../build/lib/run.mjs'
import type { Statement } from './capture.ts'

const PGBENCH = '/usr/lib/postgresql/15/bin/pgbench'

/** The program, or null where it is not installed. */
export function pgbenchHere(): string | null {
  return existsSync(PGBENCH) ? PGBENCH : null
}

/** A text as SQL. No colon in it: pgbench takes what follows one for a variable. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`
}

/**
 * The statements with each parameter in its place.
 * @param expressions SQL for the values that differ from one run of the script to the next; `:n` is the number of the run
 */
export function scriptOf(statements: readonly Statement[], expressions: ReadonlyMap<string, string>): string {
  const value = (param: string | null | undefined) => {
    if (param === null || param === undefined) return 'null'
    return expressions.get(param) ?? literal(param)
  }
  const lines = statements.map(({ text, params }) => `${text.replace(/\$(\d+)/g, (_, at) => value(params[Number(at) - 1]))};`)
  return ['\\set i :i + 1', '\\set n :base + :i * :clients + :client_id', ...lines, ''].join('\n')
}

export interface PgbenchRun {
  readonly script: string
  readonly url: string
  readonly clients: number
  /** Runs of the script per client. */
  readonly each: number
  /** `:n` of the very first run; the others follow it without gaps. */
  readonly base: number
}

/** Transactions a second as pgbench counts them, its connecting left out. Refuses a run in which one failed. */
export async function runPgbench(program: string, { script, url, clients, each, base }: PgbenchRun): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-pgbench-'))
  try {
    const file = path.join(folder, 'script.sql')
    writeFileSync(file, script)
    const { hostname, port, username, password, pathname } = new URL(url)
    const settings = ['-D', 'i=-1', '-D', `base=${base}`, '-D', `clients=${clients}`]
    const where = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)]
    const result = await run(
      program,
      ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-t', String(each), ...settings, '-f', file, ...where],
      { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
    )
    const processed = Number(/number of transactions actually processed: (\d+)/.exec(result.output)?.[1])
    const rate = Number(/tps = ([\d.]+) \(without initial connection time\)/.exec(result.output)?.[1])
    if (result.code !== 0 || processed !== clients * each || !Number.isFinite(rate))
      throw new Error(`pgbench did not run as asked:\n${result.output.slice(-3000)}`)
    return rate
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

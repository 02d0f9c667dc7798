/** The process as `npm start` runs it: one line on standard output, and a graceful end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../tests/support/database.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

let database: FreshDatabase
let folder: string

beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'portal-api-main-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

interface Started {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly exit: Promise<number | null>
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.url, PORTAL_DESK_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += String(data)
  })
  child.stderr.on('data', (data) => {
    err += String(data)
  })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  return { child, out: () => out, err: () => err, exit }
}

async function ready(started: Started): Promise<string> {
  while (!started.out().includes('\n')) {
    await Promise.race([once(started.child.stdout ?? started.child, 'data'), started.exit])
    if (started.child.exitCode !== null) throw new Error(`It ended: ${started.err()}`)
  }
  return (JSON.parse(started.out()) as { url: string }).url
}

describe('portal-api/main', () => {
  it('says that it is ready in one line, answers there, and ends gracefully when asked', async () => {
    const started = start({})
    const url = await ready(started)
    expect(started.out()).toBe(`{"event":"ready","url":"${url}"}\n`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ok: true, database: 'current' })
    const spec = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, unknown> }
    expect(Object.keys(spec.paths)).toContain('/v1/portals/{provider}/login')
    started.child.kill('SIGTERM')
    expect(await started.exit).toBe(0)
    for (const line of started.err().trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ level: 30 })
  })

  it('makes its key once, readable by its owner alone', async () => {
    const file = path.join(folder, 'installation.key')
    const before = readFileSync(file, 'utf8')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const started = start({})
    await ready(started)
    started.child.kill('SIGINT')
    expect(await started.exit).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('names every wrong variable and does not start', async () => {
    const started = start({ DATABASE_URL: 'mysql://x', PORT: '-1' })
    expect(await started.exit).toBe(1)
    expect(started.err()).toMatch(/DATABASE_URL.*PORT/)
    expect(started.out()).toBe('')
  })

  it('does not listen beyond this machine', async () => {
    const started = start({ HOST: '0.0.0.0' })
    expect(await started.exit).toBe(1)
    expect(started.err()).toContain('reverse proxy')
  })
})

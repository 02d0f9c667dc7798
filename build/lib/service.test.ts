import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stillRuns } from './process-identity.mjs'
import { startService } from './service.mjs'

let folder: string
const progress: string[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'service-'))
  progress.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

const start = (program: string, within = 10_000) =>
  startService({
    name: 'thing',
    command: process.execPath,
    args: ['-e', program],
    cwd: folder,
    env: {},
    logFolder: folder,
    within,
    progress: (text) => progress.push(text),
  })
const SAY = 'const say = (o) => console.log(JSON.stringify(o));'

describe('a service', () => {
  it('is there after its ready line, passes on its progress, logs the rest, and ends when told', async () => {
    const service = await start(
      `${SAY} console.log('hello'); say({event:'progress',message:'filling'}); say({event:'ready',url:'http://x'}); setInterval(()=>{},1e3)`,
    )
    expect(service.url()).toBe('http://x')
    expect(progress).toEqual(['filling'])
    const identity = { pid: service.pid, startedAt: null }
    expect(stillRuns(identity)).toBe(true)
    await service.stop()
    await service.gone
    expect(stillRuns(identity)).toBe(false)
    expect(readFileSync(path.join(folder, 'thing.log'), 'utf8')).toContain('hello')
  })

  it('that falls over first is refused with the end of its log', async () => {
    await expect(start(`console.error('no such table'); process.exit(3)`)).rejects.toThrow(
      /stopped before it answered[\s\S]*no such table/,
    )
  })

  it('that never answers is ended', async () => {
    await expect(start(`setInterval(()=>{},1e3)`, 300)).rejects.toThrow(/did not answer within/)
  })

  it('that cannot be started is refused', async () => {
    const nowhere = startService({
      name: 'thing',
      command: path.join(folder, 'none'),
      args: [],
      cwd: folder,
      env: {},
      logFolder: folder,
      within: 5_000,
      progress: () => {},
    })
    await expect(nowhere).rejects.toThrow(/stopped before it answered/)
  })
})

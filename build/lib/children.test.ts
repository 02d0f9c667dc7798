import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ended, identityOf } from './process-identity.mjs'

const CHILDREN = new URL('./children.mjs', import.meta.url).href

it('ends the children and removes the folder of a starter that was killed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'children-'))
  const inner = path.join(folder, 'inner')
  mkdirSync(inner)
  const program = `
    import { spawn } from 'node:child_process'
    import { endWithStarter, outOfReachOfTheTerminal, removeWithStarter } from ${JSON.stringify(CHILDREN)}
    removeWithStarter(${JSON.stringify(inner)})
    const child = spawn(process.execPath, ['-e', 'setInterval(()=>{},1e3)'], { ...outOfReachOfTheTerminal(), stdio: 'ignore' })
    endWithStarter(child, 'SIGTERM')
    console.log(child.pid)`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', program])
  const child = identityOf(Number((await once(starter.stdout, 'data'))[0]))
  starter.kill('SIGKILL')
  expect(await ended(child, 10_000)).toBe(true)
  await expect.poll(() => existsSync(inner), { timeout: 5_000 }).toBe(false)
  rmSync(folder, { recursive: true })
})

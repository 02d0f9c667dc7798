/** Runs a command of the portal API (`portal-api/cli/`) from its source. */
import path from 'node:path'
import { run, tail } from './run.mjs'
import { Refusal } from './say.mjs'

/**
 * @param {{ root: string, name: string, args: readonly string[], env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} exit code
 */
export async function runCli({ root, name, args, env }) {
  const loader = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const result = await run(process.execPath, [loader, path.join(root, 'portal-api', 'cli', `${name}.ts`), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return result.code ?? 1
}

/**
 * Runs a command that answers with one JSON line, its last.
 * @param {{ root: string, name: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>}
 */
export async function readCli({ root, name, env }) {
  const loader = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const { code, output } = await run(process.execPath, [loader, path.join(root, 'portal-api', 'cli', `${name}.ts`)], {
    cwd: root,
    env,
  })
  const line = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !line.startsWith('{')) throw new Refusal(`${name} did not succeed:\n${tail(output)}`)
  return line
}

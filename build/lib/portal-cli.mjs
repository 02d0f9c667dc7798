/** Runs a command of the portal API (`portal-api/cli/`) from its source. */
import path from 'node:path'
import { run } from './run.mjs'

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

/** Runs electron-builder over the built bundles. */
import path from 'node:path'
import { run } from './run.mjs'

/**
 * @param {{ root: string, args: readonly string[], show: boolean }} options
 */
export function packageApp({ root, args, show }) {
  const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js')
  return run(process.execPath, [builder, ...args], {
    cwd: root,
    show,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  })
}

/** The bundles of the desktop process as they are shipped, built anew only when their sources changed. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUNDLES, fingerprint, isStale } from '../../build/lib/bundles.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The folder with the bundle `main` (Electron) or `browser`. */
export async function bundleFolder(name: 'main' | 'browser'): Promise<string> {
  const bundle = BUNDLES.find((one) => one.name === name)
  if (!bundle) throw new Error(`No bundle ${name}`)
  if (!isStale(ROOT, bundle)) return path.join(ROOT, 'dist', name)
  const folder = path.join(ROOT, '.cache', 'bundles', `${name}-${fingerprint(ROOT, bundle).slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const fresh = `${folder}.${process.pid}`
  mkdirSync(path.dirname(folder), { recursive: true })
  removeOld(path.dirname(folder))
  for (const mode of bundle.modes) await build(bundle.config, mode, fresh)
  try {
    renameSync(fresh, folder)
  } catch {
    // Another test file was first; both built the same.
    rmSync(fresh, { recursive: true, force: true })
  }
  return folder
}

const HOUR_MS = 3_600_000

/** Bundles of sources that are no more; one that another run may still use is young. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const bundle = path.join(folder, name)
    if (Date.now() - statSync(bundle).mtimeMs > HOUR_MS) rmSync(bundle, { recursive: true, force: true })
  }
}

function build(config: string, mode: string, outDir: string): Promise<void> {
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', config, '--mode', mode, '--outDir', outDir, '--logLevel', 'warn']
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Building ${mode} failed:\n${output}`))))
  })
}

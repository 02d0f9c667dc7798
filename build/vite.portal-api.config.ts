/**
 * The portal API for Node, in two passes by mode: the server as one file, and the solver's thread as another beside it. Its packages
 * stay in node_modules (the solver's WebAssembly too), its migrations and the demo's templates go beside it.
 */
import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..')

const PASSES = {
  production: { entry: 'portal-api/main.ts', file: 'main.js', folders: ['db/migrations', 'demo/pages/demo-views'] },
  solver: { entry: 'portal-api/rescheduling/solver-worker.ts', file: 'solver-worker.js', folders: [] },
} as const

const isPass = (mode: string): mode is keyof typeof PASSES => mode in PASSES

export default defineConfig(({ mode }) => {
  if (!isPass(mode)) throw new Error(`Unknown pass: ${mode}`)
  const pass = PASSES[mode]
  return {
    root,
    publicDir: false,
    build: {
      ssr: pass.entry,
      target: 'node20',
      emptyOutDir: false,
      sourcemap: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: pass.file, codeSplitting: false } },
    },
    ssr: { target: 'node', external: true },
    plugins: [
      {
        name: 'copy-files',
        writeBundle({ dir }) {
          for (const folder of pass.folders) {
            const from = path.join(root, 'portal-api', folder)
            if (dir && existsSync(from)) cpSync(from, path.join(dir, path.basename(folder)), { recursive: true })
          }
        },
      },
    ],
  }
})

/**
 * The desktop process, in four passes by mode: `main` and `preload` for Electron, `browser` and the page's `transport` for the browser
 * host. Everything is bundled (the package carries no node_modules) except what the host itself brings: Node's own modules and
 * `electron`. A sandboxed preload may only be one CommonJS file.
 */
import { builtinModules } from 'node:module'
import path from 'node:path'
import { defineConfig } from 'vite'

const PASSES = {
  main: { entry: 'src-main/electron/main.ts', file: 'main.cjs', format: 'cjs' },
  preload: { entry: 'src-main/electron/preload.ts', file: 'preload.cjs', format: 'cjs' },
  browser: { entry: 'src-main/browser/main.ts', file: 'main.js', format: 'es' },
  transport: { entry: 'src-main/browser/transport.ts', file: 'transport.js', format: 'iife' },
} as const

const isPass = (mode: string): mode is keyof typeof PASSES => mode in PASSES

export default defineConfig(({ mode }) => {
  if (!isPass(mode)) throw new Error(`Unknown pass: ${mode}`)
  const pass = PASSES[mode]
  return {
    root: path.resolve(import.meta.dirname, '..'),
    publicDir: false,
    build: {
      ssr: pass.entry,
      target: 'node20',
      emptyOutDir: false,
      sourcemap: mode !== 'preload',
      rolldownOptions: {
        external: ['electron', /^electron\//, /^node:/, ...builtinModules],
        output: { format: pass.format, entryFileNames: pass.file, codeSplitting: false },
      },
    },
    ssr: { target: 'node', noExternal: true },
  }
})

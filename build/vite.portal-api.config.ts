/** The portal API as one file for Node; its packages stay in node_modules, its migrations go beside it. */
import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: 'portal-api/main.ts',
    target: 'node20',
    emptyOutDir: false,
    sourcemap: true,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false } },
  },
  ssr: { target: 'node', external: true },
  plugins: [
    {
      name: 'copy-migrations',
      writeBundle({ dir }) {
        const migrations = path.join(root, 'portal-api', 'db', 'migrations')
        if (dir && existsSync(migrations)) cpSync(migrations, path.join(dir, 'migrations'), { recursive: true })
      },
    },
  ],
})

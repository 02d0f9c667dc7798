/** The portal API as one file for Node; its packages stay in node_modules, its migrations and the demo's templates go beside it. */
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
      name: 'copy-files',
      writeBundle({ dir }) {
        for (const folder of ['db/migrations', 'demo/pages/demo-views']) {
          const from = path.join(root, 'portal-api', folder)
          if (dir && existsSync(from)) cpSync(from, path.join(dir, path.basename(folder)), { recursive: true })
        }
      },
    },
  ],
})

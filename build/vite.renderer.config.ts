/** The screen: minified, with relative addresses (it is served by two hosts) and nothing inline (the policy of both forbids it). */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..', 'src-renderer'),
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome130',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
  },
})

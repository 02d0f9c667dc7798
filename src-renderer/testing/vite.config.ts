/** The screens over the in-memory workstation: `npx vite src-renderer --config src-renderer/testing/vite.config.ts`, then `/testing/dev.html`. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({ cacheDir: '../.cache/vite-screens', plugins: [react()], server: { host: '127.0.0.1' } })

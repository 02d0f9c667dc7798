/** The gallery: components with invented texts, for looking. `npm run gallery`; never part of the product. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [react()], server: { host: '127.0.0.1' } })

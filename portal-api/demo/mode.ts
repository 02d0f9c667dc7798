/** Demo mode as the server takes it up: its data before it listens, its pages beside the API. */
import type { AppOptions } from '../app.ts'
import { demoPages } from './pages/plugin.ts'
import { prepareDemo } from './prepare.ts'

export const demoMode = {
  async prepare(connection, services) {
    await prepareDemo(connection, services)
  },
  extend: demoPages,
} satisfies Required<Pick<AppOptions, 'prepare' | 'extend'>>

/** Once a run: a PostgreSQL of its own, and a database filled by the product itself, to copy for each test file. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTemplate, startTestCluster } from '../../../build/lib/test-cluster.mjs'
import { startBundle } from './processes.ts'
import { CLOCK_START } from './stack.ts'

export default async function globalSetup(): Promise<() => Promise<void>> {
  const key = randomBytes(32).toString('base64')
  const cluster = await startTestCluster()
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-desk-e2e-'))
  const template = await createTemplate(cluster, 'e2e_template', async (url) => {
    const api = await startBundle('dist/portal-api/main.js', {
      DATABASE_URL: url,
      PORT: '0',
      PORTAL_DESK_DATA: folder,
      PORTAL_DESK_KEY: key,
      PORTAL_DESK_DEMO: '1',
      PORTAL_DESK_CLOCK_START: CLOCK_START,
      LOG_LEVEL: 'warn',
    })
    await api.stop()
  })
  process.env['PORTAL_DESK_E2E_TEMPLATE'] = template
  process.env['PORTAL_DESK_E2E_KEY'] = key
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

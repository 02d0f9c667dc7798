/** The solver's thread as it runs in production: the built file beside the server's, its WebAssembly from the package. */
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { buildBundles } from '../../build/lib/bundles.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

it('solves from the built bundle', async () => {
  await buildBundles({ root: ROOT, only: ['portal-api'], progress: () => undefined })
  const worker = new Worker(path.join(ROOT, 'dist', 'portal-api', 'solver-worker.js'), { workerData: new SharedArrayBuffer(4) })
  const one = (value: number) => Float64Array.of(value)
  const model = {
    cost: one(1),
    lower: one(0.5),
    upper: one(9),
    whole: Uint8Array.of(1),
    rowLower: one(1.5),
    rowUpper: one(9),
    starts: Int32Array.of(0, 1),
    rows: Int32Array.of(0),
    values: one(1),
  }
  worker.postMessage({ model, options: { relaxed: false, seconds: 20 } })
  const [news] = await once(worker, 'message')
  await worker.terminate()
  expect(news).toMatchObject({ kind: 'answer', answer: { status: 'optimal', objective: 2 } })
})

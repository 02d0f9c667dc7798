/** The thread HiGHS runs in: one model at a time; a flag in shared memory stops it, since a solve reads no messages. */
import { parentPort, workerData } from 'node:worker_threads'
import type { MipModel, MipOptions } from '../../shared/rescheduling/route/mip.ts'
import { highs, solveWithHighs } from './highs.ts'
import type { SolverNews } from './solver-pool.ts'

const port = parentPort
if (!port) throw new Error('The solver runs as a worker thread only.')
const flag = new Int32Array(workerData as SharedArrayBuffer)
const tell = (news: SolverNews) => port.postMessage(news)

/** News of a solve under way comes so often at most. */
const TELL_EVERY_MS = 100

port.on('message', async ({ model, options }: { model: MipModel; options: MipOptions }) => {
  try {
    const solver = await highs()
    let told = Number.NEGATIVE_INFINITY
    const answer = solveWithHighs(solver, model, options, {
      stopped: () => Atomics.load(flag, 0) === 1,
      progress: (bound, best) => {
        if (performance.now() < told + TELL_EVERY_MS) return
        told = performance.now()
        tell({ kind: 'progress', bound, best })
      },
    })
    tell({ kind: 'answer', answer })
  } catch (error) {
    tell({ kind: 'broken', message: String(error) })
  }
})

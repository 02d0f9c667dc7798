/**
 * Solvers in threads of their own, so that a solve never holds up the server. Each thread solves one model at a time; what comes
 * while all are busy waits its turn. A solve that is called off ends at its next checkpoint; one that does not is put to death.
 */
import { Worker } from 'node:worker_threads'
import type { MipAnswer, MipModel, MipOptions, MipSolver } from '../../shared/rescheduling/route/mip.ts'

export type SolverNews =
  | { readonly kind: 'progress'; readonly bound: number; readonly best: number }
  | { readonly kind: 'answer'; readonly answer: MipAnswer }
  | { readonly kind: 'broken'; readonly message: string }

export interface SolveWatch {
  /** Aborting ends the solve with what was found. */
  readonly signal?: AbortSignal
  readonly onProgress?: (bound: number, best: number) => void
}

export interface SolverPool {
  /** A solver for one computation; all it solves obeys the same signal. */
  solver(watch?: SolveWatch): MipSolver
  /** Ends the threads; what is under way answers `failed`. */
  close(): Promise<void>
}

/** After its time limit, or when called off, a solve has so long to notice. */
const GRACE_MS = 3_000

const FAILED: MipAnswer = {
  status: 'failed',
  objective: Number.POSITIVE_INFINITY,
  bound: Number.NEGATIVE_INFINITY,
  values: null,
  duals: null,
}
const STOPPED: MipAnswer = { ...FAILED, status: 'stopped' }

interface Thread {
  readonly worker: Worker
  readonly flag: Int32Array
}

/** The worker beside this file: its bundle beside the server's, or its source, read by tsx, when the server runs from sources. */
function startThread(): Thread {
  const buffer = new SharedArrayBuffer(4)
  const source = import.meta.url.endsWith('.ts')
  const url = new URL(source ? './solver-worker.ts' : './solver-worker.js', import.meta.url)
  const worker = source ? new Worker(readByTsx(url), { eval: true, workerData: buffer }) : new Worker(url, { workerData: buffer })
  worker.unref()
  return { worker, flag: new Int32Array(buffer) }
}

/** A worker thread does not take over the loader of its parent (Node 20). */
function readByTsx(url: URL): string {
  const tsx = import.meta.resolve('tsx/esm/api')
  return `import(${JSON.stringify(tsx)}).then((tsx) => tsx.tsImport(${JSON.stringify(url.href)}, ${JSON.stringify(url.href)}))`
}

export function solverPool(size: number): SolverPool {
  const idle: Thread[] = []
  const waiting: ((thread: Thread | null) => void)[] = []
  const all = new Set<Thread>()
  let closed = false

  const borrow = async (): Promise<Thread | null> => {
    const thread = idle.pop()
    if (thread) return thread
    if (all.size < size) {
      const fresh = startThread()
      all.add(fresh)
      return fresh
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (thread: Thread, sound: boolean): void => {
    if (!sound) {
      all.delete(thread)
      void thread.worker.terminate()
    }
    const next = waiting.shift()
    if (!next) {
      if (sound) idle.push(thread)
      return
    }
    if (sound) next(thread)
    else void borrow().then(next)
  }

  const run = async (model: MipModel, options: MipOptions, watch: SolveWatch): Promise<MipAnswer> => {
    if (closed) return FAILED
    if (watch.signal?.aborted) return STOPPED
    const thread = await borrow()
    if (thread === null || closed) return FAILED
    const { worker, flag } = thread
    Atomics.store(flag, 0, 0)
    let sound = true
    const answer = await new Promise<MipAnswer>((resolve) => {
      let deadline = setTimeout(() => die(), options.seconds * 1000 + GRACE_MS)
      deadline.unref()
      const die = () => end(STOPPED, false)
      const stop = () => {
        Atomics.store(flag, 0, 1)
        clearTimeout(deadline)
        deadline = setTimeout(die, GRACE_MS)
        deadline.unref()
      }
      const hear = (news: SolverNews) => {
        if (news.kind === 'progress') watch.onProgress?.(news.bound, news.best)
        else if (news.kind === 'answer') end(news.answer, true)
        else end(FAILED, false)
      }
      const fall = () => end(FAILED, false)
      const end = (result: MipAnswer, isSound: boolean) => {
        clearTimeout(deadline)
        worker.off('message', hear)
        worker.off('error', fall)
        worker.off('exit', fall)
        watch.signal?.removeEventListener('abort', stop)
        worker.unref()
        sound = isSound
        resolve(result)
      }
      worker.on('message', hear)
      worker.on('error', fall)
      worker.on('exit', fall)
      watch.signal?.addEventListener('abort', stop)
      worker.ref()
      worker.postMessage({ model, options })
    })
    giveBack(thread, sound)
    return answer
  }

  return {
    solver: (watch = {}) => ({ solve: (model, options) => run(model, options, watch) }),
    async close() {
      closed = true
      for (const one of waiting.splice(0)) one(null)
      await Promise.all([...all].map((thread) => thread.worker.terminate()))
      all.clear()
      idle.length = 0
    },
  }
}

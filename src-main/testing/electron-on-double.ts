/** The unmodified bundle of the desktop program as a process, on the double of Electron (tests/support/electron-double). */
import path from 'node:path'
import { bundleFolder, ROOT } from './bundles.ts'
import { type Program, startProgram } from './program.ts'

export interface ElectronOnDouble {
  readonly program: Program
  /** Lets something happen on the double, by name; rejects with what it threw. */
  act(name: string, ...args: readonly unknown[]): Promise<unknown>
  /** What the program did, by name, in order. */
  records(what: string): Promise<readonly unknown[]>
  /** Hears what the page hears on its bridge. */
  onPush(listener: (push: string, value: unknown) => void): void
}

export async function startElectronOnDouble(
  folder: string,
  portalUrl: string | null,
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronOnDouble> {
  const started = await spawnElectronOnDouble(folder, portalUrl, env)
  await started.program.hears('ready')
  return started
}

/** As {@link startElectronOnDouble}, without waiting: for a start that is refused. */
export async function spawnElectronOnDouble(
  folder: string,
  portalUrl: string | null,
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronOnDouble> {
  const bundle = await bundleFolder('main')
  const register = path.join(ROOT, 'tests', 'support', 'electron-double', 'register.mjs')
  const program = startProgram(
    ['--import', register, path.join(bundle, 'main.cjs')],
    {
      ...(portalUrl === null ? {} : { PORTAL_API_URL: portalUrl }),
      PORTAL_DESK_DATA: path.join(folder, 'data'),
      PORTAL_DESK_RENDERER: path.join(folder, 'renderer'),
      ...env,
    },
    true,
  )
  return controlOf(program)
}

type Said = { id: number; value: unknown } | { id: number; error: string } | { push: string; value: unknown }

function controlOf(program: Program): ElectronOnDouble {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let listener: (push: string, value: unknown) => void = () => {}
  let count = 0
  program.child.on('message', (said: Said) => {
    if ('push' in said) {
      listener(said.push, said.value)
      return
    }
    const asked = waiting.get(said.id)
    waiting.delete(said.id)
    if ('error' in said) asked?.reject(new Error(said.error))
    else asked?.resolve(said.value)
  })
  let ended = false
  void program.exited.then(() => {
    ended = true
    for (const { reject } of waiting.values()) reject(new Error(`The program has ended.\n${program.log()}`))
    waiting.clear()
  })
  const act: ElectronOnDouble['act'] = (name, ...args) =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(new Error(`The program has ended.\n${program.log()}`))
        return
      }
      count += 1
      waiting.set(count, { resolve, reject })
      program.child.send({ id: count, name, args })
    })
  return {
    program,
    act,
    records: (what) => act('records', what) as Promise<readonly unknown[]>,
    onPush(added) {
      listener = added
    },
  }
}

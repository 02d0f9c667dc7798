/** A workstation on ports in memory and a fake portal, for tests of the whole core. */
import type { Channel, InputOf, Push, PushOf, ValueOf } from '../../shared/bridge/channels.ts'
import type { Result } from '../../shared/bridge/result.ts'
import { createWorkstation, type Workstation } from '../core/workstation.ts'
import type { FakePortal } from './fake-portal.ts'
import { CODE, EMAIL, PASSWORD } from './fake-sign-in.ts'
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts'

export interface Heard {
  readonly push: Push
  readonly value: unknown
}

export interface DeskInMemory {
  readonly ports: MemoryPorts
  readonly workstation: Workstation
  readonly heard: readonly Heard[]
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<ValueOf<C>>>
  /** The value, or the test fails with the problem. */
  value<C extends Channel>(channel: C, input: InputOf<C>): Promise<ValueOf<C>>
  heardOf<P extends Push>(push: P): readonly PushOf<P>[]
  /** Resolves with the next push of this name for which `right` holds, or one that was heard before. */
  until<P extends Push>(push: P, right?: (value: PushOf<P>) => boolean): Promise<PushOf<P>>
  signIn(): Promise<void>
}

export async function startDeskInMemory(portal: FakePortal, ports: MemoryPorts = createMemoryPorts()): Promise<DeskInMemory> {
  const workstation = await createWorkstation(ports, {
    portalUrl: portal.url,
    host: 'browser',
    reason: null,
    version: '0.0.0',
    workstationName: 'werkplek-1',
    drawsTitleBar: true,
  })
  const heard: Heard[] = []
  workstation.onAny((push, value) => heard.push({ push, value }))
  const desk: DeskInMemory = {
    ports,
    workstation,
    heard,
    call: <C extends Channel>(channel: C, input: InputOf<C>) => workstation.call(channel, input) as Promise<Result<ValueOf<C>>>,
    async value(channel, input) {
      const result = await desk.call(channel, input)
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.problem)}`)
      return result.value
    },
    heardOf: <P extends Push>(push: P) => heard.filter((one) => one.push === push).map((one) => one.value as PushOf<P>),
    until: <P extends Push>(push: P, right: (value: PushOf<P>) => boolean = () => true) =>
      new Promise<PushOf<P>>((resolve) => {
        const before = desk.heardOf(push).findLast(right)
        if (before !== undefined) {
          resolve(before)
          return
        }
        const off = workstation.on(push, (value) => {
          if (!right(value)) return
          off()
          resolve(value)
        })
      }),
    async signIn() {
      await desk.value('session.sign-in', { email: EMAIL, password: PASSWORD })
      await desk.value('session.code', { code: CODE })
    },
  }
  return desk
}

/** A workstation that follows the event stream through all of it, resuming after the last number it saw. */
import { setTimeout as sleep } from 'node:timers/promises'
import { follow } from '../../../support/stream.ts'
import { tokenOf } from '../api.ts'

export interface FaultFollower {
  /** The numbers it heard, in order. */
  readonly heard: readonly number[]
  /** Times that it had to begin anew. */
  resyncs(): number
  /** How often it connected. */
  connections(): number
  stop(): void
}

export function startFaultFollower(urls: readonly string[], session: string, first: number): FaultFollower {
  const heard: number[] = []
  let [resyncs, connections, stopped] = [0, 0, false]
  let close = () => {}
  const run = async () => {
    for (let turn = first; !stopped; turn += 1) {
      const caller = { url: urls[turn % urls.length] ?? '', token: await tokenOf(session) }
      const stream = await follow(caller, { lastEventId: String(heard.at(-1) ?? 0) }).catch(() => null)
      if (stream?.status !== 200) {
        await sleep(40)
        continue
      }
      connections += 1
      close = stream.close
      try {
        while (!stopped) {
          const [message] = await stream.next()
          if (message?.type === 'change') heard.push(message.id)
          if (message?.type === 'resync') resyncs += 1
        }
      } catch {
        // It broke off: elsewhere, after the last number.
      }
      stream.close()
    }
  }
  void run()
  return {
    heard,
    resyncs: () => resyncs,
    connections: () => connections,
    stop() {
      stopped = true
      close()
    },
  }
}

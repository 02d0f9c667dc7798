/** The suite without any transport: what the core itself promises. */
import { startDeskInMemory } from '../testing/desk-in-memory.ts'
import { conformance } from './suite.ts'

conformance('memory', async (portal) => {
  const { workstation } = await startDeskInMemory(portal)
  return {
    desk: { call: (channel, input) => workstation.call(channel, input) as never, on: workstation.on },
    stop: workstation.stop,
  }
})

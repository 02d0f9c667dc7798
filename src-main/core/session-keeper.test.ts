import { expect, it } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../testing/memory-ports.ts'
import { sampleSession } from '../testing/samples.ts'
import { createSessionKeeper, type KeptSession } from './session-keeper.ts'

const SESSION: KeptSession = {
  tokens: {
    accessToken: 'access-1',
    accessExpiresAt: '2026-11-23T09:10:00.000Z',
    refreshToken: 'refresh-1',
    refreshExpiresAt: '2026-11-24T09:00:00.000Z',
  },
  session: sampleSession(),
}
const onDisk = (ports: MemoryPorts): string => JSON.stringify([...ports.storage.documents])

it('keeps a session sealed, and gives it back', async () => {
  const ports = createMemoryPorts({ secrets: true })
  const keeper = await createSessionKeeper(ports)
  await keeper.keep(SESSION)
  expect(onDisk(ports)).not.toMatch(/access-1|refresh-1|Noor/)
  expect(await (await createSessionKeeper(ports)).load()).toEqual(SESSION)
  await keeper.forget()
  expect(await keeper.load()).toBeNull()
})

it('writes nothing where secrets cannot be kept, and reads nothing that was left there', async () => {
  const before = createMemoryPorts({ secrets: true })
  await (await createSessionKeeper(before)).keep(SESSION)
  const ports = createMemoryPorts({ storage: before.storage })
  const keeper = await createSessionKeeper(ports)
  expect(keeper.keeps).toBe(false)
  expect(await keeper.load()).toBeNull()
  await keeper.forget()
  await keeper.keep(SESSION)
  expect(ports.storage.documents.size).toBe(0)
})

it('sets aside what the key store cannot open', async () => {
  const ports = createMemoryPorts({ secrets: true })
  const keeper = await createSessionKeeper(ports)
  await keeper.keep(SESSION)
  ports.secrets.decrypt = async () => {
    throw new Error('another user of this machine')
  }
  expect(await keeper.load()).toBeNull()
  expect(ports.storage.aside.size).toBe(1)
})

it('goes on when the disk refuses, and logs it without the tokens', async () => {
  const ports = createMemoryPorts({ secrets: true })
  ports.storage.failure = 'ENOSPC'
  await (await createSessionKeeper(ports)).keep(SESSION)
  expect(ports.logged).toMatchObject([{ level: 'error' }])
  expect(JSON.stringify(ports.logged)).not.toMatch(/access-1|refresh-1/)
})

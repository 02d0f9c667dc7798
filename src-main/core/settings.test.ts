import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/bridge/channels.ts'
import { createMemoryPorts } from '../testing/memory-ports.ts'
import { createRefuser } from './refuse.ts'
import { loadSettings } from './settings.ts'

const refuser = createRefuser(() => 'nl')

async function setUp(ports = createMemoryPorts()) {
  const told: Settings[] = []
  const settings = await loadSettings(ports.storage, ports.logger, (value) => told.push(value))
  return { ports, told, settings }
}

it('begin as the defaults, change what is given, and are there after a restart', async () => {
  const { ports, told, settings } = await setUp()
  expect(settings.current()).toEqual(DEFAULT_SETTINGS)
  const dark = { ...DEFAULT_SETTINGS, theme: 'dark' }
  expect(await settings.write({ theme: 'dark' }, refuser)).toEqual({ ok: true, value: dark })
  expect(told).toEqual([dark])
  const again = await setUp(createMemoryPorts({ storage: ports.storage }))
  expect(again.settings.current()).toEqual(dark)
})

it('two changes at once keep both', async () => {
  const { settings } = await setUp()
  await Promise.all([settings.write({ theme: 'dark' }, refuser), settings.write({ density: 'compact' }, refuser)])
  expect(settings.current()).toMatchObject({ theme: 'dark', density: 'compact' })
})

it.each(['{"kind":"settings","version":1,"value":{"language":"fr"}}', '{"kind":"settings","version":9,"value":{}}', 'rubbish'])(
  'that cannot be understood (%s) are set aside, and the defaults used',
  async (text) => {
    const ports = createMemoryPorts()
    ports.storage.documents.set('settings', text)
    const { settings } = await setUp(ports)
    expect(settings.current()).toEqual(DEFAULT_SETTINGS)
    expect([...ports.storage.aside.values()]).toEqual([text])
    expect(await settings.write({ language: 'en' }, refuser)).toMatchObject({ ok: true })
  },
)

it('that the disk refuses are not in force', async () => {
  const { ports, told, settings } = await setUp()
  ports.storage.failure = 'EROFS'
  expect(await settings.write({ theme: 'dark' }, refuser)).toMatchObject({ problem: { code: 'storage-failed' } })
  expect(settings.current()).toEqual(DEFAULT_SETTINGS)
  expect(told).toEqual([])
})

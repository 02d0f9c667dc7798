/**
 * Start of the browser host: the workstation for a machine without the Electron binary, for tests and for trying. Prints
 * `{"event":"ready","url":…}` when it answers, and `{"event":"address","url":…}` whenever its link was used and replaced.
 */
import { mkdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { version } from '../../package.json' with { type: 'json' }
import type { Ports } from '../core/ports.ts'
import { createWorkstation } from '../core/workstation.ts'
import { createFileStorage } from '../host/file-storage.ts'
import { holdFolder } from '../host/one-folder.ts'
import { announce, createJsonLogger, systemClock, systemIds } from '../host/system.ts'
import { type BrowserConfig, readBrowserConfig } from './config.ts'
import { startBrowserServer } from './server.ts'

const here = import.meta.dirname
const logger = createJsonLogger(systemClock, (line) => process.stderr.write(line))

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

async function makePorts(config: BrowserConfig): Promise<Ports> {
  return {
    storage: await createFileStorage(config.dataFolder, systemClock),
    // No key store here: tokens live in memory, and signing in again after a restart is the price (norms.md).
    secrets: {
      available: async () => false,
      encrypt: async () => Promise.reject(new Error('No key store')),
      decrypt: async () => Promise.reject(new Error('No key store')),
    },
    notification: { available: false, show: () => {} },
    // The page opens what the allow list let through.
    links: { open: async () => {} },
    clock: systemClock,
    ids: systemIds,
    logger,
    random: Math.random,
  }
}

async function start(config: BrowserConfig): Promise<void> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const letGo = await holdFolder(config.dataFolder)
  if (!letGo) return refuse(`Another workstation is at work in ${config.dataFolder}. Stop it first, or name another folder.`)
  const workstation = await createWorkstation(await makePorts(config), {
    portalUrl: config.portalUrl,
    host: 'browser',
    reason: config.reason,
    version,
    workstationName: os.hostname(),
    drawsTitleBar: true,
  })
  const server = await startBrowserServer({
    workstation,
    rendererFolder: config.rendererFolder,
    transportFile: path.join(here, 'transport.js'),
    port: config.port,
    token: config.token,
    logger,
    linkUsed: (url) => announce({ event: 'address', url }),
  })
  stopWhenAsked(async () => {
    await server.stop()
    await workstation.stop()
    letGo()
  })
  announce({ event: 'ready', url: server.link() })
}

function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error('stopping failed', error)
          process.exit(1)
        },
      )
    })
  }
}

process.on('unhandledRejection', (error) => {
  logger.error('a failure nobody took', error)
  process.exit(1)
})

const config = readBrowserConfig(process.env, here)
if ('refusal' in config) refuse(config.refusal)
start(config).catch((error: unknown) => {
  logger.error('the browser host could not start', error)
  process.exit(1)
})

/** What the process is told by its environment, checked once at the start; a wrong value names itself. */
import path from 'node:path'
import { z } from 'zod'
import { type DeliveryConfig, deliveryConfig } from './delivery/config.ts'
import { isThisMachine } from './this-machine.ts'

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL must be a postgres:// address' }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** Folder for the installation's key; created when missing. */
  PORTAL_DESK_DATA: z.string().min(1).default('.data'),
  /** The installation's key, 32 bytes in base64; from a file in the data folder when absent. */
  PORTAL_DESK_KEY: z.string().optional(),
  /** Folder for the checkpoints of the audit log; best on another disk or machine. In the data folder when absent. */
  PORTAL_DESK_CHECKPOINTS: z.string().min(1).optional(),
  /** The key that signs them, Ed25519 in PKCS #8, base64; from a file in the data folder when absent. */
  PORTAL_DESK_CHECKPOINT_KEY: z.string().optional(),
  PORTAL_DESK_DEMO: z.enum(['0', '1']).default('0'),
  /** Demo only: the clock starts here instead of now, so that a test owns its day. */
  PORTAL_DESK_CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  SMS_GATEWAY_URL: z.string().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Config {
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly key: string | null
  readonly checkpoints: string
  readonly checkpointKey: string | null
  readonly demo: boolean
  readonly clockStart: Date | null
  readonly logLevel: string
  readonly delivery: DeliveryConfig
}

/** Reads the environment; throws one error that names every wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    throw new Error(
      `Wrong environment: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  }
  const value = parsed.data
  if (!isThisMachine(value.HOST)) {
    throw new Error(`HOST: ${value.HOST} is reachable from outside. Bind to 127.0.0.1 and put a reverse proxy with TLS in front.`)
  }
  const demo = value.PORTAL_DESK_DEMO === '1'
  if (value.PORTAL_DESK_CLOCK_START && !demo) throw new Error('PORTAL_DESK_CLOCK_START: only in demo mode.')
  return {
    databaseUrl: value.DATABASE_URL,
    host: value.HOST,
    port: value.PORT,
    dataFolder: value.PORTAL_DESK_DATA,
    key: value.PORTAL_DESK_KEY ?? null,
    checkpoints: value.PORTAL_DESK_CHECKPOINTS ?? path.join(value.PORTAL_DESK_DATA, 'checkpoints'),
    checkpointKey: value.PORTAL_DESK_CHECKPOINT_KEY ?? null,
    demo,
    clockStart: value.PORTAL_DESK_CLOCK_START ? new Date(value.PORTAL_DESK_CLOCK_START) : null,
    logLevel: value.LOG_LEVEL,
    delivery: deliveryConfig(value),
  }
}

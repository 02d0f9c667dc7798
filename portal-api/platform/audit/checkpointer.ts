/** Writes a checkpoint of every chain that went on: at the start, every few minutes, and when the server stops. */
import { eq, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database } from '../../db/database.ts'
import { auditChain, systemMeta } from '../../db/schema/index.ts'
import type { Clock } from '../clock.ts'
import { appendCheckpoint, type CheckpointPlace, openCheckpoints, type Tail, type Tails } from './checkpoint-file.ts'

const EVERY_MS = 5 * 60_000

/** Which database this is, wherever it was copied to. */
export async function installationOf(db: Database): Promise<string> {
  const [row] = await db.select({ value: systemMeta.value }).from(systemMeta).where(eq(systemMeta.key, 'installation'))
  if (!row) throw new Error('This database does not say which installation it is of.')
  return row.value
}

/** The last link of every chain; one look into the index each, however long they are. */
export async function chainTails(db: Database): Promise<Tails> {
  const found = await db.execute<{ provider: string } & Tail>(sql`
    with recursive known as (
      (select provider from ${auditChain} order by provider limit 1)
      union all
      select (select provider from ${auditChain} where provider > known.provider order by provider limit 1)
      from known where known.provider is not null)
    select known.provider, tail.position, tail.hash from known cross join lateral (
      select position, hash from ${auditChain} where provider = known.provider order by position desc limit 1) as tail`)
  return Object.fromEntries(found.rows.map(({ provider, position, hash }) => [provider, { position, hash }]))
}

async function stillStands(db: Database, provider: string, seen: Tail): Promise<boolean> {
  const [link] = await db
    .select({ hash: auditChain.hash })
    .from(auditChain)
    .where(sql`${auditChain.provider} = ${provider} and ${auditChain.position} = ${seen.position}`)
  return link?.hash === seen.hash
}

export interface Checkpointer {
  /** When every chain last stood in a checkpoint up to its end. */
  completeAt(): Date
  /** Writes what there is to write now. */
  write(): Promise<void>
  stop(): Promise<void>
}

/** Opens the place, which throws when it cannot be written, and keeps writing. */
export async function startCheckpointer(
  db: Database,
  place: CheckpointPlace,
  clock: Clock,
  log: Logger,
  everyMs = EVERY_MS,
): Promise<Checkpointer> {
  await openCheckpoints(place)
  const installation = await installationOf(db)
  const written = new Map<string, Tail>()
  let completeAt = new Date(0)

  const write = async () => {
    const began = clock.now()
    let sound = true
    const fresh: Record<string, Tail> = {}
    for (const [provider, tail] of Object.entries(await chainTails(db))) {
      const seen = written.get(provider)
      if (seen?.position === tail.position && seen.hash === tail.hash) continue
      if (seen && !(await stillStands(db, provider, seen))) {
        // A signature under this would bless it; audit:verify says what is wrong.
        log.error({ provider, position: seen.position }, 'the audit log is not what its last checkpoint saw')
        sound = false
        continue
      }
      fresh[provider] = tail
    }
    if (Object.keys(fresh).length > 0)
      await appendCheckpoint(place, { kind: 'checkpoint', at: clock.now().toISOString(), installation, tails: fresh })
    for (const [provider, tail] of Object.entries(fresh)) written.set(provider, tail)
    if (sound) completeAt = began
  }
  let running: Promise<void> = write()
  await running
  const next = () => {
    running = running.then(write).catch((error: unknown) => {
      log.error({ err: error }, 'a checkpoint of the audit log could not be written')
    })
    return running
  }
  const timer = setInterval(() => void next(), everyMs)
  timer.unref()
  return {
    completeAt: () => completeAt,
    write: next,
    async stop() {
      clearInterval(timer)
      await next()
    },
  }
}

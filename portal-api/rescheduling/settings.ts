/** The weights and norms of a provider: those the product comes with until a team lead sets others. */
import { eq } from 'drizzle-orm'
import type { OutputOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import { DEFAULT_SETTINGS } from '../../shared/rescheduling/settings.ts'
import type { Tx } from '../db/database.ts'
import { rescheduleSettingsTable } from '../db/schema/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'

type SettingsRow = OutputOf<Api['rescheduling.settings']>

/** The settings of a provider and their version; version 0 = the defaults. */
export async function readSettings(tx: Tx, provider: string): Promise<SettingsRow> {
  const [row] = await tx.select().from(rescheduleSettingsTable).where(eq(rescheduleSettingsTable.provider, provider))
  return row ? { settings: row.settings, version: row.version } : { settings: DEFAULT_SETTINGS, version: 0 }
}

/** Stores other settings. Problems: `stale-version` with those that stand. */
export async function changeSettings(
  c: Context<Api['rescheduling.change-settings']> & { readonly actor: StaffActor },
): Promise<SettingsRow | Refusal> {
  const before = await readSettings(c.tx, c.provider)
  if (before.version !== c.basedOn) return c.fail('stale-version', {}, { current: before })
  const row = { settings: c.body, changedBy: c.actor.staffId, changedAt: c.now, version: before.version + 1 }
  const stored = await c.tx
    .insert(rescheduleSettingsTable)
    .values({ provider: c.provider, ...row })
    .onConflictDoUpdate({
      target: rescheduleSettingsTable.provider,
      set: row,
      // Of two at once the second finds another version and changes nothing.
      setWhere: eq(rescheduleSettingsTable.version, before.version),
    })
    .returning({ version: rescheduleSettingsTable.version })
  if (stored.length === 0) return c.fail('stale-version', {}, { current: await readSettings(c.tx, c.provider) })
  c.audit({ details: { version: row.version, before: before.settings, after: row.settings } })
  c.emit({ type: 'planning.changed', version: row.version })
  return { settings: row.settings, version: row.version }
}

/** Portal profiles, read from the database and kept for a short while: they change rarely and are asked at every request. */
import { eq } from 'drizzle-orm'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { Database } from '../db/database.ts'
import { providers } from '../db/schema/index.ts'

const KEEP_MS = 10_000

export interface Profiles {
  /** The profile of a provider, or null when this installation does not serve it. */
  of(provider: string): Promise<PortalProfile | null>
}

export function makeProfiles(db: Database): Profiles {
  const kept = new Map<string, { readonly profile: PortalProfile; readonly until: number }>()
  return {
    async of(provider) {
      // Measured in time that only moves forward: this is about memory, not about any rule of the product.
      const now = performance.now()
      const known = kept.get(provider)
      if (known && known.until > now) return known.profile
      const [row] = await db.select({ profile: providers.profile }).from(providers).where(eq(providers.id, provider))
      if (!row) return null
      kept.set(provider, { profile: row.profile, until: now + KEEP_MS })
      return row.profile
    },
  }
}

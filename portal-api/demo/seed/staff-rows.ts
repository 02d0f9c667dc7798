/** The demo's staff as rows: names, roles, and secrets that a test can compute. */
import type { staff, staffMemberships } from '../../db/schema/index.ts'
import { DEMO_STAFF, demoTotpSecret } from '../accounts.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { staffId } from './people.ts'
import type { SeedSecrets } from './users.ts'

export interface StaffRows {
  readonly staff: (typeof staff.$inferInsert)[]
  readonly memberships: (typeof staffMemberships.$inferInsert)[]
}

/** @param draftKey a fresh key for drafts at rest, 256 bits in base64 */
export function staffRows(seed: number, secrets: SeedSecrets, draftKey: () => string): StaffRows {
  return {
    staff: DEMO_STAFF.map((person) => ({
      id: staffId(seed, person.email),
      name: person.name,
      email: person.email,
      passwordHash: secrets.password,
      totpSecret: secrets.seal(demoTotpSecret(person.email)),
      draftKey: secrets.seal(draftKey()),
      createdAt: PEOPLE_SINCE,
    })),
    memberships: DEMO_STAFF.flatMap((person) =>
      person.memberships.map((membership) => ({ staffId: staffId(seed, person.email), ...membership })),
    ),
  }
}

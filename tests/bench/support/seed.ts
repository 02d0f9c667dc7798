/**
 * Much data at once: providers with their staff, clients and questions, written by the server itself from number series. Ids follow
 * from a kind and a number ({@link seedId}), so that a bench (and pgbench, in SQL) knows row n without asking.
 */
import type pg from 'pg'
import { nameBy } from '../../../portal-api/demo/seed/names.ts'
import { PORTAL_PROFILES } from '../../../shared/domain/portal-profiles.ts'
import type { StaffRole } from '../../../shared/domain/staff.ts'

const KINDS = {
  staff: '0001',
  client: '0002',
  user: '0003',
  case: '0004',
  question: '0005',
  session: '0006',
  visit: '0007',
  caregiver: '0008',
  membership: '0009',
} as const
export type SeedKind = keyof typeof KINDS

/** Everything before the number: 24 characters; the number fills the other 12 with its decimal digits. */
const stem = (kind: SeedKind) => `018f0000-${KINDS[kind]}-7000-8000-`

/** Id of row `n` of a kind; numbers run over all providers of a database. */
export function seedId(kind: SeedKind, n: number): string {
  return stem(kind) + String(n).padStart(12, '0')
}

/** The same in SQL, for a number expression. */
export function seedIdSql(kind: SeedKind, n: string): string {
  return `('${stem(kind)}' || lpad((${n})::text, 12, '0'))::uuid`
}

const NAMES = 600

export interface SeededProvider {
  readonly provider: string
  /** First number of its clients (and of the portal user of each); `clients` follow one another. */
  readonly firstClient: number
  readonly clients: number
  readonly firstStaff: number
  readonly staff: number
}

/** The five providers that ship with the product. */
export async function seedProviders(db: pg.Client): Promise<void> {
  for (const profile of PORTAL_PROFILES)
    await db.query('insert into providers (id, name, profile) values ($1, $2, $3)', [
      profile.id,
      profile.name,
      JSON.stringify(profile),
    ])
}

/** Staff of a provider in one role, each with a live session whose id carries the number of the person. */
export async function seedStaff(db: pg.Client, of: SeededProvider, role: StaffRole): Promise<void> {
  const numbers = [of.firstStaff, of.firstStaff + of.staff - 1]
  await db.query(
    `insert into staff (id, name, email, password_hash, totp_secret, draft_key, created_at)
     select ${seedIdSql('staff', 'n')}, 'Collega ' || n, 'collega' || n || '@staff.example', '', '', '', now() from generate_series($1::int, $2::int) n`,
    numbers,
  )
  await db.query(
    `insert into staff_memberships (staff_id, provider, role) select ${seedIdSql('staff', 'n')}, $3, $4 from generate_series($1::int, $2::int) n`,
    [...numbers, of.provider, role],
  )
  await seedSessions(db, of.provider, 'staff', numbers)
}

async function seedSessions(db: pg.Client, provider: string, of: 'staff' | 'user', numbers: readonly number[]): Promise<void> {
  const owner =
    of === 'staff'
      ? { columns: 'staff_id', values: seedIdSql('staff', 'n'), number: 'n' }
      : {
          columns: 'portal_user_id, membership_id',
          values: `${seedIdSql('user', 'n')}, ${seedIdSql('membership', 'n')}`,
          number: 'n + 500000000',
        }
  await db.query(
    `insert into sessions (id, provider, ${owner.columns}, refresh_hash, rotated_at, refresh_expires_at, created_at, confirmed_at)
     select ${seedIdSql('session', owner.number)}, $3, ${owner.values}, n::text, now(), now() + interval '12 hours', now(), now()
       from generate_series($1::int, $2::int) n`,
    [...numbers, provider],
  )
}

/** The session of member of staff `n`. */
export const staffSession = (n: number) => seedId('session', n)
/** The session of portal user `n`, where {@link seedClients} was asked for them. */
export const clientSession = (n: number) => seedId('session', n + 500_000_000)

/** Clients with an account of their own, an address, a phone and a daughter to phone. */
export async function seedClients(db: pg.Client, of: SeededProvider, sessions = false): Promise<void> {
  const numbers = [of.firstClient, of.firstClient + of.clients - 1]
  const names = Array.from({ length: NAMES }, (_, index) => nameBy(1, 'bench', index))
  await db.query(
    `insert into clients (id, provider, number, name, sort_name, birth_date, street, postcode, city, service_code, hours_per_week)
     select ${seedIdSql('client', 'n')}, $3, 100000 + n, ($4::text[])[1 + n % ${NAMES}], ($5::text[])[1 + n % ${NAMES}], '1941-03-12',
            'Proefstraat ' || n % 200, '1000 AA', 'Amsterdam', 'HV 1', 3
       from generate_series($1::int, $2::int) n`,
    [...numbers, of.provider, names.map((name) => name.addressed), names.map((name) => name.sorted)],
  )
  await db.query(
    `insert into portal_users (id, provider, user_name, name, email, email_since, created_at)
     select ${seedIdSql('user', 'n')}, c.provider, 'client' || n, c.name, 'client' || n || '@post.example', now(), now()
       from generate_series($1::int, $2::int) n join clients c on c.id = ${seedIdSql('client', 'n')}`,
    numbers,
  )
  await db.query(
    `insert into portal_memberships (id, provider, portal_user_id, client_id, kind, relation, created_at)
     select ${seedIdSql('membership', 'n')}, $3, ${seedIdSql('user', 'n')}, ${seedIdSql('client', 'n')}, 'client', 'zelf', now()
       from generate_series($1::int, $2::int) n`,
    [...numbers, of.provider],
  )
  await db.query(
    `insert into contact_details (id, provider, client_id, kind, value, since)
     select gen_random_uuid(), $3, ${seedIdSql('client', 'n')}, kind, value, now()
       from generate_series($1::int, $2::int) n, (values ('phone', '+31200' || '000000'), ('mobile', '+31689000000')) as d(kind, value)`,
    [...numbers, of.provider],
  )
  await db.query(
    `insert into contact_persons (id, provider, client_id, name, phone1, type, "primary")
     select gen_random_uuid(), $3, ${seedIdSql('client', 'n')}, 'Dochter ' || n, '+31689000001', 'family', true from generate_series($1::int, $2::int) n`,
    [...numbers, of.provider],
  )
  if (sessions) await seedSessions(db, of.provider, 'user', numbers)
}

/** What the demo shows of its messages and of its staff's authenticator apps. Only in demo mode does anyone else ever see these. */
import { and, desc, eq, ilike, isNotNull, ne } from 'drizzle-orm'
import { type Language, say } from '../../../shared/domain/language.ts'
import type { Database } from '../../db/database.ts'
import { deliveries, portalUsers, providers, staff } from '../../db/schema/index.ts'
import { totpCode } from '../../platform/secrets/totp.ts'
import type { Services } from '../../platform/services.ts'
import { DEMO_PORTAL_USERS, DEMO_STAFF } from '../accounts.ts'
import { isDemoPortal } from './portal-page.ts'
import { roleWords, words } from './words.ts'

export interface ShownMessage {
  readonly id: string
  readonly provider: string
  readonly providerName: string
  readonly channel: 'email' | 'sms'
  readonly to: string
  readonly template: string
  readonly subject: string
  readonly body: string
  readonly createdAt: string
  /** Set while it may not go out yet. */
  readonly waitsUntil: string | null
  /** The page of this demo that a link in the message leads to. */
  readonly link: string | null
}

export interface MessageFilter {
  readonly provider?: string | undefined
  /** Part of the address. */
  readonly to?: string | undefined
  readonly limit?: number
}

const SHOWN = 100

/** A link into a portal leads to the demo's page of that portal: the portal's own address does not exist. */
function linkOf(body: string, provider: string, portalUrl: string): string | null {
  if (!isDemoPortal(provider)) return null
  const found = body.split(/\s/).find((word) => word.startsWith(`${portalUrl}/`))
  return found ? `/demo/portal/${provider}${found.slice(portalUrl.length)}` : null
}

/** Mail and SMS, newest first; letters are printed at the desk. */
export async function messagesOf(db: Database, now: Date, filter: MessageFilter): Promise<ShownMessage[]> {
  const rows = await db
    .select({ delivery: deliveries, profile: providers.profile })
    .from(deliveries)
    .innerJoin(providers, eq(providers.id, deliveries.provider))
    .where(
      and(
        ne(deliveries.channel, 'letter'),
        filter.provider ? eq(deliveries.provider, filter.provider) : undefined,
        filter.to ? ilike(deliveries.toAddress, `%${filter.to.replace(/[%_\\]/g, '\\$&')}%`) : undefined,
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(filter.limit ?? SHOWN)
  return rows.map(({ delivery, profile }) => ({
    id: delivery.id,
    provider: delivery.provider,
    providerName: profile.name,
    channel: delivery.channel === 'sms' ? 'sms' : 'email',
    to: delivery.toAddress,
    template: delivery.template,
    subject: delivery.subject,
    body: delivery.body,
    createdAt: delivery.createdAt.toISOString(),
    waitsUntil: delivery.notBefore > now ? delivery.notBefore.toISOString() : null,
    link: linkOf(delivery.body, delivery.provider, profile.portalUrl),
  }))
}

export interface ShownCode {
  readonly name: string
  readonly email: string
  readonly roles: string
  readonly code: string
  readonly secondsLeft: number
}

/** The codes of the portal users that the demo names, where they have an authenticator app. */
async function userCodesOf(db: Database, services: Services, lang: Language, provider?: string): Promise<ShownCode[]> {
  const named = DEMO_PORTAL_USERS.filter((user) => !provider || user.provider === provider)
  const rows = await db
    .select({ provider: portalUsers.provider, userName: portalUsers.userName, totpSecret: portalUsers.totpSecret })
    .from(portalUsers)
    .where(isNotNull(portalUsers.totpSecret))
  return named.flatMap((user) => {
    const sealed = rows.find((row) => row.provider === user.provider && row.userName === user.userName)?.totpSecret
    if (!sealed) return []
    const roles = `${say(words.placePortal, lang)} ${user.provider}`
    return [{ name: user.name, email: user.userName, roles, ...totpCode(services.box.open(sealed), services.clock.now()) }]
  })
}

/** The codes that the authenticator apps of the demo show now, of one provider or of all; of nobody else's. */
export async function codesOf(db: Database, services: Services, lang: Language, provider?: string): Promise<ShownCode[]> {
  const rows = await db.select({ email: staff.email, totpSecret: staff.totpSecret }).from(staff)
  const secrets = new Map(rows.map((row) => [row.email, row.totpSecret]))
  const now = services.clock.now()
  const asked = DEMO_STAFF.filter((person) => !provider || person.memberships.some((place) => place.provider === provider))
  const ofStaff = asked.flatMap((person) => {
    const sealed = secrets.get(person.email)
    return sealed
      ? [{ name: person.name, email: person.email, roles: rolesOf(person, lang), ...totpCode(services.box.open(sealed), now) }]
      : []
  })
  return [...ofStaff, ...(await userCodesOf(db, services, lang, provider))]
}

/** `planner cordaan, planner axxicom` */
export function rolesOf(person: (typeof DEMO_STAFF)[number], lang: Language): string {
  return person.memberships.map(({ role, provider }) => `${say(roleWords[role], lang)} ${provider}`).join(', ')
}

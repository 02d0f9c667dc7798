/** People who can log in for real: passwords that were hashed, authenticators that give codes, messages that were sent. */
import { and, asc, desc, eq } from 'drizzle-orm'
import { deliveries, portalMemberships, portalUsers, staff, staffMemberships } from '../../portal-api/db/schema/index.ts'
import { bodyOf } from '../../portal-api/platform/delivery/queue.ts'
import { newId } from '../../portal-api/platform/ids.ts'
import { hashPassword } from '../../portal-api/platform/secrets/passwords.ts'
import { newTotpSecret, totpCode } from '../../portal-api/platform/secrets/totp.ts'
import type { BodyOf } from '../../shared/api/route.ts'
import type { Api } from '../../shared/api/table.ts'
import type { StaffRole } from '../../shared/domain/staff.ts'
import type { TestApp } from './app.ts'
import { type ClientRow, type GivenPortalUser, makePortalUser, type PortalUserRow } from './fixtures.ts'
import { type ApiAnswer, type Caller, callApi, mustCall } from './http.ts'

/** Keeps to the rules of all five portals. */
export const PASSWORD = 'Zilver!Meeuw27Kade'
export const OTHER_PASSWORD = 'Koper&Reiger58Brug'
/** Keeps to the rules as well, and belongs to nobody. */
export const WRONG_PASSWORD = 'Lood#Eend93Steiger'

const hashes = new Map<string, Promise<string>>()

/** The hash of a password, computed once: it is slow on purpose. */
export function hashOf(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, known)
  return known
}

let lastMobile = 612_340_000

/** A portal user with {@link PASSWORD}, a mailbox and a mobile number of its own, both on record for a year. */
export async function makeLoginUser(
  app: TestApp,
  client: Pick<ClientRow, 'id' | 'provider' | 'name'>,
  given: GivenPortalUser = {},
): Promise<PortalUserRow> {
  lastMobile += 1
  const yearAgo = new Date(app.clock.now().getTime() - 365 * 86_400_000)
  return makePortalUser(app, client, {
    passwordHash: await hashOf(PASSWORD),
    passwordSetAt: yearAgo,
    mobile: `+31${lastMobile}`,
    mobileSince: yearAgo,
    emailSince: yearAgo,
    createdAt: yearAgo,
    ...given,
  })
}

export async function reload(app: TestApp, user: { readonly id: string }): Promise<PortalUserRow> {
  const [row] = await app.db
    .select({ user: portalUsers, membership: portalMemberships })
    .from(portalUsers)
    .innerJoin(portalMemberships, eq(portalMemberships.portalUserId, portalUsers.id))
    .where(eq(portalUsers.id, user.id))
    .orderBy(asc(portalMemberships.createdAt), asc(portalMemberships.id))
  if (!row) throw new Error(`No portal user ${user.id}.`)
  return { ...row.membership, ...row.user, membershipId: row.membership.id }
}

type LoginBody = BodyOf<Api['session.login']>

/** Logs in at the portal of the user. */
export function logIn(app: TestApp, user: PortalUserRow, body: Partial<LoginBody> = {}) {
  return callApi({ url: app.url }, 'session.login', {
    params: { provider: user.provider },
    body: { userName: user.userName, password: PASSWORD, ...body },
  })
}

/** The newest message to an address, optionally of one template; its body as it goes out. */
export async function newestMessage(app: TestApp, to: string, template?: string) {
  const [row] = await app.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.toAddress, to), template === undefined ? undefined : eq(deliveries.template, template)))
    .orderBy(desc(deliveries.id))
    .limit(1)
  return row ? { ...row, body: bodyOf(row, app.services.box) } : null
}

export async function messagesTo(app: TestApp, to: string, template: string): Promise<number> {
  const rows = await app.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.toAddress, to), eq(deliveries.template, template)))
  return rows.length
}

/** The six digits in the newest message to an address. */
export async function sentCode(app: TestApp, to: string, template = 'session.device-code'): Promise<string> {
  const message = await newestMessage(app, to, template)
  const code = /\b\d{6}\b/.exec(message?.body ?? '')?.[0]
  if (!code) throw new Error(`No code was sent to ${to}.`)
  return code
}

/** Six digits that are not these. */
export function otherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}

export interface LoginStaff {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly totpSecret: string
}

/** Staff who can sign in with {@link PASSWORD} and an authenticator. The first membership is not the first by name. */
export async function makeLoginStaff(
  app: TestApp,
  memberships: readonly { readonly provider: string; readonly role: StaffRole }[],
  name = 'Jesse Aalbers',
): Promise<LoginStaff> {
  const id = newId()
  const email = `${id}@staff.example`
  const totpSecret = newTotpSecret()
  await app.db.insert(staff).values({
    id,
    name,
    email,
    passwordHash: await hashOf(PASSWORD),
    totpSecret: app.services.box.seal(totpSecret),
    draftKey: app.services.box.seal(Buffer.alloc(32, 9).toString('base64')),
    createdAt: app.clock.now(),
  })
  await app.db.insert(staffMemberships).values(memberships.map((one) => ({ staffId: id, team: null, ...one })))
  return { id, name, email, totpSecret }
}

/** The code an authenticator shows now. */
export function codeNow(app: TestApp, totpSecret: string): string {
  return totpCode(totpSecret, app.clock.now()).code
}

/** Both steps of the staff sign-in. */
export async function signInStaff(app: TestApp, person: LoginStaff, provider?: string) {
  const caller = { url: app.url }
  const first = await mustCall(caller, 'session.staff-login', { body: { email: person.email, password: PASSWORD } })
  return mustCall(caller, 'session.staff-code', {
    body: { ticket: first.ticket, code: codeNow(app, person.totpSecret), ...(provider ? { provider } : {}) },
  })
}

/** The code of a refusal; fails when the call went well. */
export function problemOf<T>(answer: ApiAnswer<T>): string {
  if (answer.ok) throw new Error(`It went well: ${JSON.stringify(answer.value)}`)
  return answer.problem.code
}

export function withToken(app: TestApp, accessToken: string): Caller {
  return { url: app.url, token: accessToken }
}

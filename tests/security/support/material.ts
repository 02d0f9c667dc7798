/** What a stretch of fuzzing works with: signed-in actors, things that exist, and secrets that are right, all made anew. */

import { and, isNull, notInArray } from 'drizzle-orm'
import { portalMemberships, recoveryLinks, trustedDevices } from '../../../portal-api/db/schema/index.ts'
import { newId } from '../../../portal-api/platform/ids.ts'
import { hashToken, randomToken } from '../../../portal-api/platform/secrets/tokens.ts'
import { issueTicket } from '../../../portal-api/session/tickets.ts'
import type { RouteName } from '../../../shared/api/table.ts'
import { codeNow, makeLoginStaff, makeLoginUser, PASSWORD } from '../../support/log-in.ts'
import { lets } from './allowed.ts'
import { CODE, type Entity, type EntityKind, KIND_OF_FIELD, makeEntity } from './entities.ts'
import { isId } from './knock.ts'
import { bodyOf, variantsOf } from './route-fixtures.ts'
import { callerOf, type World } from './world.ts'

export interface Material {
  /** Names of all actors. */
  readonly actors: readonly string[]
  readonly usedRequestId: string
  /** A body that would go well, where the route has one. */
  readonly bodies: ReadonlyMap<RouteName, unknown>
  tokenOf(actor: string): string | undefined
  allowedAt(name: RouteName): readonly string[]
  /** Ids of things of this kind: own, a neighbour's and another provider's. */
  idsOf(kind: EntityKind): readonly string[]
  /** Texts that mean something in a field of this name. */
  textsOf(field: string): readonly string[]
}

/** Texts that open doors: a user with the right password, tickets of every step, a link, a device. */
async function secretsAt({ app, neighbour, own }: World): Promise<Readonly<Record<string, readonly string[]>>> {
  const user = await makeLoginUser(app, neighbour.client)
  const person = await makeLoginStaff(app, [{ provider: own.provider, role: 'planner' }])
  const now = app.clock.now()
  const [link, device] = [randomToken(), randomToken()]
  const later = new Date(now.getTime() + 600_000)
  await app.db.insert(recoveryLinks).values({
    id: newId(),
    portalUserId: user.id,
    tokenHash: hashToken(link),
    createdAt: now,
    expiresAt: later,
  })
  await app.db.insert(trustedDevices).values({
    id: newId(),
    portalUserId: user.id,
    tokenHash: hashToken(device),
    label: 'iPad',
    trustedAt: now,
    lastUsedAt: now,
  })
  const tickets = await app.db.transaction(async (tx) => {
    const portal = { provider: own.provider, portalUserId: user.id }
    const made = [
      await issueTicket(tx, { ...portal, step: 'device' }, now),
      await issueTicket(tx, { ...portal, step: 'authenticator' }, now),
      await issueTicket(tx, { ...portal, step: 'password' }, now),
      await issueTicket(tx, { step: 'staff-code', staffId: person.id }, now),
    ]
    return made.map((ticket) => ticket.token)
  })
  return {
    userName: [user.userName, user.userName.toUpperCase()],
    email: [person.email, user.email ?? ''],
    password: [PASSWORD],
    currentPassword: [PASSWORD],
    newPassword: ['Koper&Reiger58Brug'],
    organisation: ['cordaanhbh'],
    ticket: tickets,
    link: [link],
    deviceToken: [device],
    code: [CODE, codeNow(app, person.totpSecret)],
    provider: [own.provider],
    q: ['Eigen'],
  }
}

/** Who was added in earlier stretches belongs to nobody any more: else hundreds are told of every change of one client's. */
async function dismissOthers({ app, own, neighbour, elsewhere, everyone, atBare }: World): Promise<void> {
  const kept = [
    own.user,
    neighbour.user,
    elsewhere.user,
    ...[...everyone, ...atBare].flatMap((who) => ('user' in who ? who.user : [])),
  ]
  await app.db
    .update(portalMemberships)
    .set({ endedAt: app.clock.now() })
    .where(
      and(
        isNull(portalMemberships.endedAt),
        notInArray(
          portalMemberships.id,
          kept.map((user) => user.membershipId),
        ),
      ),
    )
}

/** Makes it for the routes of this stretch. */
export async function makeMaterial(world: World, names: readonly RouteName[]): Promise<Material> {
  await dismissOthers(world)
  const signedIn = new Map<string, string | undefined>()
  for (const who of world.everyone) signedIn.set(who.name, (await callerOf(world, who)).token)
  const helpdesk = world.everyone.find((who) => who.side === 'staff' && who.role === 'helpdesk')
  const whose = { staffId: helpdesk?.side === 'staff' ? helpdesk.person.id : world.colleague.id }

  const kinds = new Set<EntityKind>(Object.values(KIND_OF_FIELD))
  for (const name of names)
    for (const variant of variantsOf(name)) for (const choice of Object.values(variant)) if (isId(choice)) kinds.add(choice)
  const things = new Map<EntityKind, readonly Entity[]>()
  for (const kind of kinds) {
    const places = [world.own, world.own, world.own, world.neighbour, world.elsewhere]
    const made: Entity[] = []
    for (const place of places) made.push(await makeEntity(kind, world, place, whose))
    things.set(kind, made)
  }

  const bodies = new Map<RouteName, unknown>()
  for (const name of names) {
    const first = Object.values(variantsOf(name)[0] ?? {}).find(isId)
    const id = first === undefined ? undefined : things.get(first)?.[0]?.id
    const body = await bodyOf(name, { world, place: world.own, whose, id })
    if (body !== undefined) bodies.set(name, body)
  }
  const secrets = await secretsAt(world)
  return {
    actors: [...signedIn.keys()],
    usedRequestId: newId(),
    bodies,
    tokenOf: (actor) => signedIn.get(actor),
    allowedAt: (name) => world.everyone.filter((who) => lets(name, who)).map((who) => who.name),
    idsOf: (kind) => (things.get(kind) ?? []).map((thing) => thing.id),
    textsOf: (field) => secrets[field] ?? [],
  }
}

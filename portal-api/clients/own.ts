/** The client a portal user acts for, and whether this user may see that part of the portal. */
import { and, eq, sql } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import { maySee, type PanelRight } from '../../shared/domain/rights.ts'
import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { clients, portalUsers } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'

export type ClientRow = typeof clients.$inferSelect
export type PortalUserRow = typeof portalUsers.$inferSelect

/** The client a portal user acts for, with that user. */
export interface OwnClient {
  readonly client: ClientRow
  readonly user: PortalUserRow
}

interface Asking {
  readonly tx: Tx
  readonly provider: string
  readonly actor: ClientActor
  readonly fail: Context<Route>['fail']
}

const clientAndUser = prepared((on) =>
  on
    .select({ client: clients, user: portalUsers })
    .from(clients)
    .innerJoin(portalUsers, eq(portalUsers.id, sql.placeholder('userId')))
    .where(and(eq(clients.id, sql.placeholder('clientId')), eq(clients.provider, sql.placeholder('provider')))),
)

/** The client of the asker; `forbidden` when the asker acts for no client or lacks the right to this part. */
export async function ownClient(c: Asking, right: PanelRight): Promise<OwnClient | Refusal> {
  const { actor } = c
  if (actor.clientId === null || !maySee({ kind: actor.userKind, rights: actor.rights }, right)) return c.fail('forbidden')
  const [row] = await clientAndUser(c.tx, { userId: actor.portalUserId, clientId: actor.clientId, provider: c.provider })
  return row ?? c.fail('forbidden')
}

/** What a case carries of the client it is about and of who opened it. */
export function askingFor({ client, user }: OwnClient) {
  return {
    name: client.name,
    sortName: client.sortName,
    clientId: client.id,
    clientNumber: client.number,
    portalUserId: user.id,
  }
}

/**
 * Lets one writer at a time at what hangs together around a client: notices that overlap, visits that a
 * notice hits, the one primary contact person. Taken before any row of those.
 */
export async function lockClient(tx: Tx, clientId: string): Promise<void> {
  await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId)).for('no key update')
}

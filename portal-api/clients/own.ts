/** The client a portal user acts for, and whether this user may see that part of the portal. */
import { eq } from 'drizzle-orm'
import type { Route } from '../../shared/api/route.ts'
import { maySee, type PanelRight } from '../../shared/domain/rights.ts'
import type { Tx } from '../db/database.ts'
import { clients } from '../db/schema/index.ts'
import type { ClientActor, ClientRow, OwnClient } from '../platform/actor.ts'
import type { Context, Refusal } from '../platform/context.ts'

export type { ClientRow, OwnClient }

interface Asking {
  readonly actor: ClientActor
  readonly fail: Context<Route>['fail']
}

/** The client of the asker; `forbidden` when the asker acts for no client or lacks the right to this part. */
export function ownClient(c: Asking, right: PanelRight): OwnClient | Refusal {
  const { actor } = c
  return actor.own !== null && maySee({ kind: actor.userKind, rights: actor.rights }, right) ? actor.own : c.fail('forbidden')
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

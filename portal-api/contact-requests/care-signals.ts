/** Care signals: observations written in the dossier by who may see it; care managers read them, act, and answer. */
import { and, eq } from 'drizzle-orm'
import type { careSignalRoutes } from '../../shared/api/care-signals.ts'
import type { CareSignal } from '../../shared/domain/contact-requests.ts'
import { askingFor, type OwnClient, ownClient } from '../clients/own.ts'
import { contactRequests } from '../db/schema/index.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { type AskedKind, changeAsked, createAsked, withdrawAsked } from './asked.ts'
import { type AskedRow, listAsked, toAsked } from './asked-rows.ts'

function toCareSignal(found: AskedRow): CareSignal {
  return { ...toAsked(found), writtenBy: found.writtenBy }
}

/** Who may see the dossier reads them all; only the writer changes one. */
function signalsOf({ client, user }: OwnClient): AskedKind<CareSignal> {
  return {
    kind: 'care-signal',
    own: and(eq(contactRequests.clientId, client.id), eq(contactRequests.submittedBy, user.id)),
    show: toCareSignal,
  }
}

const content = (message: string) => ({ subject: 'care-signal', message }) as const

export const careSignalHandlers = {
  'care-signals.list': async (c) => {
    const own = ownClient(c, 'dossier')
    if (own instanceof Refusal) return own
    const ofClient = and(eq(contactRequests.clientId, own.client.id), eq(contactRequests.kind, 'care-signal'))
    const page = await listAsked(c.tx, 'care-signals', ofClient, c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ details: { count: page.rows.length } })
    return { ...page, rows: page.rows.map(toCareSignal) }
  },
  'care-signals.create': async (c) => {
    const own = ownClient(c, 'dossier')
    return own instanceof Refusal ? own : createAsked(c, signalsOf(own), askingFor(own), content(c.body.message))
  },
  'care-signals.change': async (c) => {
    const own = ownClient(c, 'dossier')
    return own instanceof Refusal ? own : changeAsked(c, signalsOf(own), c.params.id, c.basedOn, () => content(c.body.message))
  },
  'care-signals.withdraw': async (c) => {
    const own = ownClient(c, 'dossier')
    return own instanceof Refusal ? own : withdrawAsked(c, signalsOf(own), c.params.id, c.basedOn)
  },
} satisfies HandlersOf<typeof careSignalRoutes>

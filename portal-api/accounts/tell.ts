/** Tells every address of an account what happened to it, the former ones too (63B §4.6, ASVS 6.3.7). */
import type { Language } from '../../shared/domain/language.ts'
import type { Tx } from '../db/database.ts'
import type { NewDelivery } from '../platform/context.ts'
import { type AddressedUser, toldAddresses } from './addresses.ts'
import { type NoticeKind, noticeMessage, type Sender } from './messages.ts'

export interface Teller {
  readonly tx: Tx
  readonly now: Date
  deliver(message: NewDelivery): Promise<void>
}

/** Queues one message per address. `lang` is the client's own where they are at work, else Dutch. */
export async function tellOwner(
  c: Teller,
  user: AddressedUser & { readonly name: string },
  kind: NoticeKind,
  from: Sender,
  lang: Language = 'nl',
): Promise<void> {
  for (const to of await toldAddresses(c.tx, user, c.now)) await c.deliver(noticeMessage({ to, user, from, lang }, kind))
}

/** Wiping a second factor: "enrol again", never "off" (norms.md, 5; ASVS 6.4.4). */
import type { Account } from '../../shared/domain/accounts.ts'
import { endEverything } from '../session/end-all.ts'
import { type Acting, finishAct } from './ground.ts'
import { type PortalUserRow, updateUser } from './rows.ts'
import { tellOwner } from './tell.ts'
import { writeTimeline } from './timeline.ts'

/** Does it. Whether it may be done was asked before, and the account is locked. */
export async function clearNow(c: Acting, user: PortalUserRow, reason: string): Promise<Account> {
  const ended = await endEverything(c.tx, user.id, c.now)
  const cleared = await updateUser(c.tx, user, { totpSecret: null, totpEnrol: true, version: user.version + 1 })
  await writeTimeline(c, user.id, { type: 'second-factor-cleared', by: 'staff', staffId: c.actor.staffId, detail: reason })
  c.audit({ details: { ...ended } })
  await tellOwner(c, cleared, 'second-factor-cleared', c.profile)
  return finishAct(c, cleared)
}

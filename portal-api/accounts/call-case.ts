/** Opening an access case for somebody who calls, and closing it when they are helped. */
import { and, eq } from 'drizzle-orm'
import { closeCase } from '../cases/write.ts'
import { cases, staff } from '../db/schema/index.ts'
import { ensureAccessCase, withNote } from './access-case.ts'
import type { AccountContext } from './ground.ts'
import { lockUser } from './rows.ts'

export async function openAccessCase(c: AccountContext<'accounts.open-case'>) {
  const user = await lockUser(c.tx, c.provider, c.params.id)
  if (!user) return c.fail('not-found')
  const { id, opened } = await ensureAccessCase(c, c.profile, user, 'call', c.body.note)
  c.audit({ objectId: id, caseId: id, clientId: user.clientId, details: { opened, portalUserId: user.id } })
  return { caseId: id }
}

export async function closeAccessCase(c: AccountContext<'accounts.close-case'>) {
  const wanted = and(eq(cases.id, c.params.id), eq(cases.provider, c.provider), eq(cases.queue, 'accounts'))
  const [found] = await c.tx.select({ subjectId: cases.subjectId }).from(cases).where(wanted)
  const user = found ? await lockUser(c.tx, c.provider, found.subjectId) : null
  if (!user) return c.fail('not-found')
  const [row] = await c.tx
    .select({ case: cases, closedBy: staff.name })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.closedBy))
    .where(wanted)
  if (!row) return c.fail('not-found')
  c.audit({ objectId: row.case.id, caseId: row.case.id, clientId: user.clientId })
  if (row.case.status === 'closed') return c.fail('already-closed', { by: row.closedBy ?? '-' })
  await closeCase(c, {
    queue: 'accounts',
    subjectId: user.id,
    subjectVersion: user.version,
    closedBy: c.actor.staffId,
    note: withNote(row.case.note, c.body.note),
  })
  return { ok: true } as const
}

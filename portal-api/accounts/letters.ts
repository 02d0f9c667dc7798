/** Letters that wait for the printer. One is printed once: the secret in it is erased with the printing (norms.md, 4). */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { deliveries } from '../db/schema/index.ts'
import { packCursor, unpackCursor } from '../platform/cursor.ts'
import { letterPdf } from '../platform/delivery/letter-pdf.ts'
import { bodyOf } from '../platform/delivery/queue.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { announceChange } from './announce.ts'
import { FIRST_LETTER, paperLetter } from './first-letter.ts'
import type { AccountContext } from './ground.ts'
import { lockUser } from './rows.ts'
import { writeTimeline } from './timeline.ts'

const place = z.tuple([z.iso.datetime(), z.uuid()])

/** Letters of a provider that can still be printed. */
function waiting(provider: string, now: Date) {
  return and(
    eq(deliveries.provider, provider),
    eq(deliveries.channel, 'letter'),
    eq(deliveries.template, FIRST_LETTER),
    eq(deliveries.status, 'queued'),
    gt(deliveries.notAfter, now),
  )
}

export function countLetters(tx: Tx, provider: string, now: Date): Promise<number> {
  return tx.$count(deliveries, waiting(provider, now))
}

export async function listLetters(c: AccountContext<'accounts.letters'>) {
  const after = c.query.cursor === undefined ? undefined : unpackCursor('letters', place, c.query.cursor)
  if (after === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
  const found = await c.tx
    .select()
    .from(deliveries)
    .where(
      and(
        waiting(c.provider, c.now),
        after ? sql`(${deliveries.createdAt}, ${deliveries.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(c.query.limit + 1)
  const page = found.slice(0, c.query.limit)
  const tail = found.length > c.query.limit ? page.at(-1) : undefined
  c.audit({ details: { count: page.length } })
  return {
    rows: page.flatMap(({ id, portalUserId, toAddress, createdAt, notAfter }) =>
      portalUserId === null || notAfter === null
        ? []
        : [
            {
              id,
              portalUserId,
              name: toAddress.split('\n')[0] ?? '',
              createdAt: createdAt.toISOString(),
              validUntil: notAfter.toISOString(),
            },
          ],
    ),
    next: tail ? packCursor('letters', [tail.createdAt.toISOString(), tail.id]) : null,
  }
}

export async function printLetter(c: AccountContext<'accounts.print-letter'>) {
  c.audit({ objectId: c.params.id, details: { print: true } })
  const wanted = and(
    eq(deliveries.id, c.params.id),
    eq(deliveries.provider, c.provider),
    eq(deliveries.channel, 'letter'),
    eq(deliveries.template, FIRST_LETTER),
  )
  const [found] = await c.tx.select({ portalUserId: deliveries.portalUserId }).from(deliveries).where(wanted)
  // The account first, as everywhere: sending new credentials takes its letters after it.
  const user = found?.portalUserId ? await lockUser(c.tx, c.provider, found.portalUserId) : null
  if (!user) return c.fail('not-found')
  c.audit({ clientId: user.clientId, details: { portalUserId: user.id } })
  const [row] = await c.tx.select().from(deliveries).where(wanted).for('update')
  if (row?.status !== 'queued' || (row.notAfter !== null && row.notAfter <= c.now)) return c.fail('letter-gone')
  const pdf = await letterPdf(paperLetter(bodyOf(row, c.services.box), c.profile, c.now))
  await c.tx.update(deliveries).set({ status: 'printed', body: '', sentAt: c.now }).where(eq(deliveries.id, row.id))
  await writeTimeline(c, user.id, { type: 'letter-printed', by: 'staff', staffId: c.actor.staffId })
  // A colleague's list must not offer what is gone.
  await announceChange(c, c.profile, user)
  return { fileName: `inloggegevens-${user.userName}.pdf`, pdf: pdf.toString('base64') }
}

/**
 * A reply closes a question: one transaction for the reply, the case, its claim, the event and the mail to
 * the asker. Of two replies to one version one is stored; the other is told what the question is now.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { CaseDetail } from '../../shared/domain/cases.ts'
import type { ContactKind } from '../../shared/domain/contact-requests.ts'
import { mayLogIn } from '../../shared/domain/rights.ts'
import { isIn } from '../accounts/memberships.ts'
import { caseDetail, closerOf, type StaffDesk, visibleCase } from '../cases/detail.ts'
import { closeCase } from '../cases/write.ts'
import { compiled, prepared } from '../db/prepared.ts'
import { contactRequests, portalMemberships, portalUsers, staff } from '../db/schema/index.ts'
import { type AuditNote, type NewDelivery, type NewEvent, Refusal } from '../platform/context.ts'
import { letterText } from '../platform/delivery/letter.ts'
import type { RequestRow } from './asked-rows.ts'

interface Replier extends StaffDesk {
  emit(event: NewEvent): void
  audit(note: AuditNote): void
  deliver(message: NewDelivery): Promise<void>
}

/** What the asker did, in the words of their portal. */
const ASKED_BY_KIND: Readonly<Record<ContactKind, string>> = {
  'contact-request': 'U heeft ons een vraag gesteld in het klantportaal. Wij hebben uw vraag beantwoord.',
  message: 'U heeft een bericht gestuurd aan het zorgteam. Er is een antwoord op uw bericht.',
  'care-signal': 'U heeft een zorgsignaal geschreven. Het zorgteam heeft het gelezen en een reactie geschreven.',
  'project-question': 'U heeft ons een vraag gesteld in het klantportaal. Het antwoord staat onder Mijn correspondentie.',
}

const value = (name: string) => sql.placeholder(name)

const asker = (ofSubject: SQL) =>
  prepared((on) =>
    on
      .select({ asker: portalUsers, place: portalMemberships })
      .from(portalMemberships)
      .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
      .where(and(eq(portalUsers.id, value('askerId')), ofSubject, isIn)),
  )
const askerAtClient = asker(eq(portalMemberships.clientId, value('subjectId')))
const askerAtOrganisation = asker(eq(portalMemberships.organisationId, value('subjectId')))

/**
 * Says that there is an answer, and not what it is: a mailbox is no place for questions about care. Nobody is told to log in who
 * can no longer do so for whom they asked.
 */
async function tellAsker(c: Replier, row: RequestRow): Promise<void> {
  const { submittedBy: askerId, organisationId, clientId } = row
  const [found] =
    organisationId === null
      ? await askerAtClient(c.tx, { askerId, subjectId: clientId })
      : await askerAtOrganisation(c.tx, { askerId, subjectId: organisationId })
  if (!found?.asker.email || !mayLogIn(found.place)) return
  const { asker } = found
  await c.deliver({
    channel: 'email',
    to: found.asker.email,
    template: 'contact-request.replied',
    portalUserId: asker.id,
    subject: 'Er staat een antwoord voor u klaar',
    body: letterText({
      to: asker.name,
      from: c.profile.name,
      paragraphs: [ASKED_BY_KIND[row.kind], `Log in op het klantportaal om het antwoord te lezen: ${c.profile.portalUrl}`],
    }),
  })
}

const locked = prepared((on) =>
  on
    .select()
    .from(contactRequests)
    .where(and(eq(contactRequests.id, value('id')), eq(contactRequests.provider, value('provider'))))
    .for('update'),
)

const close = compiled(sql`
  update ${contactRequests} set status = 'closed', reply = ${value('text')}, replied_by = ${value('staffId')},
    closed_at = ${value('at')}::timestamptz, version = ${value('version')}::integer
  where ${contactRequests.id} = ${value('id')}`)

export async function replyTo(c: Replier, id: string, basedOn: number, text: string): Promise<CaseDetail | Refusal> {
  c.audit({ objectId: id })
  const [row] = await locked(c.tx, { id, provider: c.provider })
  if (!row) return c.fail('not-found')
  c.audit({ caseId: row.caseId, clientId: row.clientId })
  const visible = await visibleCase(c, row.caseId)
  if (visible instanceof Refusal) return visible
  switch (row.status) {
    case 'closed': {
      const [by] =
        row.repliedBy === null ? [] : await c.tx.select({ name: staff.name }).from(staff).where(eq(staff.id, row.repliedBy))
      return c.fail(
        'already-closed',
        { by: closerOf(visible, by?.name ?? null, c.lang) },
        { current: await caseDetail(c, row.caseId) },
      )
    }
    case 'withdrawn':
      return c.fail('withdrawn', {}, { current: await caseDetail(c, row.caseId) })
    case 'open':
      break
    default: {
      const never: never = row.status
      return never
    }
  }
  if (row.version !== basedOn) return c.fail('stale-version', {}, { current: await caseDetail(c, row.caseId) })

  const version = row.version + 1
  // Sent together, done in this order.
  await Promise.all([
    close(c.tx, { id, text, staffId: c.actor.staffId, at: c.now.toISOString(), version }),
    closeCase(c, { queue: 'contact-requests', subjectId: id, subjectVersion: version, closedBy: c.actor.staffId }),
    tellAsker(c, row),
  ])
  return caseDetail(c, row.caseId)
}

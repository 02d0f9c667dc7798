/** Selecteer organisatie: the last step of a log-in of somebody who belongs to several. */
import type { FastifyReply } from 'fastify'
import type { PortalPage } from './portal-page.ts'

export async function showMemberships(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  return pending?.step === 'choose-membership' ? page.show('membership', { options: pending.options }) : page.go('/login')
}

export async function chooseMembership(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'choose-membership') return page.go('/login')
  const answer = await page.open('session.choose-membership', {
    params: { provider: page.provider },
    body: { ticket: pending.ticket, membershipId: page.form['membershipId'] ?? '' },
  })
  if (answer.ok) return page.follow(answer.value)
  page.visit.pending = null
  page.complain(answer.problem)
  return page.go('/login')
}

/** Meldingen: a new version of the care plan, and the invitation that is accepted here. */
import type { FastifyReply } from 'fastify'
import type { PortalPage } from './portal-page.ts'

export async function showNotifications(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('notifications.list', {})
  const { invitation } = await page.read('session.me', {})
  return page.show('notifications', { rows, invited: invitation !== null })
}

export async function readNotification(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('notifications.read', { params: { id: page.id }, requestId: page.form['requestId'] })
  if (!answer.ok) page.complain(answer.problem)
  return page.go('/notifications')
}

export async function acceptInvitation(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('session.accept-invitation', { requestId: page.form['requestId'] })
  if (answer.ok) page.say('accepted')
  else page.complain(answer.problem)
  return page.go()
}

/** The session ends with the membership. */
export async function declineInvitation(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('session.decline-invitation', { requestId: page.form['requestId'] })
  if (!answer.ok) {
    page.complain(answer.problem)
    return page.go()
  }
  page.visit.tokens = null
  page.say('declined')
  return page.go('/login')
}

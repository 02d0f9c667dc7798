/** Accountbeveiliging: the password, and setting up an authenticator app. */
import type { FastifyReply } from 'fastify'
import QRCode from 'qrcode'
import type { Problem } from '../../../shared/domain/problems.ts'
import type { PortalPage } from './portal-page.ts'

async function securityPage(page: PortalPage, problem: Problem | null = null): Promise<FastifyReply> {
  const { authenticatorOffered, secondFactor, panels } = await page.read('session.me', {})
  if (!authenticatorOffered) return page.go('/change-password')
  const own = panels.includes('organisation') ? (await page.read('users.own-contact', {})).person : null
  return page.show('security', { on: secondFactor === 'authenticator', noMobile: own?.mobile === '' }, problem)
}

export async function showSecurity(page: PortalPage): Promise<FastifyReply> {
  return securityPage(page)
}

export async function startFactor(page: PortalPage): Promise<FastifyReply> {
  const { currentPassword = '', code = '' } = page.form
  const old = code.replace(/\s/g, '')
  const body = { currentPassword, ...(old === '' ? {} : { code: old }) }
  const answer = await page.call('session.start-authenticator', { body })
  if (!answer.ok) return securityPage(page, answer.problem)
  page.visit.newFactor = answer.value
  return page.go('/security/new')
}

export async function showNewFactor(page: PortalPage): Promise<FastifyReply> {
  const { newFactor } = page.visit
  return newFactor ? page.show('security-new', { secret: newFactor.secret }) : page.go('/security')
}

/** The picture that an app scans, as a page of its own: the policy of these pages allows no other pictures. */
export async function showNewFactorQr(page: PortalPage): Promise<FastifyReply> {
  const { newFactor } = page.visit
  if (!newFactor) return page.go('/security')
  return page.reply.type('image/svg+xml').send(await QRCode.toString(newFactor.uri, { type: 'svg', margin: 2, width: 200 }))
}

export async function confirmFactor(page: PortalPage): Promise<FastifyReply> {
  const { newFactor } = page.visit
  if (!newFactor) return page.go('/security')
  const body = { ticket: newFactor.ticket, code: (page.form['code'] ?? '').replace(/\s/g, '') }
  const answer = await page.call('session.confirm-authenticator', { body, requestId: page.form['requestId'] })
  if (!answer.ok && answer.problem.code !== 'ticket-expired')
    return page.show('security-new', { secret: newFactor.secret }, answer.problem)
  page.visit.newFactor = null
  if (answer.ok) page.say('factorSaved')
  else page.complain(answer.problem)
  return page.go('/security')
}

/** The steps of a log-in with an authenticator app: its code, or setting up a new one after the old one was wiped. */
import type { FastifyReply } from 'fastify'
import QRCode from 'qrcode'
import type { Problem } from '../../../shared/domain/problems.ts'
import type { PortalPage } from './portal-page.ts'

const codeOf = (page: PortalPage) => (page.form['code'] ?? '').replace(/\s/g, '')

/** A ticket that ran out begins the log-in anew; anything else is said beside the field. */
function refused(page: PortalPage, problem: Problem, again: () => Promise<FastifyReply>): Promise<FastifyReply> | FastifyReply {
  if (problem.code !== 'ticket-expired') return again()
  page.visit.pending = null
  page.complain(problem)
  return page.go('/login')
}

export async function showAuthenticator(page: PortalPage): Promise<FastifyReply> {
  return page.visit.pending?.step === 'authenticator' ? page.show('authenticator') : page.go('/login')
}

export async function verifyAuthenticator(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'authenticator') return page.go('/login')
  const answer = await page.open('session.verify-authenticator', {
    params: { provider: page.provider },
    body: { ticket: pending.ticket, code: codeOf(page) },
  })
  if (answer.ok) return page.follow(answer.value)
  return refused(page, answer.problem, () => page.show('authenticator', {}, answer.problem))
}

/** The picture that an authenticator app scans, as a page of its own: the policy of these pages allows no other pictures. */
export async function showQr(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'enrol-authenticator') return page.go('/login')
  return page.reply.type('image/svg+xml').send(await QRCode.toString(pending.uri, { type: 'svg', margin: 2, width: 200 }))
}

export async function showEnrol(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  return pending?.step === 'enrol-authenticator' ? page.show('enrol', { secret: pending.secret }) : page.go('/login')
}

export async function enrolAuthenticator(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'enrol-authenticator') return page.go('/login')
  const answer = await page.open('session.enrol-authenticator', {
    params: { provider: page.provider },
    body: { ticket: pending.ticket, code: codeOf(page) },
  })
  if (answer.ok) return page.follow(answer.value)
  return refused(page, answer.problem, () => page.show('enrol', { secret: pending.secret }, answer.problem))
}

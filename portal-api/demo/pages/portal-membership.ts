/** Selecteer organisatie: the last step of a log-in of somebody who belongs to several, and later from within. */
import type { FastifyReply } from 'fastify'
import type { PortalPage } from './portal-page.ts'

interface Option {
  readonly id: string
  readonly name: string
  readonly current?: boolean
}

/** "Typ om te filteren…": those whose name holds what was typed. */
export function filtered<T extends { readonly name: string }>(options: readonly T[], typed: string): T[] {
  const sought = typed.trim().toLowerCase()
  return options.filter((option) => option.name.toLowerCase().includes(sought))
}

function choice(page: PortalPage, options: readonly Option[], action: string): Promise<FastifyReply> {
  const q = page.query['q'] ?? ''
  return page.show('membership', { options: filtered(options, q), q, action: page.to(action) })
}

export async function showMemberships(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  return pending?.step === 'choose-membership' ? choice(page, pending.options, '/membership') : page.go('/login')
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

export async function showOwnMemberships(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('session.memberships', {})
  return choice(page, rows, '/memberships')
}

/** The session of before ends with the switch. */
export async function switchMembership(page: PortalPage): Promise<FastifyReply> {
  const body = { membershipId: page.form['membershipId'] ?? '' }
  const answer = await page.call('session.switch-membership', { body })
  if (answer.ok) {
    page.visit.tokens = answer.value.tokens
    page.visit.panels = null
  } else {
    page.complain(answer.problem)
  }
  return page.go()
}

/** Gebruikersbeheer of a client's portal: add somebody, matched on the e-mail address, tick what they may see, remove them. */
import type { FastifyReply } from 'fastify'
import { panelRight } from '../../../shared/domain/rights.ts'
import type { ManagedUser } from '../../../shared/domain/users.ts'
import { sex } from '../../../shared/domain/users.ts'
import type { PortalPage } from './portal-page.ts'

type Filled = Readonly<Record<'firstName' | 'lastName' | 'email', string>>

const filled = ({ form }: PortalPage): Filled => ({
  firstName: form['firstName'] ?? '',
  lastName: form['lastName'] ?? '',
  email: form['email'] ?? '',
})

export function shownUser(page: PortalPage, user: ManagedUser) {
  return {
    ...user,
    stateWord: user.fixed ? page.word('byProvider') : page.word(`invitation-${user.invitation}`),
    mayInvite: !user.fixed && user.invitation === 'open',
    lastLogin: user.lastLoginAt,
  }
}

/** The two kinds of user management have pages of their own: a client's contacts, an organisation's colleagues. */
export async function showUsers(page: PortalPage): Promise<FastifyReply> {
  const { rows, offered } = await page.read('users.list', {})
  const users = rows.map((row) => shownUser(page, row))
  if (rows.some((row) => row.colleague !== null)) return page.show('colleagues', { users })
  const rights = offered.rights.map((right) => ({ right, word: page.word(`right-${right}`) }))
  return page.show('users', { users, rights })
}

export async function showNewUser(page: PortalPage): Promise<FastifyReply> {
  return page.show('user-match', { filled: { firstName: '', lastName: '', email: '' } })
}

/** The first step asks who is known under the address; the second adds them, or somebody new. */
export async function matchUser(page: PortalPage): Promise<FastifyReply> {
  const given = filled(page)
  const answer = await page.call('users.match', { body: { email: given.email } })
  if (!answer.ok) return page.show('user-match', { filled: given }, answer.problem)
  return page.show('user-form', {
    filled: given,
    phone: '',
    chosen: 'female',
    matches: answer.value.rows,
    ...(await newUserData(page)),
  })
}

async function newUserData(page: PortalPage) {
  const { offered } = await page.read('users.list', {})
  return { relation: offered.relation, sexes: sex.options.map((one) => ({ sex: one, word: page.word(`sex-${one}`) })) }
}

export async function addUser(page: PortalPage): Promise<FastifyReply> {
  const { form } = page
  const given = filled(page)
  const chosen = sex.catch('female').parse(form['sex'])
  const phone = form['phone'] ?? ''
  const { userId } = form
  const body = userId
    ? ({ kind: 'existing', userId, email: given.email } as const)
    : ({ kind: 'new', ...given, sex: chosen, phone } as const)
  const answer = await page.call('users.add', { body, requestId: form['requestId'] })
  if (!answer.ok)
    return page.show('user-form', { filled: given, phone, chosen, matches: [], ...(await newUserData(page)) }, answer.problem)
  page.say('userAdded')
  return page.go('/users')
}

export async function setUserRights(page: PortalPage): Promise<FastifyReply> {
  const rights = panelRight.options.filter((right) => page.form[`right-${right}`] === 'yes')
  const answer = await page.call('users.set-rights', {
    params: { id: page.id },
    body: { rights },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (!answer.ok) page.complain(answer.problem)
  else if (answer.value.invitation === 'open') page.say('invitationSent', { email: answer.value.email ?? '' })
  else page.say('rightsSaved')
  return page.go('/users')
}

export async function resendInvitation(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('users.resend-invitation', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('invitationSent', { email: answer.value.email ?? '' })
  else page.complain(answer.problem)
  return page.go('/users')
}

export async function removeUser(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('users.remove', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('userRemoved')
  else page.complain(answer.problem)
  return page.go('/users')
}

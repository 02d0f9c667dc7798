/** Berichten, Zorgteam and Schrijven: what a client writes to the care team or about the care, and what became of it. */
import type { FastifyReply } from 'fastify'
import type { CareSignal, Message } from '../../../shared/domain/contact-requests.ts'
import { toLocal } from '../../../shared/domain/local-time.ts'
import type { Problem } from '../../../shared/domain/problems.ts'
import { type PortalPage, typedMessage } from './portal-page.ts'

const PAGE = 50

function shown<T extends Message | CareSignal>(page: PortalPage, one: T) {
  return {
    ...one,
    statusWord: page.word(`request-${one.status}`),
    submitted: toLocal(new Date(one.submittedAt)).date,
    closed: one.closedAt === null ? null : toLocal(new Date(one.closedAt)).date,
  }
}

export async function showTeam(page: PortalPage): Promise<FastifyReply> {
  const { rows, mayWrite } = await page.read('messages.care-team', {})
  const { panels } = await page.portal()
  return page.show('team', { rows, mayWrite: mayWrite && panels.includes('messages') })
}

export async function showMessages(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('messages.list', { query: { limit: PAGE } })
  return page.show('messages', { rows: rows.map((one) => shown(page, one)) })
}

async function messageForm(
  page: PortalPage,
  data: { readonly to: string; readonly message: string; readonly id: string | null; readonly version: number | null },
  problem: Problem | null = null,
) {
  const { rows } = await page.read('messages.care-team', {})
  const { to: chosen, ...rest } = data
  return page.show('message-form', { ...rest, chosen, team: rows }, problem)
}

export async function showNewMessage(page: PortalPage): Promise<FastifyReply> {
  return messageForm(page, { to: page.query['to'] ?? '', message: '', id: null, version: null })
}

export async function createMessage(page: PortalPage): Promise<FastifyReply> {
  const body = { to: page.form['to'] ?? '', message: typedMessage(page) }
  const answer = await page.call('messages.create', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return messageForm(page, { ...body, id: null, version: null }, answer.problem)
  page.say('messageSent')
  return page.go('/messages')
}

export async function showMessageForm(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('messages.list', { query: { limit: PAGE } })
  const one = rows.find((row) => row.id === page.id)
  return one?.status === 'open' ? messageForm(page, { ...one, to: one.to.id }) : page.go('/messages')
}

export async function changeMessage(page: PortalPage): Promise<FastifyReply> {
  const body = { to: page.form['to'] ?? '', message: typedMessage(page) }
  const version = Number(page.form['version'])
  const call = { params: { id: page.id }, body, basedOn: version, requestId: page.form['requestId'] }
  const answer = await page.call('messages.change', call)
  if (!answer.ok) return messageForm(page, { ...body, id: page.id, version }, answer.problem)
  page.say('messageChanged')
  return page.go('/messages')
}

export async function removeMessage(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('messages.withdraw', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('messageRemoved')
  else page.complain(answer.problem)
  return page.go('/messages')
}

export async function showSignals(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('care-signals.list', { query: { limit: PAGE } })
  return page.show('signals', { rows: rows.map((one) => shown(page, one)) })
}

const signalForm = (
  page: PortalPage,
  data: { readonly message: string; readonly id: string | null; readonly version: number | null },
  problem: Problem | null = null,
) => page.show('signal-form', { ...data }, problem)

export async function showNewSignal(page: PortalPage): Promise<FastifyReply> {
  return signalForm(page, { message: '', id: null, version: null })
}

export async function createSignal(page: PortalPage): Promise<FastifyReply> {
  const body = { message: typedMessage(page) }
  const answer = await page.call('care-signals.create', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return signalForm(page, { ...body, id: null, version: null }, answer.problem)
  page.say('signalSent')
  return page.go('/signals')
}

export async function showSignalForm(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('care-signals.list', { query: { limit: PAGE } })
  const one = rows.find((row) => row.id === page.id)
  return one?.status === 'open' ? signalForm(page, one) : page.go('/signals')
}

export async function changeSignal(page: PortalPage): Promise<FastifyReply> {
  const body = { message: typedMessage(page) }
  const version = Number(page.form['version'])
  const call = { params: { id: page.id }, body, basedOn: version, requestId: page.form['requestId'] }
  const answer = await page.call('care-signals.change', call)
  if (!answer.ok) return signalForm(page, { ...body, id: page.id, version }, answer.problem)
  page.say('signalChanged')
  return page.go('/signals')
}

export async function removeSignal(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('care-signals.withdraw', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('signalRemoved')
  else page.complain(answer.problem)
  return page.go('/signals')
}

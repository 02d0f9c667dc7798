/** Contact zorgorganisatie: ask, change with the pencil, delete with the cross, read the reply. */
import type { FastifyReply } from 'fastify'
import type { ContactRequest } from '../../../shared/domain/contact-requests.ts'
import { toLocal } from '../../../shared/domain/local-time.ts'
import { type ContactSubject, contactSubject } from '../../../shared/domain/portal-profile.ts'
import { type PortalPage, typedMessage } from './portal-page.ts'
import { type Word, words } from './words.ts'

/** Requests a page; "Laad meer contactverzoeken" shows one page more. */
const PAGE = 10
const MOST_PAGES = 10

function subjectWord(page: PortalPage, subject: ContactSubject): string {
  const word = `subject-${subject}`
  return word in words ? page.word(word as Word) : subject
}

function shown(page: PortalPage, request: ContactRequest) {
  return {
    ...request,
    subjectWord: subjectWord(page, request.subject),
    statusWord: page.word(`request-${request.status}`),
    listWord: page.word(request.status === 'closed' ? 'requestDone' : `request-${request.status}`),
    submitted: toLocal(new Date(request.submittedAt)).date,
    closed: request.closedAt === null ? null : toLocal(new Date(request.closedAt)).date,
  }
}

/** The first `pages` pages of own requests, and whether there are more. */
async function listed(page: PortalPage, pages: number): Promise<{ rows: ContactRequest[]; more: boolean }> {
  const rows: ContactRequest[] = []
  let cursor: string | undefined
  for (let count = 0; count < pages; count += 1) {
    const answer = await page.read('contact-requests.list', { query: { limit: PAGE, ...(cursor ? { cursor } : {}) } })
    rows.push(...answer.rows)
    if (answer.next === null) return { rows, more: false }
    cursor = answer.next
  }
  return { rows, more: true }
}

export async function showRequests(page: PortalPage): Promise<FastifyReply> {
  const pages = Math.min(MOST_PAGES, Math.max(1, Number(page.query['pages']) || 1))
  const { rows, more } = await listed(page, pages)
  return page.show('requests', { requests: rows.map((request) => shown(page, request)), more, nextPages: pages + 1 })
}

async function choices(page: PortalPage): Promise<{ subject: ContactSubject; word: string }[]> {
  const { subjects } = await page.portal()
  return subjects.map((subject) => ({ subject, word: subjectWord(page, subject) }))
}

async function form(
  page: PortalPage,
  data: { subject: string; message: string; id: string | null; version: number | null },
  problem: Parameters<PortalPage['show']>[2] = null,
) {
  return page.show('request-form', { ...data, subjects: await choices(page) }, problem)
}

export async function showNewRequest(page: PortalPage): Promise<FastifyReply> {
  return form(page, { subject: '', message: '', id: null, version: null })
}

/** What was typed; a subject the form does not offer becomes the general one, which the portal then judges. */
function typed(page: PortalPage): { subject: ContactSubject; message: string } {
  return {
    subject: contactSubject.catch('other').parse(page.form['subject']),
    message: typedMessage(page),
  }
}

export async function createRequest(page: PortalPage): Promise<FastifyReply> {
  const body = typed(page)
  const answer = await page.call('contact-requests.create', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return form(page, { ...body, id: null, version: null }, answer.problem)
  page.say('requestSent')
  return page.go('/requests')
}

async function own(page: PortalPage): Promise<ContactRequest | null> {
  const { rows } = await listed(page, MOST_PAGES)
  return rows.find((request) => request.id === page.id) ?? null
}

export async function showRequest(page: PortalPage): Promise<FastifyReply> {
  const request = await own(page)
  return request ? page.show('request', { request: shown(page, request) }) : page.go('/requests')
}

export async function showRequestForm(page: PortalPage): Promise<FastifyReply> {
  const request = await own(page)
  return request?.status === 'open' ? form(page, request) : page.go('/requests')
}

export async function changeRequest(page: PortalPage): Promise<FastifyReply> {
  const body = typed(page)
  const version = Number(page.form['version'])
  const answer = await page.call('contact-requests.change', {
    params: { id: page.id },
    body,
    basedOn: version,
    requestId: page.form['requestId'],
  })
  if (!answer.ok) return form(page, { ...body, id: page.id, version }, answer.problem)
  page.say('requestChanged')
  return page.go('/requests')
}

export async function removeRequest(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('contact-requests.withdraw', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('requestRemoved')
  else page.complain(answer.problem)
  return page.go('/requests')
}

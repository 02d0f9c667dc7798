/** Projecten: Mijn projecten and Alle projecten, a project as it is opened, questions about it, and Mijn correspondentie. */
import type { FastifyReply } from 'fastify'
import type { ProjectQuestion } from '../../../shared/domain/contact-requests.ts'
import { toLocal } from '../../../shared/domain/local-time.ts'
import type { Problem } from '../../../shared/domain/problems.ts'
import { type PortalPage, typedMessage } from './portal-page.ts'

/** Questions a page; "Laad meer vragen" shows one page more. */
const PAGE = 10
const MOST_PAGES = 10

/** A question as the pages show it. */
export function shownQuestion(page: PortalPage, question: ProjectQuestion) {
  return {
    ...question,
    title: question.project?.name ?? page.word('generalQuestion'),
    statusWord: page.word(`request-${question.status}`),
    submitted: toLocal(new Date(question.submittedAt)).date,
    news: question.own && question.status === 'closed' && question.readAt === null,
  }
}

export async function showProjects(page: PortalPage): Promise<FastifyReply> {
  const which = page.query['which'] === 'all' ? 'all' : 'own'
  const { rows } = await page.read('project-questions.projects', { query: { which } })
  return page.show('projects', { which, rows })
}

export async function showProject(page: PortalPage): Promise<FastifyReply> {
  const project = await page.read('project-questions.project', { params: { id: page.id } })
  return page.show('project', { project })
}

async function listed(page: PortalPage, pages: number): Promise<{ rows: ProjectQuestion[]; more: boolean }> {
  const rows: ProjectQuestion[] = []
  let cursor: string | undefined
  for (let count = 0; count < pages; count += 1) {
    const answer = await page.read('project-questions.list', { query: { limit: PAGE, ...(cursor ? { cursor } : {}) } })
    rows.push(...answer.rows)
    if (answer.next === null) return { rows, more: false }
    cursor = answer.next
  }
  return { rows, more: true }
}

export async function showQuestions(page: PortalPage): Promise<FastifyReply> {
  const pages = Math.min(MOST_PAGES, Math.max(1, Number(page.query['pages']) || 1))
  const { rows, more } = await listed(page, pages)
  return page.show('questions', { rows: rows.map((row) => shownQuestion(page, row)), more, nextPages: pages + 1 })
}

async function form(
  page: PortalPage,
  data: {
    readonly projectId: string | null
    readonly message: string
    readonly id: string | null
    readonly version: number | null
  },
  problem: Problem | null = null,
) {
  const { rows } = await page.read('project-questions.projects', { query: { which: 'own' } })
  return page.show('question-form', { ...data, projects: rows }, problem)
}

/** What was filled in; no project chosen makes it a general question. */
const typed = (page: PortalPage) => ({ projectId: page.form['projectId'] || null, message: typedMessage(page) })

export async function showNewQuestion(page: PortalPage): Promise<FastifyReply> {
  return form(page, { projectId: page.query['project'] ?? null, message: '', id: null, version: null })
}

export async function createQuestion(page: PortalPage): Promise<FastifyReply> {
  const body = typed(page)
  const answer = await page.call('project-questions.create', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return form(page, { ...body, id: null, version: null }, answer.problem)
  page.say('questionSent')
  return page.go('/questions')
}

export async function showQuestionForm(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await listed(page, MOST_PAGES)
  const question = rows.find((row) => row.id === page.id)
  if (!question?.own || question.status !== 'open') return page.go('/questions')
  const { id, version, message, project } = question
  return form(page, { id, version, message, projectId: project?.id ?? null })
}

export async function changeQuestion(page: PortalPage): Promise<FastifyReply> {
  const body = typed(page)
  const version = Number(page.form['version'])
  const answer = await page.call('project-questions.change', {
    params: { id: page.id },
    body,
    basedOn: version,
    requestId: page.form['requestId'],
  })
  if (!answer.ok) return form(page, { ...body, id: page.id, version }, answer.problem)
  page.say('questionChanged')
  return page.go('/questions')
}

export async function removeQuestion(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('project-questions.withdraw', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('questionRemoved')
  else page.complain(answer.problem)
  return page.go('/questions')
}

export async function readAnswer(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('project-questions.read', { params: { id: page.id }, requestId: page.form['requestId'] })
  if (!answer.ok) page.complain(answer.problem)
  return page.go()
}

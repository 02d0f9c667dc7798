/** Mijn afwezigheid: report, change and withdraw, with the fields of the manual. */
import type { FastifyReply } from 'fastify'
import { type Absence, type AbsenceFields, absenceType, WHOLE_DAY } from '../../../shared/domain/absences.ts'
import { toLocal } from '../../../shared/domain/local-time.ts'
import type { Form, PortalPage } from './portal-page.ts'

const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text)

/**
 * What the form says. Fields that do not belong to the choices made are left out, for without a script they
 * stand there all the same; a wrong value travels on, so that the portal names it.
 */
export function noticeOf(form: Form): AbsenceFields {
  const several = form['days'] === 'several'
  const wholeDay = form['wholeDay'] !== 'no'
  const endDateKnown = !several || form['endDateKnown'] !== 'no'
  const openEnd = several && !endDateKnown
  return {
    type: absenceType.catch('holiday').parse(form['type']),
    days: several ? 'several' : 'one',
    startDate: form['startDate'] ?? '',
    wholeDay,
    startTime: wholeDay ? null : orNull(form['startTime']),
    endTime: wholeDay || (openEnd && !form['endTime']) ? null : orNull(form['endTime']),
    endDateKnown,
    endDate: several && endDateKnown ? orNull(form['endDate']) : null,
  }
}

/** `14 mei 2021 tot en met 19 mei 2021`, `00:00 tot en met 23:55`: as the list shows it. */
function periodOf(page: PortalPage, notice: Absence) {
  return {
    ...notice,
    until: notice.days === 'one' ? notice.startDate : notice.endDate,
    from: notice.wholeDay ? WHOLE_DAY.start : notice.startTime,
    to: notice.wholeDay ? WHOLE_DAY.end : notice.endTime,
    submitted: toLocal(new Date(notice.submittedAt)).date,
    statusWord: page.word(`absence-${notice.status}`),
    typeWord: page.word(`type-${notice.type}`),
  }
}

export async function showAbsences(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('absences.list', { query: { limit: 100 } })
  return page.show('absences', { notices: rows.map((notice) => periodOf(page, notice)) })
}

function blank(page: PortalPage): AbsenceFields {
  return {
    type: 'holiday',
    days: 'one',
    startDate: toLocal(page.now()).date,
    wholeDay: true,
    startTime: null,
    endTime: null,
    endDateKnown: true,
    endDate: null,
  }
}

export async function showNewAbsence(page: PortalPage): Promise<FastifyReply> {
  return page.show('absence-form', { notice: blank(page), id: null, version: null })
}

function late(page: PortalPage, notice: Absence): string {
  return notice.late ? ` ${page.word('toldLate', { days: notice.late.workingDays, required: notice.late.required })}` : ''
}

export async function createAbsence(page: PortalPage): Promise<FastifyReply> {
  const notice = noticeOf(page.form)
  const answer = await page.call('absences.create', { body: notice, requestId: page.form['requestId'] })
  if (!answer.ok) return page.show('absence-form', { notice, id: null, version: null }, answer.problem)
  page.visit.said = { text: page.word('absenceSent') + late(page, answer.value), kind: 'done' }
  return page.go('/absences')
}

export async function showAbsence(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('absences.list', { query: { limit: 100 } })
  const notice = rows.find((one) => one.id === page.id)
  if (notice?.status !== 'open') return page.go('/absences')
  return page.show('absence-form', { notice, id: notice.id, version: notice.version })
}

export async function changeAbsence(page: PortalPage): Promise<FastifyReply> {
  const notice = noticeOf(page.form)
  const version = Number(page.form['version'])
  const answer = await page.call('absences.change', {
    params: { id: page.id },
    body: notice,
    basedOn: version,
    requestId: page.form['requestId'],
  })
  if (!answer.ok) return page.show('absence-form', { notice, id: page.id, version }, answer.problem)
  page.visit.said = { text: page.word('absenceChanged') + late(page, answer.value), kind: 'done' }
  return page.go('/absences')
}

export async function withdrawAbsence(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('absences.withdraw', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('absenceWithdrawn')
  else page.complain(answer.problem)
  return page.go('/absences')
}

/** Planning and Agenda: a month as the portal shows it, and the appointments a client enters themself. */
import type { FastifyReply } from 'fastify'
import { localMonth, toLocal } from '../../../shared/domain/local-time.ts'
import { type AppointmentInput, visibility } from '../../../shared/domain/planning.ts'
import type { Problem } from '../../../shared/domain/problems.ts'
import { monthAway } from './dates.ts'
import type { Form, PortalPage } from './portal-page.ts'

type Kept = AppointmentInput & { readonly id: string | null; readonly version: number | null }

const currentMonth = (page: PortalPage) => toLocal(page.now()).date.slice(0, 7)

export async function showPlanning(page: PortalPage): Promise<FastifyReply> {
  const current = currentMonth(page)
  const month = localMonth.catch(current).parse(page.query['month'] ?? current)
  const { rows, appointments, mayWrite, shown } = await page.read('planning.month', { query: { month } })
  return page.show('planning', {
    thisMonth: month,
    rows,
    appointments: appointments.map((one) => ({ ...one, visibilityWord: page.word(`visibility-${one.visibility}`) })),
    mayWrite,
    shown,
    before: monthAway(month, -1),
    after: monthAway(month, 1),
    current,
  })
}

/** What the form says; a wrong value travels on, so that the portal names it. */
export function appointmentOf(form: Form): AppointmentInput {
  return {
    title: form['title'] ?? '',
    note: (form['note'] ?? '').replace(/\r\n/g, '\n'),
    date: form['date'] ?? '',
    startTime: form['startTime'] ?? '',
    endTime: form['endTime'] ?? '',
    visibility: visibility.catch('private').parse(form['visibility']),
  }
}

function appointmentForm(page: PortalPage, appointment: Kept, problem: Problem | null = null) {
  return page.show('appointment-form', { appointment, id: appointment.id, version: appointment.version }, problem)
}

export async function showNewAppointment(page: PortalPage): Promise<FastifyReply> {
  const date = toLocal(page.now()).date
  const blank = { title: '', note: '', date, startTime: '', endTime: '', visibility: 'private' as const }
  return appointmentForm(page, { ...blank, id: null, version: null })
}

export async function addAppointment(page: PortalPage): Promise<FastifyReply> {
  const body = appointmentOf(page.form)
  const answer = await page.call('planning.add-appointment', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return appointmentForm(page, { ...body, id: null, version: null }, answer.problem)
  page.say('appointmentSaved')
  return page.go(`/planning?month=${body.date.slice(0, 7)}`)
}

/** The month of an appointment travels in the address: there is no route that reads one alone. */
export async function showAppointment(page: PortalPage): Promise<FastifyReply> {
  const month = localMonth.catch(currentMonth(page)).parse(page.query['month'])
  const { appointments } = await page.read('planning.month', { query: { month } })
  const one = appointments.find((row) => row.id === page.id)
  return one ? appointmentForm(page, one) : page.go('/planning')
}

export async function changeAppointment(page: PortalPage): Promise<FastifyReply> {
  const body = appointmentOf(page.form)
  const version = Number(page.form['version'])
  const call = { params: { id: page.id }, body, basedOn: version, requestId: page.form['requestId'] }
  const answer = await page.call('planning.change-appointment', call)
  if (!answer.ok) return appointmentForm(page, { ...body, id: page.id, version }, answer.problem)
  page.say('appointmentSaved')
  return page.go(`/planning?month=${body.date.slice(0, 7)}`)
}

export async function removeAppointment(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('planning.remove-appointment', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('appointmentRemoved')
  else page.complain(answer.problem)
  return page.go('/planning')
}

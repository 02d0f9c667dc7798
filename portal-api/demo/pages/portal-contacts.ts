/** Mijn contactdetails and Contactpersonen: the pencil, the plus and the cross of the manuals. */
import type { FastifyReply } from 'fastify'
import {
  type ContactDetail,
  type ContactDetailInput,
  type ContactPerson,
  type ContactPersonInput,
  contactDetailKind,
  contactPersonType,
} from '../../../shared/domain/clients.ts'
import type { Problem } from '../../../shared/domain/problems.ts'
import type { Form, PortalPage } from './portal-page.ts'

type Kept<T> = T & { readonly id: string | null; readonly version: number | null }

const NO_DETAIL: Kept<ContactDetailInput> = { kind: 'phone-mobile', value: '', remarks: '', id: null, version: null }
const NO_PERSON: Kept<ContactPersonInput> = {
  name: '',
  phone1: '',
  phone2: '',
  email: '',
  type: 'family',
  primary: false,
  remarks: '',
  id: null,
  version: null,
}

/** What the form says; a wrong value travels on, so that the portal names it. */
export function detailOf(form: Form): ContactDetailInput {
  return {
    kind: contactDetailKind.catch('phone-mobile').parse(form['kind']),
    value: form['value'] ?? '',
    remarks: form['remarks'] ?? '',
  }
}

export function personOf(form: Form): ContactPersonInput {
  return {
    name: form['name'] ?? '',
    phone1: form['phone1'] ?? '',
    phone2: form['phone2'] ?? '',
    email: form['email'] ?? '',
    type: contactPersonType.catch('family').parse(form['type']),
    primary: form['primary'] === 'yes',
    remarks: form['remarks'] ?? '',
  }
}

export async function showDetails(page: PortalPage): Promise<FastifyReply> {
  const { rows } = await page.read('clients.own-details', {})
  return page.show('details', {
    check: page.query['check'] === '1',
    rows: rows.map((row) => ({ ...row, word: page.word(`detail-${row.kind}`) })),
  })
}

function detailForm(page: PortalPage, detail: Kept<ContactDetailInput>, problem: Problem | null = null) {
  const kinds = contactDetailKind.options.map((kind) => ({ kind, word: page.word(`detail-${kind}`) }))
  return page.show('detail-form', { detail, id: detail.id, version: detail.version, kinds }, problem)
}

async function ownDetail(page: PortalPage): Promise<ContactDetail | undefined> {
  const { rows } = await page.read('clients.own-details', {})
  return rows.find((row) => row.id === page.id)
}

export async function showNewDetail(page: PortalPage): Promise<FastifyReply> {
  return detailForm(page, NO_DETAIL)
}

export async function showDetail(page: PortalPage): Promise<FastifyReply> {
  const detail = await ownDetail(page)
  return detail ? detailForm(page, detail) : page.go('/details')
}

export async function addDetail(page: PortalPage): Promise<FastifyReply> {
  const body = detailOf(page.form)
  const answer = await page.call('clients.add-detail', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return detailForm(page, { ...body, id: null, version: null }, answer.problem)
  page.say('detailSaved')
  return page.go('/details')
}

export async function changeDetail(page: PortalPage): Promise<FastifyReply> {
  const body = detailOf(page.form)
  const version = Number(page.form['version'])
  const answer = await page.call('clients.change-detail', {
    params: { id: page.id },
    body,
    basedOn: version,
    requestId: page.form['requestId'],
  })
  if (!answer.ok) return detailForm(page, { ...body, id: page.id, version }, answer.problem)
  page.say('detailSaved')
  return page.go('/details')
}

export async function removeDetail(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('clients.remove-detail', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('detailRemoved')
  else page.complain(answer.problem)
  return page.go('/details')
}

export async function showPersons(page: PortalPage): Promise<FastifyReply> {
  const { rows, mayWrite } = await page.read('clients.own-persons', {})
  return page.show('persons', {
    editable: mayWrite,
    rows: rows.map((row) => ({ ...row, word: page.word(`person-${row.type}`) })),
  })
}

function personForm(page: PortalPage, person: Kept<ContactPersonInput>, problem: Problem | null = null) {
  const types = contactPersonType.options.map((type) => ({ type, word: page.word(`person-${type}`) }))
  return page.show('person-form', { person, id: person.id, version: person.version, types }, problem)
}

async function ownPerson(page: PortalPage): Promise<ContactPerson | undefined> {
  const { rows } = await page.read('clients.own-persons', {})
  return rows.find((row) => row.id === page.id)
}

export async function showNewPerson(page: PortalPage): Promise<FastifyReply> {
  return personForm(page, NO_PERSON)
}

export async function showPerson(page: PortalPage): Promise<FastifyReply> {
  const person = await ownPerson(page)
  return person ? personForm(page, person) : page.go('/persons')
}

export async function addPerson(page: PortalPage): Promise<FastifyReply> {
  const body = personOf(page.form)
  const answer = await page.call('clients.add-person', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return personForm(page, { ...body, id: null, version: null }, answer.problem)
  page.say('personSaved')
  return page.go('/persons')
}

export async function changePerson(page: PortalPage): Promise<FastifyReply> {
  const body = personOf(page.form)
  const version = Number(page.form['version'])
  const answer = await page.call('clients.change-person', {
    params: { id: page.id },
    body,
    basedOn: version,
    requestId: page.form['requestId'],
  })
  if (!answer.ok) return personForm(page, { ...body, id: page.id, version }, answer.problem)
  page.say('personSaved')
  return page.go('/persons')
}

export async function removePerson(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('clients.remove-person', {
    params: { id: page.id },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('personRemoved')
  else page.complain(answer.problem)
  return page.go('/persons')
}
